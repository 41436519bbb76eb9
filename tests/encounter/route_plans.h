// SPDX-License-Identifier: GPL-3.0-or-later
// Plans to walk on, for the tests of this folder.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
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

// Rooms around a corridor in which no four corners lie on one circle, so that there is one
// triangulation only.
inline Storey crooked_ward() {
  Storey storey;
  int id = 0;
  const auto wall = [&](std::vector<Point> points, bool closed = false) {
    storey.walls.push_back({WallId{++id}, std::move(points), closed, false, ""});
  };
  const auto door = [&](Point a, Point b) {
    Door made;
    made.id = DoorId{++id};
    made.a = a;
    made.b = b;
    storey.doors.push_back(made);
  };
  const auto thing = [&](Ring ring) {
    Furniture made;
    made.id = FurnitureId{++id};
    made.ring = std::move(ring);
    storey.furniture.push_back(made);
  };
  const Point a{-0.1, 4.13}, b{20.05, 4.41}, c{19.95, 6.32}, d{-0.23, 6.05}, r{9.31, 0.17};
  const Point p1{4.02, 4.17}, p2{4.95, 4.21}, s{9.15, 4.11}, p3{13.1, 4.02}, p4{14.03, 4.07};
  const Point q1{8.11, 6.02}, q2{9.02, 6.11}, t1{9.28, 1.52}, t2{9.21, 2.37};
  wall({{0, 0}, r, {20.3, 0.4}, b, c, {19.8, 10.1}, {-0.3, 9.6}, d, a}, true);
  wall({a, p1});
  door(p1, p2);
  wall({p2, s, p3});
  door(p3, p4);
  wall({p4, b});
  wall({d, q1});
  door(q1, q2);
  wall({q2, c});
  wall({r, t1});
  door(t1, t2);
  wall({t2, s});
  thing({{2.1, 1.3}, {3.6, 1.4}, {3.5, 2.2}, {2.2, 2.3}});
  thing({{11.2, 7.1}, {12.9, 7.4}, {12.6, 8.2}, {11.1, 8.3}});
  for (const Point anchor : {Point{1, 1}, Point{15, 2}, Point{10, 5.1}, Point{3, 8}}) {
    Space space;
    space.id = SpaceId{++id};
    space.anchor = anchor;
    storey.spaces.push_back(space);
  }
  return storey;
}
inline std::vector<Place> crooked_ward_stations() {
  return {{0, {1.2, 0.9}}, {0, {6.9, 1.8}}, {0, {16.3, 1.9}},
          {0, {1.1, 5.2}}, {0, {3.3, 8.1}}, {0, {17.7, 8.4}}};
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
