// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "geom/mesh.h"
#include "io/drawing.h"

namespace trefpunt {

// The floor faces of a storey as drawn: between walls, windows, boundaries and closed doors.
struct Faces {
  Mesh mesh;
  std::vector<int> of;  // per triangle: the face, or -1 in walls, doorways and outside
  std::vector<std::vector<int>> triangles;  // per face
  std::vector<double> area;                 // m2, per face
  std::vector<double> width;                // m, per face: of a strip with this area and outline

  std::optional<int> at(Point p) const;
  // A point where a label of the face fits.
  Point anchor(int face) const;
  // The face not yet taken of which most lies in the polygon, when it has one.
  std::optional<int> best_in(const Polygon& polygon, const std::vector<bool>& is_taken = {}) const;
};

Faces find_faces(const Storey& storey, double gap);

// Gives every face that no space claims, is larger than 1 m2 and wide enough to stand in, a space
// without a name and of unknown use. Outlines (of buildings; none: unknown) keep out what lies
// beyond them; a face in a hole of one is a courtyard. `unit_of_space` grows along.
void add_implied_spaces(RawStorey& raw, const Faces& faces, const std::vector<Polygon>& outlines);

}  // namespace trefpunt
