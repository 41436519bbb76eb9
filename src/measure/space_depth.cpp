// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/space_depth.h"

#include <algorithm>

#include "measure/entrances.h"
#include "measure/places.h"
#include "measure/steps.h"

namespace trefpunt {

const MeasureInfo& SpaceDepth::info() const {
  static const MeasureInfo info{
      "space_depth",
      1,
      {"Diepte van ruimten vanaf de ingang", "Depth of spaces from the entrance"},
      {"stappen", "steps"},
      2,
      {"Het kleinste aantal deuren, open overgangen, trappen, liften en hellingbanen van buiten "
       "naar "
       "de ruimte; gemiddeld over de ruimten die te bereiken zijn.",
       "The smallest number of doors, open passages, stairs, lifts and ramps from outside to the "
       "space; the mean over the spaces that can be reached."},
      {},
      {{"deepest", {"Diepste ruimte", "Deepest space"}, {"stappen", "steps"}}},
      {"ruimte", "space"},
      {"stappen", "steps"}};
  return info;
}

Result<Outcome> SpaceDepth::evaluate(const Scene& scene, Job& job) const {
  if (job.stopped()) return stopped();
  Outcome outcome;
  const std::vector<PublicEntrance> entrances = public_entrances(scene);
  if (!has_certain_entrance(entrances))
    return without_numbers(outcome, info(), no_public_entrance());
  note_entrances(scene, entrances, outcome);
  std::vector<int> start;
  for (const PublicEntrance& entrance : entrances) {
    if (entrance.is_public == YesNo::Yes) start.push_back(entrance.node);
  }
  const std::vector<int> steps = steps_from(scene.access, start);
  double sum = 0, deepest = 0;
  int count = 0;
  for (const SpaceRef ref : all_spaces(scene)) {
    const std::string object = to_string(space_of(scene, ref).id);
    const int node = scene.access.node_of(ref.storey, ref.index);
    if (node < 0 || steps[static_cast<std::size_t>(node)] < 0) {
      outcome.rows.push_back(
          {object, NotComputed{{"Vanaf de ingang is er geen route naar deze ruimte.",
                                "There is no way from the entrance to this space."}}});
      continue;
    }
    const double depth = steps[static_cast<std::size_t>(node)] + 1;  // coming in is the first step
    outcome.rows.push_back({object, depth});
    sum += depth;
    deepest = std::max(deepest, depth);
    ++count;
  }
  if (count == 0) {
    return without_numbers(outcome, info(),
                           NotComputed{{"Vanaf de ingang is geen ruimte te bereiken.",
                                        "No space can be reached from the entrance."}});
  }
  outcome.headline = sum / count;
  outcome.secondary["deepest"] = deepest;
  return outcome;
}

}  // namespace trefpunt
