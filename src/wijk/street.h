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

enum class StreetKind {
  Unknown,  // a plain line without tags: taken to be walkable
  Footway,
  Path,
  Pedestrian,
  LivingStreet,
  Residential,
  Service,
  Cycleway,
  Road,
  Steps
};
const std::vector<StreetKind>& all_street_kinds();
std::string_view id_of(StreetKind kind);                             // "living_street"
std::optional<StreetKind> street_kind_from_id(std::string_view id);  // the ids above
const Text& name_of(StreetKind kind);                                // "woonerf", "living street"

// A line that people walk along, as the source draws it. It may cross others without meeting them:
// only equal coordinates are a junction (street/network.h).
struct Street {
  StreetId id;
  Line line;  // at least two different points
  StreetKind kind = StreetKind::Unknown;
  std::string name;
  std::optional<bool> wheelchair;  // as stated
  std::optional<double> width;     // m, as stated
  bool is_bridge = false;
  bool is_tunnel = false;
  bool is_planned = false;
  std::string source_key;  // OSM way, NWB wegvak
  bool operator==(const Street&) const = default;
};

}  // namespace trefpunt
