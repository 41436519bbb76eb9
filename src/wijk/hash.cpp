// SPDX-License-Identifier: GPL-3.0-or-later
#include "wijk/hash.h"

namespace trefpunt {

namespace {

void add(Hasher& hasher, const Polygon& polygon) {
  hasher.add(polygon.outer).add(polygon.holes.size());
  for (const Ring& hole : polygon.holes) hasher.add(hole);
}

}  // namespace

void hash_into(Hasher& hasher, const Street& street) {
  hasher.add(street.id.number).add(street.line).add(street.kind).add(street.name);
  hasher.add(street.wheelchair).add(street.width).add(street.is_bridge).add(street.is_tunnel);
  hasher.add(street.is_planned).add(street.source_key);
}

void hash_into(Hasher& hasher, const Home& home) {
  hasher.add(home.id.number).add(home.at).add(home.dwellings).add(home.residents);
  hasher.add(home.shared_space).add(home.is_planned).add(home.source_key);
}

void hash_into(Hasher& hasher, const WijkPlace& place) {
  hasher.add(place.id.number).add(place.at).add(place.name).add(place.category);
  hasher.add(place.is_meeting_place).add(place.area_m2).add(place.seats).add(place.free_stay);
  hasher.add(place.has_seating).add(place.step_free).add(place.user_groups);
  hasher.add(place.building_function).add(place.plan_allows).add(place.opening_hours);
  hasher.add(place.is_planned).add(place.source_key);
}

void hash_into(Hasher& hasher, const Furnishing& furnishing) {
  hasher.add(furnishing.id.number).add(furnishing.at).add(furnishing.kind);
  hasher.add(furnishing.backrest).add(furnishing.wheelchair).add(furnishing.is_planned);
  hasher.add(furnishing.source_key);
}

void hash_into(Hasher& hasher, const OpenSpace& space) {
  hasher.add(space.id.number);
  add(hasher, space.polygon);
  hasher.add(space.ground).add(space.name).add(space.is_public).add(space.may_stay);
  hasher.add(space.is_shared).add(space.user_right).add(space.is_planned).add(space.source_key);
}

void hash_into(Hasher& hasher, const Footprint& footprint) {
  hasher.add(footprint.id.number);
  add(hasher, footprint.polygon);
  hasher.add(footprint.storeys).add(footprint.floor_area_m2).add(footprint.is_residential);
  hasher.add(footprint.year_built).add(footprint.source_key);
}

void hash_into(Hasher& hasher, const StatisticalArea& area) {
  hasher.add(area.code).add(area.name).add(area.level).add(area.wijk_code);
  hasher.add(area.gemeente_code).add(area.gemeente).add(area.parts.size());
  for (const Polygon& part : area.parts) add(hasher, part);
  hasher.add(area.year).add(area.is_water);
  const KeyFigures& figures = area.figures;
  for (const auto& figure :
       {figures.inhabitants, figures.households, figures.dwellings, figures.percent_0_15,
        figures.percent_15_25, figures.percent_25_45, figures.percent_45_65,
        figures.percent_65_plus, figures.percent_single_households, figures.percent_low_income,
        figures.persons_per_household}) {
    hasher.add(figure);
  }
  hasher.add(area.loneliness.has_value());
  if (const auto& lonely = area.loneliness) {
    hasher.add(lonely->year).add(lonely->ages).add(lonely->percent_lonely);
    hasher.add(lonely->percent_severely).add(lonely->percent_emotionally);
    hasher.add(lonely->percent_socially);
  }
}

}  // namespace trefpunt
