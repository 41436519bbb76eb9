// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "space/field_grid.h"
#include "space/isovist.h"

namespace trefpunt {

// The cells whose centre lies in an isovist, in ascending order; a centre on its edge may go either
// way. None when the isovist's state is not Seen.
std::vector<std::int32_t> cells_in_view(const FieldGrid& grid, const Isovist& isovist);

}  // namespace trefpunt
