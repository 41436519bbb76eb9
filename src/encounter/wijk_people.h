// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "wijk/wijk.h"

namespace trefpunt {

// Where the number of people came from.
enum class PeopleFrom { Residents, PersonsPerHousehold, InhabitantsPerDwelling, Assumed };

struct PeopleOfHome {
  double people = 0;
  PeopleFrom from = PeopleFrom::Assumed;
};

// The residents of a home, else its dwellings times what the buurt knows, else times
// assumptions.household. `buurt` may be null.
PeopleOfHome people_of(const Home& home, const StatisticalArea* buurt,
                       const WijkAssumptions& assumptions);

// Shares of the groups, adding up to 1: "children" and "older" by the key figures, "adults" what
// is left; everything else by WijkGroup::share. All 0 when no group has a share.
struct GroupShares {
  std::vector<double> shares;
  bool has_figures = false;  // of the buurt
};
GroupShares group_shares(const StatisticalArea* buurt, const WijkAssumptions& assumptions);

}  // namespace trefpunt
