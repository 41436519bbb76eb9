// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/segment_grid.h"

#include <algorithm>
#include <cmath>

namespace trefpunt {

namespace {

Key key_of(std::int64_t x, std::int64_t y) {
  return Hasher().add(x).add(y).key();
}

void add_ring(const Ring& ring, int owner, std::vector<OwnedSegment>& segments) {
  for (std::size_t i = 0; i < ring.size(); ++i) {
    segments.push_back({{ring[i], ring[(i + 1) % ring.size()]}, owner});
  }
}

}  // namespace

SegmentGrid::SegmentGrid(std::vector<OwnedSegment> segments, double cell)
    : segments_(std::move(segments)), cell_(cell) {
  for (std::size_t s = 0; s < segments_.size(); ++s) {
    const Box box = box_of({segments_[s].segment.a, segments_[s].segment.b});
    for (std::int64_t x = cell_of(box.low.x); x <= cell_of(box.high.x); ++x) {
      for (std::int64_t y = cell_of(box.low.y); y <= cell_of(box.high.y); ++y) {
        cells_[key_of(x, y)].push_back(static_cast<int>(s));
      }
    }
  }
}

std::int64_t SegmentGrid::cell_of(double coordinate) const {
  return static_cast<std::int64_t>(std::floor(coordinate / cell_));
}

std::vector<int> SegmentGrid::in(const Box& box) const {
  std::vector<int> found;
  for (std::int64_t x = cell_of(box.low.x); x <= cell_of(box.high.x); ++x) {
    for (std::int64_t y = cell_of(box.low.y); y <= cell_of(box.high.y); ++y) {
      const auto cell = cells_.find(key_of(x, y));
      if (cell == cells_.end()) continue;
      found.insert(found.end(), cell->second.begin(), cell->second.end());
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

void add_edges(const Polygon& polygon, int owner, std::vector<OwnedSegment>& segments) {
  add_ring(polygon.outer, owner, segments);
  for (const Ring& hole : polygon.holes) add_ring(hole, owner, segments);
}

std::optional<double> meets(const Segment& ray, const Segment& segment) {
  const Point along = ray.b - ray.a, other = segment.b - segment.a;
  const double turn = cross(along, other);
  if (turn == 0) return std::nullopt;
  const Point between = segment.a - ray.a;
  const double t = cross(between, other) / turn;
  const double u = cross(between, along) / turn;
  if (t < 0 || t > 1 || u < 0 || u > 1) return std::nullopt;
  return t;
}

}  // namespace trefpunt
