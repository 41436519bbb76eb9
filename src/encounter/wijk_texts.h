// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "encounter/wijk_input.h"

namespace trefpunt {

// Every number of the assumptions with its name, unit and source.
std::vector<UsedAssumption> used_assumptions(const WijkAssumptions& assumptions);

// What the figures do not know: to be printed with them.
const std::vector<Text>& wijk_encounter_limits();

}  // namespace trefpunt
