// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "measure/wijk_measure.h"
#include "street/access.h"
#include "street/centrality.h"

namespace trefpunt {

// Everything derived from a wijk, shared with whoever remembers it.
struct WijkResult {
  std::shared_ptr<const WijkGround> ground;
  std::shared_ptr<const std::vector<StreetValues>> streets;  // at kStreetRadii; null: no network
  std::shared_ptr<const WijkAccess> access;          // null: no network, no homes or no places
  std::shared_ptr<const WijkEncounters> encounters;  // null: as above
  std::map<std::string, std::shared_ptr<const Outcome>> outcomes;  // by measure id
};

inline constexpr double kStreetRadii[] = {400, 800};  // m

}  // namespace trefpunt
