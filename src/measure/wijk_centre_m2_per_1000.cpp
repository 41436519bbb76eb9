// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "measure/wijk_list.h"
#include "measure/wijk_parts.h"
#include "measure/wijk_place_areas.h"

namespace trefpunt {

namespace {

bool is_centre(PlaceCategory category) {
  return category == PlaceCategory::CommunityCentre;
}

Result<Outcome> evaluate_centre_m2_per_1000(const WijkScene& scene, Job&, Outcome outcome) {
  double dwellings = 0;
  const PlaceAreas areas = add_place_areas(scene, is_centre, outcome);
  for (const Home& home : *scene.wijk().homes) dwellings += home.dwellings;
  outcome.secondary["dwellings"] = dwellings;
  outcome.secondary["centres"] = static_cast<double>(areas.places);
  if (dwellings <= 0) {
    outcome.headline = NotApplicable{{"Er zijn geen woningen.", "There are no homes."}};
  } else if (areas.without_area > 0) {
    outcome.headline =
        NotComputed{{fmt::format("Van {} van de {} buurtcentra is de oppervlakte niet bekend.",
                                 areas.without_area, areas.places),
                     fmt::format("Of {} of the {} community centres the area is not known.",
                                 areas.without_area, areas.places)}};
  } else {
    outcome.headline = 1000 * areas.m2 / dwellings;
  }
  outcome.assumptions.push_back({"De laag ‘plekken’ noemt alle buurt- en wijkcentra.",
                                 "The layer 'places' names every community centre."});
  return outcome;
}

}  // namespace

const WijkMeasure& centre_m2_per_1000() {
  static const WijkMeasureOf measure(
      {"centre_m2_per_1000",
       1,
       {"Vierkante meters buurtcentrum", "Square metres of community centre"},
       {"m² per 1.000 woningen", "m² per 1,000 homes"},
       0,
       {"Oppervlakte van alle buurt- en wijkcentra, per 1.000 woningen.",
        "Area of all community centres, per 1,000 homes."},
       {},
       {{"dwellings", {"Woningen", "Homes"}, {"", ""}},
        {"centres", {"Buurt- en wijkcentra", "Community centres"}, {"", ""}}},
       {"buurtcentrum", "community centre"},
       {"m²", "m²"}},
      {kHomes, kPlaces}, evaluate_centre_m2_per_1000);
  return measure;
}

}  // namespace trefpunt
