// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/floor_graph.h"

#include <cmath>

#include "base/index.h"

namespace trefpunt {

namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kTouch = 1e-7;  // m: nearer to the edge of sight than this counts as on it

double angle_at(Point p, Point a, Point b) {
  return std::abs(std::atan2(cross(a - p, b - p), dot(a - p, b - p)));
}

}  // namespace

FloorGraph::FloorGraph(std::shared_ptr<const Mesh> mesh, const Layout& layout,
                       const std::vector<bool>& open_doors)
    : mesh_(std::move(mesh)) {
  const int count = static_cast<int>(mesh_->triangles.size());
  const bool same = mesh_ == layout.mesh;
  for (int t = 0; t < count; ++t) {
    const int of = same ? t : layout.mesh->locate(mesh_->centre(t));
    const bool floor =
        of >= 0 && (layout.zone[at(of)] == Zone::Floor || layout.zone[at(of)] == Zone::DoorReveal);
    walkable_.push_back(floor && !layout.is_furniture[at(of)]);
  }
  for (int t = 0; t < count; ++t) {
    const Mesh::Triangle& triangle = mesh_->triangles[at(t)];
    for (std::size_t i = 0; i < 3; ++i) {
      const int next = triangle.neighbour[i];
      const EdgeKind kind = triangle.edge[i];
      bool open = next >= 0 && walkable_[at(t)] && walkable_[at(next)];
      if (kind == EdgeKind::Wall || kind == EdgeKind::Glass) open = false;
      if (kind == EdgeKind::Door) open = open && open_doors[at(triangle.owner[i])];
      passable_.push_back(open);
    }
  }
  // The triangles around each vertex, in runs that nothing parts; where a run spans half a turn or
  // more a taut string can bend.
  corner_of_.assign(at(3 * count), -1);
  std::vector<bool> done(at(3 * count), false);
  for (int t = 0; t < count; ++t) {
    if (!walkable_[at(t)]) continue;
    for (int c = 0; c < 3; ++c) {
      if (done[at(3 * t + c)]) continue;
      std::vector<int> run, stack{3 * t + c};
      done[at(3 * t + c)] = true;
      double angle = 0;
      const int vertex = mesh_->triangles[at(t)].corner[at(c)];
      while (!stack.empty()) {
        const int here = stack.back();
        stack.pop_back();
        run.push_back(here);
        const int triangle = here / 3, corner = here % 3;
        angle += angle_at(mesh_->at(triangle, corner), mesh_->at(triangle, (corner + 1) % 3),
                          mesh_->at(triangle, (corner + 2) % 3));
        for (const int edge : {(corner + 1) % 3, (corner + 2) % 3}) {  // the two that meet here
          if (!passable(triangle, edge)) continue;
          const int next = mesh_->triangles[at(triangle)].neighbour[at(edge)];
          for (int k = 0; k < 3; ++k) {
            if (mesh_->triangles[at(next)].corner[at(k)] != vertex || done[at(3 * next + k)])
              continue;
            done[at(3 * next + k)] = true;
            stack.push_back(3 * next + k);
          }
        }
      }
      // A full turn is a point in the open (the end of a boundary): nothing to bend around.
      if (angle < kPi - 1e-6 || angle > 2 * kPi - 1e-6) continue;
      const int index = static_cast<int>(corners_.size());
      corners_.push_back({mesh_->points[at(vertex)], static_cast<int>(wedge_starts_.size()),
                          static_cast<int>(run.size())});
      for (const int here : run) {
        corner_of_[at(here)] = index;
        wedge_starts_.push_back(here);
      }
    }
  }
}

std::size_t FloorGraph::memory() const {
  return corner_of_.size() * sizeof(int) + corners_.size() * sizeof(Corner) +
         wedge_starts_.size() * sizeof(int) + passable_.size() / 4;
}

int FloorGraph::walkable_triangle(Point p) const {
  const int t = mesh_->locate(p);
  if (t < 0) return -1;
  if (walkable_[at(t)]) return t;
  for (int i = 0; i < 3; ++i) {  // on an edge shared with a walkable neighbour
    const int next = mesh_->triangles[at(t)].neighbour[at(i)];
    if (next < 0 || !walkable_[at(next)]) continue;
    if (distance(p, Segment{mesh_->at(t, (i + 1) % 3), mesh_->at(t, (i + 2) % 3)}) < 1e-6)
      return next;
  }
  return -1;
}

