// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "measure/wijk_measure.h"

namespace trefpunt {

// Metres along the streets from each place to the nearest of the furnishings; kUnreached: no way.
std::vector<double> place_distances(const WijkScene& scene, const std::vector<int>& places,
                                    const std::vector<int>& furnishings);

// The longest as the headline, a row per place, and the farthest place to look at. Not computed
// when a place has no way.
void tell_places(const WijkScene& scene, const std::vector<int>& places,
                 const std::vector<double>& distances, const Text& no_way, Outcome& outcome);

}  // namespace trefpunt
