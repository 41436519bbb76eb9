// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "base/result.h"

namespace trefpunt {

// The key of a stage, from the named parts that it reads.
Key key_of(const std::vector<std::pair<std::string, Key>>& parts);

// What a stage says that is no longer wanted.
Error cancelled();

}  // namespace trefpunt
