// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/pdf_arc.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace trefpunt {

namespace {

constexpr double kOffArc = 0.005;   // of the radius: how far a point may lie off the circle
constexpr double kRounding = 0.02;  // mm: of the numbers in the file
constexpr double kStep = 4 * std::numbers::pi / 180;
constexpr double kLeastSweep = 0.5, kMostSweep = 6;  // rad
constexpr double kLargestRadius = 1000;              // mm

}  // namespace

std::vector<Point> even_arc(std::vector<Point> line) {
  if (line.size() < 5) return line;
  const Point a = line.front(), d = line.back(), m = line[line.size() / 2];
  const Point u = m - a, v = d - a;
  const double turn = 2 * cross(u, v);
  const double uu = dot(u, u), vv = dot(v, v);
  if (!(std::abs(turn) > 1e-9 * (uu + vv))) return line;
  const Point centre = a + Point{(v.y * uu - u.y * vv) / turn, (u.x * vv - v.x * uu) / turn};
  const double radius = distance(centre, a);
  if (!(radius < kLargestRadius)) return line;
  double sweep = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (std::abs(distance(centre, line[i]) - radius) > std::max(kRounding, kOffArc * radius)) {
      return line;
    }
    if (i == 0) continue;
    const Point p = line[i - 1] - centre, q = line[i] - centre;
    const double part = std::atan2(cross(p, q), dot(p, q));
    // Always the same way around, in pieces short enough to be those of a curve.
    if (part * turn <= 0 || std::abs(part) > kLeastSweep) return line;
    sweep += part;
  }
  if (std::abs(sweep) < kLeastSweep || std::abs(sweep) > kMostSweep) return line;
  const int pieces = std::max(6, static_cast<int>(std::lround(std::abs(sweep) / kStep)));
  std::vector<Point> even{a};
  for (int i = 1; i < pieces; ++i) {
    const double angle = sweep * i / pieces, c = std::cos(angle), s = std::sin(angle);
    const Point p = a - centre;
    even.push_back(centre + Point{c * p.x - s * p.y, s * p.x + c * p.y});
  }
  even.push_back(d);
  return even;
}

}  // namespace trefpunt
