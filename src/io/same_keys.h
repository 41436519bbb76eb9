// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "plan/finding.h"
#include "plan/storey.h"

namespace trefpunt {

namespace finding {
inline constexpr int kDuplicateKey = 130;  // one GlobalId for several things of a storey
}  // namespace finding

// Adds a finding for spaces, doors or windows of a storey that have one IFC GlobalId.
void report_same_keys(const Storey& storey, std::vector<Finding>& findings);

}  // namespace trefpunt
