// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/wijk_cityjson.h"

#include <cpl_error.h>
#include <fmt/format.h>
#include <ogr_geometry.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "io/files.h"
#include "io/gdal.h"
#include "project/json.h"

namespace trefpunt {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostVertices = 5'000'000;
constexpr double kFlatArea = 1e-4;  // m2: a face that stands upright has less, seen from above

class City {
 public:
  City(const Json& root, const std::string& name) : root_(root), name_(name) {}

  Result<std::vector<WijkSourceLayer>> read(Job& job) {
    if (!read_vertices()) return wrong("vertices");
    if (!root_.contains("CityObjects") || !root_["CityObjects"].is_object()) {
      return wrong("CityObjects");
    }
    const Json& objects = root_["CityObjects"];
    int done = 0;
    for (const auto& [id, object] : objects.items()) {
      if (!job.step(done++, static_cast<int>(objects.size()))) {
        return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
      }
      if (!object.is_object() || !object.contains("type") || !object["type"].is_string()) {
        return wrong(id);
      }
      if (object.contains("parents")) continue;
      faces_.clear();
      if (!take_object(object, 0)) return wrong(id);
      add(id, object);
    }
    std::vector<WijkSourceLayer> layers;
    for (auto& [type, layer] : layers_) layers.push_back(std::move(layer));
    return layers;
  }

 private:
  Error wrong(const std::string& part) const {
    return {Code::BadInput,
            {"Dit CityJSON-bestand is beschadigd.", "This CityJSON file is damaged."},
            name_ + ": " + part};
  }

  bool read_vertices() {
    if (!root_.contains("vertices") || !root_["vertices"].is_array()) return false;
    double scale[2] = {1, 1}, move[2] = {0, 0};
    if (root_.contains("transform")) {
      const Json& transform = root_["transform"];
      for (std::size_t i = 0; i < 2; ++i) {
        if (!is_triple(transform, "scale") || !is_triple(transform, "translate")) return false;
        scale[i] = transform["scale"][i].get<double>();
        move[i] = transform["translate"][i].get<double>();
      }
    }
    for (const Json& v : root_["vertices"]) {
      if (!v.is_array() || v.size() < 2 || !v[0].is_number() || !v[1].is_number()) return false;
      vertices_.push_back(
          snap({v[0].get<double>() * scale[0] + move[0], v[1].get<double>() * scale[1] + move[1]}));
    }
    return vertices_.size() <= kMostVertices;
  }

  static bool is_triple(const Json& object, const char* key) {
    return object.is_object() && object.contains(key) && object[key].is_array() &&
           object[key].size() >= 2 && object[key][0].is_number() && object[key][1].is_number();
  }

  bool take_object(const Json& object, int depth) {
    if (depth > 8) return false;
    for (const Json& geometry : object.value("geometry", Json::array())) {
      if (!geometry.is_object() || !take_faces(geometry.value("boundaries", Json::array()), 0)) {
        return false;
      }
    }
    for (const Json& child : object.value("children", Json::array())) {
      if (!child.is_string()) return false;
      const auto found = root_["CityObjects"].find(child.get<std::string>());
      if (found == root_["CityObjects"].end() || !take_object(*found, depth + 1)) return false;
    }
    return true;
  }

  // Boundaries are nested by the kind of geometry; a face is a list of rings, a ring of numbers.
  bool take_faces(const Json& part, int depth) {
    if (!part.is_array() || depth > 6) return false;
    if (part.empty() || part[0].is_number()) return true;  // loose points and lines
    if (part[0].is_array() && !part[0].empty() && part[0][0].is_number()) return take_face(part);
    return std::ranges::all_of(part, [&](const Json& p) { return take_faces(p, depth + 1); });
  }

  bool take_face(const Json& rings) {
    Polygon face;
    for (const Json& indices : rings) {
      if (!indices.is_array()) return false;
      Ring ring;
      for (const Json& index : indices) {
        if (!index.is_number_unsigned() || index.get<std::size_t>() >= vertices_.size()) {
          return false;
        }
        ring.push_back(vertices_[index.get<std::size_t>()]);
      }
      if (ring.size() < 3) continue;
      (face.outer.empty() ? face.outer : face.holes.emplace_back()) = std::move(ring);
    }
    if (face.outer.size() >= 3 && std::abs(signed_area(face.outer)) > kFlatArea) {
      faces_.push_back(std::move(face));
    }
    return true;
  }

