// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/plan_mesh.h"

namespace trefpunt {

// Halfway to a light grey: a result that is of an earlier state.
Rgb greyed(Rgb rgb);

Point unit_vector(Point v);  // of no length: {1, 0}

// Puts triangles and lines together to a mesh, from below to above.
class MeshBuilder {
 public:
  explicit MeshBuilder(Point origin) { mesh_.origin = origin; }

  void triangle(Point a, Point b, Point c, const Paint& paint);
  void quad(const Ring& ring, const Paint& paint);  // convex
  // Any polygon, with its holes left open.
  void polygon(const Polygon& polygon, const Paint& paint);
  void line(Point a, Point b, double width, Rgb rgb);  // width: px
  void lines(const std::vector<Point>& points, bool is_closed, double width, Rgb rgb);
  // Strokes of `dash` m with as much between them.
  void dashes(const Line& points, double dash, double width, Rgb rgb);
  void double_line(Point a, Point b);
  void disc(Point centre, double radius, Rgb rgb);  // m
  // A dot that keeps its size on the screen (px); `sides` of at least 3, the first corner above.
  void dot(Point centre, double radius, int sides, Rgb rgb);
  void end_floors() { mesh_.floors = mesh_.vertices.size(); }
  PlanMesh take() { return std::move(mesh_); }

 private:
  void vertex(Point p, Point aside, const Paint& paint);
  PlanMesh mesh_;
};

}  // namespace trefpunt
