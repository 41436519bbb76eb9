// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>

#include "io/wijk_layer.h"
#include "wijk/street.h"

namespace trefpunt {

// What a line says of itself, by its columns: those of OpenStreetMap (also as exported by others),
// of the NWB, of our own files. A column that is not there says nothing.
struct StreetTags {
  bool may_walk = true;
  StreetKind kind = StreetKind::Unknown;
  std::string name, key;
  std::optional<bool> wheelchair;
  std::optional<double> width;  // m
  bool is_bridge = false, is_tunnel = false, is_planned = false;
};

// Reads the columns of one layer. `said`: the role of a column ("street", "name", "width",
// "wheelchair", "bridge", "tunnel", "planned", "key") and its name, where someone stated it.
class StreetColumns {
 public:
  StreetColumns(const WijkSourceLayer& layer, const std::map<std::string, std::string>& said);

  // docs/streets.md has the rules.
  StreetTags read(const WijkFeature& feature) const;
  // Whether there is a column that tells a street from another line.
  bool know_streets() const { return kind_ >= 0 || road_owner_ >= 0; }

 private:
  const WijkSourceLayer& layer_;
  int kind_, name_, width_, wheelchair_, bridge_, tunnel_, planned_, key_;
  int foot_, access_, sidewalk_, motorroad_, area_;  // OpenStreetMap
  int road_part_, road_owner_;                       // NWB
};

}  // namespace trefpunt
