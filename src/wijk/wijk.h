// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "wijk/area.h"
#include "wijk/assumptions.h"
#include "wijk/ground.h"
#include "wijk/home.h"
#include "wijk/place.h"
#include "wijk/street.h"

namespace trefpunt {

// The metric system that all coordinates are in: RD New in the Netherlands.
struct WijkCrs {
  std::string code;     // "EPSG:28992"; elsewhere a name such as "UTM 32N (EPSG:32632)"
  double accuracy = 0;  // m, of the transformation into it; 0: the data were in it already
  bool operator==(const WijkCrs&) const = default;
};

// Shared, never changed in place: an edit copies the one layer it touches. Null: nobody gave this
// layer, so nothing is known; empty: it was given and has nothing in it.
template <typename Thing>
using WijkLayer = std::shared_ptr<const std::vector<Thing>>;

// A neighbourhood as its layers state it; nothing derived.
struct Wijk {
  std::string name;
  WijkCrs crs;
  WijkLayer<Street> streets;
  WijkLayer<Home> homes;
  WijkLayer<WijkPlace> places;
  WijkLayer<Furnishing> furnishings;
  WijkLayer<OpenSpace> open_spaces;
  WijkLayer<Footprint> footprints;
  WijkLayer<StatisticalArea> areas;
  double snap_tolerance = 0;     // m, within which ends of streets are one junction
  bool benches_are_all = false;  // the planner states that the benches are complete
  WijkAssumptions assumptions;
};

struct WijkCounters {
  int street = 1, home = 1, place = 1, furnishing = 1, open_space = 1, footprint = 1;
};

Box box_of(const Wijk& wijk);

}  // namespace trefpunt
