// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/wijk_list.h"
#include "measure/wijk_parts.h"

namespace trefpunt {

namespace {

Result<Outcome> evaluate_facility_with_seat_share(const WijkScene& scene, Job& job,
                                                  Outcome outcome) {
  const std::vector<int> daily =
      places_where(scene, [](const WijkPlace& place) { return is_daily(place.category); });
  const std::vector<int> with_seat = places_where(scene, [](const WijkPlace& place) {
    return is_daily(place.category) && place.has_seating == true;
  });
  const std::vector<int> perhaps = places_where(scene, [](const WijkPlace& place) {
    return is_daily(place.category) && place.has_seating != false;
  });
  const double limit = scene.parameter("distance");
  const auto near = [&](const std::vector<int>& places) {
    return home_distances(scene, starts_of(scene.ground.places, places), limit);
  };
  const std::vector<double> certain = near(with_seat), possible = near(perhaps), any = near(daily);
  if (job.stopped()) return stopped();
  std::vector<YesNo> answers, daily_answers;
  for (std::size_t h = 0; h < any.size(); ++h) {
    answers.push_back(certain[h] <= limit    ? YesNo::Yes
                      : possible[h] <= limit ? YesNo::Unknown
                                             : YesNo::No);
    daily_answers.push_back(any[h] <= limit ? YesNo::Yes : YesNo::No);
  }
  Outcome of_daily;
  tell_homes(scene, daily_answers, {}, of_daily);
  outcome.secondary["daily"] = of_daily.headline;
  tell_homes(scene, answers,
             {"Van een deel van de voorzieningen is niet bekend of er een zitje is.",
              "It is not known of facilities whether there is a place to sit."},
             outcome);
  return outcome;
}

}  // namespace

const WijkMeasure& facility_with_seat_share() {
  static const Text share{"deel van de woningen (0-1)", "share of homes (0-1)"};
  static const WijkMeasureOf measure(
      {"facility_with_seat_share",
       1,
       {"Dagelijkse voorziening met zitje", "Daily facility with a place to sit"},
       share,
       2,
       {"Woningen met op loopafstand een bakker of andere winkel, supermarkt, kapper of apotheek "
        "waar men kan zitten, gedeeld door alle woningen aan een straat.",
        "Homes with a baker or other shop, supermarket, hairdresser or pharmacy with a place to "
        "sit within walking distance, over all homes on a street."},
       {{"distance",
         {"m", "m"},
         500,
         {"Vuistregel voor wat ouderen lopen (zie RMO-02), geen norm.",
          "Rule of thumb for what older people walk (see RMO-02), not a norm."},
         {"Loopafstand, hooguit", "Walking distance, at most"},
         1}},
       {{"daily",
         {"Met een dagelijkse voorziening, zitje of niet", "With a daily facility, seat or not"},
         share}},
       {"buurt", "buurt"},
       share},
      {kStreets, kHomes, kPlaces}, evaluate_facility_with_seat_share);
  return measure;
}

}  // namespace trefpunt
