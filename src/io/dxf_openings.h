// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/dxf_segments.h"

namespace trefpunt {

// How well an opening stands between walls.
enum class Fit { Loose, OneEnd, Ends, OnWall, Between };

// Where a door or window lies in its wall; the footprint's corners in the order of Door::footprint.
struct Opening {
  Point a;
  Point b;
  Ring footprint;  // empty: the wall is a single line
  Fit fit = Fit::Loose;
  double moved = 0;  // m, of both ends together
};

// Fits an opening drawn from a to b into the walls: between the two ends of a wall drawn with its
// thickness, on a wall that is drawn through, or with its ends on the nearest wall lines. `slack`
// is how far a jamb may lie beyond the drawn opening, m.
Opening fit_opening(Point a, Point b, const SegmentIndex& walls, double slack);

}  // namespace trefpunt
