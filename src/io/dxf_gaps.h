// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "plan/finding.h"
#include "plan/storey.h"

namespace trefpunt {

// Closes the gaps in walls that would make the outside of a building part of it, or one floor of
// two stamped rooms: between a wall's end and what stands straight opposite within `max_width`
// metres. A gap becomes a door without a leaf (is_opening), a crack a piece of wall. Other gaps
// stay open: the floor runs on through them. `stamps`: where rooms are named.
void close_gaps(Storey& storey, const std::vector<Point>& stamps, double max_width, double crack,
                std::vector<Finding>& findings);

}  // namespace trefpunt
