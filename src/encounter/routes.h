// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "encounter/walk_network.h"

namespace trefpunt {

// One way between two stations: the pieces walked from the first to the second, end to end.
struct RoutePiece {
  std::int32_t piece = 0;
  bool forward = true;
  double start = 0;  // m from the first station to where the piece begins
};
struct Route {
  std::vector<RoutePiece> pieces;  // none twice
  double length = 0;               // m, from station to station: the sum of the pieces
  double probability = 1;          // among the routes between the same stations
};

// Links that are always walked together, in one space, are one piece. A route that uses a piece
// uses all of it. From a station to the network a piece is a straight line.
struct Piece {
  double length = 0;         // m
  std::int32_t storey = -1;  // -1: between storeys
  std::int32_t space = -1;   // as WalkNetwork::Cell::space
  std::vector<Place> line;   // its corners
};

struct RouteSet {
  std::vector<Piece> pieces;               // by storey and space
  std::vector<std::pair<int, int>> pairs;  // stations, first < second; sorted
  std::vector<std::vector<Route>> routes;  // per pair, likeliest first; empty: no way
  int find(int one, int other) const;      // index into pairs, -1 when absent or the same station
};

struct RouteOptions {
  double detour = 0.10;  // sigma of the log-normal noise on a piece of floor of 5 m
  int draws = 8;         // ways looked for per pair; equal ones are taken together
  std::uint64_t seed = 1;
  int threads = 0;  // 0: as many as there are; any number gives the same result
};

// What a link of a draw costs for each of its metres: exp(detour N), where N is a standard normal
// number of the storey, the square of 5 m that holds the link's middle and the draw alone, so that
// a change elsewhere changes nothing here. Draw 0 is without noise: 1.
double detour_factor(const Place& middle, int draw, const RouteOptions& options);

// The routes for these pairs of stations (in any order, doubles taken once): in each draw the
// cheapest way. Where ways cross a mesh edge they share one point of it, such that all ways
// together are as short as can be (0.25 m from corners). Deterministic, whatever the number of
// threads. Errors: Cancelled.
Result<RouteSet> make_routes(const WalkNetwork& network, const std::vector<Place>& stations,
                             std::vector<std::pair<int, int>> pairs, const RouteOptions& options,
                             Job& job);
std::size_t memory_of(const RouteSet& routes);  // bytes

// Lengths in metres of the routes without detours from one place to each other; infinity when
// there is no way. A little longer than the taut strings of space/walk.h.
std::vector<double> network_distances(const WalkNetwork& network, const Place& from,
                                      const std::vector<Place>& to);

// A longest run of pieces that two routes share.
struct SharedStretch {
  double start_a = 0, start_b = 0;  // m from the first station of each route; where the stretch
                                    // begins for who walks the route from its first station
  double length = 0;                // m
  bool same_direction = true;
  std::int32_t first_piece = 0;  // in the order of a
};
// In the order of a. Both routes are of this set.
std::vector<SharedStretch> shared_stretches(const RouteSet& routes, const Route& a, const Route& b);

}  // namespace trefpunt
