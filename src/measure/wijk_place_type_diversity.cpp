// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/wijk_list.h"
#include "measure/wijk_parts.h"
#include "street/access.h"
#include "street/hill.h"

namespace trefpunt {

namespace {

Result<Outcome> evaluate_place_type_diversity(const WijkScene& scene, Job& job, Outcome outcome) {
  const WijkGround& ground = scene.ground;
  const Result<WijkAccess> access = wijk_access(
      {scene.wijk(), *ground.network, ground.homes, ground.places, ground.buurt_of_home},
      scene.parameter("distance"), job);
  if (!access) return access.error();
  std::vector<std::optional<double>> types(ground.homes.size()), effective(ground.homes.size()),
      near(ground.homes.size());
  for (std::size_t h = 0; h < ground.homes.size(); ++h) {
    if (!ground.homes[h]) continue;
    std::vector<double> counts, weights;
    for (const CategoryAccess& row : access->categories) {
      if (!row.category || *row.category == PlaceCategory::Other) continue;
      counts.push_back(row.within[h]);
      weights.push_back(clipped_decay(row.distance[h], access->distance));
    }
    types[h] = hill_number(counts, 0);
    effective[h] = hill_number(counts, 1);
    near[h] = weighted_hill_number(counts, weights, 1);
  }
  Outcome other;
  tell_ranks(scene, effective, 0.5, no_street_way(), other);
  outcome.secondary["hill_q1"] = other.headline;
  tell_ranks(scene, near, 0.5, no_street_way(), other);
  outcome.secondary["hill_q1_near"] = other.headline;
  tell_ranks(scene, types, 0.5, no_street_way(), outcome);
  return outcome;
}

}  // namespace

const WijkMeasure& place_type_diversity() {
  static const Text types{"soorten", "types"};
  static const WijkMeasureOf measure(
      {"place_type_diversity",
       1,
       {"Soorten plekken in de buurt", "Kinds of places nearby"},
       types,
       0,
       {"Het aantal soorten plekken op loopafstand; de middelste van alle woningen.",
        "The number of kinds of places within walking distance; the median of all homes."},
       {{"distance",
         {"m", "m"},
         500,
         {"Vuistregel voor wat ouderen lopen (zie RMO-02), geen norm.",
          "Rule of thumb for what older people walk (see RMO-02), not a norm."},
         {"Loopafstand, hooguit", "Walking distance, at most"},
         1}},
       {{"hill_q1",
         {"Gelijkwaardige soorten (Hill, q = 1)", "Effective number of kinds (Hill, q = 1)"},
         types},
        {"hill_q1_near",
         {"Gelijkwaardige soorten, waarbij een verre plek minder telt (kan onder 1 liggen)",
          "Effective number of kinds, weighted by distance"},
         types}},
       {"buurt", "buurt"},
       types},
      {kStreets, kHomes, kPlaces}, evaluate_place_type_diversity);
  return measure;
}

}  // namespace trefpunt
