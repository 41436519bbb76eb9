// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "measure/wijk_measure.h"

namespace trefpunt {

// What can be walked to from a place.
struct Catchment {
  Foothold from;
  std::vector<Line> pieces;
  double metres = 0;     // of street
  int homes = 0;         // dwellings
  double residents = 0;  // as far as the data say
  bool knows_all_residents = true;
  std::vector<int> places, furnishings;  // indices into the layers
};

// Empty: no street within kFootholdReach. `distance`: m along the network, the way to the street
// and from it included. `residents`: per home. The finder is of the ground's network, which is
// there.
std::optional<Catchment> catchment_of(const WijkGround& ground, const FootholdFinder& finder,
                                      Point from, double distance,
                                      const std::vector<std::optional<double>>& residents);

// Per home whether no place of that category can be walked to within `distance`; a home or a place
// without a street near it reaches nothing. Empty without a network, homes or places.
std::vector<bool> homes_without(const WijkGround& ground, PlaceCategory category, double distance);

}  // namespace trefpunt
