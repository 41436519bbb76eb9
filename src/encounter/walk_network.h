// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "space/access_graph.h"
#include "space/walk.h"

namespace trefpunt {

// A network of centre lines over the free floor on which walkers can meet: its nodes are the
// middles of the mesh edges that can be crossed (in a corridor these lie on its axis, in a doorway
// in the middle), its links join two of them across one triangle (the chordal axis of the
// triangulation), and stairs and lifts. Lengths in metres; slightly longer than the taut strings of
// space/walk.h.
struct WalkNetwork {
  struct Node {
    std::int32_t storey = 0;
    Point at;
  };
  struct Link {
    std::int32_t from = 0, to = 0;  // nodes
    float length = 0;               // m
    std::int32_t storey = -1;       // -1: stairs or lift between storeys
    std::int32_t space = -1;        // index into the storey's spaces; -1: none or between storeys
  };
  std::vector<Node> nodes;
  std::vector<Link> links;
  std::vector<std::int32_t>
      start;  // nodes + 1: links of node n are at[start[n]] .. at[start[n + 1]]
  std::vector<std::int32_t> at;

  // For places: the nodes on the edges of the triangle that holds a point.
  struct Triangle {
    std::int32_t node[3] = {-1, -1, -1};
    std::int32_t space = -1;
  };
  std::vector<std::vector<Triangle>> triangles;  // per storey, as Layout::mesh
};

// Any door is open to a walker on foot.
WalkNetwork make_walk_network(const Building& building, const Layouts& layouts);
std::size_t memory_of(const WalkNetwork& network);

// One way between two stations: the pieces walked from the first to the second.
struct RoutePiece {
  std::int32_t piece = 0;
  bool forward = true;
};
struct Route {
  std::vector<RoutePiece> pieces;
  double length = 0;       // m, from station to station
  double before = 0;       // m from the station to the first piece
  double probability = 1;  // among the routes between the same stations
};

// Links that are always walked together are one piece.
struct Piece {
  double length = 0;         // m
  std::int32_t storey = -1;  // -1: between storeys
  std::int32_t space = -1;
  std::vector<Place> line;  // its corners
};

struct RouteSet {
  std::vector<Piece> pieces;
  std::vector<std::pair<int, int>> pairs;  // stations, first < second
  std::vector<std::vector<Route>> routes;  // per pair, likeliest first; empty: no way
  int find(int one, int other) const;      // index into pairs, -1 when absent or the same station
};

struct RouteOptions {
  double detour = 0.10;  // sigma of the log-normal noise on a piece of floor of 5 m
  int draws = 8;         // ways looked for per pair; equal ones are taken together
  std::uint64_t seed = 1;
};

// The routes for these pairs of stations. Deterministic, whatever the number of threads; the
// noise depends on place and draw alone, so that a change elsewhere changes nothing here.
// Errors: Cancelled.
Result<RouteSet> make_routes(const Building& building, const Layouts& layouts,
                             const WalkNetwork& network, const std::vector<Place>& stations,
                             std::vector<std::pair<int, int>> pairs, const RouteOptions& options,
                             Job& job);
std::size_t memory_of(const RouteSet& routes);

}  // namespace trefpunt
