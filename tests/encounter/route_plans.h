// SPDX-License-Identifier: GPL-3.0-or-later
// Plans to walk on, for the tests of this folder.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <string_view>

#include "encounter/routes.h"
#include "support/storey_from_text.h"

namespace trefpunt {

struct WalkScene {
  explicit WalkScene(std::vector<Storey> storeys) {
    for (Storey& storey : storeys) {
      building.storeys.push_back(std::make_shared<const Storey>(std::move(storey)));
    }
    Job job;
    for (const auto& storey : building.storeys) {
      Result<Layout> layout = make_layout(*storey, {}, job);
      REQUIRE(layout);
      layouts.push_back(std::make_shared<const Layout>(*std::move(layout)));
    }
    network = make_walk_network(building, layouts);
  }
  explicit WalkScene(Storey storey) : WalkScene(std::vector<Storey>{std::move(storey)}) {}
  explicit WalkScene(std::string_view text) : WalkScene(storey_from_text(text)) {}

  RouteSet routes(const std::vector<Place>& stations, std::vector<std::pair<int, int>> pairs,
                  const RouteOptions& options = {}) const {
    Job job;
    Result<RouteSet> made = make_routes(network, stations, std::move(pairs), options, job);
    REQUIRE(made);
    return *std::move(made);
  }

  Building building;
  Layouts layouts;
  WalkNetwork network;
};

using Move = std::function<Point(Point)>;

// All that is drawn, moved; a mirrored ring is turned so that it keeps its sense.
inline Storey moved(Storey storey, const Move& move, bool mirrors = false) {
  const auto line = [&](std::vector<Point>& points) {
    for (Point& p : points) p = snap(move(p));
  };
  const auto ring = [&](Ring& points) {
    line(points);
    if (mirrors) std::reverse(points.begin(), points.end());
  };
  for (Space& space : storey.spaces) space.anchor = snap(move(space.anchor));
  for (Wall& wall : storey.walls) ring(wall.points);
  for (Door& door : storey.doors) {
    door.a = snap(move(door.a));
    door.b = snap(move(door.b));
    line(door.footprint);
  }
  for (Seat& seat : storey.seats) seat.at = snap(move(seat.at));
  for (Furniture& thing : storey.furniture) ring(thing.ring);
  for (Link& link : storey.links) ring(link.footprint);
  for (Boundary& boundary : storey.boundaries) line(boundary.points);
  return storey;
}
inline std::vector<Place> moved(std::vector<Place> places, const Move& move) {
  for (Place& place : places) place.at = snap(move(place.at));
  return places;
}

// Rows and columns of all widths: hardly any four corners of a plan of squares lie on one circle
// any more, so that its triangulation is the only one.
inline Point uneven(Point p) {
  return {p.x + 0.29 * std::sin(1.7 * p.x + 0.3), p.y + 0.23 * std::sin(1.3 * p.y + 1.1)};
}

// Two corridors, three ways between them, rooms on both sides and a lounge in the middle. No two
// ways between stations are of one length.
inline Storey ring_ward() {
  return storey_from_text(R"(
    ####################
    #.....#......#.....#
    #.....D......D.....#
    #.....#......#.....#
    #D########D#######D#
    #..................#
    #.#####.##########.#
    #.#...#.#........#.#
    #.#...#.D........#.#
    #.#...#.#........#.#
    #.#####.##########.#
    #..................#
    ###D####D#####D##D##
    #....#.....#....#..#
    #....#.....#....#..#
    ####################)");
}
inline std::vector<Place> ring_ward_stations() {
  return {{0, {2.6, 14.3}}, {0, {9.3, 13.6}}, {0, {16.4, 14.7}}, {0, {10.3, 7.4}},
          {0, {2.2, 1.7}},  {0, {8.4, 2.3}},  {0, {13.3, 1.4}},  {0, {17.3, 1.6}}};
}
inline std::vector<std::pair<int, int>> all_pairs(int stations) {
  std::vector<std::pair<int, int>> pairs;
  for (int a = 0; a < stations; ++a) {
    for (int b = a + 1; b < stations; ++b) pairs.emplace_back(a, b);
  }
  return pairs;
}

}  // namespace trefpunt
