// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/result.h"

namespace trefpunt {

inline constexpr double kLargestRadius = 50'000;  // m

// Errors: BadInput (no radius, or one that is not more than 0 and at most 50 km).
Status check_radii(const std::vector<double>& radii);

}  // namespace trefpunt
