// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "io/wijk_layer.h"
#include "wijk/street.h"

namespace trefpunt {

// The streets of a layer of lines, in the coordinates and the order of the layer, without ids:
// what one may walk along. A line of several parts gives several streets.
struct LayerStreets {
  std::vector<Street> streets;
  int not_walkable = 0;  // lines that were left out: no street, or not for who walks
};
LayerStreets streets_of(const WijkSourceLayer& layer,
                        const std::map<std::string, std::string>& said_columns = {});

}  // namespace trefpunt
