// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "base/result.h"
#include "plan/storey.h"

namespace trefpunt {

// A place in whole micrometres, in the plan's own coordinates: the fields decide every sight line
// with whole numbers, so that turning a plan by 90 degrees or moving it by whole cells changes
// nothing, and A sees B exactly when B sees A.
struct MicroPoint {
  std::int64_t x = 0;
  std::int64_t y = 0;
  auto operator<=>(const MicroPoint&) const = default;
};
struct MicroSegment {
  MicroPoint a;  // a <= b
  MicroPoint b;
  auto operator<=>(const MicroSegment&) const = default;
};
MicroPoint micro(Point p);
MicroSegment micro(Point a, Point b);
Point metres(MicroPoint p);

struct SightParameters {
  // Doors stand open unless stated (and the leaf itself is not drawn). Shut: an opening without a
  // leaf and a glass door are still seen through. Doors are walked through either way.
  bool doors_open = true;
  // m: narrower gaps between walls are taken as closed, as in LayoutParameters; 0: as drawn.
  double gap = 0;
};

// What of a storey stops sight and what stops walking. Walls stop both; glass walls and windows
// stop walking only; furniture stops walking, and sight when it says so; boundaries stop nothing.
struct SightScene {
  std::vector<MicroSegment> sight;    // sorted, each once, none without length
  std::vector<MicroSegment> walking;  // likewise
};
SightScene make_sight_scene(const Storey& storey, const SightParameters& parameters = {});
Key key_of_sight_scene(const SightScene& scene);

// Which side of the line from a to b the place p is on: 1 left, -1 right, 0 on it. Exact while the
// three lie within kReach of each other.
int side_of(MicroPoint a, MicroPoint b, MicroPoint p);
// Whether two segments have a point in common; touching counts. Exact as side_of.
bool touch(const MicroSegment& one, const MicroSegment& other);

inline constexpr std::int64_t kReach = 2'000'000'000;  // micrometres: 2 km

}  // namespace trefpunt
