// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "plan/storey.h"

namespace trefpunt {

struct SnapOptions {
  double reach = 0.3;  // m: how near is near
  bool to_grid = false;
  double grid = 0.1;             // m
  std::optional<Point> from;     // the vertex before: for perpendiculars and ortho
  bool is_ortho = false;         // only along x or y from `from`
  std::optional<double> length;  // m from `from`, typed
  std::vector<Point> ignored;    // vertices that are being moved
};

struct Snapped {
  Point at;
  Text to;  // "hoekpunt", "loodrecht op wand"; empty: nothing
};

// Where a vertex comes when the mouse is at p: an end or corner, a perpendicular, a wall's line,
// the grid, in that order of worth. A typed length and ortho win over all.
Snapped snap_to(const Storey& storey, Point p, const SnapOptions& options);

// A point on the nearest edge of a wall, and what a door of `width` there would be.
struct OnWall {
  WallId wall;
  Point a, b;      // jambs, on the middle line of a wall with thickness
  Ring footprint;  // as Door::footprint; empty for a wall without thickness
};
// Nothing when no wall is nearer than `reach` or the wall's edge is shorter than the width.
std::optional<OnWall> opening_on_wall(const Storey& storey, Point p, double width, double reach);

// What lies at p, the smallest things first: "Z3", "D1", "V2", "K1", "F4", "W9"; a space comes from
// the layout. Empty: nothing within `reach`.
std::string object_at(const Storey& storey, Point p, double reach);

// Everything but spaces that lies within the box.
std::vector<std::string> objects_in(const Storey& storey, const Box& box);

// The vertices by which an object is taken hold of.
std::vector<Point> handles_of(const Storey& storey, const std::string& object);
std::unordered_map<std::string, std::vector<Point>> all_handles(const Storey& storey);

}  // namespace trefpunt
