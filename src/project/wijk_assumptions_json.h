// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/result.h"
#include "wijk/assumptions.h"

namespace trefpunt {

// wijk-assumptions.json (docs/wijk-assumptions.md). Errors: BadInput with line, entry and key for
// what is wrong, unknown or contradicts the rest; Newer for a schema number above ours. Without
// groups nobody walks: who reads a planner's file refuses that. `name` is the file, for messages.
Result<WijkAssumptions> wijk_assumptions_from_json(const std::string& text,
                                                   const std::string& name);
std::string to_json(const WijkAssumptions& assumptions);

}  // namespace trefpunt
