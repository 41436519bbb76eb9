// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "encounter/wijk_comparison.h"
#include "wijk/wijk.h"

namespace trefpunt {

// Encounters of a wijk as JSON (docs/wijk-encounters.md): keys sorted, numbers as shortest round
// trip. Names come from the layers of the wijk that they were computed from.
nlohmann::json wijk_encounters_object(const Wijk& wijk, const WijkEncounters& found);

// What an edit changed. `after` names the things; what only `before` has is named from there.
nlohmann::json wijk_comparison_object(const Wijk& before, const Wijk& after,
                                      const WijkComparison& found);

// The file that `trefpunt encounters` writes, with what differs from another wijk when given.
std::string wijk_encounters_json(const Wijk& wijk, const WijkEncounters& found,
                                 const nlohmann::json* comparison = nullptr);

}  // namespace trefpunt
