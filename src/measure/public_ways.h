// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "measure/entrances.h"

namespace trefpunt {

// Which edges of the access graph lie on a way from a public entrance to a room that people come
// for: a meeting place, a private room or an accessible toilet. Dead ends without such a room and
// all storage, technical rooms, shafts, staff spaces and outdoor spaces are left out; any loop
// that remains counts as a way. Indexed by edge.
// Empty of ways when no such room can be reached.
std::vector<bool> public_ways(const Scene& scene, const std::vector<PublicEntrance>& entrances);

// Why there is nothing to measure when no edge is on a way.
Value no_public_way(const Scene& scene);

}  // namespace trefpunt
