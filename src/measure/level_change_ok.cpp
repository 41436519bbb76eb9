// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/level_change_ok.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/index.h"
#include "measure/places.h"
#include "measure/public_ways.h"

namespace trefpunt {

namespace {

using Via = AccessGraph::Via;

bool is_link(const AccessGraph::Edge& edge) {
  return edge.via != Via::Door && edge.via != Via::Passage;
}

// The steepest slope (rise over run) for a rise in metres: 1:12, 1:16, 1:20. Higher ramps need
// landings, which a plan does not tell.
std::optional<double> steepest(double rise) {
  if (rise <= 0.25) return 1.0 / 12;
  if (rise <= 0.5) return 1.0 / 16;
  if (rise <= 1.0) return 1.0 / 20;
  return std::nullopt;
}

YesNo passes(const Link& ramp) {
  if (!ramp.slope) return YesNo::Unknown;
  if (*ramp.slope > 1.0 / 12 + 1e-9) return YesNo::No;
  if (!ramp.walking_length) return YesNo::Unknown;
  const double rise = *ramp.walking_length * *ramp.slope / std::hypot(1.0, *ramp.slope);
  const std::optional<double> limit = steepest(rise);
  if (!limit) return YesNo::Unknown;
  return *ramp.slope <= *limit + 1e-9 ? YesNo::Yes : YesNo::No;
}

struct Change {
  std::string object;
  PlanPlace place;
  YesNo answer;
};

// Doors with a threshold, or whose threshold is not known; a threshold of 0 is no level change.
void add_doors(const Scene& scene, const std::vector<bool>& on_way, std::vector<Change>& changes) {
  std::set<std::pair<int, int>> doors;
  for (std::size_t e = 0; e < on_way.size(); ++e) {
    const AccessGraph::Edge& edge = scene.access.edges[e];
    if (on_way[e] && edge.via == Via::Door) doors.insert({edge.storey, edge.index});
  }
  for (const auto& [storey, index] : doors) {
    const Door& door = scene.building.storeys[at(storey)]->doors[at(index)];
    const bool is_level = door.threshold_height ? *door.threshold_height == 0 : door.is_opening;
    if (is_level) continue;
    const YesNo answer = !door.threshold_height ? YesNo::Unknown
                         : *door.threshold_height <= scene.parameter("max_step") + 1e-6 ? YesNo::Yes
                                                                                        : YesNo::No;
    changes.push_back({to_string(door.id), door_place(scene, storey, index), answer});
  }
}

// One change per pair of storeys that a way joins: the best of its lifts, ramps and stairs.
void add_storeys(const Scene& scene, const std::vector<bool>& on_way,
                 std::vector<Change>& changes) {
  const auto& storeys = scene.building.storeys;
  std::set<int> needed;  // the lower storey of each pair
  for (std::size_t e = 0; e < on_way.size(); ++e) {
    if (on_way[e] && is_link(scene.access.edges[e])) needed.insert(scene.access.edges[e].storey);
  }
  std::map<int, Change> best;
  for (const AccessGraph::Edge& edge : scene.access.edges) {
    if (!is_link(edge) || needed.count(edge.storey) == 0) continue;
    const Link& link = storeys[at(edge.storey)]->links[at(edge.index)];
    const YesNo answer = edge.via == Via::Lift     ? YesNo::Yes
                         : edge.via == Via::Stairs ? YesNo::No
                                                   : passes(link);
    const std::string object = to_string(link.id);
    const Change change{object, {edge.storey, object, edge.at}, answer};
    const auto [found, is_new] = best.try_emplace(edge.storey, change);
    if (!is_new && answer > found->second.answer) found->second = change;
  }
  for (const auto& [storey, change] : best) changes.push_back(change);

  // Rooms that people come for on a storey that no way reaches: how they get there is not known.
  const auto is_goal = [](const Space& space) {
    return is_meeting_place(space.use) || is_private_room(space.use);
  };
  for (int s = 0; s < static_cast<int>(storeys.size()); ++s) {
    const auto& spaces = storeys[at(s)]->spaces;
    const auto goal = std::find_if(spaces.begin(), spaces.end(), is_goal);
    bool is_reached = false;
    for (std::size_t e = 0; e < on_way.size(); ++e) {
      const AccessGraph::Edge& edge = scene.access.edges[e];
      is_reached = is_reached || (on_way[e] && (scene.access.nodes[at(edge.from)].storey == s ||
                                                scene.access.nodes[at(edge.to)].storey == s));
    }
    if (goal == spaces.end() || is_reached) continue;
    const std::string object = to_string(storeys[at(s)]->id);
    changes.push_back({object, {s, object, goal->anchor}, YesNo::Unknown});
  }
}

// A ramp within one storey is a level change of its own.
void add_ramps(const Scene& scene, std::vector<Change>& changes) {
  for (int s = 0; s < static_cast<int>(scene.building.storeys.size()); ++s) {
    const auto& links = scene.building.storeys[at(s)]->links;
    for (int i = 0; i < static_cast<int>(links.size()); ++i) {
      const bool joins = std::any_of(
          scene.access.edges.begin(), scene.access.edges.end(), [&](const AccessGraph::Edge& edge) {
            return is_link(edge) && ((edge.storey == s && edge.index == i) ||
                                     (edge.storey + 1 == s && edge.upper_link == i));
          });
      const Link& link = links[at(i)];
      if (link.kind != LinkKind::Ramp || joins || link.footprint.empty()) continue;
      const std::string object = to_string(link.id);
      changes.push_back({object, {s, object, centroid(link.footprint)}, passes(link)});
    }
  }
}

bool has_ramp(const Scene& scene) {
  for (const auto& storey : scene.building.storeys) {
    for (const Link& link : storey->links) {
      if (link.kind == LinkKind::Ramp) return true;
    }
  }
  return false;
}

}  // namespace

const MeasureInfo& LevelChangeOk::info() const {
  static const MeasureInfo info{
      "level_change_ok",
      1,
      {"Hoogteverschillen die in orde zijn", "Level changes that are in order"},
      {"deel van de hoogteverschillen (0-1)", "share of level changes (0-1)"},
      2,
      {"Drempels tot de grens, en verdiepingen die door een lift of een hellingbaan binnen de "
       "tabel "
       "verbonden zijn, gedeeld door alle hoogteverschillen op de routes vanaf de ingangen voor "
       "publiek.",
       "Thresholds up to the limit, and storeys joined by a lift or by a ramp within the table, "
       "over "
       "all level changes on the ways from the public entrances."},
      {{"max_step",
        {"m", "m"},
        0.02,
        {"Gelezen in een fragment van het Bouwbesluit 2003, artikel 4.18 lid 3; het Bbl zelf is "
         "niet "
         "ingezien.",
         "Read in an excerpt of the Building Decree 2003, article 4.18(3); the Bbl itself was not "
         "read."}}},
      {{"changes", {"Hoogteverschillen op de routes", "Level changes on the ways"}, {"", ""}}},
      {"hoogteverschil", "level change"},
      {"1 = in orde, 0 = niet", "1 = in order, 0 = not"}};
  return info;
}

Result<Outcome> LevelChangeOk::evaluate(const Scene& scene, Job& job) const {
  if (job.stopped()) return stopped();
  Outcome outcome;
  note_uses(scene, outcome);
  const std::vector<PublicEntrance> entrances = public_entrances(scene);
  if (!has_certain_entrance(entrances)) {
    outcome.headline = no_public_entrance();
    outcome.secondary["changes"] = outcome.headline;
    return outcome;
  }
  note_entrances(scene, entrances, outcome);
  if (has_ramp(scene)) {
    outcome.assumptions.push_back(
        {"Voor hellingbanen geldt 1:12 tot 0,25 m, 1:16 tot 0,5 m en 1:20 tot 1 m hoogte; de bron "
         "van deze getallen is niet ingezien.",
         "For ramps 1:12 up to 0.25 m, 1:16 up to 0.5 m and 1:20 up to 1 m of rise holds; the "
         "source "
         "of these numbers was not read."});
  }
  const std::vector<bool> on_way = public_ways(scene, entrances);
  if (std::find(on_way.begin(), on_way.end(), true) == on_way.end()) {
    outcome.headline = no_public_way(scene);
    outcome.secondary["changes"] = outcome.headline;
    return outcome;
  }
  std::vector<Change> changes;
  add_doors(scene, on_way, changes);
  add_storeys(scene, on_way, changes);
  add_ramps(scene, changes);
  outcome.secondary["changes"] = static_cast<double>(changes.size());
  if (changes.empty()) {
    outcome.headline = NotApplicable{
        {"Op de routes zijn geen hoogteverschillen.", "There are no level changes on the ways."}};
    return outcome;
  }
  const Text not_known{
      "Niet van elk hoogteverschil is de hoogte, de helling of de overbrugging bekend.",
      "The height, slope or kind of part of the level changes is not known."};
  Tally tally;
  for (const Change& change : changes) {
    tally.add(change.answer);
    outcome.rows.push_back({change.object, value_of(change.answer, not_known)});
    if (change.answer == YesNo::No) outcome.places.push_back(change.place);
  }
  outcome.headline = tally.share(not_known);
  return outcome;
}

}  // namespace trefpunt
