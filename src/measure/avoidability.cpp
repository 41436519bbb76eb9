// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/avoidability.h"

#include <algorithm>

#include "base/index.h"
#include "measure/care_rooms.h"
#include "measure/exposure.h"
#include "measure/routines.h"
#include "measure/seating.h"
#include "measure/step_free.h"

namespace trefpunt {

namespace {

bool is_meeting_or_waiting(Use use) {
  return is_meeting_place(use) || use == Use::Waiting;
}

// Per node of the access graph: whether it is a place of that use.
std::vector<bool> nodes_of(const Scene& scene, bool (*wanted)(Use)) {
  std::vector<bool> found;
  for (const AccessGraph::Node& node : scene.access.nodes) {
    found.push_back(node.space >= 0 && wanted(space_of(scene, {node.storey, node.space}).use));
  }
  return found;
}

// From the nearest edge of a reception to the nearest seat of a waiting room, as sound goes.
Value desk_to_waiting(const Scene& scene) {
  const std::vector<SpaceRef> desks = spaces_of(scene, Use::Reception);
  if (desks.empty()) {
    return NotApplicable{{"Er is geen balie bekend.", "No reception is known."}};
  }
  double shortest = kNoWay;
  for (const SpaceRef desk : desks) {
    const std::optional<Polygon>& floor = shape_of(scene, desk).polygon;
    const Storey& storey = *scene.building.storeys[at(desk.storey)];
    for (const Seat& seat : storey.seats) {
      const auto here = space_at(*scene.layouts[at(desk.storey)], seat.at);
      const bool waits =
          here && std::any_of(storey.spaces.begin(), storey.spaces.end(), [&](const Space& space) {
            return space.id == *here && space.use == Use::Waiting;
          });
      if (!waits || !floor) continue;
      const Ring& ring = floor->outer;
      for (std::size_t i = 0; i < ring.size(); ++i) {
        shortest = std::min(shortest, distance(seat.at, {ring[i], ring[(i + 1) % ring.size()]}));
      }
    }
  }
  if (shortest == kNoWay) {
    return NotComputed{{"Er staan geen zitplaatsen in een wachtruimte op de tekening.",
                        "The drawing shows no seats in a waiting room."}};
  }
  return shortest;
}

constexpr const char *kInView = "minutes_in_view", *kInViewShut = "minutes_in_view_doors_shut",
                     *kAtDoor = "minutes_at_door";

// Minutes a week, all people together, by whom the programme gives no business in a room.
void add_minutes(const Scene& scene, const std::vector<SpaceRef>& rooms, Outcome& outcome) {
  if (const auto none = no_programme(scene)) {
    for (const char* id : {kInView, kInViewShut, kAtDoor}) outcome.secondary[id] = *none;
    return;
  }
  double in_view = 0, shut = 0, at_door = 0;
  for (const PrivacyCost& cost : *scene.encounter->privacy) {
    in_view += cost.in_view_min;
    shut += cost.in_view_shut_min;
    at_door += cost.at_door_min;
  }
  const auto count = static_cast<double>(rooms.size());
  outcome.secondary[kInView] = in_view / count;
  outcome.secondary[kInViewShut] = shut / count;
  outcome.secondary[kAtDoor] = at_door / count;
  note_programme(scene, outcome);
}

Value quiet_per_unit(const Scene& scene) {
  const std::vector<const Unit*> units = care_units(scene, care_basis(scene));
  if (units.empty()) {
    return NotComputed{
        {"Het is niet bekend welke afdelingen er zijn.", "It is not known which units there are."}};
  }
  return static_cast<double>(spaces_of(scene, Use::Quiet).size()) /
         static_cast<double>(units.size());
}

}  // namespace

const MeasureInfo& Avoidability::info() const {
  static const Text per_room{"minuten per week en per kamer", "minutes a week and room"};
  static const MeasureInfo info{
      "avoidability",
      3,
      {"Ontmoeting is te vermijden", "Meeting can be avoided"},
      {"deel van de kamers (0-1)", "share of rooms (0-1)"},
      2,
      {"Slaap-, spreek- en behandelkamers met minstens één route zonder treden naar een ingang "
       "voor "
       "publiek die niet door een ontmoetingsplek loopt, gedeeld door al die kamers.",
       "Bedrooms, consulting and treatment rooms with at least one step-free way to a public "
       "entrance that crosses no meeting place, over all of these rooms."},
      {},
      {{"share_without_waiting",
        {"Ook zonder door een wachtruimte te lopen", "Also without crossing a waiting room"},
        {"deel van de kamers (0-1)", "share of rooms (0-1)"}},
       {"quiet_rooms_per_unit",
        {"Stille ruimten per afdeling", "Quiet rooms per unit"},
        {"ruimten per afdeling", "rooms per unit"}},
       {"desk_to_waiting",
        {"Van balie tot dichtstbijzijnde wachtplek", "From desk to nearest waiting seat"},
        {"m", "m"}},
       {"exposed_doors_open",
        {"Vloer van kamers in zicht van bezoekers, deuren open",
         "Floor of rooms in view of visitors, doors open"},
        {"deel van de vloer (0-1)", "share of the floor (0-1)"}},
       {"exposed_doors_shut",
        {"Vloer van kamers in zicht van bezoekers, deuren dicht",
         "Floor of rooms in view of visitors, doors shut"},
        {"deel van de vloer (0-1)", "share of the floor (0-1)"}},
       {kInView,
        {"In zicht van wie er niets te zoeken heeft, deuren open",
         "In view of those without business there, doors open"},
        per_room},
       {kInViewShut,
        {"In zicht van wie er niets te zoeken heeft, deuren dicht",
         "In view of those without business there, doors shut"},
        per_room},
       {kAtDoor,
        {"Langs de deur lopen wie er niets te zoeken heeft",
         "Those without business there walk past the door"},
        per_room}},
      {"kamer", "room"},
      {"1 = ja, 0 = nee", "1 = yes, 0 = no"},
      Better::Neither,
      true};
  return info;
}

Result<Outcome> Avoidability::evaluate(const Scene& scene, Job& job) const {
  if (job.stopped()) return stopped();
  Outcome outcome;
  note_uses(scene, outcome);
  outcome.secondary["quiet_rooms_per_unit"] = quiet_per_unit(scene);
  outcome.secondary["desk_to_waiting"] = desk_to_waiting(scene);
  const auto give_up = [&](const Value& value) {
    outcome.headline = value;
    outcome.secondary["share_without_waiting"] = value;
    return outcome;
  };
  const std::vector<SpaceRef> rooms = spaces_of(scene, is_private_room);
  if (rooms.empty()) {
    const Value none = no_care_rooms(all_uses_known(scene) ? CareBasis::None : CareBasis::Unknown);
    outcome.secondary["exposed_doors_open"] = outcome.secondary["exposed_doors_shut"] = none;
    for (const char* id : {kInView, kInViewShut, kAtDoor}) outcome.secondary[id] = none;
    return give_up(none);
  }
  outcome.secondary["exposed_doors_open"] = exposed_share(scene, rooms, true);
  outcome.secondary["exposed_doors_shut"] = exposed_share(scene, rooms, false);
  note_sight(scene, outcome);
  add_minutes(scene, rooms, outcome);
  const std::vector<PublicEntrance> entrances = public_entrances(scene);
  if (!has_certain_entrance(entrances)) return give_up(no_public_entrance());
  note_entrances(scene, entrances, outcome);

  const std::vector<YesNo> quiet_way =
      step_free_reach(scene, entrances, nodes_of(scene, is_meeting_place));
  const std::vector<YesNo> without_waiting =
      step_free_reach(scene, entrances, nodes_of(scene, is_meeting_or_waiting));
  Tally tally, tally_without_waiting;
  for (const SpaceRef ref : rooms) {
    const int node = scene.access.node_of(ref.storey, ref.index);
    // A room without a floor or a door on the drawing cannot be looked for.
    const bool is_drawn = node >= 0 && !scene.access.edges_of[at(node)].empty();
    const YesNo answer = is_drawn ? quiet_way[at(node)] : YesNo::Unknown;
    tally.add(answer);
    tally_without_waiting.add(is_drawn ? without_waiting[at(node)] : YesNo::Unknown);
    outcome.rows.push_back(
        {to_string(space_of(scene, ref).id), value_of(answer, step_free_unknown())});
    if (answer == YesNo::No) outcome.places.push_back(place_of(scene, ref));
  }
  outcome.headline = tally.share(step_free_unknown());
  outcome.secondary["share_without_waiting"] = tally_without_waiting.share(step_free_unknown());
  if (std::any_of(scene.building.storeys.begin(), scene.building.storeys.end(),
                  [](const auto& storey) {
                    return std::any_of(storey->doors.begin(), storey->doors.end(),
                                       [](const Door& d) { return d.lock == Lock::Controlled; });
                  })) {
    outcome.assumptions.push_back({"Deuren met een slot gaan open voor wie in de kamer moet zijn.",
                                   "Doors with a lock open for those who have to be in the room."});
  }
  return outcome;
}

}  // namespace trefpunt
