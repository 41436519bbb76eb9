// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "app/task.h"
#include "measure/wijk_result.h"
#include "street/incremental.h"

namespace trefpunt {

// Values of streets that follow while a vertex is dragged: ready before someone takes hold of it,
// and let go when the wijk is measured anew.
struct LiveHeat {
  std::shared_ptr<const WijkGround> ground;  // of what it is made
  double radius = 0;                         // m
  Task<std::shared_ptr<LiveStreets>> starting;
  std::shared_ptr<LiveStreets> streets;  // null: not ready
  bool is_moved = false;                 // other lengths than the ground has
};

// Makes it ready for these, on a thread; `wake` when it is.
void prepare(LiveHeat& live, std::shared_ptr<const WijkGround> ground, double radius,
             const std::function<void()>& wake);
bool is_busy(const LiveHeat& live);

// The network with every vertex at `from` moved to `to`, junctions included, and what that changes.
// A vertex that comes to lie on another one does not become one with it here.
struct MovedNetwork {
  StreetNetwork network;
  std::vector<StreetChange> changes;
};
MovedNetwork moved_network(const StreetNetwork& network, Point from, Point to);

// Its values now; null: not ready.
const StreetValues* values_after(LiveHeat& live, const std::vector<StreetChange>& changes);

}  // namespace trefpunt
