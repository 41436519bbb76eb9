// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/text.h"
#include "io/wijk_layer.h"

namespace trefpunt {

// What a layer or a table is taken for.
enum class WijkMeaning {
  Ignore,
  Streets,
  Homes,
  Places,
  Furnishings,
  OpenSpaces,
  Footprints,
  Areas,
  KeyFigures,  // a table of figures, joined to areas by code
  Loneliness,  // table 50120NED, joined by code
  Tags,        // each thing says by its OpenStreetMap tags what it is
  Unknown
};
std::string_view id_of(WijkMeaning meaning);  // "open_spaces"
const Text& name_of(WijkMeaning meaning);

// What someone says of the layers; it goes before everything that is recognised.
struct WijkMap {
  std::vector<std::pair<std::string, WijkMeaning>> layers;  // pattern of a name; first that fits
  std::map<std::string, std::string> columns;               // role -> name of a column
};

// {"schema":1,"layers":{"pattern":"streets|homes|places|furnishings|open_spaces|footprints|areas|
// key_figures|loneliness|tags|ignore"},"columns":{"role":"name"}}. Errors: BadInput with what is
// wrong, Newer.
Result<WijkMap> parse_wijk_map(const std::string& json, const std::string& name);

// A row of the mapping sheet.
struct LayerMapping {
  std::string file, layer;
  WijkMeaning meaning = WijkMeaning::Unknown;
  bool is_said = false;             // by the map, not recognised
  int count = 0;                    // features or rows
  std::map<std::string, int> made;  // "streets" -> how many things came of it
  // Role and column as written, of the roles that this meaning reads.
  std::vector<std::pair<std::string, std::string>> columns;
};

// By the shape of its features, its columns and its name; by its format never.
LayerMapping mapping_of(const WijkSourceLayer& layer, const WijkMap& map);

}  // namespace trefpunt
