// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>

#include "measure/wijk_measure.h"

namespace trefpunt {

struct StreetValues;  // street/centrality.h
struct WijkAccess;    // street/access.h

// Everything derived from a wijk, shared with whoever remembers it.
struct WijkResult {
  std::shared_ptr<const WijkGround> ground;
  std::shared_ptr<const StreetValues> streets;                     // null: no network
  std::shared_ptr<const WijkAccess> access;                        // null: no homes or no places
  std::shared_ptr<const WijkEncounters> encounters;                // null: as above
  std::map<std::string, std::shared_ptr<const Outcome>> outcomes;  // by measure id
};

}  // namespace trefpunt
