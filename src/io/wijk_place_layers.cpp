// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/wijk_place_layers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "io/wijk_crs.h"

namespace trefpunt {

namespace {

template <typename Visit>
void each_point(WijkFeature& feature, Visit visit) {
  for (Point& p : feature.points) visit(p);
  for (Line& line : feature.lines) {
    for (Point& p : line) visit(p);
  }
  for (Polygon& polygon : feature.polygons) {
    for (Point& p : polygon.outer) visit(p);
    for (Ring& hole : polygon.holes) {
      for (Point& p : hole) visit(p);
    }
  }
}

std::vector<Point> points_of(WijkSourceLayer& layer) {
  std::vector<Point> points;
  for (WijkFeature& feature : layer.features) {
    each_point(feature, [&](Point p) { points.push_back(p); });
  }
  return points;
}

// Two corners may become one when they are rounded; a ring then loses one of them.
void drop_repeats(std::vector<Point>& points, bool is_ring) {
  points.erase(std::unique(points.begin(), points.end()), points.end());
  if (is_ring && points.size() > 1 && points.front() == points.back()) points.pop_back();
}

void put_back(WijkSourceLayer& layer, const std::vector<Point>& points) {
  std::size_t at = 0;
  for (WijkFeature& feature : layer.features) {
    bool is_good = true;
    each_point(feature, [&](Point& p) {
      p = points[at++];
      is_good = is_good && std::isfinite(p.x);
    });
    if (!is_good) {
      feature.points.clear();
      feature.lines.clear();
      feature.polygons.clear();
    }
    for (Line& line : feature.lines) drop_repeats(line, false);
    std::erase_if(feature.lines, [](const Line& line) { return line.size() < 2; });
    for (Polygon& polygon : feature.polygons) {
      drop_repeats(polygon.outer, true);
      for (Ring& hole : polygon.holes) drop_repeats(hole, true);
      std::erase_if(polygon.holes, [](const Ring& hole) { return hole.size() < 3; });
    }
    std::erase_if(feature.polygons, [](const Polygon& p) { return p.outer.size() < 3; });
  }
  if (layer.is_table) return;  // rows without a point are looked up by address
  const std::size_t lost = std::erase_if(
      layer.features, [](const WijkFeature& feature) { return !feature.has_geometry(); });
  layer.without_geometry += static_cast<int>(lost);
}

bool is_used(const MappedLayer& layer) {
  const WijkMeaning meaning = layer.mapping.meaning;
  return meaning != WijkMeaning::Ignore && meaning != WijkMeaning::Unknown;
}

struct Located {
  MappedLayer* layer;
  StatedCrs crs;
  Point middle;  // degrees
  std::vector<Point> points;
};

Finding projected(const WijkCrs& target, const std::string& from) {
  const auto metres = [&](Lang lang) { return format_short(target.accuracy, 2, lang); };
  const bool is_exact = target.accuracy == 0;
  return {finding::kWijkProjected,
          Severity::Note,
          {fmt::format("Coördinaten in {} zijn omgezet naar {}{}.", from, target.code,
                       is_exact ? "" : fmt::format(", op {} m nauwkeurig", metres(Lang::Nl))),
           fmt::format("Coordinates in {} were changed to {}{}.", from, target.code,
                       is_exact ? "" : fmt::format(", good to {} m", metres(Lang::En)))},
          "",
          ""};
}

}  // namespace

Result<WijkCrs> place_layers(std::vector<MappedLayer>& layers, const std::string& stated,
                             std::vector<Finding>& findings, Job& job) {
  std::vector<Located> located;
  for (MappedLayer& layer : layers) {
    if (!is_used(layer)) continue;
    std::vector<Point> points = points_of(layer.source);
    if (points.empty()) continue;
    Result<StatedCrs> crs =
        stated_crs(layer.source.crs.empty() ? stated : layer.source.crs, layer.where());
    if (!crs) return crs.error();
    Result<Point> middle = middle_in_degrees(points, *crs, layer.where());
    if (!middle) return middle.error();
    located.push_back({&layer, std::move(*crs), *middle, std::move(points)});
  }
  if (located.empty()) return WijkCrs{};
  WijkCrs target = metric_crs_at(located.front().middle);
  for (const Located& one : located) {
    const WijkCrs own = metric_crs_at(one.middle);
    if (own.code == "EPSG:28992") target = own;
  }
  std::vector<std::string> changed;
  for (Located& one : located) {
    if (job.stopped()) return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
    Result<WijkProjection> projection =
        WijkProjection::make(one.crs, target, one.middle, one.layer->where());
    if (!projection) return projection.error();
    projection->apply(one.points);
    put_back(one.layer->source, one.points);
    target.accuracy = std::max(target.accuracy, projection->accuracy());
    if (one.crs.name != definition_of(target) && std::ranges::count(changed, one.crs.name) == 0) {
      changed.push_back(one.crs.name);
    }
  }
  std::string from;
  for (const std::string& name : changed) from += (from.empty() ? "" : ", ") + name;
  if (!from.empty()) findings.push_back(projected(target, from));
  return target;
}

}  // namespace trefpunt
