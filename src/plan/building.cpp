// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/building.h"

#include <algorithm>

namespace trefpunt {

std::optional<int> beds_of(const Building& building) {
  int in_units = 0;
  bool units_state_beds = false;
  for (const Unit& unit : building.units) {
    if (!unit.beds) continue;
    units_state_beds = true;
    in_units += *unit.beds;
  }
  if (units_state_beds) return in_units;

  int beds = 0;
  for (const auto& storey : building.storeys) {
    for (const Space& space : storey->spaces) {
      if (space.use == Use::Bedroom && !space.beds) return std::nullopt;
      if (space.use == Use::Unknown && !space.beds) continue;
      beds += space.beds.value_or(0);
    }
  }
  return beds;
}

std::vector<UnitId> overnight_units(const Building& building) {
  std::vector<UnitId> found;
  for (const Unit& unit : building.units) {
    bool sleeps = unit.is_overnight.value_or(false);
    for (const auto& storey : building.storeys) {
      sleeps = sleeps ||
               std::any_of(storey->spaces.begin(), storey->spaces.end(), [&](const Space& space) {
                 return space.unit == unit.id && space.use == Use::Bedroom;
               });
    }
    if (sleeps && unit.is_overnight.value_or(true)) found.push_back(unit.id);
  }
  return found;
}

}  // namespace trefpunt
