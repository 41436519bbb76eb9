// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/street_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "io/street_tags.h"
#include "io/wijk_crs.h"
#include "io/wijk_files.h"
#include "io/wijk_gdal.h"

namespace trefpunt {

namespace {

constexpr const char* kStreetNames[] = {"street", "straat", "straten", "road",  "weg",  "wegen",
                                        "wegvak", "path",   "paden",   "lines", "edges"};

bool has_lines(const WijkSourceLayer& layer) {
  return std::any_of(layer.features.begin(), layer.features.end(),
                     [](const WijkFeature& one) { return !one.lines.empty(); });
}

bool is_named_as_streets(const WijkSourceLayer& layer) {
  const std::string name = fold(layer.name);
  return std::any_of(std::begin(kStreetNames), std::end(kStreetNames),
                     [&](const char* word) { return name.find(word) != std::string::npos; });
}

bool says_streets(const WijkSourceLayer& layer) {
  return layer.is_tagged || layer.column("highway") >= 0 || layer.column("fclass") >= 0 ||
         layer.column("wegbehsrt") >= 0 || is_named_as_streets(layer);
}

// The one layer with streets in it.
Result<WijkSourceLayer*> choose_layer(std::vector<WijkSourceLayer>& layers,
                                      const StreetReadOptions& options, const std::string& file) {
  std::vector<WijkSourceLayer*> with_lines;
  for (WijkSourceLayer& layer : layers) {
    if (has_lines(layer) && (options.layer.empty() || layer.name == options.layer)) {
      with_lines.push_back(&layer);
    }
  }
  std::vector<WijkSourceLayer*> chosen = with_lines;
  if (chosen.size() > 1) {
    std::erase_if(chosen, [](const WijkSourceLayer* layer) { return !says_streets(*layer); });
  }
  // OpenStreetMap's second layer of lines holds relations; its ways are in the first.
  if (chosen.size() > 1 && chosen.front()->is_tagged) chosen.resize(1);
  if (chosen.size() == 1) return chosen.front();
  if (with_lines.empty()) {
    return Error{Code::NotFound,
                 {"dit bestand heeft geen laag met lijnen, dus geen straten",
                  "this file has no layer with lines, so no streets"},
                 options.layer.empty() ? file : fmt::format("{}: layer '{}'", file, options.layer)};
  }
  std::string names;
  for (const WijkSourceLayer* layer : with_lines) {
    names += (names.empty() ? "" : ", ") + layer->name;
  }
  return Error{
      Code::BadInput,
      {fmt::format("dit bestand heeft meer lagen met lijnen: {}. Kies er een met --layer", names),
       fmt::format("this file has several layers with lines: {}. Choose one with --layer", names)},
      file};
}

// All streets at once into the metres of a wijk.
Status to_metres(StreetSource& source, const StatedCrs& stated, const std::string& where) {
  std::vector<Point> points;
  for (const Street& street : source.streets) {
    points.insert(points.end(), street.line.begin(), street.line.end());
  }
  const Result<Point> middle = middle_in_degrees(points, stated, where);
  if (!middle) return middle.error();
  source.crs = metric_crs_at(*middle);
  const Result<WijkProjection> projection =
      WijkProjection::make(stated, source.crs, *middle, where);
  if (!projection) return projection.error();
  source.crs.accuracy = projection->accuracy();
  projection->apply(points);
  std::size_t next = 0;
  for (Street& street : source.streets) {
    for (Point& p : street.line) p = points[next++];
  }
  return Done{};
}

}  // namespace

LayerStreets streets_of(const WijkSourceLayer& layer,
                        const std::map<std::string, std::string>& said_columns) {
  const StreetColumns columns(layer, said_columns);
  LayerStreets made;
  for (const WijkFeature& feature : layer.features) {
    if (feature.lines.empty()) continue;
    const StreetTags tags = columns.read(feature);
    if (!tags.may_walk) {
      ++made.not_walkable;
      continue;
    }
    for (const Line& line : feature.lines) {
      Street street;
      street.line = line;
      street.kind = tags.kind;
      street.name = tags.name;
      street.wheelchair = tags.wheelchair;
      street.width = tags.width;
      street.is_bridge = tags.is_bridge;
      street.is_tunnel = tags.is_tunnel;
      street.is_planned = tags.is_planned;
      street.source_key = tags.key;
      made.streets.push_back(std::move(street));
    }
  }
  return made;
}

Result<StreetSource> read_streets(const std::string& path, const StreetReadOptions& options,
                                  Job& job) {
  const Result<WijkFile> file = open_wijk_file(path, job);
  if (!file) return file.error();
  if (file->format == WijkFormat::Table || file->format == WijkFormat::TableJson ||
      file->format == WijkFormat::CityJson) {
    return Error{Code::Unsupported,
                 {"dit bestand bevat geen straten; geef OpenStreetMap, GeoPackage, Shapefile, "
                  "GeoJSON, GML of FlatGeobuf",
                  "this file holds no streets; give OpenStreetMap, GeoPackage, Shapefile, GeoJSON, "
                  "GML or FlatGeobuf"},
                 file->name};
  }
  Result<std::vector<WijkSourceLayer>> layers = read_gdal_layers(*file, job);
  if (!layers) return layers.error();
  const Result<WijkSourceLayer*> layer = choose_layer(*layers, options, file->name);
  if (!layer) return layer.error();
  const std::string where = where_of(**layer);
  LayerStreets made = streets_of(**layer);
  StreetSource source;
  source.streets = std::move(made.streets);
  source.layer = (*layer)->name;
  source.not_walkable = made.not_walkable;
  if (source.streets.empty()) {
    return Error{Code::NotFound,
                 {"in dit bestand staat geen straat waar men langs mag lopen",
                  "this file holds no street that one may walk along"},
                 where};
  }
  if ((*layer)->without_geometry > 0) {
    const int count = (*layer)->without_geometry;
    source.findings.push_back(
        {finding::kStreetWithoutPlace,
         Severity::Warning,
         {fmt::format("{} straten hebben geen bruikbare coördinaten en tellen niet mee", count),
          fmt::format("{} streets have no usable coordinates and do not count", count)},
         {},
         where,
         {}});
  }
  const Result<StatedCrs> stated =
      stated_crs(options.crs.empty() ? (*layer)->crs : options.crs, where);
  if (!stated) return stated.error();
  if (const Status done = to_metres(source, *stated, where); !done) return done.error();
  for (std::size_t s = 0; s < source.streets.size(); ++s) {
    source.streets[s].id = StreetId{static_cast<int>(s) + 1};
  }
  return source;
}

}  // namespace trefpunt
