// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/dxf_blocks.h"

namespace trefpunt {

// Lines of layers without a meaning that lie like the treads of a stair (at least five alike and
// parallel, 0.2 to 0.4 m apart, and no tiles) become Meaning::Stairs, with a finding. Coordinates
// in metres.
void take_treads(FlatDrawing& drawing, std::vector<Finding>& findings);

}  // namespace trefpunt
