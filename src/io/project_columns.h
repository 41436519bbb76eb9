// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "project/project.h"

namespace trefpunt {

// The tables of a project file and their columns, in one place: who makes a table, who fills it
// and who reads it back walk through the same list. docs/project-file.md explains each.

// One row each.
struct Meta {
  int schema_version = 0;
  std::string program_version;
  std::string project_name;
};
template <typename Part>
struct AsJson {  // Ambition, Answers, Programme or WijkAssumptions
  std::string json;
};
struct RemarkRecord {
  Remark remark;
  std::optional<double> x, y;  // both or neither
};

// `geometry` is the type of the column "geom", or empty; `parent` is the column with the number of
// the storey or the building that a row belongs to, or empty. Every table also has "fid", which
// counts the rows from 1 in the project's order.
struct TableInfo {
  const char* name;
  const char* geometry;
  const char* parent;
};
template <typename Thing>
inline constexpr TableInfo kTable{};
template <>
inline constexpr TableInfo kTable<Meta>{"meta", "", ""};
template <>
inline constexpr TableInfo kTable<Counters>{"counters", "", ""};
template <>
inline constexpr TableInfo kTable<AsJson<Ambition>>{"ambition", "", ""};
template <>
inline constexpr TableInfo kTable<AsJson<Answers>>{"answers", "", ""};
template <>
inline constexpr TableInfo kTable<AsJson<Programme>>{"programme", "", ""};
template <>
inline constexpr TableInfo kTable<DecisionChange>{"decisions", "", ""};
template <>
inline constexpr TableInfo kTable<RemarkRecord>{"remarks", "", ""};
template <>
inline constexpr TableInfo kTable<Source>{"sources", "", ""};
template <>
inline constexpr TableInfo kTable<Finding>{"findings", "POINT", ""};
template <>
inline constexpr TableInfo kTable<Building>{"buildings", "", ""};
template <>
inline constexpr TableInfo kTable<Unit>{"units", "", "building_id"};
template <>
inline constexpr TableInfo kTable<Storey>{"storeys", "POLYGON", "building_id"};
template <>
inline constexpr TableInfo kTable<Space>{"spaces", "POLYGON", "storey_id"};
template <>
inline constexpr TableInfo kTable<Wall>{"walls", "GEOMETRY", "storey_id"};
template <>
inline constexpr TableInfo kTable<Door>{"doors", "LINESTRING", "storey_id"};
template <>
inline constexpr TableInfo kTable<Window>{"windows", "LINESTRING", "storey_id"};
template <>
inline constexpr TableInfo kTable<Seat>{"seats", "POINT", "storey_id"};
template <>
inline constexpr TableInfo kTable<Furniture>{"furniture", "POLYGON", "storey_id"};
template <>
inline constexpr TableInfo kTable<Link>{"links", "POLYGON", "storey_id"};
template <>
inline constexpr TableInfo kTable<Boundary>{"boundaries", "GEOMETRY", "storey_id"};

template <>
inline constexpr TableInfo kTable<Underlay>{"underlays", "", "storey_id"};

// A column that files before that schema do not have, and what is read instead.
struct AddedColumn {
  std::string_view table, column;
  int schema;
  const char* instead;
};
inline constexpr AddedColumn kAddedColumns[] = {{"sources", "attribution", 4, "''"},
                                                {"storeys", "elevation", 6, "NULL"},
                                                {"storeys", "source_key", 6, "''"}};

// What a value of a closed list is called in a file.
template <typename Value>
using Names = std::vector<std::pair<Value, std::string_view>>;
inline const Names<Access>& names(Access) {
  static const Names<Access> kNames = {{Access::Unknown, "unknown"},
                                       {Access::Public, "public"},
                                       {Access::Appointment, "appointment"},
                                       {Access::Staff, "staff"}};
  return kNames;
}
inline const Names<Lock>& names(Lock) {
  static const Names<Lock> kNames = {
      {Lock::Unknown, "unknown"}, {Lock::Free, "free"}, {Lock::Controlled, "controlled"}};
  return kNames;
}
inline const Names<Entrance>& names(Entrance) {
  static const Names<Entrance> kNames = {{Entrance::Unknown, "unknown"},
                                         {Entrance::Public, "public"},
                                         {Entrance::Staff, "staff"},
                                         {Entrance::None, "none"}};
  return kNames;
}
inline const Names<LinkKind>& names(LinkKind) {
  static const Names<LinkKind> kNames = {
      {LinkKind::Stairs, "stairs"}, {LinkKind::Lift, "lift"}, {LinkKind::Ramp, "ramp"}};
  return kNames;
}
inline const Names<Severity>& names(Severity) {
  static const Names<Severity> kNames = {{Severity::Note, id_of(Severity::Note)},
                                         {Severity::Warning, id_of(Severity::Warning)},
                                         {Severity::Error, id_of(Severity::Error)}};
  return kNames;
}
inline const Names<Use>& names(Use) {
  static const Names<Use> kNames = [] {
    Names<Use> all;
    for (const Use use : all_uses()) all.emplace_back(use, id_of(use));
    return all;
  }();
  return kNames;
}

// The lists themselves. `column` is called with a name and a value; a new field of a struct gets a
// line here and a higher kProjectSchema.
template <typename T, typename Thing>
concept Like = std::same_as<std::remove_const_t<T>, Thing>;

void columns_of(auto& column, Like<Meta> auto& meta) {
  column("schema_version", meta.schema_version);
  column("program_version", meta.program_version);
  column("project_name", meta.project_name);
}

void columns_of(auto& column, Like<Counters> auto& next) {
  column("storey", next.storey);
  column("space", next.space);
  column("wall", next.wall);
  column("door", next.door);
  column("window", next.window);
  column("seat", next.seat);
  column("furniture", next.furniture);
  column("link", next.link);
  column("boundary", next.boundary);
  column("unit", next.unit);
}

template <typename Part>
void columns_of(auto& column, AsJson<Part>& part) {
  column("json", part.json);
}
template <typename Part>
void columns_of(auto& column, const AsJson<Part>& part) {
  column("json", part.json);
}

void columns_of(auto& column, Like<DecisionChange> auto& change) {
  column("moment", change.moment);
  column("by", change.by);
  column("kind", change.kind);
  column("criterion", change.criterion);
  column("before", change.before);
  column("after", change.after);
}

void columns_of(auto& column, Like<RemarkRecord> auto& row) {
  column("id", row.remark.id);
  column("text", row.remark.text);
  column("by", row.remark.by);
  column("date", row.remark.date);
  column("storey", row.remark.storey);
  column("space", row.remark.space);
  column("x", row.x);
  column("y", row.y);
}

void columns_of(auto& column, Like<Source> auto& source) {
  column("name", source.name);
  column("role", source.role);
  column("sha256", source.sha256);
  column("crs", source.crs);
  column("date", source.date);
  column("attribution", source.attribution);
}

void columns_of(auto& column, Like<Finding> auto& finding) {
  column("code", finding.code);
  column("severity", finding.severity);
  column("sentence_nl", finding.sentence.nl);
  column("sentence_en", finding.sentence.en);
  column("storey", finding.storey);
  column("object", finding.object);
}

void columns_of(auto& column, Like<Building> auto& building) {
  column("name", building.name);
  column("crs", building.placement.crs);
  column("accuracy", building.placement.accuracy);
  column("metres_per_unit", building.placement.metres_per_unit);
}

void columns_of(auto& column, Like<Unit> auto& unit) {
  column("id", unit.id);
  column("name", unit.name);
  column("kind", unit.kind);
  column("beds", unit.beds);
  column("is_overnight", unit.is_overnight);
}

void columns_of(auto& column, Like<Storey> auto& storey) {
  column("id", storey.id);
  column("name", storey.name);
  column("level", storey.level);
  column("elevation", storey.elevation);
  column("source_key", storey.source_key);
}

void columns_of(auto& column, Like<Space> auto& space) {
  column("id", space.id);
  column("anchor_x", space.anchor.x);
  column("anchor_y", space.anchor.y);
  column("name", space.name);
  column("number", space.number);
  column("use", space.use);
  column("use_is_suggested", space.use_is_suggested);
  column("unit_id", space.unit);
  column("beds", space.beds);
  column("stated_area_m2", space.stated_area_m2);
  column("access", space.access);
  column("building_function", space.building_function);
  column("opening_hours", space.opening_hours);
  column("source_key", space.source_key);
}

void columns_of(auto& column, Like<Wall> auto& wall) {
  column("id", wall.id);
  column("is_glass", wall.is_glass);
  column("source_key", wall.source_key);
}

void columns_of(auto& column, Like<Door> auto& door) {
  column("id", door.id);
  column("footprint", door.footprint);
  column("clear_width", door.clear_width);
  column("threshold_height", door.threshold_height);
  column("lock", door.lock);
  column("entrance", door.entrance);
  column("is_glass", door.is_glass);
  column("is_opening", door.is_opening);
  column("name", door.name);
  column("source_key", door.source_key);
}

void columns_of(auto& column, Like<Window> auto& window) {
  column("id", window.id);
  column("footprint", window.footprint);
  column("sill_height", window.sill_height);
  column("source_key", window.source_key);
}

void columns_of(auto& column, Like<Seat> auto& seat) {
  column("id", seat.id);
  column("places", seat.places);
  column("source_key", seat.source_key);
}

void columns_of(auto& column, Like<Furniture> auto& furniture) {
  column("id", furniture.id);
  column("blocks_sight", furniture.blocks_sight);
  column("name", furniture.name);
  column("source_key", furniture.source_key);
}

void columns_of(auto& column, Like<Link> auto& link) {
  column("id", link.id);
  column("kind", link.kind);
  column("walking_length", link.walking_length);
  column("slope", link.slope);
  column("source_key", link.source_key);
}

void columns_of(auto& column, Like<Boundary> auto& boundary) {
  column("id", boundary.id);
  column("source_key", boundary.source_key);
}

void columns_of(auto& column, Like<Underlay> auto& underlay) {
  column("name", underlay.name);
  column("picture", underlay.picture);
  column("origin_x", underlay.origin.x);
  column("origin_y", underlay.origin.y);
  column("metres_per_pixel", underlay.metres_per_pixel);
  column("angle", underlay.angle);
  column("opacity", underlay.opacity);
  column("is_visible", underlay.is_visible);
}

}  // namespace trefpunt
