// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "encounter/wijk_input.h"

namespace trefpunt {

// Errands of one group to one category, with the places of that category.
struct WijkErrandPlaces {
  double per_week = 0, minutes = 0;
  std::vector<int> places;  // indices into WijkEncounterInput::places
};

// Per group; errands of the same group and category stand apart. Errands to a category without any
// place are in it too.
std::vector<std::vector<WijkErrandPlaces>> errands_of_groups(const WijkEncounterInput& input);

// Huff (1964): the chance that someone at these distances (m; kUnreached: not at all) goes to each
// of the places, A^exponent e^(-4 d / radius) over its sum; 0 beyond the radius. All 0 when there
// is none within it.
void huff_chances(const std::vector<double>& attraction, const std::vector<double>& distance,
                  double radius, double exponent, std::vector<double>& chances);

}  // namespace trefpunt
