// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/space_integration.h"

#include <cmath>

#include "measure/places.h"
#include "measure/steps.h"

namespace trefpunt {

namespace {

// Hillier and Hanson's real relative asymmetry against the diamond of as many nodes, in Krueger's
// closed form: D(k) = 2 {k [log2((k + 2) / 3) - 1] + 1} / ((k - 1) (k - 2)).
double diamond(double k) {
  return 2 * (k * (std::log2((k + 2) / 3) - 1) + 1) / ((k - 1) * (k - 2));
}

Value integration(const AccessGraph& graph, int node) {
  const std::vector<int> steps = steps_from(graph, {node});
  double k = 0, total = 0;  // spaces that are joined, itself included
  for (const int depth : steps) {
    if (depth < 0) continue;
    ++k;
    total += depth;
  }
  if (k < 3) {
    return NotApplicable{{"Deze ruimte is met minder dan twee andere ruimten verbonden.",
                          "This space is joined to fewer than two other spaces."}};
  }
  const double mean_depth = total / (k - 1);
  if (mean_depth <= 1) {
    return NotApplicable{
        {"Elke andere ruimte ligt één stap verder; de integratie heeft dan geen "
         "eindige waarde.",
         "Every other space lies one step away; integration then has no finite "
         "value."}};
  }
  const double asymmetry = 2 * (mean_depth - 1) / (k - 2);
  return diamond(k) / asymmetry;
}

}  // namespace

const MeasureInfo& SpaceIntegration::info() const {
  static const MeasureInfo info{
      "space_integration",
      1,
      {"Integratie van ruimten", "Integration of spaces"},
      {"", ""},
      2,
      {"Per ruimte 1/RRA, met RRA = RA/D(k) en RA = 2(MD-1)/(k-2): MD is het gemiddelde aantal "
       "stappen naar de andere ruimten, k het aantal verbonden ruimten met deze erbij; gemiddeld "
       "over de ruimten.",
       "Per space 1/RRA, with RRA = RA/D(k) and RA = 2(MD-1)/(k-2): MD is the mean number of steps "
       "to the other spaces, k the number of joined spaces including this one; the mean over the "
       "spaces."},
      {},
      {{"highest", {"Best verbonden ruimte", "Best integrated space"}, {"", ""}},
       {"lowest", {"Minst verbonden ruimte", "Least integrated space"}, {"", ""}}},
      {"ruimte", "space"},
      {"", ""}};
  return info;
}

Result<Outcome> SpaceIntegration::evaluate(const Scene& scene, Job& job) const {
  Outcome outcome;
  const std::vector<SpaceRef> spaces = all_spaces(scene);
  double sum = 0, highest = -1e300, lowest = 1e300;
  int count = 0;
  for (const SpaceRef ref : spaces) {
    if (!job.step(static_cast<int>(outcome.rows.size()), static_cast<int>(spaces.size()))) {
      return stopped();
    }
    const int node = scene.access.node_of(ref.storey, ref.index);
    const Value value = node < 0 ? NotComputed{{"De vloer van deze ruimte is niet gevonden.",
                                                "The floor of this space was not found."}}
                                 : integration(scene.access, node);
    outcome.rows.push_back({to_string(space_of(scene, ref).id), value});
    if (!has_number(value)) continue;
    sum += std::get<double>(value);
    highest = std::max(highest, std::get<double>(value));
    lowest = std::min(lowest, std::get<double>(value));
    ++count;
  }
  outcome.headline = NotComputed{
      {"Geen ruimte heeft een integratiewaarde.", "No space has an integration value."}};
  outcome.secondary["highest"] = outcome.secondary["lowest"] = outcome.headline;
  if (count > 0) {
    outcome.headline = sum / count;
    outcome.secondary["highest"] = highest;
    outcome.secondary["lowest"] = lowest;
  }
  return outcome;
}

}  // namespace trefpunt
