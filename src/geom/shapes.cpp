// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/shapes.h"

#include <algorithm>
#include <cmath>
#include <queue>

namespace trefpunt {

double length(Point v) {
  return std::sqrt(v.x * v.x +
                   v.y * v.y);  // metres do not overflow: std::hypot is ten times slower
}
double distance(Point a, Point b) {
  return length(b - a);
}

Point snap(Point p) {
  // +0.0 turns a negative zero into zero, so that equal places have equal bytes.
  return {std::round(p.x * 1e6) / 1e6 + 0.0, std::round(p.y * 1e6) / 1e6 + 0.0};
}

Point closest(Point p, const Segment& s) {
  const Point along = s.b - s.a;
  const double square = dot(along, along);
  if (square == 0) return s.a;
  return s.a + std::clamp(dot(p - s.a, along) / square, 0.0, 1.0) * along;
}

double distance(Point p, const Segment& s) {
  return distance(p, closest(p, s));
}

void Box::add(Point p) {
  low = {std::min(low.x, p.x), std::min(low.y, p.y)};
  high = {std::max(high.x, p.x), std::max(high.y, p.y)};
}

void Box::add(const Box& other) {
  if (other.empty()) return;
  add(other.low);
  add(other.high);
}

bool Box::contains(Point p) const {
  return p.x >= low.x && p.x <= high.x && p.y >= low.y && p.y <= high.y;
}

Box Box::grown(double by) const {
  return empty() ? *this : Box{{low.x - by, low.y - by}, {high.x + by, high.y + by}};
}

double signed_area(const Ring& ring) {
  if (ring.size() < 3) return 0;
  double sum = 0;  // about the first point, to keep digits far from the origin
  for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
    sum += cross(ring[i] - ring[0], ring[i + 1] - ring[0]);
  }
  return sum / 2;
}

double area(const Polygon& polygon) {
  double sum = std::abs(signed_area(polygon.outer));
  for (const Ring& hole : polygon.holes) sum -= std::abs(signed_area(hole));
  return sum;
}

double perimeter(const Ring& ring) {
  double sum = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    sum += distance(ring[i], ring[(i + 1) % ring.size()]);
  }
  return sum;
}

bool contains(const Ring& ring, Point p) {
  bool inside = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const Point a = ring[i], b = ring[j];
    if ((a.y > p.y) == (b.y > p.y)) continue;
    if (p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

bool contains(const Polygon& polygon, Point p) {
  if (!contains(polygon.outer, p)) return false;
  return std::none_of(polygon.holes.begin(), polygon.holes.end(),
                      [&](const Ring& hole) { return contains(hole, p); });
}

Box box_of(const std::vector<Point>& points) {
  Box box;
  for (Point p : points) box.add(p);
  return box;
}

Point centroid(const Ring& ring) {
  if (ring.empty()) return {};
  Point sum{};
  double twice = 0;
  for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
    const Point a = ring[i] - ring[0], b = ring[i + 1] - ring[0];
    const double part = cross(a, b);
    sum = sum + part * (a + b);
    twice += part;
  }
  if (twice == 0)
    return box_of(ring).empty() ? ring[0] : middle(box_of(ring).low, box_of(ring).high);
  return ring[0] + (1 / (3 * twice)) * sum;
}

bool self_crosses(const Ring& ring) {
  const std::size_t n = ring.size();
  const auto side = [](Point a, Point b, Point c) {
    const double value = cross(b - a, c - a);
    return (value > 0) - (value < 0);
  };
  const auto on = [](Point a, Point b, Point c) {  // c on ab, given that the three are collinear
    return std::min(a.x, b.x) <= c.x && c.x <= std::max(a.x, b.x) && std::min(a.y, b.y) <= c.y &&
           c.y <= std::max(a.y, b.y);
  };
  for (std::size_t i = 0; i < n; ++i) {
    const Point a = ring[i], b = ring[(i + 1) % n];
    for (std::size_t j = i + 2; j < n; ++j) {
      if (i == 0 && j + 1 == n) continue;  // neighbours share a point
      const Point c = ring[j], d = ring[(j + 1) % n];
      const int abc = side(a, b, c), abd = side(a, b, d), cda = side(c, d, a), cdb = side(c, d, b);
      if (abc != abd && cda != cdb && abc * abd <= 0 && cda * cdb <= 0 &&
          (abc || abd || cda || cdb)) {
        return true;
      }
      if (!abc && !abd && (on(a, b, c) || on(a, b, d))) return true;
    }
  }
  return false;
}

namespace {

// Negative outside, else the distance to the nearest edge.
double depth(const Polygon& polygon, Point p) {
  double nearest = 1e300;
  const auto edges = [&](const Ring& ring) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      nearest = std::min(nearest, distance(p, Segment{ring[i], ring[(i + 1) % ring.size()]}));
    }
  };
  edges(polygon.outer);
  for (const Ring& hole : polygon.holes) edges(hole);
  return contains(polygon, p) ? nearest : -nearest;
}

struct Square {
  Point centre;
  double half;
  double depth;
  double best() const { return depth + half * 1.4142135623730951; }
  bool operator<(const Square& other) const { return best() < other.best(); }
};

}  // namespace

Point label_point(const Polygon& polygon) {
  // Branch and bound over squares: the best depth a square can hold is its centre's plus half its
  // diagonal.
  const Box box = box_of(polygon.outer);
  const double size = std::max(1e-6, std::min(box.width(), box.height()));
  const double precision = std::max(size / 50, 1e-4);
  std::priority_queue<Square> queue;
  for (double x = box.low.x; x < box.high.x; x += size) {
    for (double y = box.low.y; y < box.high.y; y += size) {
      const Point centre{x + size / 2, y + size / 2};
      queue.push({centre, size / 2, depth(polygon, centre)});
    }
  }
  const Point middle_point = centroid(polygon.outer);
  Square best{middle_point, 0, depth(polygon, middle_point)};
  while (!queue.empty()) {
    const Square square = queue.top();
    queue.pop();
    if (square.depth > best.depth) best = square;
    if (square.best() - best.depth <= precision) break;
    const double half = square.half / 2;
    for (const double dx : {-half, half}) {
      for (const double dy : {-half, half}) {
        const Point centre{square.centre.x + dx, square.centre.y + dy};
        queue.push({centre, half, depth(polygon, centre)});
      }
    }
  }
  return snap(best.centre);
}

}  // namespace trefpunt
