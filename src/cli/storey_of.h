// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/result.h"
#include "plan/building.h"

namespace trefpunt {

// The index of the storey with this name or level; empty: the lowest from level 0. Errors:
// NotFound, with the names that there are.
Result<int> storey_of(const Building& building, const std::string& wanted);

}  // namespace trefpunt
