// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "plan/building.h"

namespace trefpunt {

// What people call a thing of the plan.
struct PlanName {
  int storey = -1;  // index into Building::storeys; -1 for a unit
  std::string number;
  Text name;               // of a space or door the same in both languages
  Use use = Use::Unknown;  // of a space
};

// Names by object: "S12", "D3", "K1", "U2".
class PlanNames {
 public:
  explicit PlanNames(const Building& building);

  const PlanName* find(const std::string& object) const;  // null when there is none
  // "0.10 Spreekkamer diëtist"; a door without a name gets its id; an unknown object itself.
  std::string label(const std::string& object, Lang lang) const;

 private:
  std::map<std::string, PlanName> names_;
};

// A sentence begins with a capital, whatever the name of a storey does.
std::string capitalised(std::string words);

// "deur", "trap", "lift" …: the kind of thing that an id like "D3" names.
Text kind_of_object(const std::string& object);

}  // namespace trefpunt
