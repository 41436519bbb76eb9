// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "measure/wijk_list.h"
#include "measure/wijk_parts.h"
#include "street/home_groups.h"
#include "street/open_ground.h"

namespace trefpunt {

namespace {

// Spacematrix of all buurten together.
void tell_density(const WijkScene& scene, Outcome& outcome) {
  if (const auto why = lacking(scene, {kFootprints, kAreas})) {
    for (const char* id : {"fsi", "gsi", "osr"}) outcome.secondary[id] = *why;
    return;
  }
  std::vector<int> areas;
  for (std::size_t a = 0; a < scene.wijk().areas->size(); ++a) {
    const StatisticalArea& area = (*scene.wijk().areas)[a];
    if (area.level == AreaLevel::Buurt && !area.is_water) areas.push_back(static_cast<int>(a));
  }
  GroundFigures sum;
  for (const GroundFigures& own : ground_figures(scene.wijk(), areas)) {
    sum.ground_m2 += own.ground_m2;
    sum.footprint_m2 += own.footprint_m2;
    sum.floor_m2 += own.floor_m2;
    sum.floors_missing += own.floors_missing;
    sum.broken += own.broken;
  }
  const Value no_ground =
      NotComputed{{"De buurten hebben geen oppervlakte.", "The buurten have no area."}};
  const Value no_floors = NotComputed{
      {fmt::format("Van {} is het vloeroppervlak of het aantal verdiepingen niet bekend.",
                   counted(sum.floors_missing, {"gebouw", ""}, {"gebouwen", ""}).nl),
       fmt::format("Of {} neither the floor area nor the number of storeys is known.",
                   counted(sum.floors_missing, {"", "building"}, {"", "buildings"}).en)}};
  const double gsi = sum.ground_m2 > 0 ? sum.footprint_m2 / sum.ground_m2 : 0;
  const double fsi = sum.ground_m2 > 0 ? sum.floor_m2 / sum.ground_m2 : 0;
  const bool is_known = sum.floors_missing == 0;
  outcome.secondary["gsi"] = sum.ground_m2 > 0 ? Value{gsi} : no_ground;
  outcome.secondary["fsi"] = sum.ground_m2 <= 0 ? no_ground : is_known ? Value{fsi} : no_floors;
  outcome.secondary["osr"] =
      sum.ground_m2 <= 0 ? no_ground
      : !is_known        ? no_floors
      : fsi > 0          ? Value{(1 - gsi) / fsi}
                : Value{NotApplicable{{"Er is geen bebouwing.", "There are no buildings."}}};
  if (sum.broken > 0) {
    outcome.assumptions.push_back(
        {fmt::format("Vlakken waarvan de rand zichzelf kruist, tellen niet mee: {}.", sum.broken),
         fmt::format("Outlines that cross themselves do not count: {}.", sum.broken)});
  }
}

Result<Outcome> evaluate_stay_ground(const WijkScene& scene, Job& job, Outcome outcome) {
  const WijkGround& ground = scene.ground;
  const auto residents = people_at_homes(scene.wijk(), ground.buurt_of_home, HomeGroup::Residents);
  const auto values = stay_ground_per_inhabitant(scene.wijk(), *ground.network, ground.homes,
                                                 residents, scene.parameter("distance"));
  if (job.stopped()) return stopped();
  tell_ranks(scene, values, 0.5, no_street_way(), outcome);
  int unknown = 0;
  for (std::size_t h = 0; h < values.size(); ++h) unknown += ground.homes[h] && !values[h];
  if (unknown > 0 && !has_number(outcome.headline)) {
    outcome.headline = NotComputed{
        {"Het aantal inwoners is niet bekend.", "The number of residents is not known."}};
  } else if (unknown > 0) {
    const Text homes = counted(unknown, {"adres", "address"}, {"adressen", "addresses"});
    outcome.assumptions.push_back(
        {"Niet meegeteld omdat inwoners niet bekend zijn: " + homes.nl + ".",
         "Not counted because residents are not known: " + homes.en + "."});
  }
  tell_density(scene, outcome);
  return outcome;
}

}  // namespace

const WijkMeasure& stay_ground() {
  static const WijkMeasureOf measure(
      {"stay_ground",
       1,
       {"Ruimte om te verblijven per inwoner", "Ground to stay on per resident"},
       {"m² per inwoner", "m² per resident"},
       1,
       {"Openbare ruimte om te verblijven op loopafstand, gedeeld met alle inwoners die haar op "
        "loopafstand hebben; de middelste van alle woningen.",
        "Public ground to stay on within walking distance, shared with all residents who have it "
        "within walking distance; the median of all homes."},
       {{"distance",
         {"m", "m"},
         400,
         {"Eigen keuze, geen norm: vijf minuten lopen.",
          "Our own choice, not a norm: five minutes on foot."},
         {"Loopafstand, hooguit", "Walking distance, at most"},
         1}},
       {{"fsi",
         {"Vloer per m² grond (FSI)", "Floor per m² of ground (FSI)"},
         {"m² per m²", "m² per m²"}},
        {"gsi",
         {"Bebouwd deel van de grond (GSI)", "Built share of the ground (GSI)"},
         {"deel van de grond (0-1)", "share of ground (0-1)"}},
        {"osr",
         {"Open grond per m² vloer (OSR)", "Open ground per m² of floor (OSR)"},
         {"m² per m²", "m² per m²"}}},
       {"buurt", "buurt"},
       {"m² per inwoner", "m² per resident"}},
      {kStreets, kHomes, kOpenSpaces}, evaluate_stay_ground);
  return measure;
}

}  // namespace trefpunt
