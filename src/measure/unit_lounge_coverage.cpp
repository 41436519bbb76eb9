// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/unit_lounge_coverage.h"

#include <algorithm>

#include "base/index.h"
#include "measure/care_rooms.h"
#include "measure/values.h"

namespace trefpunt {

namespace {

YesNo without_lock(const Scene& scene, const AccessGraph::Edge& edge) {
  if (edge.via == AccessGraph::Via::Passage) return YesNo::Yes;
  const Door& door = scene.building.storeys[at(edge.storey)]->doors[at(edge.index)];
  if (door.lock == Lock::Controlled) return YesNo::No;
  return door.lock == Lock::Free || door.is_opening ? YesNo::Yes : YesNo::Unknown;
}

// Whether a lounge is reached from these rooms over doors and open sides of their own storey.
YesNo reaches_lounge(const Scene& scene, const std::vector<int>& start) {
  const AccessGraph& graph = scene.access;
  const auto find = [&](YesNo least) {
    const std::vector<bool> seen = reached(graph, start, [&](const AccessGraph::Edge& edge) {
      if (edge.from == 0 || edge.to == 0) return false;
      const bool is_level =
          edge.via == AccessGraph::Via::Door || edge.via == AccessGraph::Via::Passage;
      return is_level && without_lock(scene, edge) >= least;
    });
    YesNo found = YesNo::No;
    for (std::size_t n = 1; n < seen.size(); ++n) {
      const AccessGraph::Node& node = graph.nodes[n];
      if (!seen[n] || node.space < 0) continue;
      const Use use = space_of(scene, {node.storey, node.space}).use;
      if (is_informal_meeting_place(use)) return YesNo::Yes;
      if (use == Use::Unknown) found = YesNo::Unknown;
    }
    return found;
  };
  const YesNo surely = find(YesNo::Yes);
  if (surely == YesNo::Yes) return YesNo::Yes;
  return std::max(surely, std::min(YesNo::Unknown, find(YesNo::Unknown)));
}

// Its care rooms; without these all its spaces.
std::vector<int> start_of(const Scene& scene, const Unit& unit, CareBasis basis) {
  std::vector<int> start;
  const auto add = [&](const std::vector<SpaceRef>& rooms) {
    for (const SpaceRef ref : rooms) {
      if (space_of(scene, ref).unit != unit.id) continue;
      const int node = scene.access.node_of(ref.storey, ref.index);
      if (node >= 0) start.push_back(node);
    }
  };
  add(care_rooms(scene, basis));
  if (start.empty()) add(all_spaces(scene));
  return start;
}

}  // namespace

const MeasureInfo& UnitLoungeCoverage::info() const {
  static const MeasureInfo info{
      "unit_lounge_coverage",
      1,
      {"Afdelingen met een vrije ontmoetingsplek", "Units with an informal meeting place"},
      {"deel van de afdelingen, zonder bedden: van de praktijken (0-1)",
       "share of units, without beds: of practices (0-1)"},
      2,
      {"Afdelingen die op dezelfde verdieping zonder deur met slot een ontmoetingsruimte, "
       "dagverblijf, huiskamer of inloop bereiken, gedeeld door alle afdelingen.",
       "Units that reach a lounge, dayroom, living room or third place on the same floor without a "
       "locked door, over all units."},
      {},
      {{"units", {"Afdelingen die meetellen", "Units that count"}, {"afdelingen", "units"}}},
      {"afdeling", "unit"},
      {"1 = ja, 0 = nee", "1 = yes, 0 = no"}};
  return info;
}

Result<Outcome> UnitLoungeCoverage::evaluate(const Scene& scene, Job& job) const {
  Outcome outcome;
  note_uses(scene, outcome);
  const CareBasis basis = care_basis(scene);
  if (basis == CareBasis::None || basis == CareBasis::Unknown) {
    outcome.headline = no_care_rooms(basis);
    outcome.secondary["units"] = outcome.headline;
    return outcome;
  }
  note_practice(basis, outcome);
  const std::vector<const Unit*> units = care_units(scene, basis);
  if (units.empty()) {
    outcome.headline = NotComputed{
        {"Het is niet bekend welke afdelingen of praktijken er zijn en welke kamers erbij horen.",
         "It is not known which units or practices there are and which rooms belong to them."}};
    outcome.secondary["units"] = outcome.headline;
    return outcome;
  }
  outcome.secondary["units"] = static_cast<double>(units.size());
  const Text not_known{
      "Van deuren is niet bekend of ze op slot zijn, of van ruimten waarvoor ze zijn.",
      "It is not known whether doors are locked, or what spaces are for."};
  Tally tally;
  for (const Unit* unit : units) {
    if (!job.step(tally.total(), static_cast<int>(units.size()))) return stopped();
    const std::vector<int> start = start_of(scene, *unit, basis);
    // A unit without a place on the plan cannot be looked for.
    const YesNo answer = start.empty() ? YesNo::Unknown : reaches_lounge(scene, start);
    tally.add(answer);
    outcome.rows.push_back({to_string(unit->id), value_of(answer, not_known)});
    if (answer != YesNo::No) continue;
    const AccessGraph::Node& node = scene.access.nodes[at(start.front())];
    outcome.places.push_back(place_of(scene, {node.storey, node.space}));
  }
  outcome.headline = tally.share(not_known);
  return outcome;
}

}  // namespace trefpunt
