// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>

#include "measure/measure.h"

namespace trefpunt {

// Everything derived from one building, shared with whoever remembers it.
struct BuildingResult {
  Layouts layouts;
  std::shared_ptr<const AccessGraph> access;
  std::shared_ptr<const WalkGraph> on_foot, wheelchair_low, wheelchair_high;
  StoreySights sights;
  std::shared_ptr<const EncounterResult> encounter;                // null: no programme
  std::map<std::string, std::shared_ptr<const Outcome>> outcomes;  // by measure id
};

}  // namespace trefpunt
