// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "plan/building.h"
#include "report/drawing_colours.h"
#include "space/layout.h"

namespace trefpunt {

// A corner of a triangle on its way to the screen: metres from the origin, pixels aside.
struct PlanVertex {
  float x, y;                      // m
  float aside_x = 0, aside_y = 0;  // px, added on the screen: lines keep their width
  std::uint32_t fill = 0;          // 0xRRGGBB
  std::uint32_t ink = 0;           // of the hatch
  float hatch = 0;                 // a Hatch
};

// A storey as triangles, from below to above.
struct PlanMesh {
  Point origin;  // m
  std::vector<PlanVertex> vertices;
  std::size_t floors = 0;  // so many vertices, the first, are of floors: an underlay shines through
};

struct PlanLook {
  const RowColours* colours = nullptr;  // of a measure; null: by use
  bool is_stale = false;                // greyed
  bool show_furniture = true, show_seats = true;
};

// Pure: no GPU. The layout may be of an earlier state of the storey; lines are of this one.
PlanMesh plan_mesh(const Storey& storey, const Layout* layout, const PlanLook& look);

}  // namespace trefpunt
