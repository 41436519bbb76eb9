// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "space/layout.h"

namespace trefpunt {

// Walls across every gap between what blocks that is narrower than `width`: who needs that width
// cannot cross a line of less whose two ends are solid. Doorways are left out: their free width is
// stated, not drawn.
std::vector<Barrier> narrow_gaps(const Storey& storey, const Layout& layout,
                                 const std::vector<Barrier>& barriers, double width);

}  // namespace trefpunt
