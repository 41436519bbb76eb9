// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "geom/shapes.h"

namespace trefpunt {

// Segments by place, to look only at what is near.
class SegmentIndex {
 public:
  void add(const Segment& segment);
  void add_line(const std::vector<Point>& points, bool is_closed);

  const std::vector<Segment>& segments() const { return segments_; }
  // Indices of the segments whose box touches the box, each once, in order.
  std::vector<int> near(const Box& box) const;

  struct Hit {
    Point at;
    double distance = 0;
    int segment = -1;
  };
  // The first segment that a ray meets within `reach`; those that run along with the ray (less than
  // about 6 degrees apart) do not count.
  std::optional<Hit> first_hit(Point from, Point direction, double reach) const;
  // The place on any segment that is nearest to p, corners before other places when both are about
  // as near.
  std::optional<Hit> nearest(Point p, double reach) const;

 private:
  using Cell = std::pair<long, long>;
  std::vector<Segment> segments_;
  std::map<Cell, std::vector<int>> cells_;
};

}  // namespace trefpunt
