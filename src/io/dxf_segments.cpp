// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/dxf_segments.h"

#include <algorithm>
#include <cmath>

namespace trefpunt {

namespace {

constexpr double kCell = 2.0;     // m
constexpr double kAlong = 0.1;    // sine of the angle below which two directions are one
constexpr double kCorner = 0.05;  // m: a corner this little farther goes before a side

long cell_of(double x) {
  return static_cast<long>(std::floor(x / kCell));
}

}  // namespace

void SegmentIndex::add(const Segment& segment) {
  if (segment.a == segment.b) return;
  const int index = static_cast<int>(segments_.size());
  segments_.push_back(segment);
  const int steps = static_cast<int>(distance(segment.a, segment.b) / (kCell / 2)) + 1;
  Cell last{1L << 60, 0};
  for (int k = 0; k <= steps; ++k) {
    const Point p = segment.a + (static_cast<double>(k) / steps) * (segment.b - segment.a);
    const Cell here{cell_of(p.x), cell_of(p.y)};
    if (here != last) cells_[here].push_back(index);
    last = here;
  }
}

void SegmentIndex::add_line(const std::vector<Point>& points, bool is_closed) {
  const std::size_t count = points.size();
  for (std::size_t i = 0; i + 1 < count + (is_closed ? 1 : 0); ++i) {
    add({points[i], points[(i + 1) % count]});
  }
}

std::vector<int> SegmentIndex::near(const Box& box) const {
  std::vector<int> found;
  // A segment is entered every metre along it, so one cell more on all sides holds all.
  for (long x = cell_of(box.low.x) - 1; x <= cell_of(box.high.x) + 1; ++x) {
    for (long y = cell_of(box.low.y) - 1; y <= cell_of(box.high.y) + 1; ++y) {
      const auto cell = cells_.find({x, y});
      if (cell == cells_.end()) continue;
      found.insert(found.end(), cell->second.begin(), cell->second.end());
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::erase_if(found, [&](int i) {
    const Box other = box_of(
        {segments_[static_cast<std::size_t>(i)].a, segments_[static_cast<std::size_t>(i)].b});
    return other.low.x > box.high.x || other.high.x < box.low.x || other.low.y > box.high.y ||
           other.high.y < box.low.y;
  });
  return found;
}

std::optional<SegmentIndex::Hit> SegmentIndex::first_hit(Point from, Point direction,
                                                         double reach) const {
  const Point u = (1 / length(direction)) * direction;
  Box box;
  box.add(from);
  box.add(from + reach * u);
  std::optional<Hit> best;
  for (const int i : near(box.grown(0.01))) {
    const Segment& s = segments_[static_cast<std::size_t>(i)];
    const Point d = s.b - s.a;
    const double turned = cross(u, d);
    if (std::abs(turned) < kAlong * length(d)) continue;
    const double along = cross(s.a - from, d) / turned;
    const double at = cross(s.a - from, u) / turned;
    if (at < -1e-9 || at > 1 + 1e-9 || along < -1e-9 || along > reach) continue;
    if (!best || along < best->distance) best = Hit{from + along * u, along, i};
  }
  return best;
}

std::optional<SegmentIndex::Hit> SegmentIndex::nearest(Point p, double reach) const {
  Box box;
  box.add(p);
  std::optional<Hit> side, corner;
  for (const int i : near(box.grown(reach))) {
    const Segment& s = segments_[static_cast<std::size_t>(i)];
    const Point there = closest(p, s);
    const double away = distance(p, there);
    if (away <= reach && (!side || away < side->distance)) side = Hit{there, away, i};
    for (const Point end : {s.a, s.b}) {
      const double off = distance(p, end);
      if (off <= reach && (!corner || off < corner->distance)) corner = Hit{end, off, i};
    }
  }
  return corner && corner->distance < side->distance + kCorner ? corner : side;
}

}  // namespace trefpunt
