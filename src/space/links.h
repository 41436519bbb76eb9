// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "plan/building.h"
#include "space/layout.h"

namespace trefpunt {

// A stair, lift or ramp of one storey and its partner on the storey above.
struct VerticalLink {
  int lower_storey = 0;  // index into Building::storeys; the upper is the next one
  int lower = 0;         // index into that storey's links
  int upper = 0;         // index into the links of the storey above
};

// Partners are of one kind and their footprints overlap by at least half of the smaller; each link
// has at most one partner above, the one it overlaps most.
std::vector<VerticalLink> vertical_links(const Building& building);

// m2 that two rings share.
double shared_area(const Ring& a, const Ring& b);

// A walkable triangle of floor under a link, the nearest to the middle of its footprint; -1: none.
int floor_triangle(const Layout& layout, const Link& link);

}  // namespace trefpunt
