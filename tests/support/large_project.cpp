// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/large_project.h"

namespace trefpunt {

namespace {

constexpr double kRoom = 4;  // m

void add_walls(Storey& storey, int& next, Point from, Point to, int count) {
  for (int i = 0; i < count; ++i) {
    const auto at = [&](int step) {
      return snap(from + (static_cast<double>(step) / count) * (to - from));
    };
    storey.walls.push_back({WallId{next++}, {at(i), at(i + 1)}, false, false, ""});
  }
}

}  // namespace

Project large_project(int columns, int rows, int walls_per_side) {
  Project project;
  project.name = "groot";
  auto storey = std::make_shared<Storey>();
  storey->id = {project.next.storey++};
  storey->name = "begane grond";
  const auto corner = [](int column, int row) { return Point{kRoom * column, kRoom * row}; };
  for (int row = 0; row <= rows; ++row) {
    for (int column = 0; column <= columns; ++column) {
      const Point here = corner(column, row);
      if (column < columns) {
        add_walls(*storey, project.next.wall, here, corner(column + 1, row), walls_per_side);
      }
      if (row < rows) {
        add_walls(*storey, project.next.wall, here, corner(column, row + 1), walls_per_side);
      }
    }
  }
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      const Point here = corner(column, row);
      Space space;
      space.id = {project.next.space++};
      space.anchor = {here.x + 2, here.y + 2};
      space.name = "kamer " + std::to_string(space.id.number);
      space.use = column % 2 == 0 ? Use::Lounge : Use::Office;
      storey->spaces.push_back(space);
      Door door;
      door.id = {project.next.door++};
      door.a = {here.x + kRoom, here.y + 1};
      door.b = {here.x + kRoom, here.y + 1.93};
      door.clear_width = 0.88;
      storey->doors.push_back(door);
    }
  }
  project.buildings.push_back({project.name, {storey}, {}, {}});
  return project;
}

}  // namespace trefpunt
