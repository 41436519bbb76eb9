// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "plan/storey.h"

namespace trefpunt {

// A ward, practice or department: whom a meeting place is for.
struct Unit {
  UnitId id;
  std::string name;
  std::string kind;  // as stated: "verpleegafdeling", "huisartsen"; may be empty
  std::optional<int> beds;
  std::optional<bool> is_overnight;
};

// Where the plan's origin lies in the CRS of a wijk, and how far the plan is turned around it.
struct WijkPosition {
  Point at;
  double angle = 0;  // radians, counter-clockwise
  bool operator==(const WijkPosition&) const = default;
};

// Where the plan's own coordinates come from.
struct Placement {
  std::string crs;             // "EPSG:28992", or empty: a drawing without a place in the world
  double accuracy = 0;         // m, of the transformation into crs; 0 when there was none
  double metres_per_unit = 1;  // the drawing's unit
  std::optional<WijkPosition> in_wijk;  // empty: where its own coordinates say, if they have a crs
};

// One plan: storeys from low to high. A storey is shared, never changed in place.
struct Building {
  std::string name;
  std::vector<std::shared_ptr<const Storey>> storeys;
  std::vector<Unit> units;
  Placement placement;
};

// Beds of the whole plan: the units' where stated, else the spaces' where every bedroom states
// them; empty when not known. 0 is said only when no bedroom exists and no unit has beds.
std::optional<int> beds_of(const Building& building);

// Units in which people sleep: stated, or because they have a bedroom.
std::vector<UnitId> overnight_units(const Building& building);

}  // namespace trefpunt
