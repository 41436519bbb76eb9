// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "encounter/wijk_encounters.h"

namespace trefpunt {

// One group of adults who go to the supermarket: `trips` a week, `minutes` there.
inline WijkAssumptions one_errand(double trips, double minutes) {
  WijkAssumptions made;
  made.groups = {{"adults", {"volwassenen", "adults"}, {1000, {}}, {1.25, {}}, {1, {}}}};
  made.errands = {{"adults", PlaceCategory::Supermarket, {trips, {}}, {minutes, {}}}};
  made.detour.value = 1;
  return made;
}

// Straight streets, each from its first point to its last.
inline WijkEncounterInput on_streets(const std::vector<Line>& lines, WijkAssumptions assumptions) {
  std::vector<Street> streets;
  for (const Line& line : lines) {
    Street& street = streets.emplace_back();
    street.id = {static_cast<int>(streets.size())};
    street.line = line;
  }
  Job job;
  WijkEncounterInput input;
  input.network =
      std::make_shared<const StreetNetwork>(*make_street_network(streets, NetworkOptions{}, job));
  for (const StreetLink& link : input.network->links) {
    input.street_of_link.push_back({link.street + 1});
  }
  input.assumptions = std::move(assumptions);
  return input;
}

inline Foothold foothold(const WijkEncounterInput& input, Point at) {
  return *FootholdFinder(*input.network).find(at, 50);
}

// `people` of each group, in `dwellings` behind one door on the street.
inline void add_home(WijkEncounterInput& input, Point at, std::vector<double> people,
                     double dwellings = 1) {
  input.homes.push_back({foothold(input, at), dwellings, std::move(people), -1});
}
inline void add_place(WijkEncounterInput& input, Point at,
                      PlaceCategory category = PlaceCategory::Supermarket) {
  const int number = static_cast<int>(input.places.size()) + 1;
  input.places.push_back({foothold(input, at), category, 1, 70, {number}});
}

inline WijkEncounters encounters_of(const WijkEncounterInput& input,
                                    const WijkPairOptions& options = {}) {
  Job job;
  return *wijk_encounters(input, options, job);
}

}  // namespace trefpunt
