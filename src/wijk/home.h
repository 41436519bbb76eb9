// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "geom/shapes.h"
#include "wijk/ids.h"

namespace trefpunt {

// An address, or several behind one door.
struct Home {
  HomeId id;
  Point at;  // the door, or the address point
  int dwellings = 1;
  std::optional<double> residents;   // of all its dwellings together, when the source says
  std::optional<bool> shared_space;  // direct access to a space shared with neighbours, as stated
  bool is_planned = false;
  std::string source_key;  // BAG verblijfsobject
  bool operator==(const Home&) const = default;
};

}  // namespace trefpunt
