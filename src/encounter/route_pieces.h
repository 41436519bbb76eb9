// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "encounter/route_graph.h"
#include "encounter/routes.h"

namespace trefpunt {

struct WeightedWay {
  Way way;
  double probability = 0;
};

// Fills the pieces and routes of the set: the arcs that all these ways walk together, cut where a
// space begins. `ways` as RouteSet::pairs; none of them empty.
void cut_into_pieces(const RouteGraph& graph, const std::vector<std::vector<WeightedWay>>& ways,
                     RouteSet& set);

}  // namespace trefpunt
