// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/text.h"

namespace trefpunt {

// What the things on a layer, or in a block, mean for us.
enum class Meaning {
  Ignore,
  Wall,
  Glass,
  Door,
  Window,
  Stairs,
  Lift,
  Furniture,
  Seat,
  SpaceOutline,
  RoomStamp,
  Floor,
  Obstacle,
  Boundary,
  Text,
  Unknown
};
const std::vector<Meaning>& all_meanings();
std::string_view id_of(Meaning meaning);  // "space_outline"
const Text& name_of(Meaning meaning);     // "omtrek van een ruimte", "outline of a room"

// Whether the name fits the pattern: `*` is any run of characters, `?` one.
bool fits_pattern(std::string_view pattern, std::string_view name);

// Patterns over folded names (base/text.h); the first that fits decides. `*` is any run of
// characters, `?` one. A pattern `#21` is an element code: NL/SfB 21 in front of the name
// ("21_BUITENWANDEN") or in the element field of ISO 13567 ("A-21----E-").
struct LayerMap {
  struct Rule {
    std::string pattern;
    Meaning meaning;
  };
  std::vector<Rule> layers;
  std::vector<Rule> blocks;
  // Layers by their whole name, as the drawing writes it: what someone said of this drawing. It
  // goes before every rule, and before the name of a block that lies on such a layer.
  std::map<std::string, Meaning> said;

  Meaning of_layer(const std::string& name) const;  // Unknown: no rule fits
  Meaning of_block(const std::string& name) const;
};

// Dutch, English and German names, NL/SfB element codes, AIA (A-WALL), ISO 13567 and JuPedSim.
const LayerMap& builtin_layer_map();
// The same as the JSON that parse_layer_map() reads.
std::string_view builtin_layer_map_json();

// {"schema":1,"layers":{"pattern":"wall",...},"blocks":{...}}; its rules, in their order, go before
// `base`'s. Errors: BadInput with line and column, or with the pattern whose meaning is not known;
// Newer for a schema above ours.
Result<LayerMap> parse_layer_map(const std::string& json, const std::string& name,
                                 const LayerMap& base);

}  // namespace trefpunt
