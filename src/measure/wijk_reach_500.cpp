// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "measure/wijk_list.h"
#include "measure/wijk_parts.h"
#include "street/access.h"

namespace trefpunt {

namespace {

Text unknown_people(int homes, HomeGroup group) {
  const Text counted_homes = counted(homes, {"adres", "address"}, {"adressen", "addresses"});
  return {fmt::format("Niet bekend bij {}, en daar niet meegeteld: het aantal {}.",
                      counted_homes.nl, name_of(group).nl),
          fmt::format("Not known at {}, and not counted there: the number of {}.", counted_homes.en,
                      name_of(group).en)};
}

Result<Outcome> evaluate_reach_500(const WijkScene& scene, Job& job, Outcome outcome) {
  const std::vector<int> places =
      places_where(scene, [](const WijkPlace& place) { return is_meeting_place(place); });
  if (places.empty()) {
    outcome.headline = NotComputed{{"In de laag ‘plekken’ staat geen ontmoetingsplek.",
                                    "There is no meeting place in the layer 'places'."}};
    return outcome;
  }
  const double limit = scene.parameter("distance");
  const std::vector<double> distances =
      home_distances(scene, starts_of(scene.ground.places, places), kUnreached);
  if (job.stopped()) return stopped();
  std::vector<YesNo> answers;
  for (const double d : distances) answers.push_back(d <= limit ? YesNo::Yes : YesNo::No);
  tell_homes(scene, answers, {}, outcome);

  std::vector<std::pair<double, double>> all;
  for (std::size_t h = 0; h < distances.size(); ++h) {
    if (scene.ground.homes[h]) all.emplace_back(distances[h], (*scene.wijk().homes)[h].dwellings);
  }
  const auto longest = [&](double share) -> Value {
    const std::optional<double> mean = mean_of_worst(all, share);
    return mean ? Value{*mean} : Value{NotComputed{no_street_way()}};
  };
  outcome.secondary["mean"] = longest(1);
  outcome.secondary["worst_fifth"] = longest(0.2);
  for (const HomeGroup group : {HomeGroup::Residents, HomeGroup::Older, HomeGroup::LivingAlone,
                                HomeGroup::Children, HomeGroup::LowIncome}) {
    const auto people = people_at_homes(scene.wijk(), scene.ground.buurt_of_home, group);
    double within = 0, total = 0;
    int unknown = 0;
    for (std::size_t h = 0; h < people.size(); ++h) {
      if (!scene.ground.homes[h]) continue;
      if (!people[h]) {
        ++unknown;
        continue;
      }
      total += *people[h];
      if (answers[h] == YesNo::Yes) within += *people[h];
    }
    const std::string id(id_of(group));
    if (total <= 0) {
      outcome.secondary[id] =
          NotComputed{{fmt::format("Het aantal {} is niet bekend.", name_of(group).nl),
                       fmt::format("The number of {} is not known.", name_of(group).en)}};
      continue;
    }
    outcome.secondary[id] = within / total;
    if (unknown > 0) outcome.assumptions.push_back(unknown_people(unknown, group));
  }
  outcome.assumptions.push_back(
      {"Inwoners van een groep zijn over de woningen van een buurt verdeeld zoals de kerncijfers "
       "van die buurt zeggen.",
       "People of a group are spread over the homes of a buurt as the key figures of that buurt "
       "say."});
  return outcome;
}

}  // namespace

const WijkMeasure& reach_500() {
  static const Text share{"deel van de groep (0-1)", "share of the group (0-1)"};
  static const WijkMeasureOf measure(
      {"reach_500",
       1,
       {"Ontmoetingsplek op loopafstand", "Meeting place within walking distance"},
       {"deel van de woningen (0-1)", "share of homes (0-1)"},
       2,
       {"Woningen met over straat hooguit de loopafstand naar de dichtstbijzijnde ontmoetingsplek, "
        "gedeeld door alle woningen aan een straat.",
        "Homes with at most the walking distance along the streets to the nearest meeting place, "
        "over all homes on a street."},
       {{"distance",
         {"m", "m"},
         500,
         {"Vuistregel: ouderen lopen ongeveer 500 m, volwassenen gemiddeld 800 m. CROW noemt geen "
          "harde grens.",
          "Rule of thumb: older people walk about 500 m, adults 800 m on average. CROW states no "
          "hard limit."},
         {"Loopafstand, hooguit", "Walking distance, at most"},
         1}},
       {{"residents", {"Inwoners binnen de afstand", "Residents within the distance"}, share},
        {"older", {"Waarvan 65 jaar en ouder", "Residents of 65 and over"}, share},
        {"living_alone", {"Mensen die alleen wonen", "People who live alone"}, share},
        {"children", {"Kinderen tot 15 jaar", "Children under 15"}, share},
        {"low_income", {"Huishoudens met een laag inkomen", "Households with a low income"}, share},
        {"mean", {"Gemiddelde afstand", "Mean distance"}, {"m", "m"}},
        {"worst_fifth",
         {"Gemiddelde afstand van de slechtst bediende 20 %",
          "Mean distance of the worst served 20 %"},
         {"m", "m"}}},
       {"buurt", "buurt"},
       {"deel van de woningen (0-1)", "share of homes (0-1)"}},
      {kStreets, kHomes, kPlaces}, evaluate_reach_500);
  return measure;
}

}  // namespace trefpunt
