// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "space/access_graph.h"

namespace trefpunt {

// The fewest ways through from any of `start` to each node, never by way of the outside; -1 where
// there is no way.
std::vector<int> steps_from(const AccessGraph& graph, const std::vector<int>& start);

}  // namespace trefpunt
