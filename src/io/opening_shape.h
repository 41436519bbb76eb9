// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "geom/shapes.h"

namespace trefpunt {

// Where the solid things of a storey are: to feel which sides of an opening lie against a wall.
class SolidIndex {
 public:
  void add_ring(const Ring& ring);
  void add_line(const Line& line);
  bool is_solid(Point p) const;  // in a ring, or within 2 cm of a line

 private:
  using Cell = std::pair<long, long>;
  struct Cells {
    std::vector<std::size_t> rings, segments;
  };
  std::vector<Cell> cells_in(const Box& box, std::vector<std::size_t>& wide,
                             std::size_t index) const;

  std::vector<Ring> rings_;
  std::vector<Segment> segments_;
  std::vector<std::size_t> wide_rings_, wide_segments_;  // over more cells than it is worth
  std::map<Cell, Cells> cells_;
};

// A door or window drawn with its thickness: jamb to jamb, and its four corners in the order of
// Door::footprint. An empty footprint: the shape had no thickness.
struct OpeningShape {
  Point a;
  Point b;
  Ring footprint;
};

// Two opposite sides are the jambs: those that lie against walls, else the short ones. A shape of
// more corners becomes its smallest rectangle, with the shape's own corners where they are near.
OpeningShape opening_shape(const Ring& ring, const SolidIndex& solids);

// Without repeated points and points in the middle of a straight side.
Ring simplified(const Ring& ring, double tolerance);

}  // namespace trefpunt