  static void add_ring(OGRPolygon& polygon, const Ring& ring) {
    auto line = std::make_unique<OGRLinearRing>();
    for (const Point p : ring) line->addPoint(p.x, p.y);
    line->closeRings();
    polygon.addRingDirectly(line.release());
  }

  // All faces from above as one area, in parts.
  std::vector<Polygon> from_above() const {
    OGRMultiPolygon all;
    for (const Polygon& face : faces_) {
      auto polygon = std::make_unique<OGRPolygon>();
      add_ring(*polygon, face.outer);
      for (const Ring& hole : face.holes) add_ring(*polygon, hole);
      all.addGeometryDirectly(polygon.release());
    }
    CPLPushErrorHandler(CPLQuietErrorHandler);
    const OGRGeometryUniquePtr united(all.UnionCascaded());
    CPLPopErrorHandler();
    std::vector<Polygon> parts;
    if (!united) return faces_;  // faces that GEOS cannot unite still cover the ground
    const auto take = [&](const OGRPolygon& from) {
      Polygon polygon;
      for (const OGRLinearRing* from_ring : from) {
        Ring ring;
        for (int i = 0; i + 1 < from_ring->getNumPoints(); ++i) {
          ring.push_back(snap({from_ring->getX(i), from_ring->getY(i)}));
        }
        const bool is_outer = from_ring == from.getExteriorRing();
        if (std::abs(signed_area(ring)) < kFlatArea) {
          if (is_outer) return;
          continue;
        }
        if ((signed_area(ring) > 0) != is_outer) std::reverse(ring.begin() + 1, ring.end());
        (is_outer ? polygon.outer : polygon.holes.emplace_back()) = std::move(ring);
      }
      parts.push_back(std::move(polygon));
    };
    const auto collect = [&](const OGRGeometry& geometry, const auto& self) -> void {
      const auto type = wkbFlatten(geometry.getGeometryType());
      if (type == wkbPolygon) {
        take(*geometry.toPolygon());
      } else if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection)) {
        for (const OGRGeometry* part : *geometry.toGeometryCollection()) self(*part, self);
      }
    };
    collect(*united, collect);
    return parts;
  }

  void add(const std::string& id, const Json& object) {
    WijkSourceLayer& layer = layers_[object["type"].get<std::string>()];
    layer.file = name_;
    layer.name = object["type"].get<std::string>();
    const Json metadata = root_.value("metadata", Json::object());
    if (metadata.is_object() && metadata.contains("referenceSystem") &&
        metadata["referenceSystem"].is_string()) {
      layer.crs = metadata["referenceSystem"].get<std::string>();
    }
    WijkFeature feature;
    feature.id = id;
    const Json attributes = object.value("attributes", Json::object());
    if (attributes.is_object()) {
      for (const auto& [key, value] : attributes.items()) {
        std::string text = value.is_string()   ? squeeze(value.get<std::string>())
                           : value.is_number() ? value.dump()
                                               : "";
        if (!text.empty()) feature.values.emplace_back(layer.add_column(key), std::move(text));
      }
    }
    if (!faces_.empty()) feature.polygons = from_above();
    if (feature.polygons.empty()) {
      ++layer.without_geometry;
    } else {
      layer.features.push_back(std::move(feature));
    }
  }

  const Json& root_;
  const std::string& name_;
  std::vector<Point> vertices_;
  std::vector<Polygon> faces_;
  std::map<std::string, WijkSourceLayer> layers_;
};

}  // namespace

Result<std::vector<WijkSourceLayer>> read_cityjson(const WijkFile& file, Job& job) {
  Result<std::string> text = file.bytes ? Result<std::string>(*file.bytes) : read_file(file.path);
  if (!text) return text.error();
  const Result<Json> root = parse_json(*text, file.name);
  if (!root) return root.error();
  try {
    return City(*root, file.name).read(job);
  } catch (const Json::exception&) {  // a part of another type than the standard says
    return Error{Code::BadInput,
                 {"Dit CityJSON-bestand is beschadigd.", "This CityJSON file is damaged."},
                 file.name};
  }
}

}  // namespace trefpunt
