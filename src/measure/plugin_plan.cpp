// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/plugin_plan.h"

#include <limits>

namespace trefpunt {

namespace {

constexpr double kUnstated = std::numeric_limits<double>::quiet_NaN();

std::uint32_t count_of(std::size_t size) {
  return static_cast<std::uint32_t>(size);
}

tp_point as_point(Point p) {
  return {p.x, p.y};
}

// The space on one side of a window: the first floor met within 0.6 m of its middle, so that walls
// up to 1.2 m thick do not hide it.
std::optional<SpaceId> space_beside(const Layout& layout, const Window& window, double side) {
  constexpr double kFarthest = 0.6, kNormalStep = 0.05;  // m
  const Point along = window.b - window.a;
  const double width = length(along);
  if (width == 0) return std::nullopt;
  const Point normal = (side / width) * Point{-along.y, along.x};
  const Point from = middle(window.a, window.b);
  for (int i = 1; i * kNormalStep <= kFarthest + 1e-9; ++i) {
    if (const auto space = space_at(layout, from + (i * kNormalStep) * normal)) return space;
  }
  return std::nullopt;
}

}  // namespace

void PluginPlan::Texts::add(std::string text) {
  kept.push_back(std::move(text));
  pointers.push_back(kept.back().c_str());
}

void PluginPlan::Lines::add(const std::vector<Point>& line) {
  for (const Point& p : line) points.push_back(as_point(p));
  begin.push_back(count_of(points.size()));
}

std::int32_t PluginPlan::index_of(const std::optional<SpaceId>& space) const {
  const auto found = space ? space_index_.find(*space) : space_index_.end();
  return found == space_index_.end() ? -1 : found->second;
}

void PluginPlan::add_units(const Building& building) {
  for (const Unit& unit : building.units) {
    unit_index_[unit.id] = static_cast<std::int32_t>(unit_beds_.size());
    unit_id_.add(to_string(unit.id));
    unit_name_.add(unit.name);
    unit_beds_.push_back(unit.beds.value_or(-1));
  }
}

void PluginPlan::add_spaces(const Storey& storey, const Layout& layout, std::uint32_t at) {
  for (std::size_t i = 0; i < storey.spaces.size(); ++i) {
    const Space& space = storey.spaces[i];
    const SpaceShape& shape = layout.shapes[i];
    space_index_[space.id] = static_cast<std::int32_t>(space_storey_.size());
    space_id_.add(to_string(space.id));
    space_name_.add(space.name);
    space_number_.add(space.number);
    space_use_.add(std::string(id_of(space.use)));
    space_storey_.push_back(at);
    const auto unit = unit_index_.find(space.unit);
    space_unit_.push_back(unit == unit_index_.end() ? -1 : unit->second);
    space_beds_.push_back(space.beds.value_or(-1));
    space_area_.push_back(shape.polygon ? shape.area_m2 : kUnstated);
    if (shape.polygon) {
      rings_.add(shape.polygon->outer);
      for (const Ring& hole : shape.polygon->holes) rings_.add(hole);
    }
    space_ring_begin_.push_back(count_of(rings_.begin.size() - 1));
  }
}

void PluginPlan::add_walls(const Storey& storey, std::uint32_t at) {
  for (const Wall& wall : storey.walls) {
    wall_id_.add(to_string(wall.id));
    wall_storey_.push_back(at);
    wall_is_closed_.push_back(wall.is_closed);
    wall_is_glass_.push_back(wall.is_glass);
    walls_.add(wall.points);
  }
}

void PluginPlan::add_doors(const Storey& storey, const Layout& layout, std::uint32_t at) {
  for (std::size_t i = 0; i < storey.doors.size(); ++i) {
    const Door& door = storey.doors[i];
    door_id_.add(to_string(door.id));
    door_storey_.push_back(at);
    door_a_.push_back(as_point(door.a));
    door_b_.push_back(as_point(door.b));
    door_clear_width_.push_back(door.clear_width.value_or(kUnstated));
    door_is_glass_.push_back(door.is_glass);
    door_is_opening_.push_back(door.is_opening);
    for (const DoorSides::Side& side : {layout.doors[i].left, layout.doors[i].right}) {
      door_space_.push_back(index_of(side.space));
      door_is_outside_.push_back(side.is_outside);
    }
  }
}

void PluginPlan::add_windows(const Storey& storey, const Layout& layout, std::uint32_t at) {
  for (const Window& window : storey.windows) {
    window_id_.add(to_string(window.id));
    window_storey_.push_back(at);
    window_a_.push_back(as_point(window.a));
    window_b_.push_back(as_point(window.b));
    window_sill_.push_back(window.sill_height.value_or(kUnstated));
    for (const double side : {1.0, -1.0}) {
      window_space_.push_back(index_of(space_beside(layout, window, side)));
    }
  }
}

void PluginPlan::add_things(const Storey& storey, const Layout& layout, std::uint32_t at) {
  for (const Seat& seat : storey.seats) {
    seat_id_.add(to_string(seat.id));
    seat_storey_.push_back(at);
    seat_at_.push_back(as_point(seat.at));
    seat_places_.push_back(seat.places);
    seat_space_.push_back(index_of(space_at(layout, seat.at)));
  }
  for (const Furniture& piece : storey.furniture) {
    furniture_id_.add(to_string(piece.id));
    furniture_name_.add(piece.name);
    furniture_storey_.push_back(at);
    furniture_is_tall_.push_back(piece.blocks_sight);
    furniture_.add(piece.ring);
  }
  for (const Link& link : storey.links) {
    link_id_.add(to_string(link.id));
    link_storey_.push_back(at);
    link_kind_.push_back(static_cast<std::uint8_t>(link.kind));
    link_length_.push_back(link.walking_length.value_or(kUnstated));
    links_.add(link.footprint);
  }
}

PluginPlan::PluginPlan(const Scene& scene) {
  static_assert(static_cast<int>(LinkKind::Stairs) == 0 && static_cast<int>(LinkKind::Lift) == 1 &&
                static_cast<int>(LinkKind::Ramp) == 2);
  add_units(scene.building);
  for (std::size_t s = 0; s < scene.building.storeys.size(); ++s) {
    const Storey& storey = *scene.building.storeys[s];
    const Layout& layout = *scene.layouts[s];
    const auto at = count_of(s);
    storey_name_.add(storey.name);
    storey_level_.push_back(storey.level);
    add_spaces(storey, layout, at);
    add_walls(storey, at);
    add_doors(storey, layout, at);
    add_windows(storey, layout, at);
    add_things(storey, layout, at);
  }
  point_at_columns();
}

void PluginPlan::point_at_columns() {
  plan_.struct_size = sizeof(tp_plan);
  plan_.storey_count = count_of(storey_level_.size());
  plan_.storey_name = storey_name_.pointers.data();
  plan_.storey_level = storey_level_.data();
  plan_.unit_count = count_of(unit_beds_.size());
  plan_.unit_id = unit_id_.pointers.data();
  plan_.unit_name = unit_name_.pointers.data();
  plan_.unit_beds = unit_beds_.data();
  plan_.space_count = count_of(space_storey_.size());
  plan_.space_id = space_id_.pointers.data();
  plan_.space_name = space_name_.pointers.data();
  plan_.space_number = space_number_.pointers.data();
  plan_.space_use = space_use_.pointers.data();
  plan_.space_storey = space_storey_.data();
  plan_.space_unit = space_unit_.data();
  plan_.space_beds = space_beds_.data();
  plan_.space_area = space_area_.data();
  plan_.space_ring_begin = space_ring_begin_.data();
  plan_.ring_count = count_of(rings_.begin.size() - 1);
  plan_.ring_point_begin = rings_.begin.data();
  plan_.ring_points = rings_.points.data();
  plan_.wall_count = count_of(wall_storey_.size());
  plan_.wall_id = wall_id_.pointers.data();
  plan_.wall_storey = wall_storey_.data();
  plan_.wall_is_closed = wall_is_closed_.data();
  plan_.wall_is_glass = wall_is_glass_.data();
  plan_.wall_point_begin = walls_.begin.data();
  plan_.wall_points = walls_.points.data();
  plan_.door_count = count_of(door_storey_.size());
  plan_.door_id = door_id_.pointers.data();
  plan_.door_storey = door_storey_.data();
  plan_.door_a = door_a_.data();
  plan_.door_b = door_b_.data();
  plan_.door_clear_width = door_clear_width_.data();
  plan_.door_is_glass = door_is_glass_.data();
  plan_.door_is_opening = door_is_opening_.data();
  plan_.door_space = door_space_.data();
  plan_.door_is_outside = door_is_outside_.data();
  plan_.window_count = count_of(window_storey_.size());
  plan_.window_id = window_id_.pointers.data();
  plan_.window_storey = window_storey_.data();
  plan_.window_a = window_a_.data();
  plan_.window_b = window_b_.data();
  plan_.window_sill = window_sill_.data();
  plan_.window_space = window_space_.data();
  plan_.seat_count = count_of(seat_storey_.size());
  plan_.seat_id = seat_id_.pointers.data();
  plan_.seat_storey = seat_storey_.data();
  plan_.seat_at = seat_at_.data();
  plan_.seat_places = seat_places_.data();
  plan_.seat_space = seat_space_.data();
  plan_.furniture_count = count_of(furniture_storey_.size());
  plan_.furniture_id = furniture_id_.pointers.data();
  plan_.furniture_name = furniture_name_.pointers.data();
  plan_.furniture_storey = furniture_storey_.data();
  plan_.furniture_is_tall = furniture_is_tall_.data();
  plan_.furniture_point_begin = furniture_.begin.data();
  plan_.furniture_points = furniture_.points.data();
  plan_.link_count = count_of(link_storey_.size());
  plan_.link_id = link_id_.pointers.data();
  plan_.link_storey = link_storey_.data();
  plan_.link_kind = link_kind_.data();
  plan_.link_length = link_length_.data();
  plan_.link_point_begin = links_.begin.data();
  plan_.link_points = links_.points.data();
}

}  // namespace trefpunt
