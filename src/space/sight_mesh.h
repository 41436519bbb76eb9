// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "space/sight_scene.h"

namespace trefpunt {

// The plane cut into triangles along what stops sight, to look around from any point: sight goes
// from triangle to triangle and only meets what it can see. A frame lies kSightFrame beyond all
// segments; sight that meets nothing ends there.
struct SightMesh {
  static constexpr std::int32_t kFree = -1;   // sight goes on
  static constexpr std::int32_t kFrame = -2;  // nothing more to meet

  struct Vertex {
    MicroPoint place;  // from the origin; where segments cross, rounded
    double x, y;       // the same, not rounded; micrometres
  };
  struct Triangle {
    std::array<std::int32_t, 3> corner;     // counter-clockwise
    std::array<std::int32_t, 3> neighbour;  // beyond the edge opposite the corner; -1: none
    std::array<std::int32_t, 3> wall;       // on that edge: index into walls, kFree or kFrame
  };
  MicroPoint origin;                // the frame's lower left corner
  MicroPoint far;                   // its upper right corner, from the origin
  std::vector<MicroSegment> walls;  // as given, from the origin
  std::vector<Vertex> vertices;
  std::vector<Triangle> triangles;

  // The triangle that holds a place given from the origin, its edges included; -1: on the frame or
  // beyond it.
  int locate(MicroPoint place) const;

  struct Buckets {  // squares of the frame with the triangles whose boxes meet them
    std::int64_t size = 1;
    int columns = 0, rows = 0;
    std::vector<std::int32_t> start, triangle;
  } buckets;
};

// Segments may touch, cross, overlap, repeat and have no length. Errors: TooLarge (a plan wider
// than 2 km).
Result<SightMesh> make_sight_mesh(const std::vector<MicroSegment>& sight);

inline constexpr std::int64_t kSightFrame = 10'000'000;  // micrometres

}  // namespace trefpunt
