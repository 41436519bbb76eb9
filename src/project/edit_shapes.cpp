// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "project/edit_parts.h"

namespace trefpunt {

namespace {

constexpr double kOnWall = 0.05;  // m: a jamb this near a wall line belongs to the wall

// Vertices that go elsewhere, from where to where.
using Moves = std::map<Point, Point>;

bool move(const Moves& moves, Point& point) {
  const auto found = moves.find(point);
  if (found == moves.end()) return false;
  point = found->second;
  return true;
}

bool move(const Moves& moves, std::vector<Point>& points) {
  bool moved = false;
  for (Point& point : points) moved |= move(moves, point);
  return moved;
}

// A jamb with thickness has its end in the middle, where no wall has a vertex: it goes along by
// what its corners went on average.
template <typename Opening>
bool move_opening(const Moves& moves, Opening& opening) {
  const Ring before = opening.footprint;
  const Ring& now = opening.footprint;
  const bool moved = move(moves, opening.footprint);
  const auto end = [&](Point& point, std::size_t left, std::size_t right) {
    if (move(moves, point)) return true;
    if (before.size() != 4) return false;
    const Point by = 0.5 * ((now[left] - before[left]) + (now[right] - before[right]));
    if (by != Point{}) point = snap(point + by);
    return false;
  };
  const bool moved_a = end(opening.a, 0, 3), moved_b = end(opening.b, 1, 2);
  return moved || moved_a || moved_b;
}

struct Shift {
  Point by;

  void operator()(Point& point) const { point = snap(point + by); }
  void operator()(std::vector<Point>& points) const {
    for (Point& point : points) (*this)(point);
  }
  void operator()(Boundary& boundary) const { (*this)(boundary.points); }
  void operator()(Space& space) const { (*this)(space.anchor); }
  void operator()(Seat& seat) const { (*this)(seat.at); }
  void operator()(Furniture& furniture) const { (*this)(furniture.ring); }
  void operator()(Link& link) const { (*this)(link.footprint); }
  template <typename Opening>
  requires requires(Opening opening) { opening.a; }
  void operator()(Opening& opening) const {
    (*this)(opening.a);
    (*this)(opening.b);
    (*this)(opening.footprint);
  }
};

bool is_on(const Wall& wall, Point point) {
  if (wall.is_closed && contains(wall.points, point)) return true;
  const std::size_t count = wall.points.size();
  for (std::size_t i = 0; i + 1 < count + (wall.is_closed ? 1 : 0); ++i) {
    if (distance(point, {wall.points[i], wall.points[(i + 1) % count]}) <= kOnWall) return true;
  }
  return false;
}

using Names = std::set<std::string>;

Names names_of(const std::vector<std::string>& objects) {
  return {objects.begin(), objects.end()};
}

Status all_there(const Storey& storey, Names names) {
  if (names.empty()) return bad_input("Er is niets gekozen.", "Nothing is selected.");
  each_kind([&](const auto& kind) {
    for (const auto& thing : storey.*kind.things) names.erase(to_string(thing.id));
  });
  if (names.empty()) return Done{};
  return not_there(*names.begin());
}

// What is not named and hangs on a vertex goes along; a boundary that is named goes alone.
void move_things(Storey& storey, const Names& names, Point by) {
  const Shift shift{by};
  const auto is_named = [&](const auto& thing) { return names.contains(to_string(thing.id)); };
  std::vector<Wall> walls;
  std::copy_if(storey.walls.begin(), storey.walls.end(), std::back_inserter(walls), is_named);
  Moves moves;
  for (const Wall& wall : walls) {
    for (const Point& point : wall.points) moves[point] = snap(point + by);
  }
  const auto is_carried = [&](const auto& opening) {
    const auto carries = [&](Point end) {
      return std::any_of(walls.begin(), walls.end(), [&](const Wall& w) { return is_on(w, end); });
    };
    return is_named(opening) || (carries(opening.a) && carries(opening.b));
  };

  for (Door& door : storey.doors) {
    is_carried(door) ? shift(door) : void(move_opening(moves, door));
  }
  for (Window& window : storey.windows) {
    is_carried(window) ? shift(window) : void(move_opening(moves, window));
  }
  for (Boundary& boundary : storey.boundaries) {
    is_named(boundary) ? shift(boundary) : void(move(moves, boundary.points));
  }
  for (Wall& wall : storey.walls) move(moves, wall.points);
  move(moves, storey.outline);
  const auto shift_named = [&](auto& things) {
    for (auto& thing : things) {
      if (is_named(thing)) shift(thing);
    }
  };
  shift_named(storey.spaces);
  shift_named(storey.seats);
  shift_named(storey.furniture);
  shift_named(storey.links);
}

}  // namespace

std::optional<LineCut> cut_near(const Line& points, Point at) {
  std::size_t behind = 0;  // the first point after the cut
  Point cut;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Point near = closest(at, {points[i - 1], points[i]});
    if (behind != 0 && distance(at, near) >= distance(at, cut)) continue;
    behind = i;
    cut = near;
  }
  cut = snap(cut);
  if (behind == 0 || cut == points.front() || cut == points.back()) return std::nullopt;
  const auto middle = points.begin() + static_cast<std::ptrdiff_t>(behind);
  LineCut parts{{points.begin(), middle}, {middle, points.end()}};
  if (parts.before.back() != cut) parts.before.push_back(cut);
  if (parts.after.front() != cut) parts.after.insert(parts.after.begin(), cut);
  return parts;
}

