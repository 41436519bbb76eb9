// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "plan/storey.h"

namespace trefpunt {

// A gap between walls through which floor inside a building runs into the outside.
struct Leak {
  Segment gap;
  double area = 0;  // m2 of floor that it opens
};

// The gaps of at most `widest` metres, one per leak, largest area first. `outlines` say where the
// building is; without them nothing is a leak.
std::vector<Leak> find_leaks(const Storey& storey, const std::vector<Polygon>& outlines, double gap,
                             double widest);

}  // namespace trefpunt
