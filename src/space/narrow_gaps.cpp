// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/narrow_gaps.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/index.h"

namespace trefpunt {

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

// Where a door is, with a little around it.
std::vector<Box> boxes_of_doors(const Storey& storey) {
  std::vector<Box> boxes;
  for (const Door& door : storey.doors) {
    Box box;
    for (const Point p : door.footprint) box.add(p);
    box.add(door.a);
    box.add(door.b);
    boxes.push_back(box.grown(0.02));
  }
  return boxes;
}

bool touches_door(const Storey& storey, const std::vector<Box>& boxes, Point p) {
  for (std::size_t d = 0; d < boxes.size(); ++d) {
    if (!boxes[d].contains(p)) continue;
    const Door& door = storey.doors[d];
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
  const std::vector<Box> doors = boxes_of_doors(storey);
  std::map<std::pair<Point, Point>, bool> done;
  std::vector<Barrier> gaps;
  for (const Barrier& barrier : blocking) {
    for (const Point end : {barrier.segment.a, barrier.segment.b}) {
      near.around(end, [&](int i) {
        const Segment& other = blocking[at(i)].segment;
        if (std::max(other.a.x, other.b.x) < end.x - width ||
            std::min(other.a.x, other.b.x) > end.x + width ||
            std::max(other.a.y, other.b.y) < end.y - width ||
            std::min(other.a.y, other.b.y) > end.y + width) {
          return;  // most are
        }
        if (other.a == end || other.b == end) return;
        const Point there = snap(closest(end, other));
        const double away = distance(end, there);
        if (away >= width - 1e-6 || away < 1e-6) return;
        if (!done.try_emplace(std::minmax(end, there), true).second) return;
        const Point half = middle(end, there);
        const int t = layout.mesh->locate(half);
        if (t < 0 || layout.zone[at(t)] != Zone::Floor || layout.is_furniture[at(t)]) return;
        if (touches_door(storey, doors, half)) return;
        gaps.push_back({{end, there}, EdgeKind::Wall, -1});
      });
    }
  }
  return gaps;
}

}  // namespace trefpunt
