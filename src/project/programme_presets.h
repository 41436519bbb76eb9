// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plan/programme.h"

namespace trefpunt {

// A programme to begin with; each of its numbers says what it rests on or that the planner must
// declare it.
struct PresetInfo {
  std::string_view id;  // "gezondheidscentrum"
  Text name;
  Text what;              // whom it holds, in one line
  std::string_view json;  // as programme.json, to edit
};
const std::vector<PresetInfo>& presets();

// Of one of the ids of presets().
Programme preset(std::string_view id);

}  // namespace trefpunt
