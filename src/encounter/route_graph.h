// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "encounter/walk_network.h"

namespace trefpunt {

// What of a network can lie on a way between stations, with chains of links that do not fork taken
// together: small enough to be searched hundreds of times.
struct RouteGraph {
  // A point of ways: a station, or where they cross an edge of the mesh.
  struct Knot {
    Place place;
    Segment across;  // where it may lie
  };
  // A straight part of a way, or stairs or a lift.
  struct Step {
    std::int32_t from = 0, to = 0;         // knots
    std::int32_t storey = -1, space = -1;  // as WalkNetwork::Cell
    double length = 0;                     // m
  };
  // Steps end to end between two junctions, or from a station to one, or between stations.
  struct Arc {
    std::int32_t from = 0, to = 0;      // vertices: stations, then junctions
    std::int32_t first = 0, count = 0;  // into steps, in the order from -> to
  };
  std::vector<Knot> knots;  // stations first
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

// Moves the knots within their edges to where the sum over the arcs of flow x length is about
// least, and updates the lengths. Arcs without flow count a little, so that they are straight too.
void straighten(RouteGraph& graph, const std::vector<double>& flow_of_arc);

// The cheapest ways from one station to others, over no station; `costs` as the arcs, none
// negative. Empty: no way.
std::vector<Way> cheapest_ways(const RouteGraph& graph, const std::vector<double>& costs, int from,
                               const std::vector<int>& to);

}  // namespace trefpunt
