// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "geom/shapes.h"
#include "wijk/ids.h"

namespace trefpunt {

enum class Ground {
  Other,
  Carriageway,
  Parking,
  Cycleway,
  Footway,
  Pedestrian,    // voetgangersgebied
  LivingStreet,  // woonerf
  Square,
  Park,
  Green,  // verge, shrubs, grass that is no park
  Playground,
  Pitch,
  Courtyard,  // hof
  Garden,
  Water
};
const std::vector<Ground>& all_grounds();
std::string_view id_of(Ground ground);                      // "living_street"
std::optional<Ground> ground_from_id(std::string_view id);  // the ids above
const Text& name_of(Ground ground);

// Ground to stay on: pedestrian, living street, square, park, playground, courtyard, garden. An
// assumption that OpenSpace::may_stay overrules.
bool is_to_stay_on(Ground ground);

// A piece of ground that is not built on (BGT, OSM land use, a drawing).
struct OpenSpace {
  OpenSpaceId id;
  Polygon polygon;
  Ground ground = Ground::Other;
  std::string name;
  std::optional<bool> is_public;
  std::optional<bool> may_stay;    // stated; else by ground
  std::optional<bool> is_shared;   // of a group of dwellings (WAC-8c)
  std::optional<bool> user_right;  // residents may use and furnish it (RMO-04)
  bool is_planned = false;
  std::string source_key;
  bool operator==(const OpenSpace&) const = default;
};

// The outline of a building (BAG pand).
struct Footprint {
  FootprintId id;
  Polygon polygon;
  std::optional<double> storeys;
  std::optional<double> floor_area_m2;  // gross, over all storeys
  std::optional<bool> is_residential;   // on the ground floor
  std::optional<int> year_built;
  std::string source_key;
  bool operator==(const Footprint&) const = default;
};

}  // namespace trefpunt
