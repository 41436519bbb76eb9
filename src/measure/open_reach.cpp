// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/open_reach.h"

#include <algorithm>

#include "base/index.h"
#include "measure/entrances.h"
#include "measure/places.h"

namespace trefpunt {

namespace {

// The lowest storey that does not lie below the ground; else the highest.
int ground_floor(const Building& building) {
  for (std::size_t s = 0; s < building.storeys.size(); ++s) {
    if (building.storeys[s]->level >= 0) return static_cast<int>(s);
  }
  return static_cast<int>(building.storeys.size()) - 1;
}

class Visitor {
 public:
  Visitor(const Scene& scene, const std::vector<PublicEntrance>& entrances)
      : scene_(scene),
        surely_(reach(entrances, YesNo::Yes)),
        perhaps_(reach(entrances, YesNo::Unknown)) {}

  YesNo reaches(int node) const {
    if (!perhaps_[at(node)]) return YesNo::No;
    return surely_[at(node)] ? YesNo::Yes : YesNo::Unknown;
  }

  // Whether one may walk in from a space that is reached, whatever a sign says.
  bool can_walk_into(int node) const {
    const auto& edges = scene_.access.edges_of[at(node)];
    return std::any_of(edges.begin(), edges.end(), [&](int e) {
      const AccessGraph::Edge& edge = scene_.access.edges[at(e)];
      const int other = edge.from == node ? edge.to : edge.from;
      return other != 0 && surely_[at(other)] && is_uncontrolled(edge) == YesNo::Yes;
    });
  }

 private:
  const Space* space(int node) const {
    const AccessGraph::Node& where = scene_.access.nodes[at(node)];
    return where.space < 0 ? nullptr : &space_of(scene_, {where.storey, where.space});
  }
  bool is_public(int node) const { return space(node) && space(node)->access == Access::Public; }
  bool is_closed(int node) const {
    return space(node) &&
           (space(node)->access == Access::Staff || space(node)->access == Access::Appointment);
  }

  YesNo is_uncontrolled(const AccessGraph::Edge& edge) const {
    if (edge.via != AccessGraph::Via::Door) return YesNo::Yes;
    const Door& door = scene_.building.storeys[at(edge.storey)]->doors[at(edge.index)];
    if (door.lock == Lock::Controlled) return YesNo::No;
    if (door.lock == Lock::Free || door.is_opening) return YesNo::Yes;
    // Between two spaces that are stated to be public no door can be locked.
    return is_public(edge.from) && is_public(edge.to) ? YesNo::Yes : YesNo::Unknown;
  }

  std::vector<bool> reach(const std::vector<PublicEntrance>& entrances, YesNo least) const {
    std::vector<int> start;
    for (const PublicEntrance& entrance : entrances) {
      const Door& door = scene_.building.storeys[at(entrance.storey)]->doors[at(entrance.door)];
      if (door.lock == Lock::Controlled || entrance.is_public < least) continue;
      if (!is_closed(entrance.node)) start.push_back(entrance.node);
    }
    return reached(scene_.access, start, [&](const AccessGraph::Edge& edge) {
      if (edge.from == 0 || edge.to == 0) return false;
      return !is_closed(edge.from) && !is_closed(edge.to) && is_uncontrolled(edge) >= least;
    });
  }

  const Scene& scene_;
  std::vector<bool> surely_, perhaps_;
};

}  // namespace

const MeasureInfo& OpenReach::info() const {
  static const MeasureInfo info{
      "open_reach",
      1,
      {"Vrij bereikbaar deel van het gebouw", "Freely reachable part of the building"},
      {"deel van de begane grond (0-1)", "share of the ground floor (0-1)"},
      2,
      {"Oppervlakte van verkeersruimte en ontmoetingsplekken op de begane grond die vanaf een "
       "ingang "
       "voor publiek zonder slot te bereiken is, gedeeld door de oppervlakte van alle ruimten "
       "daar.",
       "Area of circulation and meeting places on the ground floor that can be reached from a "
       "public "
       "entrance without a lock, over the area of all spaces there."},
      {},
      {{"area_m2", {"Vrij bereikbare oppervlakte", "Freely reachable area"}, {"m²", "m²"}},
       {"ground_floor_m2", {"Oppervlakte van de begane grond", "Ground floor area"}, {"m²", "m²"}},
       {"open_care_rooms",
        {"Zorgkamers zonder controle te bereiken (hele gebouw)",
         "Care rooms reachable without control (whole building)"},
        {"kamers", "rooms"}}},
      {"ruimte", "space"},
      {"1 = vrij bereikbaar, 0 = niet", "1 = freely reachable, 0 = not"}};
  return info;
}

Result<Outcome> OpenReach::evaluate(const Scene& scene, Job& job) const {
  if (job.stopped()) return stopped();
  Outcome outcome;
  note_uses(scene, outcome);
  const std::vector<PublicEntrance> entrances = public_entrances(scene);
  if (!has_certain_entrance(entrances))
    return without_numbers(outcome, info(), no_public_entrance());
  note_entrances(scene, entrances, outcome);

  const Text not_known{
      "Van deuren is niet bekend of ze op slot zijn, of van ruimten waarvoor ze zijn.",
      "It is not known whether doors are locked, or what spaces are for."};
  const Visitor visitor(scene, entrances);
  const int ground = ground_floor(scene.building);
  double total = 0, low = 0, high = 0;
  int missing = 0;
  double open_rooms = 0;
  for (const SpaceRef ref : all_spaces(scene)) {
    const Space& space = space_of(scene, ref);
    const int node = scene.access.node_of(ref.storey, ref.index);
    if (node >= 0 && is_private_room(space.use) && visitor.can_walk_into(node)) {
      ++open_rooms;
      outcome.places.push_back(place_of(scene, ref));
    }
    if (ref.storey != ground || !is_floor(space.use)) continue;
    if (node < 0) {
      ++missing;
      continue;
    }
    const double area = shape_of(scene, ref).area_m2;
    total += area;
    const YesNo answer = visitor.reaches(node);
    outcome.rows.push_back({to_string(space.id), value_of(answer, not_known)});
    const bool counts = is_circulation(space.use) || is_meeting_place(space.use);
    if (counts && answer == YesNo::Yes) low += area;
    if ((counts || space.use == Use::Unknown) && answer != YesNo::No) high += area;
  }
  note_missing_floor(missing, outcome);
  if (total <= 0) {
    return without_numbers(outcome, info(),
                           NotComputed{{"Op de begane grond is geen vloer van een ruimte gevonden.",
                                        "No floor of a space was found on the ground floor."}});
  }
  outcome.headline = between(low / total, high / total, not_known);
  outcome.secondary["area_m2"] = between(low, high, not_known);
  outcome.secondary["ground_floor_m2"] = total;
  outcome.secondary["open_care_rooms"] = open_rooms;
  return outcome;
}

}  // namespace trefpunt
