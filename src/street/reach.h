// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "street/distances.h"
#include "street/foothold.h"

namespace trefpunt {

// A part of a link that one walks to within the radius.
struct ReachedStretch {
  int link = 0;
  Line line;                         // in the direction of the link
  double nearest = 0, farthest = 0;  // m walked to its nearest and farthest point
};

// The service area of the starts: everything of the network that lies within `radius` metres of
// the nearest of them, by link. A link that is reached from both ends only at its ends has two
// stretches. What is walked before the network (Start::before, Foothold::away) counts.
struct ServiceArea {
  std::vector<ReachedStretch> stretches;
  double metres = 0;  // of street together
};
ServiceArea service_area(const StreetNetwork& network, const std::vector<Start>& starts,
                         double radius);

}  // namespace trefpunt