// Unfolds what lies beyond an edge; calls on_vertex(triangle, corner) for each vertex in sight and
// on_triangle for each triangle entered with the cone that enters it.
template <typename OnVertex>
void FloorGraph::expand(Point from, int triangle, int edge, OnVertex on_vertex) const {
  struct Cone {
    int triangle, edge;
    Point left, right;
  };
  // Seen from `from`, the first end of an edge in its own triangle's order lies right.
  std::vector<Cone> stack{
      {triangle, edge, mesh_->at(triangle, (edge + 2) % 3), mesh_->at(triangle, (edge + 1) % 3)}};
  while (!stack.empty()) {
    const Cone cone = stack.back();
    stack.pop_back();
    if (!passable(cone.triangle, cone.edge)) continue;
    const int next = mesh_->triangles[at(cone.triangle)].neighbour[at(cone.edge)];
    int apex = 0;
    while (mesh_->triangles[at(next)].neighbour[at(apex)] != cone.triangle) ++apex;
    const Point v = mesh_->at(next, apex) - from;
    const Point left = cone.left - from, right = cone.right - from;
    const double off_right = cross(right, v);  // > 0: v lies left of the right edge of sight
    const double off_left = cross(v, left);    // > 0: v lies right of the left edge of sight
    const bool in_sight =
        off_right >= -kTouch * length(right) && off_left >= -kTouch * length(left);
    on_vertex(next, apex, in_sight, cone.left, cone.right);
    const Point vertex = mesh_->at(next, apex);
    if (off_left > 0) {  // something of the left side edge is in sight
      stack.push_back({next, (apex + 2) % 3, cone.left, off_right > 0 ? vertex : cone.right});
    }
    if (off_right > 0) {
      stack.push_back({next, (apex + 1) % 3, off_left > 0 ? vertex : cone.left, cone.right});
    }
  }
}

void FloorGraph::look(Point from, const Seen& seen) const {
  const int t = walkable_triangle(from);
  if (t < 0) return;
  const auto report = [&](int triangle, int c) {
    const int corner = corner_of_[at(3 * triangle + c)];
    if (corner >= 0) seen(corner, distance(from, corners_[at(corner)].at));
  };
  for (int i = 0; i < 3; ++i) {
    report(t, i);
    expand(from, t, i, [&](int triangle, int c, bool in_sight, Point, Point) {
      if (in_sight) report(triangle, c);
    });
  }
}

void FloorGraph::look_from_corner(int index, const Seen& seen) const {
  const Corner& corner = corners_[at(index)];
  const auto report = [&](int triangle, int c) {
    const int other = corner_of_[at(3 * triangle + c)];
    if (other >= 0 && other != index) seen(other, distance(corner.at, corners_[at(other)].at));
  };
  for (int k = 0; k < corner.count; ++k) {
    const int start = wedge_starts_[at(corner.first + k)];
    const int t = start / 3, c = start % 3;
    report(t, (c + 1) % 3);
    report(t, (c + 2) % 3);
    expand(corner.at, t, c, [&](int triangle, int v, bool in_sight, Point, Point) {
      if (in_sight) report(triangle, v);
    });
  }
}

bool FloorGraph::sees(Point from, Point to) const {
  const int start = walkable_triangle(from);
  const int goal = walkable_triangle(to);
  if (start < 0 || goal < 0) return false;
  if (start == goal) return true;
  const Point ray = to - from;
  bool found = false;
  for (int i = 0; i < 3 && !found; ++i) {
    expand(from, start, i, [&](int triangle, int, bool, Point left, Point right) {
      if (triangle != goal) return;
      const Point l = left - from, r = right - from;
      found =
          found || (cross(r, ray) >= -kTouch * length(r) && cross(ray, l) >= -kTouch * length(l));
    });
  }
  return found;
}

}  // namespace trefpunt
