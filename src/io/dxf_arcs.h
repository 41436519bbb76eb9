// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "geom/shapes.h"

namespace trefpunt {

// Part of a circle, found back in the short straight pieces it was read as.
struct Arc {
  Point centre;
  double radius = 0;
  double sweep = 0;  // radians, positive
  Point from, to;    // its ends
};

// The arcs of at least four pieces in a polyline. A whole circle is none.
std::vector<Arc> arcs_in(const std::vector<Point>& line);

}  // namespace trefpunt
