// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "io/layer_map.h"
#include "plan/building.h"
#include "plan/finding.h"

namespace trefpunt {

// What one reader makes of one file: storeys without ids. Ids, levels that nobody stated, uses and
// the order of storeys are settled once, in plan_reader.cpp, for all formats alike.
struct RawStorey {
  Storey storey;                           // ids 0; unit 0, see unit_of_space
  std::optional<double> level;             // as the file says
  bool keeps_level = false;                // whatever its name speaks of
  std::vector<std::string> unit_of_space;  // as storey.spaces, names; empty: none
  std::vector<Finding> findings;           // of this storey; its name is filled in later
};

// A layer of a drawing, how many things lie on it and what the layer map takes them for.
struct LayerUse {
  std::string name;
  int count = 0;
  Meaning meaning = Meaning::Unknown;
  std::string file;  // filled in by read_plan()
};

struct RawPlan {
  std::string name;  // of the building, when the file says
  std::vector<RawStorey> storeys;
  std::vector<Unit> units;  // what the file says of units as a whole; ids 0
  Placement placement;
  std::vector<LayerUse> layers;  // by name; empty for files without layers
  std::vector<Finding> findings;
};

}  // namespace trefpunt
