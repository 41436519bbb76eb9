// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "geom/mesh.h"
#include "plan/storey.h"
#include "space/layout.h"

namespace trefpunt {

// Every line of a storey that parts something, doors closed; gaps narrower than `gap` metres
// between walls are bridged. A door's owner is its index.
std::vector<Barrier> storey_barriers(const Storey& storey, double gap);

// Walls across every gap between what blocks that is narrower than `width`: who needs that width
// cannot cross a line of less whose two ends are solid. Doorways are left out: their free width is
// stated, not drawn.
std::vector<Barrier> narrow_gaps(const Storey& storey, const Layout& layout,
                                 const std::vector<Barrier>& barriers, double width);

}  // namespace trefpunt
