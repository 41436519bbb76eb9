// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "base/hash.h"

namespace trefpunt {

// A place on a plan, in metres, rounded once on import to whole micrometres.
struct Point {
  double x = 0;
  double y = 0;
  auto operator<=>(const Point&) const = default;
};

inline Point operator+(Point a, Point b) {
  return {a.x + b.x, a.y + b.y};
}
inline Point operator-(Point a, Point b) {
  return {a.x - b.x, a.y - b.y};
}
inline Point operator*(double s, Point p) {
  return {s * p.x, s * p.y};
}
inline double dot(Point a, Point b) {
  return a.x * b.x + a.y * b.y;
}
inline double cross(Point a, Point b) {
  return a.x * b.y - a.y * b.x;
}
double length(Point v);
double distance(Point a, Point b);
inline Point middle(Point a, Point b) {
  return {(a.x + b.x) / 2, (a.y + b.y) / 2};
}

// To whole micrometres: finer than any drawing, coarse enough that equal places are equal.
Point snap(Point p);

struct Segment {
  Point a;
  Point b;
  bool operator==(const Segment&) const = default;
};
double distance(Point p, const Segment& s);
Point closest(Point p, const Segment& s);

using Line = std::vector<Point>;  // open polyline
using Ring = std::vector<Point>;  // closed, without the repeated last point

// A face: an outer ring counter-clockwise, holes clockwise.
struct Polygon {
  Ring outer;
  std::vector<Ring> holes;
  bool operator==(const Polygon&) const = default;
};

struct Box {
  Point low{1e300, 1e300};
  Point high{-1e300, -1e300};
  bool empty() const { return low.x > high.x; }
  double width() const { return empty() ? 0 : high.x - low.x; }
  double height() const { return empty() ? 0 : high.y - low.y; }
  void add(Point p);
  void add(const Box& other);
  bool contains(Point p) const;
  Box grown(double by) const;
};

double signed_area(const Ring& ring);  // m2, positive when counter-clockwise
double area(const Polygon& polygon);   // m2
double perimeter(const Ring& ring);
bool contains(const Ring& ring, Point p);  // even-odd; the edge itself may go either way
bool contains(const Polygon& polygon, Point p);
Box box_of(const std::vector<Point>& points);
Point centroid(const Ring& ring);
bool self_crosses(const Ring& ring);  // O(n^2), properly crossing or touching edges

// A point well inside, far from the edges: where a label fits. The polygon must have area.
Point label_point(const Polygon& polygon);

inline void hash_into(Hasher& hasher, const Point& p) {
  hasher.add(p.x).add(p.y);
}

}  // namespace trefpunt
