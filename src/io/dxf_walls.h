// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "io/dxf_blocks.h"
#include "io/dxf_segments.h"
#include "plan/storey.h"

namespace trefpunt {

// The walls of a drawing: outlines of solid pieces, or lines; glass partitions among them. Outlines
// that stand around rooms or a courtyard become lines; doubles are left out; a wall drawn as two
// lines gets its ends closed.
std::vector<Wall> walls_of(const FlatDrawing& drawing, std::vector<Finding>& findings);

// All their sides.
SegmentIndex index_of(const std::vector<Wall>& walls);

}  // namespace trefpunt
