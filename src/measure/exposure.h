// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "measure/places.h"

namespace trefpunt {

// How much of the floor of these rooms can be seen by who stands where visitors may be (0-1): the
// mean over the rooms of the share of their cells that see such a cell. `doors_open` false: only
// through glass and openings without a leaf. Not computed when no room has floor, or no floor is
// open to visitors.
Value exposed_share(const Scene& scene, const std::vector<SpaceRef>& rooms, bool doors_open);

}  // namespace trefpunt
