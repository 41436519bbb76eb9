// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/check.h"
#include "space/isovist.h"

namespace trefpunt {

namespace {

struct Part {  // of an edge that sight ends on, within the view
  Point from, to;
  IsovistEdge kind;
  std::int32_t wall;
  double turn;  // radians from the right end of the view to its middle
};

// Cuts an edge with the half plane to the left of `side` (sign 1) or to its right (-1). False:
// nothing is left.
bool cut(Point side, double sign, Point& from, Point& to) {
  const double a = sign * cross(side, from), b = sign * cross(side, to);
  if (a <= 0 && b <= 0) return false;
  if (a < 0) from = from + (a / (a - b)) * (to - from);
  if (b < 0) to = from + (a / (a - b)) * (to - from);
  return true;
}

double turn_between(Point right, Point to) {
  const double angle = std::atan2(cross(right, to), dot(right, to));
  return angle < 0 ? angle + 2 * std::numbers::pi : angle;
}

}  // namespace

Isovist within_view(const Isovist& whole, AngleOfView view) {
  TP_CHECK(view.angle > 0);
  if (whole.state != Isovist::State::Seen || view.angle >= 2 * std::numbers::pi) return whole;
  const auto at = [&](double angle) {
    return Point{std::cos(view.direction + angle), std::sin(view.direction + angle)};
  };
  // Two halves, so that each is convex.
  const Point sides[] = {at(-view.angle / 2), at(0), at(view.angle / 2)};
  std::vector<Part> parts;
  for (int half = 0; half < 2; ++half) {
    for (std::size_t i = 0; i < whole.corners.size(); ++i) {
      if (whole.edges[i] == IsovistEdge::Occluding) continue;
      Point from = whole.corners[i], to = whole.corners[whole.next(i)];
      // The half of the view is less than half a turn wide: it is what both half planes leave.
      if (!cut(sides[half], 1, from, to) || !cut(sides[half + 1], -1, from, to)) continue;
      const double turn = turn_between(sides[0], middle(from, to));
      parts.push_back({from, to, whole.edges[i], whole.walls[i], turn});
    }
  }
  std::sort(parts.begin(), parts.end(),
            [](const Part& a, const Part& b) { return a.turn < b.turn; });

  Isovist out;
  out.from = whole.from;
  out.state = whole.state;
  out.is_closed = true;
  const auto add = [&](Point corner, IsovistEdge kind, std::int32_t wall) {
    out.corners.push_back(corner);
    out.edges.push_back(kind);
    out.walls.push_back(wall);
  };
  add({0, 0}, IsovistEdge::Side, -1);
  // Ends of parts on one ray were computed in two ways.
  constexpr double kSame = 1e-9;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Part& part = parts[i];
    if (part.kind == IsovistEdge::Open) out.is_closed = false;
    const bool goes_on = i > 0 && part.wall >= 0 && out.walls.back() == part.wall &&
                         distance(parts[i - 1].to, part.from) < kSame;
    if (!goes_on) add(part.from, part.kind, part.wall);
    if (i + 1 == parts.size()) {
      add(part.to, IsovistEdge::Side, -1);
    } else if (distance(part.to, parts[i + 1].from) >= kSame) {
      add(part.to, IsovistEdge::Occluding, -1);
    }
  }
  return out;
}

}  // namespace trefpunt
