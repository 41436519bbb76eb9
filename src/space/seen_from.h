// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/job.h"
#include "space/isovist.h"

namespace trefpunt {

// Floor that is seen, in the plan's own coordinates. Corners are taken to whole micrometres.
struct SeenArea {
  double area = 0;               // m2
  std::vector<Polygon> outline;  // largest first
  bool is_closed = true;         // false: sight met nothing somewhere, the area ends at the frame
  int viewpoints = 0;            // isovists it was made from
  int without = 0;               // viewpoints that touch a wall or lie outside: they see nothing
};

// All that is seen by someone who walks a route: the isovists of its corners and of places between
// them that are at most `step` metres apart, taken together. What is seen only from between two
// places is missed, so the area never exceeds the true one.
// Errors: BadInput (step not above 0, more than kMaxViewpoints), Cancelled.
Result<SeenArea> seen_from_route(const SightMesh& mesh, const Line& route, double step, Job& job);

// What two points both see, and whether they see each other: whether the segment between them
// touches nothing that stops sight.
struct CoVisibility {
  bool see_each_other = false;
  SeenArea both;
};
CoVisibility co_visibility(const SightMesh& mesh, Point one, Point other);

inline constexpr int kMaxViewpoints = 2000;

}  // namespace trefpunt
