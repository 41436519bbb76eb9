// SPDX-License-Identifier: GPL-3.0-or-later
// CGAL's visibility with exact numbers: slow, and written by others.
#pragma once

#include <vector>

#include "geom/shapes.h"

namespace trefpunt {

struct SeenByOracle {
  double area = 0;
  double perimeter = 0;
  double farthest = 0;
};
// Coordinates in any unit; the point lies on no segment and within the last four, a frame.
std::vector<SeenByOracle> visibility_oracle(const std::vector<Segment>& segments,
                                            const std::vector<Point>& from);

}  // namespace trefpunt
