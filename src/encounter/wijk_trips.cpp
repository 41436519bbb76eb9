// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/wijk_trips.h"

#include <cmath>

namespace trefpunt {

std::vector<std::vector<WijkErrandPlaces>> errands_of_groups(const WijkEncounterInput& input) {
  std::vector<std::vector<WijkErrandPlaces>> found;
  for (const WijkGroup& group : input.assumptions.groups) {
    std::vector<WijkErrandPlaces>& errands = found.emplace_back();
    for (const WijkErrand& errand : input.assumptions.errands) {
      if (errand.group != group.id) continue;
      WijkErrandPlaces& one =
          errands.emplace_back(WijkErrandPlaces{errand.per_week.value, errand.minutes.value, {}});
      for (std::size_t z = 0; z < input.places.size(); ++z) {
        if (input.places[z].category == errand.category) one.places.push_back(static_cast<int>(z));
      }
    }
  }
  return found;
}

void huff_chances(const std::vector<double>& attraction, const std::vector<double>& distance,
                  double radius, double exponent, std::vector<double>& chances) {
  chances.assign(attraction.size(), 0);
  double sum = 0;
  for (std::size_t z = 0; z < attraction.size(); ++z) {
    if (!(distance[z] <= radius)) continue;
    const double pull = exponent == 1 ? attraction[z] : std::pow(attraction[z], exponent);
    chances[z] = pull * std::exp(-4 * distance[z] / radius);
    sum += chances[z];
  }
  if (sum <= 0) return;
  for (double& chance : chances) chance /= sum;
}

}  // namespace trefpunt
