// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/places.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/index.h"
#include "measure/values.h"

namespace trefpunt {

namespace {

template <typename Wanted>
std::vector<SpaceRef> collect(const Scene& scene, Wanted wanted) {
  std::vector<SpaceRef> found;
  for (int s = 0; s < static_cast<int>(scene.building.storeys.size()); ++s) {
    const auto& spaces = scene.building.storeys[at(s)]->spaces;
    for (int i = 0; i < static_cast<int>(spaces.size()); ++i) {
      if (wanted(spaces[at(i)])) found.push_back({s, i});
    }
  }
  return found;
}

}  // namespace

std::vector<SpaceRef> spaces_of(const Scene& scene, bool (*wanted)(Use)) {
  return collect(scene, [&](const Space& space) { return wanted(space.use); });
}

std::vector<SpaceRef> spaces_of(const Scene& scene, Use use) {
  return collect(scene, [&](const Space& space) { return space.use == use; });
}

std::vector<SpaceRef> all_spaces(const Scene& scene) {
  return collect(scene, [](const Space&) { return true; });
}

const Space& space_of(const Scene& scene, SpaceRef ref) {
  return scene.building.storeys[at(ref.storey)]->spaces[at(ref.index)];
}

const SpaceShape& shape_of(const Scene& scene, SpaceRef ref) {
  return scene.layouts[at(ref.storey)]->shapes[at(ref.index)];
}

PlanPlace place_of(const Scene& scene, SpaceRef ref) {
  const Space& space = space_of(scene, ref);
  return {ref.storey, to_string(space.id), space.anchor};
}

PlanPlace door_place(const Scene& scene, int storey, int door) {
  const Door& what = scene.building.storeys[at(storey)]->doors[at(door)];
  return {storey, to_string(what.id), middle(what.a, what.b)};
}

std::vector<Place> ways_in(const Scene& scene, SpaceRef ref) {
  const Layout& layout = *scene.layouts[at(ref.storey)];
  const SpaceId id = space_of(scene, ref).id;
  std::vector<Place> found;
  for (int d = 0; d < static_cast<int>(layout.doors.size()); ++d) {
    const DoorSides& sides = layout.doors[at(d)];
    if (sides.left.space != id && sides.right.space != id) continue;
    if (const auto place = in_front_of(scene.building, scene.layouts, ref.storey, d, id)) {
      found.push_back(*place);
    }
  }
  for (const Passage& passage : layout.passages) {
    if (passage.from != id && passage.to != id) continue;
    found.push_back({ref.storey, middle(passage.along.a, passage.along.b)});
  }
  return found;
}

std::vector<double> nearest(const WalkGraph& graph, const std::vector<std::vector<Place>>& sets,
                            const std::vector<Place>& goals, Job& job) {
  std::vector<Place> places;
  for (const auto& set : sets) places.insert(places.end(), set.begin(), set.end());
  std::vector<double> result(sets.size(), kNoWay);
  if (job.stopped()) return result;
  const std::vector<double> lengths = distances_to_nearest(graph, goals, places);
  std::size_t next = 0;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    for (std::size_t k = 0; k < sets[i].size(); ++k) {
      result[i] = std::min(result[i], lengths[next++]);
    }
  }
  return result;
}

Value no_meeting_place(const Scene& scene) {
  if (all_uses_known(scene)) {
    return NotApplicable{
        {"De plattegrond heeft geen ontmoetingsplek.", "The plan has no meeting place."}};
  }
  return NotComputed{
      {"Er is geen ontmoetingsplek bekend, en van een deel van de ruimten is het "
       "gebruik niet bekend.",
       "No meeting place is known, and the use of part of the spaces is not known."}};
}

Outcome without_numbers(Outcome outcome, const MeasureInfo& info, const Value& why) {
  outcome.headline = why;
  for (const SecondaryInfo& other : info.secondary) outcome.secondary[other.id] = why;
  return outcome;
}

bool all_uses_known(const Scene& scene) {
  return !all_spaces(scene).empty() && spaces_of(scene, Use::Unknown).empty();
}

void note_uses(const Scene& scene, Outcome& outcome) {
  const auto suggested = static_cast<int>(
      collect(scene, [](const Space& space) { return space.use_is_suggested; }).size());
  if (suggested > 0) {
    const Text spaces = counted(suggested, {"ruimte", "space"}, {"ruimten", "spaces"});
    outcome.assumptions.push_back(
        {fmt::format("Het gebruik van {} is afgeleid uit de naam.", spaces.nl),
         fmt::format("The use of {} was derived from the name.", spaces.en)});
  }
  const auto unknown = static_cast<int>(spaces_of(scene, Use::Unknown).size());
  if (unknown > 0) {
    const Text spaces = counted(unknown, {"ruimte", "space"}, {"ruimten", "spaces"});
    outcome.assumptions.push_back({fmt::format("Van {} is het gebruik niet bekend.", spaces.nl),
                                   fmt::format("The use of {} is not known.", spaces.en)});
  }
}

void note_missing_floor(int missing, Outcome& outcome) {
  if (missing == 0) return;
  const Text spaces = counted(missing, {"ruimte", "space"}, {"ruimten", "spaces"});
  outcome.assumptions.push_back(
      {fmt::format("Van {} is de vloer niet gevonden; die oppervlakte telt niet mee.", spaces.nl),
       fmt::format("The floor of {} was not found; that area does not count.", spaces.en)});
}

Error stopped() {
  return {Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
}

}  // namespace trefpunt
