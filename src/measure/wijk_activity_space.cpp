// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "measure/wijk_list.h"
#include "measure/wijk_parts.h"
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

Result<Outcome> evaluate(const WijkScene& scene, Job&, Outcome outcome) {
  double m2 = 0;
  int places = 0, without_area = 0;
  for (const WijkPlace& place : *scene.wijk().places) {
    if (!is_to_do_things(place.category)) continue;
    ++places;
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
  outcome.secondary["places"] = static_cast<double>(places);
  const std::optional<double> residents = residents_of(scene);
  if (residents && *residents <= 0) {
    outcome.headline = NotApplicable{{"Hier wonen geen mensen.", "Nobody lives here."}};
  } else if (!residents) {
    outcome.headline = NotComputed{
        {"Het aantal inwoners is niet bekend.", "The number of residents is not known."}};
  } else if (without_area > 0) {
    outcome.headline = NotComputed{
        {fmt::format("Van {} van de {} plekken is de oppervlakte niet bekend.", without_area,
                     places),
         fmt::format("Of {} of the {} places the area is not known.", without_area, places)}};
  } else {
    outcome.headline = 1000 * m2 / *residents;
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
      {kPlaces}, evaluate);
  return measure;
}

}  // namespace trefpunt
