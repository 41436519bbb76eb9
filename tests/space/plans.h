// SPDX-License-Identifier: GPL-3.0-or-later
// Small plans for the tests of this folder, drawn in lines.
#pragma once

#include <memory>

#include "plan/building.h"
#include "space/layout.h"
#include "space/walk.h"

namespace trefpunt {

inline Wall wall_line(int id, std::vector<Point> points, bool closed = false) {
  return {WallId{id}, std::move(points), closed, false, ""};
}
inline Wall solid(int id, double x0, double y0, double x1, double y1) {
  return wall_line(id, {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, true);
}
inline Door door_line(int id, Point a, Point b) {
  Door door;
  door.id = DoorId{id};
  door.a = a;
  door.b = b;
  door.clear_width = distance(a, b);
  door.threshold_height = 0;
  door.lock = Lock::Free;
  return door;
}
inline Space space_at_point(int id, Point anchor, std::string name, Use use) {
  Space space;
  space.id = SpaceId{id};
  space.anchor = anchor;
  space.name = std::move(name);
  space.use = use;
  return space;
}

inline std::shared_ptr<const Layout> layout_of(const Storey& storey) {
  Job job;
  Result<Layout> layout = make_layout(storey, {}, job);
  return std::make_shared<const Layout>(std::move(*layout));
}

inline Building building_of(std::vector<Storey> storeys) {
  Building building;
  building.name = "test";
  for (Storey& storey : storeys) {
    building.storeys.push_back(std::make_shared<const Storey>(std::move(storey)));
  }
  return building;
}
inline Layouts layouts_of(const Building& building) {
  Layouts layouts;
  for (const auto& storey : building.storeys) layouts.push_back(layout_of(*storey));
  return layouts;
}

// Two rooms of 4 x 3 m beside each other, walls 0.2 m thick, a door of 0.9 m with its reveal
// between them and one from the left room to the outside.
inline Storey two_rooms() {
  Storey storey;
  storey.id = StoreyId{1};
  storey.name = "begane grond";
  storey.walls = {solid(1, -0.2, -0.2, 8.4, 0), solid(2, -0.2, 3, 8.4, 3.2),
                  solid(3, 8.2, 0, 8.4, 3),     solid(4, 4, 0, 4.2, 1),
                  solid(5, 4, 1.9, 4.2, 3),     solid(6, -0.2, 0, 0, 1),
                  solid(7, -0.2, 1.9, 0, 3)};
  Door inner = door_line(1, {4.1, 1}, {4.1, 1.9});
  inner.footprint = {{4, 1}, {4, 1.9}, {4.2, 1.9}, {4.2, 1}};
  Door outer = door_line(2, {-0.1, 1}, {-0.1, 1.9});
  outer.footprint = {{-0.2, 1}, {-0.2, 1.9}, {0, 1.9}, {0, 1}};
  outer.entrance = Entrance::Public;
  storey.doors = {inner, outer};
  storey.spaces = {space_at_point(1, {2, 1.5}, "spreekkamer", Use::Consulting),
                   space_at_point(2, {6, 1.5}, "huiskamer", Use::Living)};
  return storey;
}

}  // namespace trefpunt
