// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "geom/shapes.h"

namespace trefpunt {

struct Disc {
  Point centre;
  double radius = 0;
};

// A quarter of a disc: where a door leaf swings from its hinge, between two unit vectors at right
// angles.
struct Quarter {
  Point hinge;
  double radius = 0;
  Point along, inward;
};

// A floor and what stands on it.
struct FreeFloor {
  Polygon floor;
  std::vector<Ring> rings;
  std::vector<Disc> discs;
  std::vector<Quarter> quarters;
};

// Metres from p to the nearest obstacle or edge; negative inside an obstacle or off the floor.
double clearance(const FreeFloor& free, Point p);

inline constexpr double kCirclePrecision = 0.001;  // m

// The radius of the largest circle that fits, at most kCirclePrecision too small; 0 when nothing
// is free. Branch and bound over squares: no point of a square has more clearance than its middle
// plus half its diagonal.
double largest_circle(const FreeFloor& free);

}  // namespace trefpunt
