// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "measure/measure.h"
#include "report/drawing_scene.h"
#include "street/network.h"
#include "wijk/wijk.h"

namespace trefpunt {

// Streets drawn wider and lighter the higher their value.
struct StreetColours {
  const StreetNetwork* network = nullptr;
  std::vector<double> per_link;  // NaN: no value
  Text title;                    // with the unit
};

// Areas by a figure that is context: one without a number is hatched, never taken as 0.
struct AreaFigures {
  std::map<std::string, Value> by_code;
  Text title;  // with the unit and the year
  int decimals = 0;
};

// Points to look at.
struct MarkedPoints {
  std::vector<Point> at;
  Text label;
};

struct WijkMapOptions {
  // Nothing: ground, places and furnishings as the layers have them.
  std::variant<std::monostate, StreetColours, AreaFigures, MarkedPoints> shows;
  std::vector<NumberedPoint> numbers;
  bool with_places = true;  // their signs
  Text title;
  Text finding;  // what the map shows, for those who cannot see it
  int width = 1200;
  Lang lang = Lang::Nl;
};

// The wijk with legend, scale bar and north. Buildings, streets and names are the `structure` and
// `words`, the same for every map of one width.
Picture make_wijk_map(const Wijk& wijk, const WijkMapOptions& options);

// One or two letters that stand for a category on the map and in its legend.
Text letters_of(PlaceCategory category);

// What lies in which layer, in a sentence: "135 straten, 4.354 woningen, ...".
Text layers_in_words(const Wijk& wijk);

}  // namespace trefpunt
