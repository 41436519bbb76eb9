// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "measure/wijk_list.h"
#include "measure/wijk_parts.h"
#include "street/access.h"
#include "street/open_ground.h"

namespace trefpunt {

namespace {

bool is_green(const OpenSpace& space) {
  return (space.ground == Ground::Park || space.ground == Ground::Garden ||
          space.ground == Ground::Green) &&
         may_stay_on(space);
}

Result<Outcome> evaluate_green_300(const WijkScene& scene, Job& job, Outcome outcome) {
  const FootholdFinder finder(*scene.ground.network);
  std::vector<Start> certain, possible;
  double pieces = 0;
  for (const OpenSpace& space : *scene.wijk().open_spaces) {
    if (job.stopped()) return stopped();
    const std::optional<bool> is_open = is_public(space);
    if (!is_green(space) || is_open == false) continue;
    if (area(space.polygon) < scene.parameter("minimum")) continue;
    ++pieces;
    for (const Start& way : ways_into(finder, space.polygon)) {
      possible.push_back(way);
      if (is_open == true) certain.push_back(way);
    }
  }
  const double limit = scene.parameter("distance");
  const std::vector<double> sure = home_distances(scene, certain, kUnreached);
  const std::vector<double> perhaps = home_distances(scene, possible, limit);
  std::vector<YesNo> answers;
  std::vector<std::pair<double, double>> all;
  for (std::size_t h = 0; h < sure.size(); ++h) {
    answers.push_back(sure[h] <= limit      ? YesNo::Yes
                      : perhaps[h] <= limit ? YesNo::Unknown
                                            : YesNo::No);
    if (scene.ground.homes[h]) all.emplace_back(sure[h], (*scene.wijk().homes)[h].dwellings);
  }
  tell_homes(scene, answers,
             {"Van groen is niet bekend of iedereen er mag komen.",
              "It is not known of green whether anyone may enter."},
             outcome);
  const std::optional<double> worst = mean_of_worst(all, 0.2);
  outcome.secondary["worst_fifth"] = worst ? Value{*worst} : Value{NotComputed{no_street_way()}};
  outcome.secondary["pieces"] = pieces;
  outcome.assumptions.push_back(
      {"De afstand is die tot de rand van het groen, waar een straat er hooguit 25 m vandaan ligt. "
       "Of er zitplekken zijn, is niet nagegaan.",
       "The distance is to the edge of the green, where a street is at most 25 m away from it. "
       "Whether there are seats was not checked."});
  return outcome;
}

}  // namespace

const WijkMeasure& green_300() {
  static const Text share{"deel van de woningen (0-1)", "share of homes (0-1)"};
  static const WijkMeasureOf measure(
      {"green_300",
       1,
       {"Groen om te verblijven dichtbij", "Green to stay in nearby"},
       share,
       2,
       {"Woningen met over straat hooguit de afstand naar openbaar groen om te verblijven, gedeeld "
        "door alle woningen aan een straat.",
        "Homes with at most the distance along the streets to public green to stay in, over all "
        "homes on a street."},
       {{"distance",
         {"m", "m"},
         300,
         {"Vuistregel 3-30-300; als Nederlandse norm omstreden.",
          "Rule of thumb 3-30-300; contested as a Dutch norm."},
         {"Afstand, hooguit", "Distance, at most"},
         1},
        {"minimum",
         {"m²", "m²"},
         1000,
         {"Eigen keuze, geen norm: kleiner groen telt niet mee.",
          "Our own choice, not a norm: smaller green does not count."},
         {"Oppervlakte, minstens", "Area, at least"},
         0}},
       {{"worst_fifth",
         {"Gemiddelde afstand van de slechtst bediende 20 %",
          "Mean distance of the worst served 20 %"},
         {"m", "m"}},
        {"pieces", {"Stukken groen die meetellen", "Pieces of green that count"}, {"", ""}}},
       {"buurt", "buurt"},
       share},
      {kStreets, kHomes, kOpenSpaces}, evaluate_green_300);
  return measure;
}

}  // namespace trefpunt
