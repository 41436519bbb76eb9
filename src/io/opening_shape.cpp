// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/opening_shape.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace trefpunt {

namespace {

constexpr double kCell = 2.0;            // m
constexpr double kMostSolidCells = 1e5;  // of one ring: 600 by 600 m
constexpr double kStraight = 0.002;      // m: a corner less off the side than this is none
constexpr double kOwnCorner = 0.10;  // m: a corner of the rectangle takes the shape's own corner
constexpr double kFeel = 0.01;       // m: how far beyond a side to feel for a wall
constexpr double kOnLine = 0.02;     // m
constexpr double kThinnest = 0.001;  // m

long cell_of(double x) {
  return static_cast<long>(std::floor(x / kCell));
}

// The rectangle of least area around the ring; one side lies along an edge of it.
Ring smallest_rectangle(const Ring& ring) {
  Ring best;
  double best_area = 1e300;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point edge = ring[(i + 1) % ring.size()] - ring[i];
    const double size = length(edge);
    if (size < kThinnest) continue;
    const Point u = (1 / size) * edge;
    const Point v{-u.y, u.x};
    Box box;
    for (Point p : ring) box.add(Point{dot(p - ring[0], u), dot(p - ring[0], v)});
    const double area = box.width() * box.height();
    if (area >= best_area) continue;
    best_area = area;
    const auto corner = [&](double x, double y) { return ring[0] + (x * u + y * v); };
    best = {corner(box.low.x, box.low.y), corner(box.high.x, box.low.y),
            corner(box.high.x, box.high.y), corner(box.low.x, box.high.y)};
  }
  for (Point& corner : best) {
    Point nearest = ring[0];
    for (Point p : ring) {
      if (distance(p, corner) < distance(nearest, corner)) nearest = p;
    }
    corner = distance(nearest, corner) < kOwnCorner ? nearest : snap(corner);
  }
  return best;
}

// How much of a side lies against something solid, 0 to 3.
int contact(Point a, Point b, Point centre, const SolidIndex& solids) {
  const Point along = b - a;
  const double size = length(along);
  if (size < kThinnest) return 3;
  Point out = (1 / size) * Point{along.y, -along.x};
  if (dot(out, middle(a, b) - centre) < 0) out = -1.0 * out;
  int found = 0;
  for (const double at : {0.2, 0.5, 0.8}) {
    if (solids.is_solid(a + (at * along + kFeel * out))) ++found;
  }
  return found;
}

}  // namespace

std::vector<SolidIndex::Cell> SolidIndex::cells_in(const Box& box, std::vector<std::size_t>& wide,
                                                   std::size_t index) const {
  std::vector<Cell> cells;
  if (!(box.width() / kCell * (box.height() / kCell) < kMostSolidCells &&
        box.width() + box.height() < kMostSolidCells)) {
    wide.push_back(index);
    return cells;
  }
  for (long x = cell_of(box.low.x); x <= cell_of(box.high.x); ++x) {
    for (long y = cell_of(box.low.y); y <= cell_of(box.high.y); ++y) cells.push_back({x, y});
  }
  return cells;
}

void SolidIndex::add_ring(const Ring& ring) {
  for (const Cell& cell : cells_in(box_of(ring), wide_rings_, rings_.size()))
    cells_[cell].rings.push_back(rings_.size());
  rings_.push_back(ring);
}

void SolidIndex::add_line(const Line& line) {
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const Box box = box_of({line[i], line[i + 1]}).grown(kOnLine);
    for (const Cell& cell : cells_in(box, wide_segments_, segments_.size()))
      cells_[cell].segments.push_back(segments_.size());
    segments_.push_back({line[i], line[i + 1]});
  }
}

bool SolidIndex::is_solid(Point p) const {
  const auto is_any = [&](const std::vector<std::size_t>& rings,
                          const std::vector<std::size_t>& segments) {
    return std::any_of(rings.begin(), rings.end(),
                       [&](std::size_t i) { return contains(rings_[i], p); }) ||
           std::any_of(segments.begin(), segments.end(),
                       [&](std::size_t i) { return distance(p, segments_[i]) < kOnLine; });
  };
  if (is_any(wide_rings_, wide_segments_)) return true;
  const auto at = cells_.find({cell_of(p.x), cell_of(p.y)});
  return at != cells_.end() && is_any(at->second.rings, at->second.segments);
}

Ring simplified(const Ring& ring, double tolerance) {
  Ring out = ring;
  for (std::size_t i = 0; out.size() > 3 && i < out.size();) {
    const Point before = out[(i + out.size() - 1) % out.size()];
    const Point after = out[(i + 1) % out.size()];
    if (distance(out[i], Segment{before, after}) <= tolerance) {
      out.erase(out.begin() + static_cast<long>(i));
      i = i > 0 ? i - 1 : 0;
    } else {
      ++i;
    }
  }
  return out;
}

OpeningShape opening_shape(const Ring& ring, const SolidIndex& solids) {
  Ring corners = simplified(ring, kStraight);
  if (corners.size() != 4) corners = smallest_rectangle(ring);
  if (corners.size() != 4) return {ring.front(), ring.back(), {}};

  const Point centre = 0.5 * (middle(corners[0], corners[2]) + middle(corners[1], corners[3]));
  std::array<int, 4> felt{};
  std::array<double, 4> size{};
  for (std::size_t i = 0; i < 4; ++i) {
    felt[i] = contact(corners[i], corners[(i + 1) % 4], centre, solids);
    size[i] = distance(corners[i], corners[(i + 1) % 4]);
  }
  const int felt_even = felt[0] + felt[2];
  const int felt_odd = felt[1] + felt[3];
  const bool jambs_are_even =
      felt_even != felt_odd ? felt_even > felt_odd : size[0] + size[2] < size[1] + size[3];
  // Wanted: sides 1 and 3 are the jambs.
  const std::size_t first = jambs_are_even ? 1 : 0;
  Ring footprint;
  for (std::size_t i = 0; i < 4; ++i) footprint.push_back(corners[(first + i) % 4]);
  OpeningShape shape;
  shape.a = snap(middle(footprint[3], footprint[0]));
  shape.b = snap(middle(footprint[1], footprint[2]));
  const double thickness =
      std::min(distance(footprint[1], footprint[2]), distance(footprint[3], footprint[0]));
  if (thickness >= kThinnest && std::abs(signed_area(footprint)) > 0) shape.footprint = footprint;
  return shape;
}

}  // namespace trefpunt
