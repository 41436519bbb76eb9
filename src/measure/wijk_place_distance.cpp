// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/wijk_place_distance.h"

#include <algorithm>
#include <cmath>

#include "measure/wijk_parts.h"

namespace trefpunt {

std::vector<double> place_distances(const WijkScene& scene, const std::vector<int>& places,
                                    const std::vector<int>& furnishings) {
  const StreetNetwork& network = *scene.ground.network;
  const std::vector<Start> starts = starts_of(scene.ground.furnishings, furnishings);
  const std::vector<double> field = distances_from(network, starts, kUnreached);
  std::vector<double> distances;
  for (const int p : places) {
    const std::optional<Foothold>& at = scene.ground.places[p];
    distances.push_back(at ? distance_to(network, *at, starts, field) : kUnreached);
  }
  return distances;
}

void tell_places(const WijkScene& scene, const std::vector<int>& places,
                 const std::vector<double>& distances, const Text& no_way, Outcome& outcome) {
  const double longest = *std::max_element(distances.begin(), distances.end());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const WijkPlace& place = (*scene.wijk().places)[places[i]];
    const bool has_way = !std::isinf(distances[i]);
    outcome.rows.push_back(
        {to_string(place.id), has_way ? Value{distances[i]} : Value{NotComputed{no_street_way()}}});
    if (distances[i] == longest) {
      outcome.places.push_back(place_at(to_string(place.id), place.at));
    }
  }
  outcome.headline = std::isinf(longest) ? Value{NotComputed{no_way}} : Value{longest};
}

}  // namespace trefpunt
