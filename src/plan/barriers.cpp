// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/barriers.h"

#include "base/index.h"

namespace trefpunt {

namespace {

constexpr double kOnWall = 0.005;  // m: a door this near a wall line lies on it

void add_line(std::vector<Barrier>& barriers, const std::vector<Point>& points, bool is_closed,
              EdgeKind kind, int owner = -1) {
  const std::size_t count = points.size();
  for (std::size_t i = 0; i + 1 < count + (is_closed ? 1 : 0); ++i) {
    barriers.push_back({{points[i], points[(i + 1) % count]}, kind, owner});
  }
}

// A door that is only a line may lie on a wall drawn without a gap: the wall then stops at its
// jambs. Moves no stored wall.
std::vector<Barrier> without_door_lines(std::vector<Barrier> walls, const Storey& storey) {
  for (const Door& door : storey.doors) {
    if (!door.footprint.empty()) continue;
    std::vector<Barrier> cut;
    for (const Barrier& wall : walls) {
      const auto& [p, q] = wall.segment;
      if (distance(door.a, wall.segment) > kOnWall || distance(door.b, wall.segment) > kOnWall) {
        cut.push_back(wall);
        continue;
      }
      const bool a_first = distance(p, door.a) < distance(p, door.b);
      const Point first = a_first ? door.a : door.b;
      const Point second = a_first ? door.b : door.a;
      cut.push_back({{p, first}, wall.kind, wall.owner});
      cut.push_back({{second, q}, wall.kind, wall.owner});
    }
    walls = std::move(cut);
  }
  return walls;
}

}  // namespace

std::vector<Barrier> storey_barriers(const Storey& storey, double gap) {
  std::vector<Barrier> barriers;
  for (const Wall& wall : storey.walls) {
    add_line(barriers, wall.points, wall.is_closed,
             wall.is_glass ? EdgeKind::Glass : EdgeKind::Wall);
  }
  barriers = without_door_lines(std::move(barriers), storey);
  for (int i = 0; i < static_cast<int>(storey.doors.size()); ++i) {
    const Door& door = storey.doors[at(i)];
    if (door.footprint.size() == 4) {
      const Ring& f = door.footprint;
      barriers.push_back({{f[0], f[1]}, EdgeKind::Door, i});
      barriers.push_back({{f[2], f[3]}, EdgeKind::Door, i});
      barriers.push_back({{f[1], f[2]}, EdgeKind::Wall, -1});
      barriers.push_back({{f[3], f[0]}, EdgeKind::Wall, -1});
    } else {
      barriers.push_back({{door.a, door.b}, EdgeKind::Door, i});
    }
  }
  for (const Window& window : storey.windows) {
    if (window.footprint.size() >= 3) {
      add_line(barriers, window.footprint, true, EdgeKind::Glass);
    } else {
      barriers.push_back({{window.a, window.b}, EdgeKind::Glass, -1});
    }
  }
  const std::vector<Barrier> closing = bridges(barriers, gap);
  barriers.insert(barriers.end(), closing.begin(), closing.end());
  for (const Boundary& boundary : storey.boundaries) {
    add_line(barriers, boundary.points, boundary.is_closed, EdgeKind::Boundary);
  }
  return barriers;
}

std::vector<Barrier> furniture_barriers(const Storey& storey) {
  std::vector<Barrier> barriers;
  for (const Furniture& piece : storey.furniture) {
    add_line(barriers, piece.ring, true, EdgeKind::Furniture);
  }
  return barriers;
}

}  // namespace trefpunt
