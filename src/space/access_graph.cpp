// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/access_graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/index.h"
#include "space/layout_findings.h"
#include "space/links.h"

namespace trefpunt {

namespace {

struct Builder {
  const Building& building;
  const Layouts& layouts;
  AccessGraph graph;
  std::vector<std::map<int, int>> node_of_region;  // per storey

  void add_nodes() {
    graph.nodes.push_back({});
    for (int s = 0; s < static_cast<int>(layouts.size()); ++s) {
      const Layout& layout = *layouts[at(s)];
      std::vector<bool> is_cavity(layout.area_of_region.size(), false);
      for (std::size_t t = 0; t < layout.region.size(); ++t) {
        if (layout.is_cavity[t]) is_cavity[at(layout.region[t])] = true;
      }
      node_of_region.emplace_back();
      for (int r = 0; r < static_cast<int>(layout.area_of_region.size()); ++r) {
        if (is_cavity[at(r)]) continue;
        node_of_region.back()[r] = static_cast<int>(graph.nodes.size());
        graph.nodes.push_back({s, layout.space_of_region[at(r)], r});
      }
    }
    graph.edges_of.resize(graph.nodes.size());
  }

  int node(int storey, int region) const {
    const auto found = node_of_region[at(storey)].find(region);
    return found == node_of_region[at(storey)].end() ? -1 : found->second;
  }

  void add_edge(AccessGraph::Edge edge) {
    if (edge.from < 0 || edge.to < 0 || edge.from == edge.to) return;
    const int index = static_cast<int>(graph.edges.size());
    graph.edges_of[at(edge.from)].push_back(index);
    graph.edges_of[at(edge.to)].push_back(index);
    graph.edges.push_back(edge);
  }

  void add_doors_and_passages(int s) {
    const Layout& layout = *layouts[at(s)];
    const Storey& storey = *building.storeys[at(s)];
    const auto side_node = [&](const DoorSides::Side& side) {
      return side.is_outside ? 0 : side.region < 0 ? -1 : node(s, side.region);
    };
    for (int d = 0; d < static_cast<int>(layout.doors.size()); ++d) {
      const DoorSides& sides = layout.doors[at(d)];
      const Door& door = storey.doors[at(d)];
      add_edge({side_node(sides.left), side_node(sides.right), AccessGraph::Via::Door, s, d, -1,
                middle(door.a, door.b)});
    }
    for (int p = 0; p < static_cast<int>(layout.passages.size()); ++p) {
      const Passage& passage = layout.passages[at(p)];
      add_edge({node(s, passage.from_region), node(s, passage.to_region), AccessGraph::Via::Passage,
                s, p, -1, middle(passage.along.a, passage.along.b)});
    }
  }

  int node_at(int storey, const Link& link) const {
    const int t = floor_triangle(*layouts[at(storey)], link);
    return t < 0 ? -1 : node(storey, layouts[at(storey)]->region[at(t)]);
  }

  void add_links() {
    for (const VerticalLink& pair : vertical_links(building)) {
      const Link& lower = building.storeys[at(pair.lower_storey)]->links[at(pair.lower)];
      const Link& upper = building.storeys[at(pair.lower_storey + 1)]->links[at(pair.upper)];
      const AccessGraph::Via via = lower.kind == LinkKind::Lift     ? AccessGraph::Via::Lift
                                   : lower.kind == LinkKind::Stairs ? AccessGraph::Via::Stairs
                                                                    : AccessGraph::Via::Ramp;
      add_edge({node_at(pair.lower_storey, lower), node_at(pair.lower_storey + 1, upper), via,
                pair.lower_storey, pair.lower, pair.upper, label_point({lower.footprint, {}})});
    }
  }

