// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/walk_network.h"

#include <algorithm>

#include "base/index.h"
#include "space/links.h"

namespace trefpunt {

namespace {

bool can_be_walked(const Layout& layout, int t) {
  const bool floor = layout.zone[at(t)] == Zone::Floor || layout.zone[at(t)] == Zone::DoorReveal;
  return floor && !layout.is_furniture[at(t)] && !layout.is_cavity[at(t)];
}

bool stops_walkers(EdgeKind kind) {
  return kind == EdgeKind::Wall || kind == EdgeKind::Glass;
}

Segment edge_of(const Mesh& mesh, int t, int edge) {
  return {mesh.at(t, (edge + 1) % 3), mesh.at(t, (edge + 2) % 3)};
}

int space_of(const Layout& layout, int t) {
  const int region = layout.region[at(t)];
  return region < 0 ? -1 : layout.space_of_region[at(region)];
}

// The larger of the spaces around the reveal that holds the triangle; -1: none.
int space_beside_reveal(const Layout& layout, int reveal) {
  std::vector<int> stack{reveal}, seen{reveal};
  int best = -1;
  double area = 0;
  while (!stack.empty()) {
    const int t = stack.back();
    stack.pop_back();
    for (std::size_t i = 0; i < 3; ++i) {
      const Mesh::Triangle& triangle = layout.mesh->triangles[at(t)];
      const int next = triangle.neighbour[i];
      if (next < 0 || stops_walkers(triangle.edge[i]) || !can_be_walked(layout, next)) continue;
      if (layout.zone[at(next)] == Zone::DoorReveal) {
        if (std::find(seen.begin(), seen.end(), next) != seen.end()) continue;
        seen.push_back(next);
        stack.push_back(next);
        continue;
      }
      const int space = space_of(layout, next);
      if (space < 0) continue;
      const double its = layout.area_of_region[at(layout.region[at(next)])];
      if (its > area || (its == area && space < best)) {
        best = space;
        area = its;
      }
    }
  }
  return best;
}

void add_cells(const Layout& layout, int storey, WalkNetwork& network) {
  const int count = static_cast<int>(layout.zone.size());
  std::vector<std::int32_t>& cell_of = network.cell_of_triangle.emplace_back(at(count), -1);
  for (int t = 0; t < count; ++t) {
    if (!can_be_walked(layout, t)) continue;
    cell_of[at(t)] = static_cast<int>(network.cells.size());
    const bool is_reveal = layout.zone[at(t)] == Zone::DoorReveal;
    const int space = is_reveal ? space_beside_reveal(layout, t) : space_of(layout, t);
    network.cells.push_back({storey, space});
  }
}

void add_crossings(const Mesh& mesh, int storey, WalkNetwork& network) {
  const std::vector<std::int32_t>& cell_of = network.cell_of_triangle[at(storey)];
  for (int t = 0; t < static_cast<int>(cell_of.size()); ++t) {
    if (cell_of[at(t)] < 0) continue;
    for (int i = 0; i < 3; ++i) {
      const Mesh::Triangle& triangle = mesh.triangles[at(t)];
      const int next = triangle.neighbour[at(i)];
      if (next < t || cell_of[at(next)] < 0 || stops_walkers(triangle.edge[at(i)])) continue;
      const Segment edge = edge_of(mesh, t, i);
      network.nodes.push_back(
          {storey, middle(edge.a, edge.b), {cell_of[at(t)], cell_of[at(next)]}, edge});
    }
  }
}

// As join_storeys() in space/walk.cpp: between the middles of both footprints.
void add_stairs_and_lifts(const Building& building, const Layouts& layouts, WalkNetwork& network,
                          std::vector<double>& lengths) {
  for (const VerticalLink& pair : vertical_links(building)) {
    const Link& lower = building.storeys[at(pair.lower_storey)]->links[at(pair.lower)];
    const Link& upper = building.storeys[at(pair.lower_storey + 1)]->links[at(pair.upper)];
    const int below = floor_triangle(*layouts[at(pair.lower_storey)], lower);
    const int above = floor_triangle(*layouts[at(pair.lower_storey + 1)], upper);
    if (below < 0 || above < 0) continue;
    const auto add_end = [&](int storey, const Link& link, int t) {
      const Mesh& mesh = *layouts[at(storey)]->mesh;
      const Point centre = label_point({link.footprint, {}});
      const Point end = mesh.locate(centre) == t ? centre : mesh.centre(t);
      const auto between = static_cast<std::int32_t>(network.cells.size());
      const std::int32_t cell = network.cell_of_triangle[at(storey)][at(t)];
      network.nodes.push_back({storey, end, {cell, between}, {end, end}});
    };
    add_end(pair.lower_storey, lower, below);
    add_end(pair.lower_storey + 1, upper, above);
    network.cells.push_back({});
    lengths.push_back(
        lower.kind == LinkKind::Lift ? 0 : lower.walking_length.value_or(kAssumedStairLength));
  }
}

// Offsets into a list that holds the things of owner 0, then those of owner 1, ...
std::vector<std::int32_t> offsets(const std::vector<std::int32_t>& counts) {
  std::vector<std::int32_t> start(counts.size() + 1, 0);
  for (std::size_t i = 0; i < counts.size(); ++i) start[i + 1] = start[i] + counts[i];
  return start;
}

void add_links(const std::vector<double>& lengths, WalkNetwork& network) {
  for (const WalkNetwork::Node& node : network.nodes) {
    for (const std::int32_t cell : node.cells) ++network.cells[at(cell)].count;
  }
  std::int32_t first = 0;
  for (WalkNetwork::Cell& cell : network.cells) {
    cell.first = first;
    first += cell.count;
    cell.count = 0;
  }
  network.nodes_of.resize(at(first));
  for (int n = 0; n < static_cast<int>(network.nodes.size()); ++n) {
    for (const std::int32_t of : network.nodes[at(n)].cells) {
      WalkNetwork::Cell& cell = network.cells[at(of)];
      network.nodes_of[at(cell.first + cell.count++)] = n;
    }
  }
  const int first_between = static_cast<int>(network.cells.size() - lengths.size());
  std::vector<std::int32_t> degree(network.nodes.size(), 0);
  for (int c = 0; c < static_cast<int>(network.cells.size()); ++c) {
    const std::span<const std::int32_t> nodes = network.nodes_in(c);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      for (std::size_t j = i + 1; j < nodes.size(); ++j) {
        const double length = c < first_between ? distance(network.nodes[at(nodes[i])].at,
                                                           network.nodes[at(nodes[j])].at)
                                                : lengths[at(c - first_between)];
        network.links.push_back({nodes[i], nodes[j], c, length});
        ++degree[at(nodes[i])];
        ++degree[at(nodes[j])];
      }
    }
  }
  network.start = offsets(degree);
  network.at.resize(2 * network.links.size());
  std::vector<std::int32_t> next(network.start.begin(), network.start.end() - 1);
  for (int l = 0; l < static_cast<int>(network.links.size()); ++l) {
    network.at[at(next[at(network.links[at(l)].from)]++)] = l;
    network.at[at(next[at(network.links[at(l)].to)]++)] = l;
  }
}

}  // namespace

