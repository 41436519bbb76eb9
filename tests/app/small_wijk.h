// SPDX-License-Identifier: GPL-3.0-or-later
// A wijk drawn by hand for the tests of the map.
#pragma once

#include "project/project.h"

namespace trefpunt {

// Streets every 80 m, `columns` x `rows` of them, from (1000, 2000) to the north and east; homes
// and their buildings along the streets from west to east, a park in the first block, a community
// centre in the middle, benches, and two buurten side by side.
Project small_wijk(int columns = 6, int rows = 5);

inline constexpr double kBlock = 80;  // m
inline constexpr Point kWijkOrigin{1000, 2000};

}  // namespace trefpunt
