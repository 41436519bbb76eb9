// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "measure/wijk_list.h"
#include "measure/wijk_parts.h"

namespace trefpunt {

namespace {

bool is_outdoors(PlaceCategory category) {
  return category == PlaceCategory::Park || category == PlaceCategory::Playground ||
         category == PlaceCategory::Square;
}

YesNo is_free(const WijkPlace& place) {
  if (place.free_stay) return *place.free_stay ? YesNo::Yes : YesNo::No;
  return is_outdoors(place.category) ? YesNo::Yes : YesNo::Unknown;
}

Result<Outcome> evaluate_free_stay_share(const WijkScene& scene, Job&, Outcome outcome) {
  std::vector<const WijkPlace*> places;
  for (const WijkPlace& place : *scene.wijk().places) {
    if (is_meeting_place(place)) places.push_back(&place);
  }
  if (places.empty()) {
    outcome.headline = NotComputed{{"In de laag ‘plekken’ staat geen ontmoetingsplek.",
                                    "There is no meeting place in the layer 'places'."}};
    return outcome;
  }
  const auto all = [&](auto wanted) { return std::all_of(places.begin(), places.end(), wanted); };
  const bool by_seats = all([](const WijkPlace* p) { return p->seats.value_or(0) > 0; });
  const bool by_area = all([](const WijkPlace* p) { return p->area_m2.value_or(0) > 0; });
  const Text not_known{
      "Van een deel van de plekken is niet bekend of men er mag blijven zonder te betalen.",
      "For some places it is not known whether one may stay without paying."};
  WeightedTally whole, counted_places;
  for (const WijkPlace* place : places) {
    const YesNo own = is_free(*place);
    whole.add(own, by_seats ? *place->seats : by_area ? *place->area_m2 : 1);
    counted_places.add(own, 1);
    outcome.rows.push_back({to_string(place->id), value_of(own, not_known)});
    if (own != YesNo::Yes) outcome.places.push_back(place_at(to_string(place->id), place->at));
  }
  outcome.headline = whole.share(not_known);
  outcome.secondary["places"] = counted_places.share(not_known);
  if (by_seats) {
    outcome.assumptions.push_back(
        {"Plekken tellen naar hun zitplaatsen.", "Places count by their seats."});
  } else if (by_area) {
    outcome.assumptions.push_back(
        {"Plekken tellen naar hun oppervlakte.", "Places count by their area."});
  } else {
    outcome.assumptions.push_back(
        {"Niet van elke plek zijn de zitplaatsen of de oppervlakte bekend: elke plek telt even "
         "zwaar.",
         "The seats or the area of some places are not known: every place counts the same."});
  }
  outcome.assumptions.push_back(
      {"In een park, op een plein en op een speelplek is blijven gratis, tenzij anders vermeld.",
       "In a park, on a square and on a playground staying is free unless stated otherwise."});
  return outcome;
}

}  // namespace

const WijkMeasure& free_stay_share() {
  static const WijkMeasureOf measure(
      {"free_stay_share",
       1,
       {"Blijven zonder te betalen", "Stay without paying"},
       {"deel van de ontmoetingsplekken (0-1)", "share of the meeting places (0-1)"},
       2,
       {"Zitplaatsen op ontmoetingsplekken waar men mag blijven zonder te betalen, gedeeld door "
        "alle; zijn die niet bekend, dan vierkante meters of plekken.",
        "Seats at meeting places where one may stay without paying, over all; when these are not "
        "known, square metres or places."},
       {},
       {{"places",
         {"Elke plek even zwaar", "Every place counting the same"},
         {"deel van de plekken (0-1)", "share of the places (0-1)"}}},
       {"ontmoetingsplek", "meeting place"},
       {"1 is ja, 0 is nee", "1 is yes, 0 is no"}},
      {kPlaces}, evaluate_free_stay_share);
  return measure;
}

}  // namespace trefpunt