std::span<const std::int32_t> WalkNetwork::nodes_in(int cell) const {
  const Cell& of = cells[trefpunt::at(cell)];
  return {nodes_of.data() + of.first, trefpunt::at(of.count)};
}

int WalkNetwork::cell_at(const Place& place) const {
  const Mesh& mesh = *meshes[trefpunt::at(place.storey)];
  const std::vector<std::int32_t>& cell_of = cell_of_triangle[trefpunt::at(place.storey)];
  const int t = mesh.locate(place.at);
  if (t < 0) return -1;
  if (cell_of[trefpunt::at(t)] >= 0) return cell_of[trefpunt::at(t)];
  for (int i = 0; i < 3; ++i) {  // on an edge shared with a triangle that can be walked
    const int next = mesh.triangles[trefpunt::at(t)].neighbour[trefpunt::at(i)];
    if (next < 0 || cell_of[trefpunt::at(next)] < 0) continue;
    if (distance(place.at, edge_of(mesh, t, i)) < 1e-6) {
      return cell_of[trefpunt::at(next)];
    }
  }
  return -1;
}

WalkNetwork make_walk_network(const Building& building, const Layouts& layouts) {
  WalkNetwork network;
  for (int s = 0; s < static_cast<int>(layouts.size()); ++s) {
    network.meshes.push_back(layouts[at(s)]->mesh);
    add_cells(*layouts[at(s)], s, network);
    add_crossings(*layouts[at(s)]->mesh, s, network);
  }
  std::vector<double> lengths;  // of stairs and lifts, the last cells
  add_stairs_and_lifts(building, layouts, network, lengths);
  add_links(lengths, network);
  return network;
}

std::size_t memory_of(const WalkNetwork& network) {
  std::size_t bytes = sizeof(WalkNetwork) + network.nodes.size() * sizeof(WalkNetwork::Node) +
                      network.links.size() * sizeof(WalkNetwork::Link) +
                      network.cells.size() * sizeof(WalkNetwork::Cell) +
                      (network.nodes_of.size() + network.start.size() + network.at.size()) * 4;
  for (const auto& cells : network.cell_of_triangle) bytes += cells.size() * 4;
  return bytes;
}

}  // namespace trefpunt
