// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "encounter/encounter_result.h"
#include "project/project.h"

namespace trefpunt {

// The plan against another one, for the same programme. Paired: the same people on the same days.
struct EncounterComparison {
  std::string against;     // the file's name
  double expected = 0;     // encounters per week, all pairs: this plan less the other
  double repeated = 0;     // repeated_pairs()
  double walk_m = 0;       // m per person and day, mean over people
  double in_view_min = 0;  // min per week, all private rooms together
  double peak = 0;         // people, largest over the places
  // By simulation: paired differences per week with a 95 % interval over weeks.
  std::optional<Estimate> expected_simulated, twice_simulated;
  int weeks = 0;
  OrderCheck order;  // of repeated_pairs()
};
EncounterComparison compare(const Programme& programme, const EncounterResult& result,
                            const EncounterResult& other, const OrderCheck& order);

// The encounters of the first building as JSON (docs/encounters-json.md): keys sorted, numbers as
// shortest round trip. The result was not refused.
std::string encounters_json(const Project& project, const EncounterResult& result,
                            const EncounterComparison* comparison = nullptr);

}  // namespace trefpunt
