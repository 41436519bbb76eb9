// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "geom/shapes.h"

namespace trefpunt {

// What a line of the plan does to someone who wants to cross it; the higher wins where two
// coincide.
enum class EdgeKind : std::uint8_t { Free, Furniture, Boundary, Glass, Wall, Door };

struct Barrier {
  Segment segment;
  EdgeKind kind = EdgeKind::Wall;
  int owner = -1;  // the caller's own index (a door's place in its storey), kept on the edge
};

// The plane of a storey cut into triangles along its barriers (constrained Delaunay), inside a
// frame that lies `kFrame` metres beyond all of them. Edge i of a triangle lies opposite corner i.
struct Mesh {
  struct Triangle {
    std::array<int, 3> corner{};               // counter-clockwise, into points
    std::array<int, 3> neighbour{-1, -1, -1};  // -1: beyond the frame
    std::array<EdgeKind, 3> edge{};
    std::array<int, 3> owner{-1, -1, -1};
  };
  std::vector<Point> points;
  std::vector<Triangle> triangles;

  Point at(int triangle, int corner) const { return points[triangles[triangle].corner[corner]]; }
  double area(int triangle) const;
  Point centre(int triangle) const;
  // The triangle that holds the point (its edges included), or -1 outside the frame.
  int locate(Point p) const;

  // Filled by triangulate(): a grid of buckets for locate().
  struct Buckets {
    Box box;
    int columns = 0;
    int rows = 0;
    std::vector<int> start;
    std::vector<int> triangle;
  } buckets;
};

inline constexpr double kFrame = 10.0;

// Crossing barriers are cut where they cross; coordinates there are rounded, all predicates are
// exact. Segments of no length are left out. No barriers: an empty mesh.
Mesh triangulate(const std::vector<Barrier>& barriers);

// Short walls that close gaps: from each end of a barrier to the nearest other barrier when that
// is nearer than `gap` metres but does not touch. Nothing stored moves.
std::vector<Barrier> bridges(const std::vector<Barrier>& barriers, double gap);

// Labels every triangle with a component, counted from 0: two triangles are together when a chain
// of edges that are `open` joins them. Deterministic: components are numbered by first triangle.
struct Components {
  std::vector<int> of;  // per triangle
  int count = 0;
};
template <typename Open>  // bool(int triangle, int edge)
Components components(const Mesh& mesh, Open open) {
  Components result;
  result.of.assign(mesh.triangles.size(), -1);
  std::vector<int> stack;
  for (int first = 0; first < static_cast<int>(mesh.triangles.size()); ++first) {
    if (result.of[first] >= 0) continue;
    result.of[first] = result.count;
    stack.push_back(first);
    while (!stack.empty()) {
      const int t = stack.back();
      stack.pop_back();
      for (int i = 0; i < 3; ++i) {
        const int next = mesh.triangles[t].neighbour[i];
        if (next < 0 || result.of[next] >= 0 || !open(t, i)) continue;
        result.of[next] = result.count;
        stack.push_back(next);
      }
    }
    ++result.count;
  }
  return result;
}

// The outline of a set of triangles: `inside[t]` says which. Outer rings with their holes, points
// in the middle of a straight side left out. Largest first.
std::vector<Polygon> outline(const Mesh& mesh, const std::vector<bool>& inside);

}  // namespace trefpunt
