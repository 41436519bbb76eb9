// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/min_clear_width.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/index.h"
#include "measure/places.h"
#include "measure/public_ways.h"

namespace trefpunt {

namespace {

const Text& not_known() {
  static const Text text{
      "Van deuren is de vrije breedte niet bekend; die is kleiner dan de opening in de muur.",
      "The clear width of doors is not known; it is smaller than the opening in the wall."};
  return text;
}

}  // namespace

const MeasureInfo& MinClearWidth::info() const {
  static const MeasureInfo info{
      "min_clear_width",
      1,
      {"Smalste vrije doorgang", "Narrowest free passage"},
      {"m", "m"},
      2,
      {"De kleinste vrije breedte van de deuren op de routes van de ingangen voor publiek naar "
       "ontmoetingsplekken, slaap-, spreek- en behandelkamers en toegankelijke toiletten.",
       "The smallest clear width of the doors on the ways from the public entrances to meeting "
       "places, bedrooms, consulting and treatment rooms and accessible toilets."},
      {{"door_width",
        {"m", "m"},
        0.85,
        {"Waaronder een deur als plek wordt getoond; gelezen in een fragment van een planregel, "
         "het "
         "Bbl zelf is niet ingezien.",
         "Below which a door is shown as a place; read in an excerpt of a plan rule, the Bbl "
         "itself "
         "was not read."}}},
      {{"doors", {"Deuren op de routes", "Doors on the ways"}, {"", ""}},
       {"doors_below", {"Deuren die te smal zijn", "Doors that are too narrow"}, {"", ""}}},
      {"deur", "door"},
      {"m", "m"}};
  return info;
}

Result<Outcome> MinClearWidth::evaluate(const Scene& scene, Job& job) const {
  if (job.stopped()) return stopped();
  Outcome outcome;
  note_uses(scene, outcome);
  const std::vector<PublicEntrance> entrances = public_entrances(scene);
  if (!has_certain_entrance(entrances))
    return without_numbers(outcome, info(), no_public_entrance());
  note_entrances(scene, entrances, outcome);

  std::set<std::pair<int, int>> doors;  // storey, door: in the order of the plan
  const std::vector<bool> on_way = public_ways(scene, entrances);
  for (std::size_t e = 0; e < on_way.size(); ++e) {
    const AccessGraph::Edge& edge = scene.access.edges[e];
    if (!on_way[e] || edge.via != AccessGraph::Via::Door) continue;
    if (!scene.building.storeys[at(edge.storey)]->doors[at(edge.index)].is_opening) {
      doors.insert({edge.storey, edge.index});
    }
  }
  if (std::find(on_way.begin(), on_way.end(), true) == on_way.end()) {
    return without_numbers(outcome, info(), no_public_way(scene));
  }
  if (doors.empty()) {
    return without_numbers(
        outcome, info(),
        NotApplicable{{"Op de routes zit geen deur.", "There is no door on the ways."}});
  }
  const double least = scene.parameter("door_width") - 1e-6;
  double bound = 1e9;
  bool all_known = true;
  int surely_below = 0, perhaps_below = 0;
  for (const auto& [storey, index] : doors) {
    const Door& door = scene.building.storeys[at(storey)]->doors[at(index)];
    const double at_most = door.clear_width.value_or(door.opening_width());
    bound = std::min(bound, at_most);
    all_known = all_known && door.clear_width.has_value();
    outcome.rows.push_back({to_string(door.id), door.clear_width
                                                    ? Value{*door.clear_width}
                                                    : between(0, at_most, not_known())});
    if (at_most < least) {
      ++surely_below;
      outcome.places.push_back(door_place(scene, storey, index));
    } else if (!door.clear_width) {
      ++perhaps_below;
    }
  }
  outcome.headline = all_known ? Value{bound} : between(0, bound, not_known());
  outcome.secondary["doors"] = static_cast<double>(doors.size());
  outcome.secondary["doors_below"] =
      between(surely_below, surely_below + perhaps_below, not_known());
  return outcome;
}

}  // namespace trefpunt
