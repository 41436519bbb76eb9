// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

#include "encounter/wijk_input.h"

namespace trefpunt {

// Encounters of a small wijk by every route of every home and every pair of people, in the most
// obvious way; routes are shortest routes only (detour 1).
struct WijkReference {
  std::vector<double> link_walks, link_encounters;
  std::vector<double> bench_walks, bench_encounters, bench_repeated;
  std::vector<double> place_visits, place_encounters, place_repeated;  // repeated: share of these
  std::array<double, 3> repeated{}, cross{};
  std::vector<double> own, other;  // familiar others, per home * groups + group
  double encounters = 0;           // summed over pairs
};
WijkReference wijk_reference(const WijkEncounterInput& input);

}  // namespace trefpunt
