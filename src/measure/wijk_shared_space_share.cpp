// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "measure/wijk_list.h"
#include "measure/wijk_parts.h"

namespace trefpunt {

namespace {

double distance_to_ring(Point p, const Ring& ring) {
  double best = kUnreached;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    best = std::min(best, distance(p, Segment{ring[i], ring[(i + 1) % ring.size()]}));
  }
  return best;
}

bool is_at(Point door, const OpenSpace& space, double reach) {
  if (!box_of(space.polygon.outer).grown(reach).contains(door)) return false;
  return contains(space.polygon, door) || distance_to_ring(door, space.polygon.outer) <= reach;
}

// Whether the layer of open spaces says of every hof and garden if it is shared.
bool says_all(const std::vector<OpenSpace>& spaces) {
  return std::all_of(spaces.begin(), spaces.end(), [](const OpenSpace& space) {
    return space.is_shared || (space.ground != Ground::Courtyard && space.ground != Ground::Garden);
  });
}

Result<Outcome> evaluate_shared_space_share(const WijkScene& scene, Job& job, Outcome outcome) {
  const Wijk& wijk = scene.wijk();
  static const std::vector<OpenSpace> kNone;
  const std::vector<OpenSpace>& spaces = wijk.open_spaces ? *wijk.open_spaces : kNone;
  const YesNo unless = wijk.open_spaces && says_all(spaces) ? YesNo::No : YesNo::Unknown;
  std::vector<double> dwellings(spaces.size(), 0);
  std::vector<YesNo> answers;
  for (const Home& home : *wijk.homes) {
    if (job.stopped()) return stopped();
    YesNo own = unless;
    for (std::size_t s = 0; s < spaces.size(); ++s) {
      if (spaces[s].is_shared != true || !is_at(home.at, spaces[s], scene.parameter("reach")))
        continue;
      own = YesNo::Yes;
      dwellings[s] += home.dwellings;
    }
    if (home.shared_space) own = *home.shared_space ? YesNo::Yes : YesNo::No;
    answers.push_back(own);
  }
  // Every home counts: a shared garden needs no street.
  const Text not_known{
      "Van woningen of van hoven en tuinen is niet bekend of er iets wordt gedeeld.",
      "It is not known of homes, or of courtyards and gardens, whether anything "
      "is shared."};
  WeightedTally whole;
  std::map<int, WeightedTally> per_buurt;
  for (std::size_t h = 0; h < answers.size(); ++h) {
    const double weight = (*wijk.homes)[h].dwellings;
    whole.add(answers[h], weight);
    per_buurt[scene.ground.buurt_of_home[h]].add(answers[h], weight);
  }
  if (whole.unknown == whole.total()) {
    outcome.headline = NotComputed{not_known};
    return outcome;
  }
  outcome.headline = whole.share(not_known);
  add_buurt_rows(scene, outcome, [&](int area) { return per_buurt[area].share(not_known); });
  std::vector<double> sizes;
  for (std::size_t s = 0; s < spaces.size(); ++s) {
    if (dwellings[s] <= 0) continue;
    sizes.push_back(dwellings[s]);
    outcome.places.push_back(place_at(to_string(spaces[s].id), label_point(spaces[s].polygon)));
  }
  const std::optional<double> median = nearest_rank(sizes, 0.5);
  outcome.secondary["cluster"] =
      median ? Value{*median}
             : Value{NotComputed{{"Er is geen gedeelde ruimte ingetekend bij een woning.",
                                  "No shared space is drawn at a home."}}};
  return outcome;
}

}  // namespace

const WijkMeasure& shared_space_share() {
  static const WijkMeasureOf measure(
      {"shared_space_share",
       1,
       {"Gedeelde ruimte bij de woning", "Shared space at the home"},
       {"deel van de woningen (0-1)", "share of homes (0-1)"},
       2,
       {"Woningen met direct toegang tot een ruimte die buren delen, gedeeld door alle woningen.",
        "Homes with direct access to a space shared with neighbours, over all homes."},
       {{"reach",
         {"m", "m"},
         5,
         {"Eigen keuze, geen norm: zo ver mag de deur van de gedeelde ruimte liggen.",
          "Our own choice, not a norm: how far the door may be from the shared space."},
         {"Van deur tot gedeelde ruimte, hooguit", "From door to shared space, at most"},
         0}},
       {{"cluster",
         {"Woningen per gedeelde ruimte (middelste)", "Homes per shared space (median)"},
         {"woningen", "homes"}}},
       {"buurt", "buurt"},
       {"deel van de woningen (0-1)", "share of homes (0-1)"}},
      {kHomes}, evaluate_shared_space_share);
  return measure;
}

}  // namespace trefpunt
