// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "encounter/walk_network.h"

namespace trefpunt {

// What of a network can lie on a way between stations, with chains of links that do not fork taken
// together: small enough to be searched hundreds of times.
struct RouteGraph {
  // A straight part of a way, its ends places of one cell (of two storeys for stairs and lifts).
  struct Step {
    Place from, to;
    double length = 0;  // m
    std::int32_t cell = 0;
  };
  // Steps end to end between two junctions, or from a station to one, or between stations.
  struct Arc {
    std::int32_t from = 0, to = 0;      // vertices: stations, then junctions
    std::int32_t first = 0, count = 0;  // into steps, in the order from -> to
  };
  std::vector<Step> steps;
  std::vector<Arc> arcs;
  std::vector<std::int32_t> start;  // arcs of vertex v: at[start[v]] .. at[start[v + 1] - 1]
  std::vector<std::int32_t> at;
  std::int32_t stations = 0;

  int vertices() const { return static_cast<int>(start.size()) - 1; }
};

RouteGraph make_route_graph(const WalkNetwork& network, const std::vector<Place>& stations);

// An arc, and whether it is walked from its first end.
struct WalkedArc {
  std::int32_t arc = 0;
  bool forward = true;
  auto operator<=>(const WalkedArc&) const = default;
};
using Way = std::vector<WalkedArc>;

// The cheapest ways from one station to others, over no station; `costs` as the arcs, none
// negative. Empty: no way.
std::vector<Way> cheapest_ways(const RouteGraph& graph, const std::vector<double>& costs, int from,
                               const std::vector<int>& to);

}  // namespace trefpunt
