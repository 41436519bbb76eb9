// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/wijk_choice.h"
#include "app/wijk_mesh.h"
#include "measure/wijk_result.h"

namespace trefpunt {

const Text& name_of(StreetHeat heat);

// A number per link of the network: what colours the streets.
struct LinkValues {
  Text title;  // with the radius that it was made with
  Text unit;
  std::vector<double> of_link;  // NaN: none
};
// Empty: that is not computed (yet). `radius`: index into kStreetRadii.
std::optional<LinkValues> link_values(const WijkResult& result, StreetHeat heat, int radius);
// Of values that were just made: closeness or betweenness.
LinkValues link_values(const StreetNetwork& network, const StreetValues& values, StreetHeat heat);

// In six classes with about as many links each: these values run over several powers of ten, so
// that even steps would show one street and nothing else. Zero is a class below the others.
struct HeatClasses {
  std::vector<int> of_link;
  std::vector<std::string> words;  // per class, from below; empty: nobody is in it
};
HeatClasses heat_classes(const std::vector<double>& values, Lang lang);

}  // namespace trefpunt
