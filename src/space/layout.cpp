// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "base/index.h"
#include "plan/barriers.h"
#include "space/layout_findings.h"

namespace trefpunt {

namespace {

constexpr double kThin = 0.45;  // m: a face narrower than this is a cavity in a wall

// Rings that make a triangle solid, a reveal or furniture, with their boxes.
struct Area {
  const Ring* ring;
  Box box;
  int owner;
  bool holds(Point p) const { return box.contains(p) && contains(*ring, p); }
};

struct Areas {
  std::vector<Area> reveals, solids, furniture;

  explicit Areas(const Storey& storey) {
    for (int i = 0; i < static_cast<int>(storey.doors.size()); ++i) {
      add(reveals, storey.doors[at(i)].footprint, i);
    }
    for (const Wall& wall : storey.walls) {
      if (wall.is_closed) add(solids, wall.points, -1);
    }
    for (const Window& window : storey.windows) add(solids, window.footprint, -1);
    for (const Furniture& piece : storey.furniture) add(furniture, piece.ring, -1);
  }
  static void add(std::vector<Area>& areas, const Ring& ring, int owner) {
    if (ring.size() >= 3) areas.push_back({&ring, box_of(ring), owner});
  }
  static const Area* find(const std::vector<Area>& areas, Point p) {
    const auto found =
        std::find_if(areas.begin(), areas.end(), [&](const Area& a) { return a.holds(p); });
    return found == areas.end() ? nullptr : &*found;
  }
};

// Every triangle's zone, decided once per cell (triangles that no line at all separates).
std::vector<int> zone_cells(const Storey& storey, Mesh& mesh, Layout& layout) {
  const Areas areas(storey);
  const Components cells = components(
      mesh, [&](int t, int i) { return mesh.triangles[at(t)].edge[at(i)] == EdgeKind::Free; });
  std::vector<int> largest(at(cells.count), -1);
  std::vector<bool> outside(at(cells.count), false);
  for (int t = 0; t < static_cast<int>(mesh.triangles.size()); ++t) {
    int& best = largest[at(cells.of[at(t)])];
    if (best < 0 || mesh.area(t) > mesh.area(best)) best = t;
    for (const int next : mesh.triangles[at(t)].neighbour) {
      if (next < 0) outside[at(cells.of[at(t)])] = true;
    }
  }
  std::vector<Zone> zone(at(cells.count), Zone::Floor);
  std::vector<int> reveal(at(cells.count), -1);
  std::vector<bool> furniture(at(cells.count), false);
  for (int c = 0; c < cells.count; ++c) {
    const Point p = mesh.centre(largest[at(c)]);
    if (outside[at(c)]) {
      zone[at(c)] = Zone::Outside;
    } else if (const Area* door = Areas::find(areas.reveals, p)) {
      zone[at(c)] = Zone::DoorReveal;
      reveal[at(c)] = door->owner;
    } else if (Areas::find(areas.solids, p)) {
      zone[at(c)] = Zone::Solid;
    } else {
      furniture[at(c)] = Areas::find(areas.furniture, p) != nullptr;
    }
  }
  std::vector<int> reveal_of(mesh.triangles.size());
  for (std::size_t t = 0; t < mesh.triangles.size(); ++t) {
    const std::size_t c = at(cells.of[t]);
    layout.zone.push_back(zone[c]);
    layout.is_furniture.push_back(furniture[c]);
    reveal_of[t] = reveal[c];
  }
  // A wall drawn through a doorway stops nobody inside it.
  for (std::size_t t = 0; t < mesh.triangles.size(); ++t) {
    Mesh::Triangle& triangle = mesh.triangles[t];
    for (std::size_t i = 0; i < 3; ++i) {
      const int next = triangle.neighbour[i];
      if (next >= 0 && reveal_of[t] >= 0 && reveal_of[t] == reveal_of[at(next)]) {
        triangle.edge[i] = EdgeKind::Free;
      }
    }
  }
  return reveal_of;
}

// Faces of floor: triangles that only furniture separates. Cavities between two wall lines become
// solid; faces open to the outside are the outside.
void find_regions(const Mesh& mesh, Layout& layout) {
  const Components faces = components(mesh, [&](int t, int i) {
    const Mesh::Triangle& triangle = mesh.triangles[at(t)];
    const EdgeKind kind = triangle.edge[at(i)];
    return (kind == EdgeKind::Free || kind == EdgeKind::Furniture) &&
           layout.zone[at(t)] == layout.zone[at(triangle.neighbour[at(i)])];
  });
  std::vector<double> face_area(at(faces.count), 0), face_edge(at(faces.count), 0);
  for (int t = 0; t < static_cast<int>(mesh.triangles.size()); ++t) {
    const std::size_t f = at(faces.of[at(t)]);
    face_area[f] += mesh.area(t);
    for (std::size_t i = 0; i < 3; ++i) {
      const int next = mesh.triangles[at(t)].neighbour[i];
      if (next < 0 || faces.of[at(next)] != faces.of[at(t)]) {
        face_edge[f] += distance(mesh.at(t, static_cast<int>((i + 1) % 3)),
                                 mesh.at(t, static_cast<int>((i + 2) % 3)));
      }
    }
  }
  std::vector<int> region_of_face(at(faces.count), -1);
  layout.region.assign(mesh.triangles.size(), -1);
  for (int t = 0; t < static_cast<int>(mesh.triangles.size()); ++t) {
    if (layout.zone[at(t)] != Zone::Floor) continue;
    const std::size_t f = at(faces.of[at(t)]);
    if (region_of_face[f] < 0) {
      region_of_face[f] = static_cast<int>(layout.area_of_region.size());
      layout.area_of_region.push_back(face_area[f]);
      layout.width_of_region.push_back(2 * face_area[f] / std::max(1e-9, face_edge[f]));
    }
    layout.region[at(t)] = region_of_face[f];
  }
  layout.space_of_region.assign(layout.area_of_region.size(), -1);
}

void claim_regions(const Storey& storey, const Mesh& mesh, Layout& layout) {
  for (int s = 0; s < static_cast<int>(storey.spaces.size()); ++s) {
    const Space& space = storey.spaces[at(s)];
    layout.shapes.push_back({space.id, std::nullopt, 0});
    const int t = mesh.locate(space.anchor);
    if (t < 0 || layout.zone[at(t)] == Zone::Outside) {
      report_open_space(storey, space, layout);
      continue;
    }
    const int region = layout.region[at(t)];
    if (region < 0) {
      report_space_without_face(storey, space, layout);
      continue;
    }
    if (const int other = layout.space_of_region[at(region)]; other >= 0) {
      report_two_anchors(storey, storey.spaces[at(other)], space, layout);
      continue;
    }
    layout.space_of_region[at(region)] = s;
    layout.shapes.back().area_m2 = layout.area_of_region[at(region)];
  }
  std::vector<std::vector<bool>> inside;
  for (int s = 0; s < static_cast<int>(storey.spaces.size()); ++s) {
    if (layout.shapes[at(s)].area_m2 == 0) continue;
    std::vector<bool> mine(mesh.triangles.size(), false);
    for (std::size_t t = 0; t < mesh.triangles.size(); ++t) {
      mine[t] = layout.region[t] >= 0 && layout.space_of_region[at(layout.region[t])] == s;
    }
    std::vector<Polygon> polygons = outline(mesh, mine);
    if (!polygons.empty()) layout.shapes[at(s)].polygon = std::move(polygons.front());
  }
}

// What is not claimed and too thin or small to be a space belongs to the walls.
void give_cavities_to_walls(const Mesh& mesh, const LayoutParameters& parameters, Layout& layout) {
  for (std::size_t t = 0; t < mesh.triangles.size(); ++t) {
    const int region = layout.region[t];
    if (region >= 0 && layout.space_of_region[at(region)] < 0 &&
        (layout.width_of_region[at(region)] < kThin / 2 ||
         layout.area_of_region[at(region)] < parameters.min_face_area)) {
      layout.is_cavity.push_back(true);
    } else {
      layout.is_cavity.push_back(false);
    }
    if (layout.zone[t] == Zone::Solid || layout.zone[t] == Zone::DoorReveal ||
        layout.is_cavity[t]) {
      layout.solid_area += mesh.area(static_cast<int>(t));
    }
  }
}

// What lies beyond a door's edge, felt at growing distances so that a sliver does not hide it.
DoorSides::Side feel(const Storey& storey, const Mesh& mesh, const Layout& layout, Point from,
                     Point direction) {
  DoorSides::Side side;
  for (const double step : {0.02, 0.08, 0.2}) {
    const int t = mesh.locate(from + step * direction);
    if (t < 0 || layout.zone[at(t)] == Zone::Outside) {
      side.is_outside = true;
      return side;
    }
    const int region = layout.region[at(t)];
    if (layout.zone[at(t)] == Zone::Solid && step > 0.05) return side;  // more than a sliver
    if (region < 0 || layout.is_cavity[at(t)]) continue;
    side.region = region;
    const int space = layout.space_of_region[at(region)];
    if (space >= 0) side.space = storey.spaces[at(space)].id;
    return side;
  }
  return side;
}

void find_door_sides(const Storey& storey, const Mesh& mesh, Layout& layout) {
  for (const Door& door : storey.doors) {
    const Point along = door.b - door.a;
    const double width = length(along);
    const Point left = width > 0 ? (1 / width) * Point{-along.y, along.x} : Point{0, 1};
    Point left_edge = middle(door.a, door.b);
    Point right_edge = left_edge;
    if (door.footprint.size() == 4) {
      left_edge = middle(door.footprint[0], door.footprint[1]);
      right_edge = middle(door.footprint[2], door.footprint[3]);
      if (dot(left_edge - right_edge, left) < 0) std::swap(left_edge, right_edge);
    }
    layout.doors.push_back({door.id, feel(storey, mesh, layout, left_edge, left),
                            feel(storey, mesh, layout, right_edge, -1.0 * left)});
  }
}

void find_passages(const Mesh& mesh, Layout& layout, const Storey& storey) {
  std::map<std::pair<int, int>, std::vector<Segment>> pieces;  // by space index, lower first
  for (int t = 0; t < static_cast<int>(mesh.triangles.size()); ++t) {
    for (std::size_t i = 0; i < 3; ++i) {
      const Mesh::Triangle& triangle = mesh.triangles[at(t)];
      const int next = triangle.neighbour[i];
      if (next < t || triangle.edge[i] != EdgeKind::Boundary) continue;
      if (layout.is_furniture[at(t)] || layout.is_furniture[at(next)]) continue;
      const int from = layout.region[at(t)], to = layout.region[at(next)];
      if (from < 0 || to < 0 || from == to) continue;
      pieces[std::minmax(from, to)].push_back(
          {mesh.at(t, static_cast<int>((i + 1) % 3)), mesh.at(t, static_cast<int>((i + 2) % 3))});
    }
  }
  const auto space_id = [&](int region) {
    const int space = layout.space_of_region[at(region)];
    return space < 0 ? SpaceId{} : storey.spaces[at(space)].id;
  };
  for (const auto& [pair, segments] : pieces) {
    Passage passage{space_id(pair.first), space_id(pair.second), pair.first, pair.second, {}, 0};
    // Pieces of one straight boundary lie end to end: the widest run counts.
    std::vector<Segment> left = segments;
    while (!left.empty()) {
      Segment run = left.back();
      left.pop_back();
      for (bool grew = true; grew;) {
        grew = false;
        for (std::size_t k = 0; k < left.size(); ++k) {
          for (const Segment piece : {left[k], Segment{left[k].b, left[k].a}}) {
            const Point d = run.b - run.a;
            const bool straight = std::abs(cross(d, piece.b - piece.a)) <
                                  1e-6 * length(d) * length(piece.b - piece.a);
            if (!straight || grew) continue;
            if (piece.a == run.b) {
              run.b = piece.b;
              grew = true;
            } else if (piece.b == run.a) {
              run.a = piece.a;
              grew = true;
            }
          }
          if (grew) {
            left.erase(left.begin() + static_cast<long>(k));
            break;
          }
        }
      }
      if (distance(run.a, run.b) > passage.width) {
        passage.width = distance(run.a, run.b);
        passage.along = run;
      }
    }
    if (passage.width > 0.01) layout.passages.push_back(passage);
  }
}

}  // namespace

Key key_of_layout(const Storey& storey, const LayoutParameters& parameters) {
  Hasher hasher;
  hasher.add("layout").add(1).add(parameters.gap).add(parameters.min_face_area);
  hash_geometry(hasher, storey);
  // Findings name the storey and its spaces.
  hasher.add(storey.name);
  for (const Space& space : storey.spaces) hasher.add(space.name).add(space.number).add(space.use);
  for (const Door& door : storey.doors) hasher.add(door.clear_width);
  return hasher.key();
}

Result<Layout> make_layout(const Storey& storey, const LayoutParameters& parameters, Job& job) {
  Layout layout;
  const Error cancelled{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
  if (!job.step(0, 4)) return cancelled;
  std::vector<Barrier> barriers = storey_barriers(storey, parameters.gap);
  const std::vector<Barrier> furniture = furniture_barriers(storey);
  barriers.insert(barriers.end(), furniture.begin(), furniture.end());
  auto mesh = std::make_shared<Mesh>(triangulate(barriers));
  if (!job.step(1, 4)) return cancelled;
  zone_cells(storey, *mesh, layout);
  find_regions(*mesh, layout);
  claim_regions(storey, *mesh, layout);
  if (!job.step(2, 4)) return cancelled;
  give_cavities_to_walls(*mesh, parameters, layout);
  find_door_sides(storey, *mesh, layout);
  find_passages(*mesh, layout, storey);
  layout.mesh = std::move(mesh);
  if (!job.step(3, 4)) return cancelled;
  report_doors(storey, layout);
  report_spaces_without_door(storey, layout);
  report_seats_outside(storey, layout);
  report_faces_without_space(storey, layout);
  job.step(4, 4);
  return layout;
}

std::optional<SpaceId> space_at(const Layout& layout, Point p) {
  if (!layout.mesh) return std::nullopt;
  const int t = layout.mesh->locate(p);
  if (t < 0 || layout.region[at(t)] < 0) return std::nullopt;
  const int space = layout.space_of_region[at(layout.region[at(t)])];
  if (space < 0) return std::nullopt;
  return layout.shapes[at(space)].id;
}

}  // namespace trefpunt
