// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/implied_spaces.h"

#include <algorithm>
#include <map>

#include "io/opening_shape.h"
#include "plan/barriers.h"

namespace trefpunt {

namespace {

constexpr double kSmallest = 1.0;    // m2
constexpr double kNarrowest = 0.35;  // m: a narrower strip is a wall cavity or drawing noise

std::size_t at_index(int i) {
  return static_cast<std::size_t>(i);
}

// Where no floor is: in walls, doorways and windows drawn with their thickness.
SolidIndex solids_of(const Storey& storey) {
  SolidIndex solids;
  const auto add = [&](const Ring& ring) {
    if (ring.size() >= 3) solids.add_ring(ring);
  };
  for (const Wall& wall : storey.walls) {
    if (wall.is_closed) add(wall.points);
  }
  for (const Door& door : storey.doors) add(door.footprint);
  for (const Window& window : storey.windows) add(window.footprint);
  return solids;
}

}  // namespace

Faces find_faces(const Storey& storey, double gap) {
  Faces faces;
  faces.mesh = triangulate(storey_barriers(storey, gap));
  const Mesh& mesh = faces.mesh;
  const int count = static_cast<int>(mesh.triangles.size());
  const Components cells = components(mesh, [&](int t, int i) {
    return mesh.triangles[at_index(t)].edge[at_index(i)] == EdgeKind::Free;
  });

  std::vector<int> largest(at_index(cells.count), -1);
  std::vector<bool> is_floor(at_index(cells.count), true);
  std::vector<double> area(at_index(cells.count), 0), edge(at_index(cells.count), 0);
  for (int t = 0; t < count; ++t) {
    const std::size_t cell = at_index(cells.of[at_index(t)]);
    area[cell] += mesh.area(t);
    if (largest[cell] < 0 || mesh.area(t) > mesh.area(largest[cell])) largest[cell] = t;
    for (int i = 0; i < 3; ++i) {
      const int next = mesh.triangles[at_index(t)].neighbour[at_index(i)];
      if (next < 0) {
        is_floor[cell] = false;  // open to the frame: outside
      } else if (cells.of[at_index(next)] != cells.of[at_index(t)]) {
        edge[cell] += distance(mesh.at(t, (i + 1) % 3), mesh.at(t, (i + 2) % 3));
      }
    }
  }
  const SolidIndex solids = solids_of(storey);
  std::vector<int> face_of_cell(at_index(cells.count), -1);
  for (std::size_t cell = 0; cell < face_of_cell.size(); ++cell) {
    if (!is_floor[cell] || solids.is_solid(mesh.centre(largest[cell]))) continue;
    face_of_cell[cell] = static_cast<int>(faces.area.size());
    faces.area.push_back(area[cell]);
    faces.width.push_back(2 * area[cell] / std::max(1e-9, edge[cell]));
  }
  faces.triangles.resize(faces.area.size());
  for (int t = 0; t < count; ++t) {
    const int face = face_of_cell[at_index(cells.of[at_index(t)])];
    faces.of.push_back(face);
    if (face >= 0) faces.triangles[at_index(face)].push_back(t);
  }
  return faces;
}

std::optional<int> Faces::at(Point p) const {
  const int t = mesh.locate(p);
  if (t < 0 || of[at_index(t)] < 0) return std::nullopt;
  return of[at_index(t)];
}

Point Faces::anchor(int face) const {
  // The face alone as a mesh: looking at all triangles for each face takes too long.
  Mesh alone;
  std::map<int, int> place;  // of a triangle in it
  int largest = -1;
  for (const int t : triangles[at_index(face)]) {
    if (largest < 0 || mesh.area(t) > mesh.area(largest)) largest = t;
    place.emplace(t, static_cast<int>(place.size()));
  }
  std::map<int, int> corner_of;
  for (const int t : triangles[at_index(face)]) {
    Mesh::Triangle triangle = mesh.triangles[at_index(t)];
    for (int& corner : triangle.corner) {
      const auto [at, is_new] = corner_of.emplace(corner, static_cast<int>(alone.points.size()));
      if (is_new) alone.points.push_back(mesh.points[at_index(corner)]);
      corner = at->second;
    }
    for (int& neighbour : triangle.neighbour) {
      const auto at = place.find(neighbour);
      neighbour = at == place.end() ? -1 : at->second;
    }
    alone.triangles.push_back(triangle);
  }
  const std::vector<Polygon> polygons =
      outline(alone, std::vector<bool>(alone.triangles.size(), true));
  if (!polygons.empty()) {
    const Point label = label_point(polygons.front());
    if (at(label) == face) return label;
  }
  return mesh.centre(largest);
}

std::optional<int> Faces::best_in(const Polygon& polygon, const std::vector<bool>& is_taken) const {
  const Box box = box_of(polygon.outer);
  std::vector<double> covered(area.size(), 0);
  for (int t = 0; t < static_cast<int>(of.size()); ++t) {
    const int face = of[at_index(t)];
    if (face < 0 || (!is_taken.empty() && is_taken[at_index(face)])) continue;
    const Point centre = mesh.centre(t);
    if (box.contains(centre) && contains(polygon, centre)) {
      covered[at_index(face)] += mesh.area(t);
    }
  }
  const auto best = std::max_element(covered.begin(), covered.end());
  if (best == covered.end() || *best <= 0) return std::nullopt;
  return static_cast<int>(best - covered.begin());
}

void add_implied_spaces(RawStorey& raw, const Faces& faces, const std::vector<Polygon>& outlines) {
  std::vector<bool> is_claimed(faces.area.size(), false);
  for (const Space& space : raw.storey.spaces) {
    if (const std::optional<int> face = faces.at(space.anchor)) is_claimed[at_index(*face)] = true;
  }
  for (int face = 0; face < static_cast<int>(faces.area.size()); ++face) {
    if (is_claimed[at_index(face)] || faces.area[at_index(face)] < kSmallest ||
        faces.width[at_index(face)] < kNarrowest) {
      continue;
    }
    Space space;
    space.anchor = faces.anchor(face);
    bool is_inside = outlines.empty();
    for (const Polygon& outline : outlines) {
      if (!contains(outline.outer, space.anchor)) continue;
      is_inside = true;
      if (!contains(outline, space.anchor)) space.use = Use::Outdoor;
    }
    if (!is_inside) continue;
    raw.storey.spaces.push_back(space);
    raw.unit_of_space.emplace_back();
  }
}

}  // namespace trefpunt
