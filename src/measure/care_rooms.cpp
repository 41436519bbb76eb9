// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/care_rooms.h"

#include <algorithm>

namespace trefpunt {

namespace {

bool is_bedroom(Use use) {
  return use == Use::Bedroom;
}
bool is_practice_room(Use use) {
  return use == Use::Consulting || use == Use::Treatment;
}

bool has_stated_beds(const Unit& unit) {
  return unit.is_overnight != false && unit.beds.value_or(0) > 0;
}

// Beds of the bedrooms of one unit (or of none); empty when one does not state them.
std::optional<int> beds_in_rooms(const Scene& scene, UnitId unit) {
  int beds = 0;
  for (const SpaceRef ref : spaces_of(scene, is_bedroom)) {
    const Space& space = space_of(scene, ref);
    if (space.unit != unit) continue;
    if (!space.beds) return std::nullopt;
    beds += *space.beds;
  }
  return beds;
}

}  // namespace

CareBasis care_basis(const Scene& scene) {
  const auto& units = scene.building.units;
  const bool has_beds = std::any_of(units.begin(), units.end(), [](const Unit& unit) {
    return unit.is_overnight == true || has_stated_beds(unit);
  });
  if (has_beds || !spaces_of(scene, is_bedroom).empty()) return CareBasis::Beds;
  if (!spaces_of(scene, is_practice_room).empty()) return CareBasis::Practice;
  return all_uses_known(scene) ? CareBasis::None : CareBasis::Unknown;
}

Value no_care_rooms(CareBasis basis) {
  if (basis == CareBasis::None) {
    return NotApplicable{{"De plattegrond heeft geen slaapkamers, spreekkamers of behandelkamers.",
                          "The plan has no bedrooms, consulting rooms or treatment rooms."}};
  }
  return NotComputed{
      {"Er is geen slaapkamer, spreekkamer of behandelkamer bekend, en van een deel van de ruimten "
       "is het gebruik niet bekend.",
       "No bedroom, consulting room or treatment room is known, and the use of part of the spaces "
       "is not known."}};
}

void note_practice(CareBasis basis, Outcome& outcome) {
  if (basis != CareBasis::Practice) return;
  outcome.assumptions.push_back(
      {"Er zijn geen bedden bekend. Daarom tellen spreekkamers en behandelkamers, en de praktijken "
       "waar die bij horen.",
       "No beds are known. So consulting and treatment rooms count, and the practices they belong "
       "to."});
}

std::vector<SpaceRef> care_rooms(const Scene& scene, CareBasis basis) {
  switch (basis) {
    case CareBasis::Beds:
      return spaces_of(scene, is_bedroom);
    case CareBasis::Practice:
      return spaces_of(scene, is_practice_room);
    case CareBasis::None:
    case CareBasis::Unknown:
      break;
  }
  return {};
}

std::vector<const Unit*> care_units(const Scene& scene, CareBasis basis) {
  const std::vector<SpaceRef> rooms = care_rooms(scene, basis);
  const std::vector<UnitId> overnight = overnight_units(scene.building);
  std::vector<const Unit*> found;
  for (const Unit& unit : scene.building.units) {
    const bool counts = basis == CareBasis::Beds
                            ? has_stated_beds(unit) || std::find(overnight.begin(), overnight.end(),
                                                                 unit.id) != overnight.end()
                            : std::any_of(rooms.begin(), rooms.end(), [&](SpaceRef ref) {
                                return space_of(scene, ref).unit == unit.id;
                              });
    if (counts) found.push_back(&unit);
  }
  return found;
}

std::optional<int> beds_of_unit(const Scene& scene, const Unit& unit) {
  if (unit.beds) return unit.beds;
  const std::optional<int> beds = beds_in_rooms(scene, unit.id);
  if (beds == 0 && unit.is_overnight == true) return std::nullopt;  // somewhere people sleep
  return beds;
}

std::optional<int> beds_of_building(const Scene& scene) {
  std::optional<int> sum = beds_in_rooms(scene, UnitId{});
  for (const Unit& unit : scene.building.units) {
    const std::optional<int> beds = beds_of_unit(scene, unit);
    if (!sum || !beds) return std::nullopt;
    *sum += *beds;
  }
  return sum;
}

std::optional<int> care_places(const Scene& scene, CareBasis basis, const Unit* unit) {
  if (basis == CareBasis::Beds) {
    return unit ? beds_of_unit(scene, *unit) : beds_of_building(scene);
  }
  int rooms = 0;
  for (const SpaceRef ref : care_rooms(scene, basis)) {
    if (!unit || space_of(scene, ref).unit == unit->id) ++rooms;
  }
  return rooms;
}

Value per_care_place(double area_m2, std::optional<int> count) {
  if (!count || *count == 0) {
    return NotComputed{{"Het aantal bedden is niet bekend.", "The number of beds is not known."}};
  }
  return area_m2 / *count;
}

}  // namespace trefpunt
