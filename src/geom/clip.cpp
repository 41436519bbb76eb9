// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/clip.h"

#define BOOST_ALLOW_DEPRECATED_HEADERS  // its own headers include some
#include <boost/geometry.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>

namespace trefpunt {

namespace {

namespace bg = boost::geometry;
using BoostPoint = bg::model::d2::point_xy<double>;
using BoostPolygon = bg::model::polygon<BoostPoint, false, false>;  // counter-clockwise, open

// Moved to an origin near by: coordinates of a country leave few digits for a product.
BoostPolygon boost_of(const Polygon& polygon, Point origin) {
  BoostPolygon made;
  for (const Point& p : polygon.outer) made.outer().emplace_back(p.x - origin.x, p.y - origin.y);
  made.inners().resize(polygon.holes.size());
  for (std::size_t h = 0; h < polygon.holes.size(); ++h) {
    for (const Point& p : polygon.holes[h]) {
      made.inners()[h].emplace_back(p.x - origin.x, p.y - origin.y);
    }
  }
  bg::correct(made);
  return made;
}

bool are_apart(const Box& a, const Box& b) {
  return a.empty() || b.empty() || a.high.x <= b.low.x || b.high.x <= a.low.x ||
         a.high.y <= b.low.y || b.high.y <= a.low.y;
}

bool crosses_itself(const BoostPolygon& polygon) {
  bg::validity_failure_type failure = bg::no_failure;
  return !bg::is_valid(polygon, failure) && failure == bg::failure_self_intersections;
}

}  // namespace

std::optional<double> common_area(const Polygon& one, const Polygon& other) {
  if (are_apart(box_of(one.outer), box_of(other.outer))) return 0.0;
  const Point origin = one.outer.front();
  std::vector<BoostPolygon> common;
  try {
    const BoostPolygon a = boost_of(one, origin), b = boost_of(other, origin);
    if (crosses_itself(a) || crosses_itself(b)) return std::nullopt;
    bg::intersection(a, b, common);
  } catch (const bg::exception&) {
    return std::nullopt;
  }
  double sum = 0;
  for (const BoostPolygon& piece : common) sum += bg::area(piece);
  return sum;
}

std::optional<double> common_area(const Polygon& one, const std::vector<Polygon>& parts) {
  double sum = 0;
  for (const Polygon& part : parts) {
    const std::optional<double> own = common_area(one, part);
    if (!own) return std::nullopt;
    sum += *own;
  }
  return sum;
}

}  // namespace trefpunt
