// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace trefpunt {

// What the things on a layer, or in a block, mean for us.
enum class Meaning {
  Ignore, Wall, Glass, Door, Window, Stairs, Lift, Furniture, Seat, SpaceOutline, RoomStamp, Floor,
  Obstacle, Boundary, Text, Unknown
};
std::string_view id_of(Meaning meaning);

// Patterns over folded names (base/text.h), `*` for any run of characters; the first that fits
// decides.
struct LayerMap {
  struct Rule {
    std::string pattern;
    Meaning meaning;
  };
  std::vector<Rule> layers;
  std::vector<Rule> blocks;

  Meaning of_layer(const std::string& name) const;
  Meaning of_block(const std::string& name) const;
};

// Dutch, English and German names, NL/SfB element codes, AIA (A-WALL) and ISO 13567.
const LayerMap& builtin_layer_map();

// {"schema":1,"layers":{"pattern":"wall",...},"blocks":{...}}; its rules go before `base`'s.
Result<LayerMap> parse_layer_map(const std::string& json, const std::string& name,
                                 const LayerMap& base);

}  // namespace trefpunt
