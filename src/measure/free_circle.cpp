// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/free_circle.h"

#include <algorithm>
#include <cmath>
#include <queue>

namespace trefpunt {

namespace {

double distance_to(const Ring& ring, Point p) {
  double shortest = 1e300;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    shortest = std::min(shortest, distance(p, {ring[i], ring[(i + 1) % ring.size()]}));
  }
  return shortest;
}

// Signed, negative inside: clearance() must nowhere change faster than p moves.
double distance_to(const Quarter& quarter, Point p) {
  const Point d = p - quarter.hinge;
  const double a = dot(d, quarter.along);
  const double b = dot(d, quarter.inward);
  if (a >= 0 && b >= 0) {
    const double beyond = length(d) - quarter.radius;
    return beyond >= 0 ? beyond : -std::min({-beyond, a, b});
  }
  const double r = quarter.radius;
  return std::min(distance(p, {quarter.hinge, quarter.hinge + r * quarter.along}),
                  distance(p, {quarter.hinge, quarter.hinge + r * quarter.inward}));
}

struct Square {
  Point centre;
  double half;
  double at_most;  // clearance of any of its points
  bool operator<(const Square& other) const { return at_most < other.at_most; }
};

}  // namespace

double clearance(const FreeFloor& free, Point p) {
  double edge = distance_to(free.floor.outer, p);
  for (const Ring& hole : free.floor.holes) edge = std::min(edge, distance_to(hole, p));
  double least = contains(free.floor, p) ? edge : -edge;
  for (const Ring& ring : free.rings) {
    const double away = distance_to(ring, p);
    least = std::min(least, contains(ring, p) ? -away : away);
  }
  for (const Disc& disc : free.discs) {
    least = std::min(least, distance(p, disc.centre) - disc.radius);
  }
  for (const Quarter& quarter : free.quarters) least = std::min(least, distance_to(quarter, p));
  return least;
}

double largest_circle(const FreeFloor& free) {
  const Box box = box_of(free.floor.outer);
  const double half = std::min(box.width(), box.height()) / 2;
  if (half <= 0) return 0;
  double best = 0;
  std::priority_queue<Square> squares;
  const auto add = [&](Point centre, double size) {
    const double here = clearance(free, centre);
    best = std::max(best, here);
    const double at_most = here + size * std::sqrt(2.0);
    if (at_most > best + kCirclePrecision) squares.push({centre, size, at_most});
  };
  for (double x = box.low.x + half; x < box.high.x + half; x += 2 * half) {
    for (double y = box.low.y + half; y < box.high.y + half; y += 2 * half) add({x, y}, half);
  }
  while (!squares.empty()) {
    const Square square = squares.top();
    squares.pop();
    if (square.at_most <= best + kCirclePrecision) break;
    const double quarter = square.half / 2;
    for (const double dx : {-quarter, quarter}) {
      for (const double dy : {-quarter, quarter}) {
        add({square.centre.x + dx, square.centre.y + dy}, quarter);
      }
    }
  }
  return best;
}

}  // namespace trefpunt
