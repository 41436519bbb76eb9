// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/snapping.h"

#include <algorithm>
#include <cmath>

namespace trefpunt {

namespace {

constexpr double kThickest = 0.8;  // m, of a wall that a door goes through

template <typename Visit>  // void(const Wall&, Segment)
void each_edge(const Storey& storey, Visit visit) {
  for (const Wall& wall : storey.walls) {
    for (std::size_t i = 0; i + 1 < wall.points.size(); ++i) {
      visit(wall, Segment{wall.points[i], wall.points[i + 1]});
    }
    if (wall.is_closed && wall.points.size() > 2) {
      visit(wall, Segment{wall.points.back(), wall.points.front()});
    }
  }
}

Point unit(Point v) {
  const double l = length(v);
  return l > 0 ? Point{v.x / l, v.y / l} : Point{1, 0};
}

double to_grid(double v, double grid) {
  return std::round(v / grid) * grid;
}

bool within(const Box& box, const std::vector<Point>& points) {
  return !points.empty() &&
         std::all_of(points.begin(), points.end(), [&](Point p) { return box.contains(p); });
}

// The wall's other face as seen from an edge, when it is near: how far.
std::optional<double> thickness_at(const Wall& wall, const Segment& edge, Point p) {
  if (!wall.is_closed) return std::nullopt;
  const Point along = unit(edge.b - edge.a);
  const Point across{-along.y, along.x};
  const Point foot = closest(p, edge);
  std::optional<double> nearest;
  for (const double side : {1.0, -1.0}) {
    const Point inside = foot + (side * 0.005) * across;
    if (!contains(wall.points, inside)) continue;
    for (std::size_t i = 0; i < wall.points.size(); ++i) {
      const Segment other{wall.points[i], wall.points[(i + 1) % wall.points.size()]};
      const Point d = other.b - other.a;
      const double turn = cross(across, d);
      if (std::abs(turn) < 1e-9) continue;
      const double t = cross(other.a - inside, d) / turn;
      const double u = cross(other.a - inside, across) / turn;
      if (side * t <= 0 || u < 0 || u > 1 || std::abs(t) > kThickest) continue;
      const double thickness = side * (std::abs(t) + 0.005);
      if (!nearest || std::abs(thickness) < std::abs(*nearest)) nearest = thickness;
    }
  }
  return nearest;
}

}  // namespace

Snapped snap_to(const Storey& storey, Point p, const SnapOptions& options) {
  const auto is_ignored = [&](Point q) {
    return std::find(options.ignored.begin(), options.ignored.end(), q) != options.ignored.end();
  };
  Point aim = p;
  if (options.from && options.is_ortho) {
    const Point d = p - *options.from;
    aim =
        std::abs(d.x) >= std::abs(d.y) ? Point{p.x, options.from->y} : Point{options.from->x, p.y};
  }
  if (options.from && options.length) {
    const Point at = *options.from + *options.length * unit(aim - *options.from);
    return {snap(at), {"lengte", "length"}};
  }
  Snapped best{aim, {}};
  double nearest = options.reach;
  const auto offer = [&](Point q, const Text& words) {
    if (is_ignored(q)) return;
    if (options.is_ortho && options.from && distance(q, aim) > 1e-9 &&
        std::min(std::abs(q.x - options.from->x), std::abs(q.y - options.from->y)) > 1e-6) {
      return;
    }
    const double d = distance(p, q);
    if (d >= nearest) return;
    nearest = d;
    best = {q, words};
  };
  for (const Wall& wall : storey.walls) {
    for (const Point q : wall.points) offer(q, {"hoekpunt", "vertex"});
  }
  for (const Boundary& boundary : storey.boundaries) {
    for (const Point q : boundary.points) offer(q, {"hoekpunt", "vertex"});
  }
  for (const Door& door : storey.doors) {
    for (const Point q : {door.a, door.b}) offer(q, {"deurstijl", "jamb"});
  }
  if (!best.to.empty()) return best;
  if (options.from) {
    each_edge(storey, [&](const Wall&, const Segment& edge) {
      const Point along = unit(edge.b - edge.a);
      const Point foot = edge.a + dot(*options.from - edge.a, along) * along;
      if (distance(foot, edge) < 1e-6) offer(foot, {"loodrecht op wand", "perpendicular to wall"});
    });
    if (!best.to.empty()) return best;
  }
  each_edge(storey, [&](const Wall&, const Segment& edge) {
    if (!is_ignored(edge.a) && !is_ignored(edge.b)) offer(closest(aim, edge), {"wand", "wall"});
  });
  if (!best.to.empty()) return best;
  if (options.to_grid && options.grid > 0) {
    return {snap({to_grid(aim.x, options.grid), to_grid(aim.y, options.grid)}), {"raster", "grid"}};
  }
  return {snap(aim), {}};
}

std::optional<OnWall> opening_on_wall(const Storey& storey, Point p, double width, double reach) {
  const Wall* nearest = nullptr;
  Segment on{};
  double best = reach;
  each_edge(storey, [&](const Wall& wall, const Segment& edge) {
    const double d = distance(p, edge);
    if (d >= best || distance(edge.a, edge.b) < width) return;
    best = d;
    nearest = &wall;
    on = edge;
  });
  if (!nearest) return std::nullopt;
  const Point along = unit(on.b - on.a);
  const double room = distance(on.a, on.b);
  const double middle_at = std::clamp(dot(p - on.a, along), width / 2, room - width / 2);
  const Point a = on.a + (middle_at - width / 2) * along;
  const Point b = on.a + (middle_at + width / 2) * along;
  OnWall opening{nearest->id, snap(a), snap(b), {}};
  if (const auto thickness = thickness_at(*nearest, on, middle(a, b))) {
    const Point through = *thickness * Point{-along.y, along.x};
    opening.footprint = {snap(a), snap(b), snap(b + through), snap(a + through)};
    opening.a = snap(middle(a, a + through));
    opening.b = snap(middle(b, b + through));
  }
  return opening;
}

std::string object_at(const Storey& storey, Point p, double reach) {
  const auto near = [&](Point a, Point b, const Ring& ring) {
    return (ring.size() > 2 && contains(ring, p)) || distance(p, Segment{a, b}) < reach;
  };
  for (const Seat& seat : storey.seats) {
    if (distance(seat.at, p) < std::max(0.2, reach * 0.5)) return to_string(seat.id);
  }
  for (const Door& door : storey.doors) {
    if (near(door.a, door.b, door.footprint)) return to_string(door.id);
  }
  for (const Window& window : storey.windows) {
    if (near(window.a, window.b, window.footprint)) return to_string(window.id);
  }
  std::string wall_id;
  double nearest = reach;
  for (const Wall& wall : storey.walls) {
    if (wall.is_closed && contains(wall.points, p)) return to_string(wall.id);
    for (std::size_t i = 0; i + 1 < wall.points.size() + (wall.is_closed ? 1 : 0); ++i) {
      const Segment edge{wall.points[i], wall.points[(i + 1) % wall.points.size()]};
      const double d = distance(p, edge);
      if (d >= nearest) continue;
      nearest = d;
      wall_id = to_string(wall.id);
    }
  }
  if (!wall_id.empty()) return wall_id;
  for (const Furniture& piece : storey.furniture) {
    if (contains(piece.ring, p)) return to_string(piece.id);
  }
  for (const Link& link : storey.links) {
    if (contains(link.footprint, p)) return to_string(link.id);
  }
  return {};
}

std::vector<std::string> objects_in(const Storey& storey, const Box& box) {
  std::vector<std::string> found;
  for (const Wall& wall : storey.walls) {
    if (within(box, wall.points)) found.push_back(to_string(wall.id));
  }
  for (const Door& door : storey.doors) {
    if (within(box, {door.a, door.b})) found.push_back(to_string(door.id));
  }
  for (const Window& window : storey.windows) {
    if (within(box, {window.a, window.b})) found.push_back(to_string(window.id));
  }
  for (const Seat& seat : storey.seats) {
    if (box.contains(seat.at)) found.push_back(to_string(seat.id));
  }
  for (const Furniture& piece : storey.furniture) {
    if (within(box, piece.ring)) found.push_back(to_string(piece.id));
  }
  for (const Link& link : storey.links) {
    if (within(box, link.footprint)) found.push_back(to_string(link.id));
  }
  return found;
}

std::unordered_map<std::string, std::vector<Point>> all_handles(const Storey& storey) {
  std::unordered_map<std::string, std::vector<Point>> all;
  for (const Wall& wall : storey.walls) all[to_string(wall.id)] = wall.points;
  for (const Door& door : storey.doors) all[to_string(door.id)] = {door.a, door.b};
  for (const Window& window : storey.windows) all[to_string(window.id)] = {window.a, window.b};
  for (const Seat& seat : storey.seats) all[to_string(seat.id)] = {seat.at};
  for (const Furniture& piece : storey.furniture) all[to_string(piece.id)] = piece.ring;
  for (const Link& link : storey.links) all[to_string(link.id)] = link.footprint;
  for (const Space& space : storey.spaces) all[to_string(space.id)] = {space.anchor};
  return all;
}

std::vector<Point> handles_of(const Storey& storey, const std::string& object) {
  for (const Wall& wall : storey.walls) {
    if (to_string(wall.id) == object) return wall.points;
  }
  for (const Door& door : storey.doors) {
    if (to_string(door.id) == object) return {door.a, door.b};
  }
  for (const Window& window : storey.windows) {
    if (to_string(window.id) == object) return {window.a, window.b};
  }
  for (const Seat& seat : storey.seats) {
    if (to_string(seat.id) == object) return {seat.at};
  }
  for (const Furniture& piece : storey.furniture) {
    if (to_string(piece.id) == object) return piece.ring;
  }
  for (const Link& link : storey.links) {
    if (to_string(link.id) == object) return link.footprint;
  }
  for (const Space& space : storey.spaces) {
    if (to_string(space.id) == object) return {space.anchor};
  }
  return {};
}

}  // namespace trefpunt
