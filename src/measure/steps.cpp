// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/steps.h"

#include <queue>

namespace trefpunt {

std::vector<int> steps_from(const AccessGraph& graph, const std::vector<int>& start) {
  std::vector<int> steps(graph.nodes.size(), -1);
  std::queue<int> next;
  for (const int node : start) {
    if (steps[static_cast<std::size_t>(node)] == 0) continue;
    steps[static_cast<std::size_t>(node)] = 0;
    next.push(node);
  }
  while (!next.empty()) {
    const int node = next.front();
    next.pop();
    for (const int e : graph.edges_of[static_cast<std::size_t>(node)]) {
      const AccessGraph::Edge& edge = graph.edges[static_cast<std::size_t>(e)];
      const int other = edge.from == node ? edge.to : edge.from;
      int& there = steps[static_cast<std::size_t>(other)];
      if (other == 0 || there >= 0) continue;
      there = steps[static_cast<std::size_t>(node)] + 1;
      next.push(other);
    }
  }
  return steps;
}

}  // namespace trefpunt
