// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "measure/wijk_list.h"
#include "measure/wijk_parts.h"
#include "measure/wijk_place_distance.h"

namespace trefpunt {

namespace {

bool is_outdoors(const WijkPlace& place) {
  if (!is_meeting_place(place)) return false;
  switch (place.category) {
    case PlaceCategory::Park:
    case PlaceCategory::Playground:
    case PlaceCategory::Garden:
    case PlaceCategory::Square:
    case PlaceCategory::Market:
      return true;
    default:
      return false;
  }
}

const Text& no_way_in_wijk() {
  static const Text text{"Niet elke ontmoetingsplek heeft een route over straat naar een toilet.",
                         "Not every meeting place has a way along the streets to a toilet."};
  return text;
}

double longest_in_wijk(const std::vector<double>& distances) {
  return *std::max_element(distances.begin(), distances.end());
}

Result<Outcome> evaluate_toilet_distance(const WijkScene& scene, Job&, Outcome outcome) {
  const std::vector<int> toilets = furnishings_where(
      scene, [](const Furnishing& thing) { return thing.kind == FurnishingKind::Toilet; });
  const std::vector<int> places = places_where(scene, is_outdoors);
  if (places.empty()) {
    outcome.headline = NotApplicable{{"Er zijn geen ontmoetingsplekken buiten bekend.",
                                      "No meeting places outdoors are known."}};
    return outcome;
  }
  if (toilets.empty()) {
    outcome.headline = NotComputed{
        {"In de laag staat geen openbaar toilet.", "There is no public toilet in the layer."}};
    return outcome;
  }
  tell_places(scene, places, place_distances(scene, places, toilets), no_way_in_wijk(), outcome);
  const std::vector<int> usable = furnishings_where(scene, [](const Furnishing& thing) {
    return thing.kind == FurnishingKind::Toilet && thing.wheelchair == true;
  });
  const std::vector<int> perhaps = furnishings_where(scene, [](const Furnishing& thing) {
    return thing.kind == FurnishingKind::Toilet && thing.wheelchair != false;
  });
  outcome.secondary["longest_accessible"] =
      distance_between(longest_in_wijk(place_distances(scene, places, perhaps)),
                       longest_in_wijk(place_distances(scene, places, usable)),
                       {"Van toiletten is niet bekend of ze met een rolstoel te gebruiken zijn.",
                        "It is not known of toilets whether they can be used with a wheelchair."},
                       no_way_in_wijk());
  outcome.assumptions.push_back(
      {"Alleen plekken buiten tellen mee: een plek binnen heeft meestal een eigen toilet, en dat "
       "staat niet in de laag.",
       "Only places outdoors count: a place indoors mostly has a toilet of its own, which is not "
       "in the layer."});
  return outcome;
}

}  // namespace

const WijkMeasure& wijk_toilet_distance() {
  static const WijkMeasureOf measure(
      {"wijk_toilet_distance",
       1,
       {"Afstand tot een openbaar toilet", "Distance to a public toilet"},
       {"m", "m"},
       0,
       {"De kortste route over straat van elke ontmoetingsplek buiten naar het dichtstbijzijnde "
        "openbare toilet; de langste telt.",
        "The shortest way along the streets from each meeting place outdoors to the nearest public "
        "toilet; the longest counts."},
       {},
       {{"longest_accessible",
         {"Langste route naar een toilet voor een rolstoel",
          "Longest way to a toilet usable with a wheelchair"},
         {"m", "m"}}},
       {"ontmoetingsplek", "meeting place"},
       {"m", "m"}},
      {kStreets, kPlaces, kFurnishings}, evaluate_toilet_distance);
  return measure;
}

}  // namespace trefpunt
