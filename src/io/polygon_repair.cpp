// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/polygon_repair.h"

#include <cpl_error.h>
#include <ogr_geometry.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace trefpunt {

namespace {

OGRLinearRing ogr_ring(const Ring& ring) {
  OGRLinearRing out;
  for (Point p : ring) out.addPoint(p.x, p.y);
  out.closeRings();
  return out;
}

OGRPolygon ogr_polygon(const Polygon& polygon) {
  OGRPolygon out;
  OGRLinearRing outer = ogr_ring(polygon.outer);
  out.addRing(&outer);
  for (const Ring& hole : polygon.holes) {
    OGRLinearRing inner = ogr_ring(hole);
    out.addRing(&inner);
  }
  return out;
}

Ring ring_of(const OGRLinearRing& ring, bool is_outer) {
  Ring out;
  for (int i = 0; i < ring.getNumPoints(); ++i) {
    const Point p = snap({ring.getX(i), ring.getY(i)});
    if (out.empty() || p != out.back()) out.push_back(p);
  }
  if (out.size() > 1 && out.front() == out.back()) out.pop_back();
  if ((signed_area(out) > 0) != is_outer) std::reverse(out.begin(), out.end());
  return out;
}

void collect(const OGRGeometry& geometry, std::vector<Polygon>& found) {
  if (wkbFlatten(geometry.getGeometryType()) == wkbPolygon) {
    const OGRPolygon& from = *geometry.toPolygon();
    if (from.IsEmpty()) return;
    Polygon polygon{ring_of(*from.getExteriorRing(), true), {}};
    for (int i = 0; i < from.getNumInteriorRings(); ++i) {
      polygon.holes.push_back(ring_of(*from.getInteriorRing(i), false));
    }
    if (polygon.outer.size() >= 3) found.push_back(std::move(polygon));
  } else if (OGR_GT_IsSubClassOf(geometry.getGeometryType(), wkbGeometryCollection)) {
    for (const OGRGeometry* part : *geometry.toGeometryCollection()) collect(*part, found);
  }
}

// GDAL tells its own error handler about odd polygons; we have our own findings.
struct Quiet {
  Quiet() { CPLPushErrorHandler(CPLQuietErrorHandler); }
  ~Quiet() { CPLPopErrorHandler(); }
};

}  // namespace

std::optional<Polygon> repaired(const Polygon& polygon) {
  const Quiet quiet;
  const OGRPolygon from = ogr_polygon(polygon);
  const std::unique_ptr<OGRGeometry> valid(from.MakeValid());
  if (!valid) return std::nullopt;
  std::vector<Polygon> parts;
  collect(*valid, parts);
  if (parts.empty()) return std::nullopt;
  std::sort(parts.begin(), parts.end(),
            [](const Polygon& a, const Polygon& b) { return area(a) > area(b); });
  double rest = 0;
  for (std::size_t i = 1; i < parts.size(); ++i) rest += area(parts[i]);
  if (rest > 0.01 * area(parts[0])) return std::nullopt;
  return parts[0];
}

double overlap_area(const Polygon& one, const Polygon& other) {
  const Quiet quiet;
  const OGRPolygon a = ogr_polygon(one);
  const OGRPolygon b = ogr_polygon(other);
  const std::unique_ptr<OGRGeometry> both(a.Intersection(&b));
  if (!both) return 0;
  std::vector<Polygon> parts;
  collect(*both, parts);
  double sum = 0;
  for (const Polygon& part : parts) sum += area(part);
  return sum;
}

std::optional<std::vector<Polygon>> overlaid(const std::vector<Polygon>& ones, Overlay how,
                                             const std::vector<Polygon>& others) {
  const Quiet quiet;
  const auto all = [](const std::vector<Polygon>& polygons) -> std::unique_ptr<OGRGeometry> {
    OGRMultiPolygon many;
    for (const Polygon& polygon : polygons) {
      const OGRPolygon one = ogr_polygon(polygon);
      many.addGeometry(&one);
    }
    return std::unique_ptr<OGRGeometry>(polygons.size() == 1 ? many.getGeometryRef(0)->clone()
                                                             : many.UnionCascaded());
  };
  const std::unique_ptr<OGRGeometry> a = all(ones), b = all(others);
  if (!a || !b) return std::nullopt;
  const std::unique_ptr<OGRGeometry> made(how == Overlay::Without  ? a->Difference(b.get())
                                          : how == Overlay::Within ? a->Intersection(b.get())
                                                                   : a->Union(b.get()));
  if (!made) return std::nullopt;
  std::vector<Polygon> parts;
  collect(*made, parts);
  return parts;
}

Ring with_slits(const Polygon& polygon) {
  Ring ring = polygon.outer;
  for (const Ring& hole : polygon.holes) {
    std::size_t from = 0, to = 0;
    double nearest = 1e300;
    for (std::size_t i = 0; i < ring.size(); ++i) {
      for (std::size_t j = 0; j < hole.size(); ++j) {
        const double d = distance(ring[i], hole[j]);
        if (d < nearest) {
          nearest = d;
          from = i;
          to = j;
        }
      }
    }
    Ring joined(ring.begin(), ring.begin() + static_cast<long>(from) + 1);
    for (std::size_t j = 0; j <= hole.size(); ++j) joined.push_back(hole[(to + j) % hole.size()]);
    joined.insert(joined.end(), ring.begin() + static_cast<long>(from), ring.end());
    ring = std::move(joined);
  }
  return ring;
}

}  // namespace trefpunt
