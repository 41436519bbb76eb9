// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/public_ways.h"

#include <algorithm>

#include "base/index.h"
#include "measure/places.h"

namespace trefpunt {

namespace {

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
    if (entrance.is_public != YesNo::Yes) continue;
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
  bool leads_somewhere = false;
  for (std::size_t n = 0; n < inside.size(); ++n) {
    leads_somewhere = leads_somewhere || (inside[n] && is_goal(space_at(scene, graph.nodes[n])));
  }
  if (!leads_somewhere) return on_way;
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

Value no_public_way(const Scene& scene) {
  bool has_goal = false;
  for (const SpaceRef ref : all_spaces(scene))
    has_goal = has_goal || is_goal(&space_of(scene, ref));
  if (has_goal) {
    return NotComputed{{"Vanaf de ingang is geen ruimte te bereiken waar mensen voor komen.",
                        "No room that people come for can be reached from the entrance."}};
  }
  if (all_uses_known(scene)) {
    return NotApplicable{
        {"De plattegrond heeft geen ruimte waar mensen voor komen: geen "
         "ontmoetingsplek, slaap-, spreek- of behandelkamer of toegankelijk toilet.",
         "The plan has no room that people come for: no meeting place, bedroom, "
         "consulting or treatment room or accessible toilet."}};
  }
  return NotComputed{{"Het is niet bekend voor welke ruimten mensen komen.",
                      "It is not known which rooms people come for."}};
}

}  // namespace trefpunt
