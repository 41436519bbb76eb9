// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "street/distances.h"
#include "wijk/wijk.h"

namespace trefpunt {

// Spacematrix (Berghauser Pont and Haupt) of one area: FSI = floor / ground, GSI = footprint /
// ground, OSR = (1 - GSI) / FSI. Ground is the whole area, water and streets too.
struct GroundFigures {
  double ground_m2 = 0;
  double footprint_m2 = 0;
  double floor_m2 = 0;     // of the buildings whose floors are known
  int buildings = 0;       // with ground in this area
  int floors_missing = 0;  // of those, neither floor area nor storeys stated
  int broken = 0;          // outlines that cross themselves; not counted
  double stay_m2 = 0;      // open ground to stay on (may_stay_on)
  double gsi = 0;
  std::optional<double> fsi;  // empty while floors are missing
  std::optional<double> osr;  // m2 of open ground per m2 of floor; as fsi
  double fsi_at_least = 0;    // each building of unknown floors counted as one storey
};

// Per area. A building or a piece of ground on a border counts for each side with its own part.
// Null layers count as nothing there: who asks looks first.
std::vector<GroundFigures> ground_figures(const Wijk& wijk, const std::vector<int>& areas);

// Stated, else by its ground.
bool may_stay_on(const OpenSpace& space);
// Stated; else public for streets, squares, parks and playgrounds, not known for the rest.
std::optional<bool> is_public(const OpenSpace& space);

// The ways into a piece of ground: footholds of its corners and of points along its edge, at most
// `spacing` m apart, with a street within `reach` m.
std::vector<Start> ways_into(const FootholdFinder& finder, const Polygon& polygon,
                             double spacing = 20, double reach = 25);

// Ground to stay on for each home, m2 per inhabitant: each piece within `radius` m on foot of the
// home gives its area over all inhabitants within `radius` m of it (two-step floating catchment
// area; Luo and Wang 2003). Public ground only. Empty where a home has no foothold, or where
// someone who shares the ground lives at a home whose residents are not known.
std::vector<std::optional<double>> stay_ground_per_inhabitant(
    const Wijk& wijk, const StreetNetwork& network,
    const std::vector<std::optional<Foothold>>& homes,
    const std::vector<std::optional<double>>& residents, double radius);

}  // namespace trefpunt
