// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/barriers.h"

#include <cmath>
#include <map>
#include <utility>

namespace trefpunt {

namespace {

constexpr double kOnWall = 0.005;  // m: a door this near a wall line lies on it

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

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
  for (const Boundary& boundary : storey.boundaries) {
    add_line(barriers, boundary.points, boundary.is_closed, EdgeKind::Boundary);
  }
  for (const Furniture& piece : storey.furniture) {
    add_line(barriers, piece.ring, true, EdgeKind::Furniture);
  }
  barriers.insert(barriers.end(), closing.begin(), closing.end());
  return barriers;
}

namespace {

// Squares of a grid, to look only at what is near.
class Near {
 public:
  Near(const std::vector<Barrier>& barriers, double reach) : cell_(std::max(1.0, 2 * reach)) {
    for (int i = 0; i < static_cast<int>(barriers.size()); ++i) {
      const Segment& s = barriers[at(i)].segment;
      const int steps = static_cast<int>(distance(s.a, s.b) / (cell_ / 2)) + 1;
      std::pair<long, long> last{1L << 60, 0};
      for (int k = 0; k <= steps; ++k) {
        const auto here = square(s.a + (static_cast<double>(k) / steps) * (s.b - s.a));
        if (here != last) squares_[here].push_back(i);
        last = here;
      }
    }
  }
  template <typename Visit>
  void around(Point p, Visit visit) const {
    const auto [x, y] = square(p);
    for (long dx = -1; dx <= 1; ++dx) {
      for (long dy = -1; dy <= 1; ++dy) {
        const auto found = squares_.find({x + dx, y + dy});
        if (found == squares_.end()) continue;
        for (const int i : found->second) visit(i);
      }
    }
  }

 private:
  std::pair<long, long> square(Point p) const {
    return {static_cast<long>(std::floor(p.x / cell_)), static_cast<long>(std::floor(p.y / cell_))};
  }
  double cell_;
  std::map<std::pair<long, long>, std::vector<int>> squares_;
};

bool touches_door(const Storey& storey, Point p) {
  for (const Door& door : storey.doors) {
    if (distance(p, Segment{door.a, door.b}) < 0.01) return true;
    if (!door.footprint.empty() && contains(door.footprint, p)) return true;
    for (std::size_t i = 0; i < door.footprint.size(); ++i) {
      if (distance(p, Segment{door.footprint[i], door.footprint[(i + 1) % door.footprint.size()]}) <
          0.01) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

std::vector<Barrier> narrow_gaps(const Storey& storey, const Layout& layout,
                                 const std::vector<Barrier>& barriers, double width) {
  std::vector<Barrier> blocking;
  for (const Barrier& barrier : barriers) {
    if (barrier.kind == EdgeKind::Boundary || barrier.kind == EdgeKind::Door) continue;
    blocking.push_back(barrier);
  }
  const Near near(blocking, width);
  std::map<std::pair<Point, Point>, bool> done;
  std::vector<Barrier> gaps;
  for (const Barrier& barrier : blocking) {
    for (const Point end : {barrier.segment.a, barrier.segment.b}) {
      near.around(end, [&](int i) {
        const Segment& other = blocking[at(i)].segment;
        if (other.a == end || other.b == end) return;
        const Point there = snap(closest(end, other));
        const double away = distance(end, there);
        if (away >= width - 1e-6 || away < 1e-6) return;
        if (!done.try_emplace(std::minmax(end, there), true).second) return;
        const Point half = middle(end, there);
        const int t = layout.mesh->locate(half);
        if (t < 0 || layout.zone[at(t)] != Zone::Floor || layout.is_furniture[at(t)]) return;
        if (touches_door(storey, half)) return;
        gaps.push_back({{end, there}, EdgeKind::Wall, -1});
      });
    }
  }
  return gaps;
}

}  // namespace trefpunt
