// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "plan/building.h"
#include "space/layout.h"

namespace trefpunt {

using Layouts = std::vector<std::shared_ptr<const Layout>>;  // as Building::storeys

// A convex map of the building: spaces are nodes, ways through are edges. Node 0 is the outside.
struct AccessGraph {
  struct Node {
    int storey = -1;  // index into Building::storeys; -1 for the outside
    int space = -1;   // index into that storey's spaces; -1: a floor that no space claims
    int region = -1;  // of the storey's layout
  };
  enum class Via { Door, Passage, Stairs, Lift, Ramp };
  struct Edge {
    int from = 0;
    int to = 0;
    Via via = Via::Door;
    int storey = -1;      // where the door, passage or lower link lies
    int index = -1;       // into that storey's doors or links; for a passage into Layout::passages
    int upper_link = -1;  // index into the links of the storey above, for links
    Point at;             // middle of the way through
  };
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  std::vector<std::vector<int>> edges_of;  // per node, indices into edges
  std::vector<Finding> findings;           // storey without a link, unreachable space

  int node_of(int storey, int space) const;  // -1 when the space has no face
};

AccessGraph make_access_graph(const Building& building, const Layouts& layouts);

// Whether a door to the outside lets the public in: as stated; else, as an assumption, a door of
// an entrance hall or reception that is not locked. Empty: not known.
std::optional<bool> is_public_entrance(const Building& building, const Layouts& layouts, int storey,
                                       int door);

// Nodes reached from `start` over edges that are `open`; indexed by node.
template <typename Open>  // bool(const AccessGraph::Edge&)
std::vector<bool> reached(const AccessGraph& graph, const std::vector<int>& start, Open open) {
  std::vector<bool> seen(graph.nodes.size(), false);
  std::vector<int> stack;
  for (int node : start) {
    if (!seen[node]) stack.push_back(node);
    seen[node] = true;
  }
  while (!stack.empty()) {
    const int node = stack.back();
    stack.pop_back();
    for (int e : graph.edges_of[node]) {
      const AccessGraph::Edge& edge = graph.edges[e];
      const int other = edge.from == node ? edge.to : edge.from;
      if (seen[other] || !open(edge)) continue;
      seen[other] = true;
      stack.push_back(other);
    }
  }
  return seen;
}

}  // namespace trefpunt
