// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "space/access_graph.h"
#include "space/walk.h"

namespace trefpunt {

// A network of centre lines over the free floor on which walkers can meet: its nodes are the
// middles of the mesh edges that can be crossed (in a corridor these lie on its axis, in a doorway
// in the middle), its links join two of them across one triangle (the chordal axis of the
// triangulation, Prasad 1997), and stairs and lifts. Lengths in metres. Between the middles a way
// wanders; encounter/routes.h pulls the ways that are walked straight.
struct WalkNetwork {
  struct Node {
    std::int32_t storey = 0;
    Point at;
    std::int32_t cells[2] = {-1, -1};  // the two that it joins
    Segment across;                    // the mesh edge; a point for the end of stairs or a lift
  };
  struct Link {
    std::int32_t from = 0, to = 0;  // nodes
    std::int32_t cell = 0;
    double length = 0;  // m
  };
  // A triangle that can be walked, or stairs or a lift. Each pair of its nodes has a link.
  struct Cell {
    std::int32_t storey = -1;  // -1: stairs or lift between storeys
    std::int32_t space = -1;   // index into the storey's spaces; -1: none or between storeys.
                               // A doorway is given to the larger of the spaces it joins.
    std::int32_t first = 0, count = 0;  // nodes_of[first] .. nodes_of[first + count - 1]
  };
  std::vector<Node> nodes;
  std::vector<Link> links;
  std::vector<Cell> cells;
  std::vector<std::int32_t> nodes_of;
  std::vector<std::int32_t> start;  // links of node n: at[start[n]] .. at[start[n + 1] - 1]
  std::vector<std::int32_t> at;

  std::vector<std::shared_ptr<const Mesh>> meshes;          // per storey
  std::vector<std::vector<std::int32_t>> cell_of_triangle;  // per storey; -1: not to be walked

  std::span<const std::int32_t> nodes_in(int cell) const;
  int cell_at(const Place& place) const;  // -1: in a wall, furniture or outside
};

// Any door is open to a walker on foot.
WalkNetwork make_walk_network(const Building& building, const Layouts& layouts);
std::size_t memory_of(const WalkNetwork& network);  // bytes, without the meshes

}  // namespace trefpunt
