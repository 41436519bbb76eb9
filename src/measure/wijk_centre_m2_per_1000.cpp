// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "measure/wijk_list.h"
#include "measure/wijk_parts.h"

namespace trefpunt {

namespace {

Result<Outcome> evaluate(const WijkScene& scene, Job&, Outcome outcome) {
  double m2 = 0, dwellings = 0;
  int centres = 0, without_area = 0;
  for (const WijkPlace& place : *scene.wijk().places) {
    if (place.category != PlaceCategory::CommunityCentre) continue;
    ++centres;
    const Value own =
        place.area_m2
            ? Value{*place.area_m2}
            : Value{NotComputed{{"De oppervlakte is niet bekend.", "The area is not known."}}};
    outcome.rows.push_back({to_string(place.id), own});
    if (!place.area_m2) {
      ++without_area;
      outcome.places.push_back(place_at(to_string(place.id), place.at));
    }
    m2 += place.area_m2.value_or(0);
  }
  for (const Home& home : *scene.wijk().homes) dwellings += home.dwellings;
  outcome.secondary["dwellings"] = dwellings;
  outcome.secondary["centres"] = static_cast<double>(centres);
  if (dwellings <= 0) {
    outcome.headline = NotApplicable{{"Er zijn geen woningen.", "There are no homes."}};
  } else if (without_area > 0) {
    outcome.headline =
        NotComputed{{fmt::format("Van {} van de {} buurtcentra is de oppervlakte niet bekend.",
                                 without_area, centres),
                     fmt::format("Of {} of the {} community centres the area is not known.",
                                 without_area, centres)}};
  } else {
    outcome.headline = 1000 * m2 / dwellings;
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
      {kHomes, kPlaces}, evaluate);
  return measure;
}

}  // namespace trefpunt
