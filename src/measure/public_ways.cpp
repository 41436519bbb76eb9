// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/public_ways.h"

#include <algorithm>

namespace trefpunt {

namespace {

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

const Space* space_at(const Scene& scene, const AccessGraph::Node& node) {
  return node.space < 0 ? nullptr
                        : &scene.building.storeys[at(node.storey)]->spaces[at(node.space)];
}

bool is_goal(const Space* space) {
  return space && (is_meeting_place(space->use) || is_private_room(space->use) ||
                   space->use == Use::AccessibleToilet);
}

bool is_never_on_a_way(const Space* space) {
  if (!space) return false;
  switch (space->use) {
    case Use::Storage:
    case Use::Technical:
    case Use::Void:
    case Use::Outdoor:
    case Use::StaffRoom:
      return true;
    default:
      return space->access == Access::Staff && !is_goal(space);
  }
}

}  // namespace

std::vector<bool> public_ways(const Scene& scene, const std::vector<PublicEntrance>& entrances) {
  const AccessGraph& graph = scene.access;
  std::vector<bool> is_entrance_edge(graph.edges.size(), false);
  std::vector<int> start;
  for (const PublicEntrance& entrance : entrances) {
    if (entrance.is_public != Answer::Yes) continue;
    start.push_back(entrance.node);
    for (const int e : graph.edges_of[0]) {
      const AccessGraph::Edge& edge = graph.edges[at(e)];
      is_entrance_edge[at(e)] = is_entrance_edge[at(e)] ||
                                (edge.via == AccessGraph::Via::Door &&
                                 edge.storey == entrance.storey && edge.index == entrance.door);
    }
  }
  const auto is_open = [&](const AccessGraph::Edge& edge) {
    if (edge.from == 0 || edge.to == 0) return false;
    return !is_never_on_a_way(space_at(scene, graph.nodes[at(edge.from)])) &&
           !is_never_on_a_way(space_at(scene, graph.nodes[at(edge.to)]));
  };
  const std::vector<bool> inside = reached(graph, start, is_open);

  std::vector<bool> on_way(graph.edges.size(), false);
  for (std::size_t e = 0; e < on_way.size(); ++e) {
    on_way[e] = is_entrance_edge[e] || (is_open(graph.edges[e]) && inside[at(graph.edges[e].from)]);
  }
  // Dead ends fall off one after another: a node that only one neighbour is joined to.
  const auto is_dead_end = [&](int node) {
    if (node == 0 || is_goal(space_at(scene, graph.nodes[at(node)]))) return false;
    int neighbour = -1;
    for (const int e : graph.edges_of[at(node)]) {
      if (!on_way[at(e)]) continue;
      const int other =
          graph.edges[at(e)].from == node ? graph.edges[at(e)].to : graph.edges[at(e)].from;
      if (neighbour >= 0 && other != neighbour) return false;
      neighbour = other;
    }
    return neighbour >= 0;
  };
  for (bool changed = true; changed;) {
    changed = false;
    for (int n = 1; n < static_cast<int>(graph.nodes.size()); ++n) {
      if (!is_dead_end(n)) continue;
      for (const int e : graph.edges_of[at(n)]) on_way[at(e)] = false;
      changed = true;
    }
  }
  return on_way;
}

}  // namespace trefpunt
