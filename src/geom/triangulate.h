// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

#include "geom/shapes.h"

namespace trefpunt {

// What CGAL gives back, before our own meaning is put on it (mesh.cpp does that).
struct RawMesh {
  struct Triangle {
    std::array<int, 3> corner;
    std::array<int, 3> neighbour;  // -1: none
  };
  struct Piece {  // an edge of the triangulation that lies on segment `segment`
    int from, to, segment;
  };
  std::vector<Point> points;
  std::vector<Triangle> triangles;
  std::vector<Piece> pieces;
};

// Constrained Delaunay triangulation; crossing segments are cut at a rounded point.
RawMesh triangulate_raw(const std::vector<Segment>& segments);

}  // namespace trefpunt