// Walls, doors, windows, boundaries and the outline hang together; furniture, seats, stairs and
// lifts are things of their own and stay.
Result<Project> apply_one(const Project& project, const edit::MoveVertex& edit) {
  if (const Status ok = finite({edit.from, edit.to}); !ok) return ok.error();
  const Moves moves = {{edit.from, snap(edit.to)}};
  return change_storey(project, edit.storey, [&](Storey& storey, Counters&) -> Status {
    bool moved = move(moves, storey.outline);
    for (Wall& wall : storey.walls) moved |= move(moves, wall.points);
    for (Boundary& boundary : storey.boundaries) moved |= move(moves, boundary.points);
    for (Door& door : storey.doors) moved |= move_opening(moves, door);
    for (Window& window : storey.windows) moved |= move_opening(moves, window);
    if (moved) return Done{};
    return Error{Code::NotFound,
                 {fmt::format("Op ({}, {}) ligt geen hoekpunt.", edit.from.x, edit.from.y),
                  fmt::format("There is no vertex at ({}, {}).", edit.from.x, edit.from.y)},
                 {}};
  });
}

Result<Project> apply_one(const Project& project, const edit::SplitWall& edit) {
  if (const Status ok = finite({edit.at}); !ok) return ok.error();
  return change_storey(project, edit.storey, [&](Storey& storey, Counters& next) -> Status {
    const auto wall = std::find_if(storey.walls.begin(), storey.walls.end(),
                                   [&](const Wall& one) { return one.id == edit.wall; });
    if (wall == storey.walls.end()) return not_there(to_string(edit.wall));
    if (wall->is_closed) {
      return bad_input("Een wand die met zijn dikte is getekend, kan niet worden gesplitst.",
                       "A wall that is drawn with its thickness cannot be split.");
    }
    const std::optional<LineCut> cut = cut_near(wall->points, edit.at);
    if (!cut) {
      return bad_input("Een wand wordt tussen zijn einden gesplitst, niet op een einde.",
                       "A wall is split between its ends, not at one of them.");
    }
    Wall second = *wall;
    second.id = new_id<Wall>(next);
    second.points = cut->after;
    wall->points = cut->before;
    storey.walls.push_back(std::move(second));
    return Done{};
  });
}

Result<Project> apply_one(const Project& project, const edit::MoveThings& edit) {
  if (const Status ok = finite({edit.by}); !ok) return ok.error();
  return change_storey(project, edit.storey, [&](Storey& storey, Counters&) -> Status {
    const Names names = names_of(edit.objects);
    if (const Status ok = all_there(storey, names); !ok) return ok.error();
    move_things(storey, names, edit.by);
    return Done{};
  });
}

Result<Project> apply_one(const Project& project, const edit::RemoveThings& edit) {
  return change_storey(project, edit.storey, [&](Storey& storey, Counters&) -> Status {
    const Names names = names_of(edit.objects);
    if (const Status ok = all_there(storey, names); !ok) return ok.error();
    each_kind([&](const auto& kind) {
      std::erase_if(storey.*kind.things,
                    [&](const auto& thing) { return names.contains(to_string(thing.id)); });
    });
    return Done{};
  });
}

}  // namespace trefpunt
