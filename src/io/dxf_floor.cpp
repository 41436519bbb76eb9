// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "io/dxf_things.h"

namespace trefpunt {

namespace {

constexpr double kJoin = 0.005;    // m between two ends of one chain
constexpr double kDoorway = 0.3;   // m
constexpr double kOnEdge = 0.02;   // m
constexpr double kWell = 4.0;      // m2
constexpr double kNearEdge = 0.6;  // m: an exit drawn just inside or outside the edge

using Chain = std::pair<std::vector<Point>, bool>;

std::vector<Chain> chains_of(const FlatDrawing& drawing, Meaning meaning) {
  std::vector<std::vector<Point>> lines;
  for (const MeantItem& meant : drawing.items) {
    if (meant.meaning != meaning || meant.item.kind == DxfItem::Kind::Text) continue;
    lines.push_back(meant.item.points);
    if (meant.item.kind != DxfItem::Kind::Open) lines.back().push_back(lines.back().front());
  }
  return chains(std::move(lines));
}

// The part of a side of the floor that an exit takes: inside its area, or along its line.
std::optional<Segment> part_in(const Segment& side, const Chain& exit) {
  const double size = distance(side.a, side.b);
  const int steps = std::max(2, static_cast<int>(size / 0.01));
  double from = 2, to = -1;
  for (int i = 0; i <= steps; ++i) {
    const double at = static_cast<double>(i) / steps;
    const Point p = side.a + at * (side.b - side.a);
    bool in = exit.second && contains(exit.first, p);
    for (std::size_t k = 0; !in && k + 1 < exit.first.size(); ++k) {
      in = distance(p, Segment{exit.first[k], exit.first[k + 1]}) < kOnEdge;
    }
    if (!in) continue;
    from = std::min(from, at);
    to = std::max(to, at);
  }
  if (to - from <= 0 || (to - from) * size < kDoorway) return std::nullopt;
  return Segment{snap(side.a + from * (side.b - side.a)), snap(side.a + to * (side.b - side.a))};
}

// Where an exit that touches no edge lies nearest to one, as wide as the exit is there.
std::optional<Segment> part_beside(const Segment& side, const Chain& exit) {
  const double size = distance(side.a, side.b);
  const Point u = (1 / std::max(1e-9, size)) * (side.b - side.a);
  double from = size, to = 0, away = 1e9;
  for (const Point p : exit.first) {
    const double along = dot(p - side.a, u);
    from = std::min(from, along);
    to = std::max(to, along);
    away = std::min(away, distance(p, side));
  }
  from = std::max(0.0, from);
  to = std::min(size, to);
  if (away > kNearEdge || to - from < kDoorway) return std::nullopt;
  return Segment{snap(side.a + from * u), snap(side.a + to * u)};
}

}  // namespace

void add_voids(const FlatDrawing& drawing, Storey& storey) {
  std::vector<const DxfItem*> hatches;
  for (const MeantItem& meant : drawing.items) {
    if (meant.item.kind == DxfItem::Kind::Filled) hatches.push_back(&meant.item);
  }
  const auto is_stood_in = [&](const Ring& hole) {
    const auto near = [&](Point p) {
      if (contains(hole, p)) return true;
      for (std::size_t i = 0; i < hole.size(); ++i) {
        if (distance(p, Segment{hole[i], hole[(i + 1) % hole.size()]}) < kDoorway) return true;
      }
      return false;
    };
    return std::any_of(storey.doors.begin(), storey.doors.end(),
                       [&](const Door& door) { return near(door.a) || near(door.b); }) ||
           std::any_of(
               drawing.objects.begin(), drawing.objects.end(), [&](const MeantObject& object) {
                 return (object.meaning == Meaning::Seat || object.meaning == Meaning::RoomStamp) &&
                        contains(hole, object.at);
               });
  };
  std::vector<Ring> done;
  for (const DxfItem* floor : hatches) {
    for (const Ring& hole : floor->holes) {
      if (hole.size() < 3 || std::abs(signed_area(hole)) < kWell || is_stood_in(hole)) continue;
      const Point inside =
          label_point({signed_area(hole) > 0 ? hole : Ring(hole.rbegin(), hole.rend()), {}});
      const bool filled = std::any_of(hatches.begin(), hatches.end(), [&](const DxfItem* hatch) {
        return contains(hatch->points, inside) &&
               std::none_of(hatch->holes.begin(), hatch->holes.end(),
                            [&](const Ring& other) { return contains(other, inside); });
      });
      const bool twice = std::any_of(done.begin(), done.end(),
                                     [&](const Ring& other) { return contains(other, inside); });
      if (filled || twice) continue;
      done.push_back(hole);
      Wall edge;
      edge.points = hole;
      edge.points.push_back(hole.front());
      edge.is_glass = true;
      edge.source_key = floor->handle;
      storey.walls.push_back(std::move(edge));
    }
  }
}

std::vector<Chain> chains(std::vector<std::vector<Point>> lines) {
  std::vector<Chain> done;
  const auto near = [](Point p, Point q) { return distance(p, q) < kJoin; };
  while (!lines.empty()) {
    std::vector<Point> chain = std::move(lines.back());
    lines.pop_back();
    for (bool grew = true; grew && !near(chain.front(), chain.back());) {
      grew = false;
      for (std::size_t i = 0; i < lines.size(); ++i) {
        std::vector<Point>& other = lines[i];
        if (near(other.front(), other.back())) continue;
        if (near(other.back(), chain.back()) || near(other.back(), chain.front())) {
          std::reverse(other.begin(), other.end());
        }
        if (near(other.front(), chain.back())) {
          chain.insert(chain.end(), other.begin() + 1, other.end());
        } else if (near(other.front(), chain.front())) {
          std::reverse(chain.begin(), chain.end());
          chain.insert(chain.end(), other.begin() + 1, other.end());
        } else {
          continue;
        }
        lines.erase(lines.begin() + static_cast<long>(i));
        grew = true;
        break;
      }
    }
    const bool is_ring = chain.size() > 3 && near(chain.front(), chain.back());
    if (is_ring) chain.pop_back();
    done.emplace_back(std::move(chain), is_ring);
  }
  std::reverse(done.begin(), done.end());
  return done;
}

bool add_floor_as_walls(const FlatDrawing& drawing, Storey& storey,
                        std::vector<Finding>& findings) {
  const std::vector<Chain> floors = chains_of(drawing, Meaning::Floor);
  if (floors.empty()) return false;
  std::vector<Segment> edges;
  const auto add = [&](const Chain& chain, bool is_solid) {
    Wall wall;
    wall.points = chain.first;
    wall.is_closed = is_solid && chain.second;
    if (chain.second && !is_solid) wall.points.push_back(wall.points.front());
    if (!is_solid) {
      for (std::size_t i = 0; i + 1 < wall.points.size(); ++i) {
        edges.push_back({wall.points[i], wall.points[i + 1]});
      }
    }
    storey.walls.push_back(std::move(wall));
  };
  for (const Chain& floor : floors) add(floor, false);
  for (const Chain& obstacle : chains_of(drawing, Meaning::Obstacle)) add(obstacle, true);
  for (const Chain& exit : chains_of(drawing, Meaning::Door)) {
    std::optional<Segment> best;
    for (const auto& part : {part_in, part_beside}) {
      for (const Segment& edge : edges) {
        const auto found = part(edge, exit);
        if (found && (!best || distance(found->a, found->b) > distance(best->a, best->b))) {
          best = found;
        }
      }
      if (best) break;
    }
    if (!best) continue;
    Door door;
    door.a = best->a;
    door.b = best->b;
    storey.doors.push_back(std::move(door));
  }
  findings.push_back(
      {finding::kFloorInsteadOfWalls,
       Severity::Note,
       {"De tekening heeft geen muren maar een beloopbare vloer; haar rand en de obstakels zijn "
        "als "
        "muur gelezen.",
        "The drawing has no walls but a walkable floor; its edge and the obstacles were read as "
        "walls."},
       "",
       "",
       floors.front().first.front()});
  return true;
}

}  // namespace trefpunt
