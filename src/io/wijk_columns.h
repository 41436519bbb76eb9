// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/project_columns.h"
#include "wijk/wijk.h"

namespace trefpunt {

// The wijk's tables, as those of project_columns.h. A layer that nobody gave has no table.

// One row when there is a wijk, else none.
struct WijkRow {
  std::string name, crs;
  double accuracy = 0, snap_tolerance = 0;
  bool benches_are_all = false;
};
// An area with its loneliness laid out in columns; without it they are NULL or empty.
struct AreaRow {
  StatisticalArea area;
  std::optional<int> loneliness_year;
  Loneliness loneliness;
};

template <>
inline constexpr TableInfo kTable<WijkRow>{"wijk", "", ""};
template <>
inline constexpr TableInfo kTable<WijkCounters>{"wijk_counters", "", ""};
template <>
inline constexpr TableInfo kTable<AsJson<WijkAssumptions>>{"wijk_assumptions", "", ""};
template <>
inline constexpr TableInfo kTable<WijkPosition>{"building_positions", "", "building_id"};
template <>
inline constexpr TableInfo kTable<Street>{"streets", "LINESTRING", ""};
template <>
inline constexpr TableInfo kTable<Home>{"homes", "POINT", ""};
template <>
inline constexpr TableInfo kTable<WijkPlace>{"places", "POINT", ""};
template <>
inline constexpr TableInfo kTable<Furnishing>{"furnishings", "POINT", ""};
template <>
inline constexpr TableInfo kTable<OpenSpace>{"open_spaces", "POLYGON", ""};
template <>
inline constexpr TableInfo kTable<Footprint>{"footprints", "POLYGON", ""};
template <>
inline constexpr TableInfo kTable<AreaRow>{"areas", "MULTIPOLYGON", ""};

// Of a closed list that names its own values.
template <typename Value>
Names<Value> names_in(const std::vector<Value>& values) {
  Names<Value> all;
  for (const Value value : values) all.emplace_back(value, id_of(value));
  return all;
}
inline const Names<StreetKind>& names(StreetKind) {
  static const Names<StreetKind> kNames = names_in(all_street_kinds());
  return kNames;
}
inline const Names<PlaceCategory>& names(PlaceCategory) {
  static const Names<PlaceCategory> kNames = names_in(all_place_categories());
  return kNames;
}
inline const Names<FurnishingKind>& names(FurnishingKind) {
  static const Names<FurnishingKind> kNames = names_in(all_furnishing_kinds());
  return kNames;
}
inline const Names<Ground>& names(Ground) {
  static const Names<Ground> kNames = names_in(all_grounds());
  return kNames;
}
inline const Names<AreaLevel>& names(AreaLevel) {
  static const Names<AreaLevel> kNames =
      names_in<AreaLevel>({AreaLevel::Buurt, AreaLevel::Wijk, AreaLevel::Gemeente,
                           AreaLevel::Square100m, AreaLevel::Postcode6});
  return kNames;
}
inline const Names<PlanAllows>& names(PlanAllows) {
  static const Names<PlanAllows> kNames = {
      {PlanAllows::NotChecked, "not_checked"}, {PlanAllows::Yes, "yes"}, {PlanAllows::No, "no"}};
  return kNames;
}

void columns_of(auto& column, Like<WijkRow> auto& wijk) {
  column("name", wijk.name);
  column("crs", wijk.crs);
  column("accuracy", wijk.accuracy);
  column("snap_tolerance", wijk.snap_tolerance);
  column("benches_are_all", wijk.benches_are_all);
}

void columns_of(auto& column, Like<WijkCounters> auto& next) {
  column("street", next.street);
  column("home", next.home);
  column("place", next.place);
  column("furnishing", next.furnishing);
  column("open_space", next.open_space);
  column("footprint", next.footprint);
}

void columns_of(auto& column, Like<WijkPosition> auto& position) {
  column("x", position.at.x);
  column("y", position.at.y);
  column("angle", position.angle);
}

void columns_of(auto& column, Like<Street> auto& street) {
  column("id", street.id);
  column("kind", street.kind);
  column("name", street.name);
  column("wheelchair", street.wheelchair);
  column("width", street.width);
  column("is_bridge", street.is_bridge);
  column("is_tunnel", street.is_tunnel);
  column("is_planned", street.is_planned);
  column("source_key", street.source_key);
}

void columns_of(auto& column, Like<Home> auto& home) {
  column("id", home.id);
  column("dwellings", home.dwellings);
  column("residents", home.residents);
  column("shared_space", home.shared_space);
  column("is_planned", home.is_planned);
  column("source_key", home.source_key);
}

void columns_of(auto& column, Like<WijkPlace> auto& place) {
  column("id", place.id);
  column("name", place.name);
  column("category", place.category);
  column("is_meeting_place", place.is_meeting_place);
  column("area_m2", place.area_m2);
  column("seats", place.seats);
  column("free_stay", place.free_stay);
  column("has_seating", place.has_seating);
  column("step_free", place.step_free);
  column("user_groups", place.user_groups);
  column("building_function", place.building_function);
  column("plan_allows", place.plan_allows);
  column("opening_hours", place.opening_hours);
  column("is_planned", place.is_planned);
  column("source_key", place.source_key);
}

void columns_of(auto& column, Like<Furnishing> auto& furnishing) {
  column("id", furnishing.id);
  column("kind", furnishing.kind);
  column("backrest", furnishing.backrest);
  column("wheelchair", furnishing.wheelchair);
  column("is_planned", furnishing.is_planned);
  column("source_key", furnishing.source_key);
}

void columns_of(auto& column, Like<OpenSpace> auto& space) {
  column("id", space.id);
  column("ground", space.ground);
  column("name", space.name);
  column("is_public", space.is_public);
  column("may_stay", space.may_stay);
  column("is_shared", space.is_shared);
  column("user_right", space.user_right);
  column("is_planned", space.is_planned);
  column("source_key", space.source_key);
}

void columns_of(auto& column, Like<Footprint> auto& footprint) {
  column("id", footprint.id);
  column("storeys", footprint.storeys);
  column("floor_area_m2", footprint.floor_area_m2);
  column("is_residential", footprint.is_residential);
  column("year_built", footprint.year_built);
  column("source_key", footprint.source_key);
}

void columns_of(auto& column, Like<AreaRow> auto& row) {
  auto& area = row.area;
  column("code", area.code);
  column("name", area.name);
  column("level", area.level);
  column("wijk_code", area.wijk_code);
  column("gemeente_code", area.gemeente_code);
  column("gemeente", area.gemeente);
  column("year", area.year);
  column("is_water", area.is_water);
  auto& figures = area.figures;
  column("inhabitants", figures.inhabitants);
  column("households", figures.households);
  column("dwellings", figures.dwellings);
  column("percent_0_15", figures.percent_0_15);
  column("percent_15_25", figures.percent_15_25);
  column("percent_25_45", figures.percent_25_45);
  column("percent_45_65", figures.percent_45_65);
  column("percent_65_plus", figures.percent_65_plus);
  column("percent_single_households", figures.percent_single_households);
  column("percent_low_income", figures.percent_low_income);
  column("persons_per_household", figures.persons_per_household);
  column("loneliness_year", row.loneliness_year);
  column("loneliness_ages", row.loneliness.ages);
  column("percent_lonely", row.loneliness.percent_lonely);
  column("percent_severely_lonely", row.loneliness.percent_severely);
  column("percent_emotionally_lonely", row.loneliness.percent_emotionally);
  column("percent_socially_lonely", row.loneliness.percent_socially);
}

}  // namespace trefpunt
