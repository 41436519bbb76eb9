// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "geom/shapes.h"

namespace trefpunt {

// A segment and whose it is.
struct OwnedSegment {
  Segment segment;
  int owner = 0;
};

// Finds segments by place.
class SegmentGrid {
 public:
  explicit SegmentGrid(std::vector<OwnedSegment> segments, double cell = 25);

  const OwnedSegment& operator[](int number) const { return segments_[number]; }
  // Every segment that comes into the box, and some beside it; each once, in order.
  std::vector<int> in(const Box& box) const;

 private:
  std::int64_t cell_of(double coordinate) const;

  std::vector<OwnedSegment> segments_;
  double cell_;
  std::unordered_map<Key, std::vector<int>> cells_;
};

// The edges of outlines and holes.
void add_edges(const Polygon& polygon, int owner, std::vector<OwnedSegment>& segments);

// How far along `ray` (0 at a, 1 at b) it first meets the segment; empty: nowhere. Segments along
// the ray are not met.
std::optional<double> meets(const Segment& ray, const Segment& segment);

}  // namespace trefpunt
