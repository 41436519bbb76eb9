// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/campus.h"

#include <algorithm>
#include <cmath>

namespace trefpunt {

namespace {

bool is_open_ground_floor(const Space& space) {
  return space.access == Access::Public &&
         (is_meeting_place(space.use) || space.use == Use::Reception);
}

// The one at level 0, or when floors are half a storey up the lowest above it.
const Storey* ground_floor(const Building& building) {
  for (const auto& storey : building.storeys) {  // from low to high
    if (storey->level >= 0 && storey->level < 1) return storey.get();
  }
  return nullptr;
}

// The public entrance nearest to the place, as the crow flies.
const Door* entrance_for(const Storey& storey, Point place) {
  const Door* nearest = nullptr;
  const auto away = [&](const Door& door) { return distance(place, middle(door.a, door.b)); };
  for (const Door& door : storey.doors) {
    if (door.entrance != Entrance::Public) continue;
    if (!nearest || away(door) < away(*nearest)) nearest = &door;
  }
  return nearest;
}

}  // namespace

std::optional<Point> in_wijk(const Wijk& wijk, const Placement& placement, Point p) {
  if (!placement.in_wijk) {
    return !placement.crs.empty() && placement.crs == wijk.crs.code ? std::optional(p)
                                                                    : std::nullopt;
  }
  const double c = std::cos(placement.in_wijk->angle), s = std::sin(placement.in_wijk->angle);
  return snap(placement.in_wijk->at + Point{c * p.x - s * p.y, s * p.x + c * p.y});
}

std::vector<WijkPlace> campus_places(const Project& project) {
  std::vector<WijkPlace> places;
  if (!project.wijk) return places;
  int next = project.next_wijk.place;
  for (const Building& building : project.buildings) {
    const Storey* ground = ground_floor(building);
    if (!ground) continue;
    for (const Space& space : ground->spaces) {
      if (!is_open_ground_floor(space)) continue;
      const Door* entrance = entrance_for(*ground, space.anchor);
      if (!entrance) continue;
      const auto at = in_wijk(*project.wijk, building.placement, middle(entrance->a, entrance->b));
      if (!at) continue;
      WijkPlace& place = places.emplace_back();
      place.id = {next++};
      place.at = *at;
      place.name = building.name.empty() || space.name.empty() ? building.name + space.name
                                                               : building.name + ": " + space.name;
      place.category = PlaceCategory::Care;
      place.is_meeting_place = true;
      place.area_m2 = space.stated_area_m2;
      place.building_function = space.building_function;
      place.opening_hours = space.opening_hours;
      place.source_key = to_string(space.id);
    }
  }
  return places;
}

std::shared_ptr<const Wijk> wijk_with_campus(const Project& project) {
  if (!project.wijk || !project.wijk->places) return project.wijk;
  const std::vector<WijkPlace> added = campus_places(project);
  if (added.empty()) return project.wijk;
  auto places = std::make_shared<std::vector<WijkPlace>>(*project.wijk->places);
  places->insert(places->end(), added.begin(), added.end());
  auto wijk = std::make_shared<Wijk>(*project.wijk);
  wijk->places = std::move(places);
  return wijk;
}

}  // namespace trefpunt
