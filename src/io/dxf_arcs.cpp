// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/dxf_arcs.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace trefpunt {

namespace {

constexpr double kSame = 0.02;  // relative: how far pieces of one arc may differ
constexpr std::size_t kFewestPieces = 4;

std::optional<Point> circle_centre(Point a, Point b, Point c) {
  const Point u = b - a, v = c - a;
  const double d = 2 * cross(u, v);
  if (std::abs(d) < 1e-12 * (dot(u, u) + dot(v, v))) return std::nullopt;
  const double uu = dot(u, u), vv = dot(v, v);
  return a + Point{(v.y * uu - u.y * vv) / d, (u.x * vv - v.x * uu) / d};
}

double turn_at(Point a, Point b, Point c) {
  return std::atan2(cross(b - a, c - b), dot(b - a, c - b));
}

}  // namespace

std::vector<Arc> arcs_in(const std::vector<Point>& line) {
  std::vector<Arc> arcs;
  std::size_t first = 0;
  while (first + kFewestPieces < line.size()) {
    // Equal pieces with equal turns belong together.
    const double piece = distance(line[first], line[first + 1]);
    const double turn = turn_at(line[first], line[first + 1], line[first + 2]);
    std::size_t last = first + 1;
    if (piece > 0 && std::abs(turn) > 1e-3 && std::abs(turn) < 0.6) {
      while (last + 1 < line.size() &&
             std::abs(distance(line[last], line[last + 1]) - piece) < kSame * piece &&
             std::abs(turn_at(line[last - 1], line[last], line[last + 1]) - turn) <
                 kSame * std::abs(turn) + 1e-4) {
        ++last;
      }
    }
    const std::size_t pieces = last - first;
    const double sweep = static_cast<double>(pieces) * std::abs(turn);
    if (pieces >= kFewestPieces && sweep < 6) {
      if (const auto centre = circle_centre(line[first], line[first + pieces / 2], line[last])) {
        arcs.push_back({*centre, distance(*centre, line[first]), sweep, line[first], line[last]});
      }
      first = last;
    } else {
      first = std::max(first + 1, last > first + 1 ? last - 1 : first + 1);
    }
  }
  return arcs;
}

}  // namespace trefpunt
