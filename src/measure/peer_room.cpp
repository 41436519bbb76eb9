// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/peer_room.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "measure/places.h"
#include "measure/routines.h"

namespace trefpunt {

namespace {

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

// Rooms can be given by use, unit and number only: an entrance or somebody's home is no such room.
bool fits(const Scene& scene, const PlaceQuery& query, const Space& space) {
  if (query.is_entrance || query.is_home || !query.role.empty()) return false;
  if (!query.use && query.unit.empty() && query.number.empty()) return false;
  if (query.use && space.use != *query.use) return false;
  if (!query.number.empty() && space.number != query.number) return false;
  if (query.unit.empty()) return true;
  return std::any_of(
      scene.building.units.begin(), scene.building.units.end(),
      [&](const Unit& unit) { return unit.id == space.unit && unit.name == query.unit; });
}

}  // namespace

const MeasureInfo& PeerRooms::info() const {
  static const MeasureInfo info{
      "peer_room",
      1,
      {"Eigen plek voor lotgenoten", "A place of their own for peers"},
      {"ruimten", "rooms"},
      0,
      {"Ruimten die het programma aanwijst voor een genoemde groep mensen met dezelfde ervaring.",
       "Rooms that the programme gives to a named group of people with the same experience."},
      {},
      {{"area_m2", {"Oppervlakte van deze ruimten", "Area of these rooms"}, {"m²", "m²"}},
       {"groups", {"Groepen met een eigen plek", "Groups with a place of their own"}, {"", ""}},
       {"with_hours", {"Met openingstijden", "With opening hours"}, {"ruimten", "rooms"}}},
      {"ruimte", "room"},
      {"m²", "m²"},
      Better::Neither,
      true};
  return info;
}

Result<Outcome> PeerRooms::evaluate(const Scene& scene, Job& job) const {
  if (job.stopped()) return stopped();
  Outcome outcome;
  note_uses(scene, outcome);
  if (!scene.programme) return without_numbers(outcome, info(), *no_programme(scene));

  std::map<std::pair<int, int>, bool> rooms;  // by storey and space: whether hours are stated
  std::set<std::string> groups;
  for (const PeerRoom& declared : scene.programme->peer_rooms) {
    if (is_blank(declared.group)) {
      outcome.assumptions.push_back(
          {"Een eigen plek zonder naam van de groep telt niet mee.",
           "A place of their own without the name of the group does not count."});
      continue;
    }
    bool is_there = false;
    for (const SpaceRef ref : all_spaces(scene)) {
      const Space& space = space_of(scene, ref);
      if (!fits(scene, declared.place, space)) continue;
      is_there = true;
      bool& hours = rooms[{ref.storey, ref.index}];
      hours = hours || !is_blank(declared.opening_hours) || !is_blank(space.opening_hours);
    }
    if (is_there) {
      groups.insert(declared.group);
    } else {
      outcome.assumptions.push_back(
          {fmt::format("De plek voor ‘{}’ is niet op de plattegrond en telt niet mee.",
                       declared.group),
           fmt::format("The place for '{}' is not on the plan and does not count.",
                       declared.group)});
    }
  }
  if (scene.programme->peer_rooms.empty()) {
    outcome.assumptions.push_back(
        {"Het programma wijst geen eigen plek aan; dat telt als geen.",
         "The programme names no place of their own; that counts as none."});
  }
  double area = 0, with_hours = 0;
  int missing = 0;
  for (const auto& [where, hours] : rooms) {
    const SpaceRef ref{where.first, where.second};
    const SpaceShape& shape = shape_of(scene, ref);
    if (!shape.polygon) ++missing;
    area += shape.area_m2;
    with_hours += hours ? 1 : 0;
    outcome.rows.push_back({to_string(space_of(scene, ref).id), shape.area_m2});
    outcome.places.push_back(place_of(scene, ref));
  }
  note_missing_floor(missing, outcome);
  outcome.headline = static_cast<double>(rooms.size());
  outcome.secondary["area_m2"] = area;
  outcome.secondary["groups"] = static_cast<double>(groups.size());
  outcome.secondary["with_hours"] = with_hours;
  return outcome;
}

}  // namespace trefpunt