  void report() {
    const std::size_t storeys = building.storeys.size();
    std::vector<bool> linked(storeys, false);
    for (const AccessGraph::Edge& edge : graph.edges) {
      if (edge.via == AccessGraph::Via::Door || edge.via == AccessGraph::Via::Passage) continue;
      linked[at(edge.storey)] = linked[at(edge.storey + 1)] = true;
    }
    for (std::size_t s = 0; s < storeys && storeys > 1; ++s) {
      if (linked[s]) continue;
      const Storey& storey = *building.storeys[s];
      graph.findings.push_back(
          {finding::kStoreyWithoutLink,
           Severity::Warning,
           {fmt::format(
                "Verdieping {} is met geen trap, lift of hellingbaan aan een andere verbonden.",
                storey.name),
            fmt::format("Storey {} is joined to no other by stairs, lift or ramp.", storey.name)},
           storey.name,
           to_string(storey.id),
           std::nullopt});
    }
    report_unreachable(linked);
  }

  // Not joined to the outside; without any way out, not joined to the largest part.
  void report_unreachable(const std::vector<bool>& linked) {
    int start = 0;
    if (graph.edges_of[0].empty()) {
      std::size_t most = 0;
      std::vector<bool> done(graph.nodes.size(), false);
      for (int n = 1; n < static_cast<int>(graph.nodes.size()); ++n) {
        if (done[at(n)]) continue;
        const std::vector<bool> seen =
            reached(graph, {n}, [](const AccessGraph::Edge&) { return true; });
        const auto count = static_cast<std::size_t>(std::count(seen.begin(), seen.end(), true));
        for (std::size_t k = 0; k < seen.size(); ++k) done[k] = done[k] || seen[k];
        if (count > most) {
          most = count;
          start = n;
        }
      }
    }
    const std::vector<bool> seen =
        reached(graph, {start}, [](const AccessGraph::Edge&) { return true; });
    for (std::size_t n = 1; n < graph.nodes.size(); ++n) {
      const AccessGraph::Node& here = graph.nodes[n];
      // A space without any door and a storey without a link have findings of their own.
      if (seen[n] || here.space < 0 || graph.edges_of[n].empty()) continue;
      if (building.storeys.size() > 1 && !linked[at(here.storey)]) continue;
      const Storey& storey = *building.storeys[at(here.storey)];
      const Space& space = storey.spaces[at(here.space)];
      if (space.use == Use::Void || space.use == Use::Outdoor) continue;
      graph.findings.push_back(
          {finding::kUnreachableSpace,
           Severity::Warning,
           {fmt::format("Ruimte {} is vanaf buiten niet te bereiken.", label_of(space)),
            fmt::format("Space {} cannot be reached from outside.", label_of(space))},
           storey.name,
           to_string(space.id),
           space.anchor});
    }
  }
};

}  // namespace

int AccessGraph::node_of(int storey, int space) const {
  for (int n = 1; n < static_cast<int>(nodes.size()); ++n) {
    if (nodes[at(n)].storey == storey && nodes[at(n)].space == space) return n;
  }
  return -1;
}

AccessGraph make_access_graph(const Building& building, const Layouts& layouts) {
  Builder builder{building, layouts, {}, {}};
  builder.add_nodes();
  for (int s = 0; s < static_cast<int>(layouts.size()); ++s) builder.add_doors_and_passages(s);
  builder.add_links();
  builder.report();
  return std::move(builder.graph);
}

std::optional<bool> is_public_entrance(const Building& building, const Layouts& layouts, int storey,
                                       int door) {
  const Door& what = building.storeys[at(storey)]->doors[at(door)];
  const DoorSides& sides = layouts[at(storey)]->doors[at(door)];
  if (!sides.left.is_outside && !sides.right.is_outside) return false;
  if (what.entrance == Entrance::Public) return true;
  if (what.entrance != Entrance::Unknown) return false;
  if (what.lock == Lock::Controlled) return false;
  const std::optional<SpaceId> inside = sides.left.space ? sides.left.space : sides.right.space;
  if (!inside) return std::nullopt;
  for (const Space& space : building.storeys[at(storey)]->spaces) {
    if (space.id != *inside) continue;
    if (space.access == Access::Staff) return false;
    if (space.use == Use::Entrance || space.use == Use::Reception) return true;
  }
  return std::nullopt;
}

}  // namespace trefpunt
