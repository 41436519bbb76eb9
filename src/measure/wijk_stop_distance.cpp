// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "measure/wijk_list.h"
#include "measure/wijk_parts.h"
#include "measure/wijk_place_distance.h"

namespace trefpunt {

namespace {

Result<Outcome> evaluate_stop_distance(const WijkScene& scene, Job&, Outcome outcome) {
  const std::vector<int> stops = furnishings_where(
      scene, [](const Furnishing& thing) { return thing.kind == FurnishingKind::Stop; });
  const std::vector<int> places =
      places_where(scene, [](const WijkPlace& place) { return is_meeting_place(place); });
  if (stops.empty() || places.empty()) {
    outcome.headline =
        stops.empty()
            ? NotComputed{{"In de laag staat geen halte.", "There is no stop in the layer."}}
            : NotComputed{{"In de laag ‘plekken’ staat geen ontmoetingsplek.",
                           "There is no meeting place in the layer 'places'."}};
    return outcome;
  }
  const std::vector<double> distances = place_distances(scene, places, stops);
  tell_places(scene, places, distances,
              {"Niet elke ontmoetingsplek heeft een route over straat naar een halte.",
               "Not every meeting place has a way along the streets to a stop."},
              outcome);
  Tally near;
  for (const double d : distances) {
    near.add(d <= scene.parameter("limit") ? YesNo::Yes : YesNo::No);
  }
  const double median = *nearest_rank(distances, 0.5);
  outcome.secondary["median"] =
      std::isinf(median) ? Value{NotComputed{no_street_way()}} : Value{median};
  outcome.secondary["near"] = near.share({});
  return outcome;
}

}  // namespace

const WijkMeasure& stop_distance() {
  static const WijkMeasureOf measure(
      {"stop_distance",
       1,
       {"Afstand van halte tot ontmoetingsplek", "Distance from stop to meeting place"},
       {"m", "m"},
       0,
       {"De kortste route over straat van de dichtstbijzijnde halte naar elke ontmoetingsplek; de "
        "langste telt.",
        "The shortest way along the streets from the nearest stop to each meeting place; the "
        "longest counts."},
       {{"limit",
         {"m", "m"},
         400,
         {"Vaak gebruikt, niet nagegaan; CROW noemt geen harde grens.",
          "Commonly used, not checked; CROW states no hard limit."},
         {"Dichtbij is hooguit", "Near is at most"},
         1}},
       {{"median", {"Middelste afstand", "Median distance"}, {"m", "m"}},
        {"near",
         {"Plekken met een halte dichtbij", "Places with a stop nearby"},
         {"deel van de ontmoetingsplekken (0-1)", "share of meeting places (0-1)"}}},
       {"ontmoetingsplek", "meeting place"},
       {"m", "m"}},
      {kStreets, kPlaces, kFurnishings}, evaluate_stop_distance);
  return measure;
}

}  // namespace trefpunt
