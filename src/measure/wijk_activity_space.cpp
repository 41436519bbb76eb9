// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "measure/wijk_list.h"
#include "measure/wijk_parts.h"
#include "measure/wijk_place_areas.h"
#include "measure/wijk_residents.h"

namespace trefpunt {

namespace {

bool is_to_do_things(PlaceCategory category) {
  switch (category) {
    case PlaceCategory::CommunityCentre:
    case PlaceCategory::Sport:
    case PlaceCategory::Culture:
    case PlaceCategory::Garden:
      return true;
    default:
      return false;
  }
}

Result<Outcome> evaluate_activity_space(const WijkScene& scene, Job&, Outcome outcome) {
  const PlaceAreas areas = add_place_areas(scene, is_to_do_things, outcome);
  outcome.secondary["places"] = static_cast<double>(areas.places);
  const std::optional<double> residents = residents_of(scene);
  if (residents && *residents <= 0) {
    outcome.headline = NotApplicable{{"Hier wonen geen mensen.", "Nobody lives here."}};
  } else if (!residents) {
    outcome.headline = NotComputed{
        {"Het aantal inwoners is niet bekend.", "The number of residents is not known."}};
  } else if (areas.without_area > 0) {
    outcome.headline =
        NotComputed{{fmt::format("Van {} van de {} plekken is de oppervlakte niet bekend.",
                                 areas.without_area, areas.places),
                     fmt::format("Of {} of the {} places the area is not known.",
                                 areas.without_area, areas.places)}};
  } else {
    outcome.headline = 1000 * areas.m2 / *residents;
  }
  outcome.assumptions.push_back(
      {"Buurthuizen, plekken voor sport en cultuur en gedeelde tuinen in de laag ‘plekken’ tellen. "
       "De laag noemt ze alle.",
       "Community centres, places for sport and culture and shared gardens in the layer 'places' "
       "count. The layer names all of them."});
  return outcome;
}

}  // namespace

const WijkMeasure& wijk_activity_space() {
  static const WijkMeasureOf measure(
      {"wijk_activity_space",
       1,
       {"Plekken om iets te doen", "Places to do things"},
       {"m² per 1.000 inwoners", "m² per 1,000 residents"},
       0,
       {"Oppervlakte van buurthuizen, plekken voor sport en cultuur en gedeelde tuinen, per 1.000 "
        "inwoners.",
        "Area of community centres, places for sport and culture and shared gardens, per 1,000 "
        "residents."},
       {},
       {{"places", {"Aantal zulke plekken", "Number of such places"}, {"", ""}}},
       {"plek", "place"},
       {"m²", "m²"}},
      {kPlaces}, evaluate_activity_space);
  return measure;
}

}  // namespace trefpunt
