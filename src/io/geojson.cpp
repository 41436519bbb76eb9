// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/geojson.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "project/json.h"

namespace trefpunt {

namespace {

using nlohmann::json;

std::string text_of(const json& value) {
  if (value.is_string()) return squeeze(value.get<std::string>());
  if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
  if (value.is_number()) return value.dump();
  return "";
}

// Reads the coordinates of one file; keeps the first thing that is wrong.
class GeometryReader {
 public:
  explicit GeometryReader(int max_points) : left_(max_points) {}

  bool is_too_large() const { return left_ < 0; }
  const std::optional<Text>& wrong() const { return wrong_; }

  void read(const json& geometry, GeoFeature& feature) {
    const std::string type = geometry.is_object() ? geometry.value("type", "") : "";
    if (type == "GeometryCollection") {
      for (const json& part : list(geometry, "geometries")) read(part, feature);
      return;
    }
    const json& coordinates = list(geometry, "coordinates");
    feature.has_geometry = feature.has_geometry || !coordinates.empty();
    if (type == "Point") {
      if (!coordinates.empty()) feature.points.push_back(point(coordinates));
    } else if (type == "MultiPoint") {
      for (const json& part : coordinates) feature.points.push_back(point(part));
    } else if (type == "LineString") {
      add_line(coordinates, feature);
    } else if (type == "MultiLineString") {
      for (const json& part : coordinates) add_line(part, feature);
    } else if (type == "Polygon") {
      add_polygon(coordinates, feature);
    } else if (type == "MultiPolygon") {
      for (const json& part : coordinates) add_polygon(part, feature);
    } else {
      fail({fmt::format("De vorm \"{}\" bestaat niet in GeoJSON.", type),
            fmt::format("There is no shape \"{}\" in GeoJSON.", type)});
    }
  }

 private:
  void fail(Text sentence) {
    if (!wrong_) wrong_ = std::move(sentence);
  }

  const json& list(const json& object, const char* key) {
    static const json kNone = json::array();
    if (object.is_object() && object.contains(key) && object[key].is_array()) return object[key];
    fail({fmt::format("De vorm heeft geen lijst \"{}\".", key),
          fmt::format("The shape has no list \"{}\".", key)});
    return kNone;
  }

  Point point(const json& pair) {
    --left_;
    if (pair.is_array() && pair.size() >= 2 && pair[0].is_number() && pair[1].is_number()) {
      const Point p{pair[0].get<double>(), pair[1].get<double>()};
      if (std::isfinite(p.x) && std::isfinite(p.y)) return p;
    }
    std::string shown = pair.dump(-1, ' ', false, json::error_handler_t::replace);
    if (shown.size() > 40) shown = shown.substr(0, 40) + "…";
    fail({fmt::format("\"{}\" is geen coördinaat.", shown),
          fmt::format("\"{}\" is no coordinate.", shown)});
    return {};
  }

  Line points(const json& coordinates) {
    Line line;
    if (!coordinates.is_array()) {
      point(coordinates);
      return line;
    }
    for (const json& pair : coordinates) {
      const Point p = point(pair);
      if (line.empty() || p != line.back()) line.push_back(p);
    }
    return line;
  }

  void add_line(const json& coordinates, GeoFeature& feature) {
    Line line = points(coordinates);
    if (line.size() >= 2) feature.lines.push_back(std::move(line));
  }

  void add_polygon(const json& rings, GeoFeature& feature) {
    Polygon polygon;
    for (std::size_t i = 0; i < rings.size(); ++i) {
      Ring ring = points(rings[i]);
      if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
      if (ring.size() < 3) {
        if (i == 0) return;
        continue;
      }
      if ((signed_area(ring) > 0) != (i == 0)) std::reverse(ring.begin() + 1, ring.end());
      if (i == 0) {
        polygon.outer = std::move(ring);
      } else {
        polygon.holes.push_back(std::move(ring));
      }
    }
    if (!polygon.outer.empty()) feature.polygons.push_back(std::move(polygon));
  }

  int left_;
  std::optional<Text> wrong_;
};

std::string id_of_feature(const json& feature, const json& properties, std::size_t place) {
  for (const json* owner : {&feature, &properties}) {
    for (const char* key : {"id", "@id"}) {
      if (!owner->contains(key)) continue;
      std::string id = text_of((*owner)[key]);
      if (!id.empty()) return id;
    }
  }
  return fmt::format("#{}", place + 1);
}

}  // namespace

std::string GeoFeature::text(const char* key) const {
  return properties.contains(key) ? text_of(properties[key]) : "";
}

std::string GeoFeature::text(std::initializer_list<const char*> keys) const {
  for (const char* key : keys) {
    std::string value = text(key);
    if (!value.empty()) return value;
  }
  return "";
}

bool looks_like_json(const std::string& text) {
  std::size_t at = text.compare(0, 3, "\xEF\xBB\xBF") == 0 ? 3 : 0;
  at = text.find_first_not_of(" \t\r\n", at);
  return at != std::string::npos && (text[at] == '{' || text[at] == '[');
}

Result<GeoFile> parse_geojson(const std::string& text, const std::string& name, int max_points) {
  Result<json> parsed = parse_json(text, name);
  if (!parsed) return parsed.error();
  json& root = *parsed;
  const Error not_geojson{Code::BadInput,
                          {"Dit is wel JSON maar geen GeoJSON: een verzameling elementen "
                           "(FeatureCollection) ontbreekt.",
                           "This is JSON but not GeoJSON: a FeatureCollection is missing."},
                          name};
  if (!root.is_object() || !root.contains("type") || !root["type"].is_string()) return not_geojson;

  GeoFile file;
  file.name = name;
  json features = json::array();
  if (root["type"] == "Feature") {
    features.push_back(std::move(root));
    file.members = json::object();
  } else if (root["type"] == "FeatureCollection" && root.contains("features") &&
             root["features"].is_array()) {
    features = std::move(root["features"]);
    root.erase("features");
    file.members = std::move(root);
  } else {
    return not_geojson;
  }

  GeometryReader reader(max_points);
  for (std::size_t i = 0; i < features.size(); ++i) {
    json& from = features[i];
    GeoFeature feature;
    feature.properties = json::object();
    if (from.is_object() && from.contains("properties") && from["properties"].is_object()) {
      feature.properties = std::move(from["properties"]);
    }
    if (!from.is_object()) from = json::object();
    feature.id = id_of_feature(from, feature.properties, i);
    if (from.contains("geometry") && !from["geometry"].is_null()) {
      reader.read(from["geometry"], feature);
    }
    if (reader.is_too_large()) {
      return Error{Code::TooLarge,
                   {fmt::format("Dit bestand heeft meer dan {} punten, de grens van dit programma.",
                                format_number(max_points, 0, Lang::Nl)),
                    fmt::format("This file has more than {} points, the limit of this program.",
                                format_number(max_points, 0, Lang::En))},
                   name};
    }
    if (reader.wrong()) {
      return Error{Code::BadInput, *reader.wrong(),
                   fmt::format("{}: feature {}", name, feature.id)};
    }
    file.features.push_back(std::move(feature));
  }
  return file;
}

}  // namespace trefpunt
