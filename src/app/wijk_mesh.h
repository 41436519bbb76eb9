// SPDX-License-Identifier: GPL-3.0-or-later
// The layers of a wijk as triangles, one mesh each, so that an edit remakes only what it touched.
// Pure: no GPU. A layer that nobody gave is an empty mesh. Widths are those at kMapScale.
#pragma once

#include <vector>

#include "app/plan_mesh.h"
#include "street/network.h"
#include "wijk/wijk.h"

namespace trefpunt {

PlanMesh areas_mesh(const std::vector<StatisticalArea>& areas);
// Water apart from the rest, so that it can be shown apart.
PlanMesh ground_mesh(const std::vector<OpenSpace>& spaces, bool is_of_water);
PlanMesh footprints_mesh(const std::vector<Footprint>& footprints);
PlanMesh streets_mesh(const std::vector<Street>& streets);

// `is_missing`: per home, empty when nothing is asked; a missing one is a larger diamond.
PlanMesh homes_mesh(const std::vector<Home>& homes, const std::vector<bool>& is_missing);

// Streets in classes: darker is less, and broader is more. -1: no value.
struct LinkClasses {
  std::vector<int> of_link;
  bool is_stale = false;
};
PlanMesh heat_mesh(const StreetNetwork& network, const LinkClasses& classes);
// Px at kMapScale; a class lower is narrower.
double heat_width(int class_index);

// What can be walked to, over the streets.
PlanMesh reach_mesh(const std::vector<Line>& pieces);

}  // namespace trefpunt
