// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/result.h"
#include "plan/use.h"

namespace trefpunt {

// A guess from a space's name with the dictionary (nl, en, de); empty when no word is known.
std::optional<Use> suggest_use(const std::string& name);

// What a planner says: {"schema":1,"spaces":[{"number":"0.05","use":"lounge"},
// {"name":"Huiskamer","use":"living"}]}. A number goes before a name; names are compared folded.
struct UseMapping {
  std::map<std::string, Use> by_number;
  std::map<std::string, Use> by_name;  // folded

  std::optional<Use> find(const std::string& number, const std::string& name) const;
};
Result<UseMapping> parse_uses(const std::string& json, const std::string& name);

}  // namespace trefpunt
