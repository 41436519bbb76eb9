// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "project/edit_parts.h"

namespace trefpunt {

namespace {

Error no_building(std::size_t index) {
  return {Code::NotFound,
          {fmt::format("Gebouw {} staat niet in dit project.", index + 1),
           fmt::format("Building {} is not in this project.", index + 1)},
          {}};
}

// The storey as an iterator into its building; the end when it is not there.
auto find(auto& building, StoreyId id) {
  return std::find_if(building.storeys.begin(), building.storeys.end(),
                      [&](const auto& storey) { return storey->id == id; });
}

Building* building_of(Project& project, StoreyId id) {
  for (Building& building : project.buildings) {
    if (find(building, id) != building.storeys.end()) return &building;
  }
  return nullptr;
}

Status free_level(const Building& building, double level) {
  if (!std::isfinite(level)) {
    return bad_input("Het niveau van een verdieping is een getal.",
                     "The level of a storey is a number.");
  }
  const bool is_taken = std::any_of(building.storeys.begin(), building.storeys.end(),
                                    [&](const auto& storey) { return storey->level == level; });
  if (!is_taken) return Done{};
  return bad_input(
      fmt::format("Op niveau {} is al een verdieping.", format_short(level, 3, Lang::Nl)),
      fmt::format("There is a storey at level {} already.", format_short(level, 3, Lang::En)));
}

void sort(Building& building) {
  std::stable_sort(building.storeys.begin(), building.storeys.end(),
                   [](const auto& a, const auto& b) { return a->level < b->level; });
}

Status valid(const Unit& unit) {
  if (unit.beds.value_or(0) >= 0) return Done{};
  return bad_input("Het aantal bedden van een afdeling is een getal vanaf 0.",
                   "The number of beds of a unit is a number from 0.");
}

}  // namespace

Result<Project> apply_one(const Project& project, const edit::CopyStorey& edit) {
  if (edit.building >= project.buildings.size()) return no_building(edit.building);
  Project after = project;
  Building& building = after.buildings[edit.building];
  const auto original = find(building, edit.storey);
  if (original == building.storeys.end()) return not_there(to_string(edit.storey));
  if (const Status ok = free_level(building, edit.level); !ok) return ok.error();

  auto copy = std::make_shared<Storey>(**original);
  copy->id = {after.next.storey++};
  copy->name = edit.name;
  copy->level = edit.level;
  copy->elevation.reset();
  copy->source_key.clear();
  copy->underlay.reset();  // a picture is of one storey
  each_kind([&]<typename Thing>(const Kind<Thing>& kind) {
    for (Thing& thing : (*copy).*kind.things) {
      thing.id = new_id<Thing>(after.next);
      thing.source_key.clear();
    }
  });
  building.storeys.push_back(std::move(copy));
  sort(building);
  return after;
}

Result<Project> apply_one(const Project& project, const edit::SetStorey& edit) {
  Project after = project;
  Building* building = building_of(after, edit.storey);
  if (!building) return not_there(to_string(edit.storey));
  auto& storey = *find(*building, edit.storey);
  // A plan that came with two storeys at one level can still be renamed.
  if (edit.level != storey->level) {
    if (const Status ok = free_level(*building, edit.level); !ok) return ok.error();
  }
  auto copy = std::make_shared<Storey>(*storey);
  copy->name = edit.name;
  copy->level = edit.level;
  storey = std::move(copy);
  sort(*building);
  return after;
}

Result<Project> apply_one(const Project& project, const edit::RemoveStorey& edit) {
  Project after = project;
  Building* building = building_of(after, edit.storey);
  if (!building) return not_there(to_string(edit.storey));
  if (building->storeys.size() == 1) {
    return bad_input("De laatste verdieping van een gebouw kan niet weg.",
                     "The last storey of a building cannot go.");
  }
  building->storeys.erase(find(*building, edit.storey));
  return after;
}

Result<Project> apply_one(const Project& project, const edit::SetUnderlay& edit) {
  if (const Status ok = valid(edit.underlay); !ok) return ok.error();
  return change_storey(project, edit.storey, [&](Storey& storey, Counters&) -> Status {
    storey.underlay = edit.underlay;
    return Done{};
  });
}

Result<Project> apply_one(const Project& project, const edit::RemoveUnderlay& edit) {
  return change_storey(project, edit.storey, [&](Storey& storey, Counters&) -> Status {
    if (!storey.underlay) {
      return bad_input("Deze verdieping heeft geen onderlegger.", "This storey has no underlay.");
    }
    storey.underlay.reset();
    return Done{};
  });
}

Result<Project> apply_one(const Project& project, const edit::AddUnit& edit) {
  if (edit.building >= project.buildings.size()) return no_building(edit.building);
  if (const Status ok = valid(edit.unit); !ok) return ok.error();
  Project after = project;
  std::vector<Unit>& units = after.buildings[edit.building].units;
  units.push_back(edit.unit);
  units.back().id = {after.next.unit++};
  return after;
}

Result<Project> apply_one(const Project& project, const edit::PlaceBuilding& edit) {
  if (edit.building >= project.buildings.size()) return no_building(edit.building);
  if (edit.position) {
    if (const Status ok = finite({edit.position->at, {edit.position->angle, 0}}); !ok) {
      return ok.error();
    }
  }
  Project after = project;
  after.buildings[edit.building].placement.in_wijk = edit.position;
  return after;
}

Result<Project> apply_one(const Project& project, const edit::SetUnit& edit) {
  if (edit.building >= project.buildings.size()) return no_building(edit.building);
  if (const Status ok = valid(edit.unit); !ok) return ok.error();
  Project after = project;
  for (Unit& unit : after.buildings[edit.building].units) {
    if (unit.id != edit.unit.id) continue;
    unit = edit.unit;
    return after;
  }
  return not_there(to_string(edit.unit.id));
}

}  // namespace trefpunt
