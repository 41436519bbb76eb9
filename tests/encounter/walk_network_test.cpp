// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/walk_network.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "encounter/route_plans.h"

using namespace trefpunt;

namespace {

double way(const WalkScene& scene, Place from, Place to) {
  const double there = network_distances(scene.network, from, {to})[0];
  const double back = network_distances(scene.network, to, {from})[0];
  if (std::isfinite(there)) CHECK(back == Approx(there));
  return there;
}

// A corridor of 40 x 2 m with doors on both sides.
const char* const kCorridor = R"(
  ##########################################
  #.....#....#.......#......#.....#........#
  #.....#....#.......#......#.....#........#
  ###D#####D####D######D######D######D######
  #........................................#
  #........................................#
  ####D####D######D#########D######D########
  #......#.......#......#......#...........#
  #......#.......#......#......#...........#
  ##########################################)";

}  // namespace

TEST_CASE("The way along a corridor is as long as the corridor", "[walk_network]") {
  const WalkScene scene(kCorridor);
  CHECK(way(scene, {0, {1.5, 5}}, {0, {40.5, 5}}) == Approx(39).epsilon(0.02));
}

TEST_CASE("A way on the network is at most a little longer than a taut string", "[walk_network]") {
  const WalkScene scene(ring_ward());
  const std::vector<Place> places = ring_ward_stations();
  Job job;
  const auto taut = make_walk_graph(scene.building, scene.layouts, walker(), job);
  double sum = 0;
  for (const Place& from : places) {
    const std::vector<double> exact = walking_distances(*taut, from, places);
    const std::vector<double> ours = network_distances(scene.network, from, places);
    for (std::size_t i = 0; i < places.size(); ++i) {
      CHECK(ours[i] >= exact[i] - 1e-9);
      if (exact[i] > 0) sum += ours[i] / exact[i];
    }
  }
  const double pairs = static_cast<double>(places.size() * (places.size() - 1));
  CHECK(sum / pairs < 1.12);
}

TEST_CASE("A wall in the doorway leaves no way", "[walk_network]") {
  const Place left{0, {1.5, 1.5}}, right{0, {5.5, 1.5}};
  CHECK(std::isfinite(way(WalkScene("#######\n#..D..#\n#######"), left, right)));
  CHECK(std::isinf(way(WalkScene("#######\n#..#..#\n#######"), left, right)));
}

TEST_CASE("A wall drawn as a line stops, of glass as well", "[walk_network]") {
  const Place left{0, {1.5, 1.5}}, right{0, {5.5, 1.5}};
  Storey storey = storey_from_text("#######\n#.....#\n#######");
  CHECK(way(WalkScene(storey), left, right) == Approx(4));
  storey.walls.push_back({WallId{900}, {{3.5, 1}, {3.5, 2}}, false, false, ""});
  CHECK(std::isinf(way(WalkScene(storey), left, right)));
  storey.walls.back().is_glass = true;
  CHECK(std::isinf(way(WalkScene(storey), left, right)));
}

TEST_CASE("A door with a lock is open, and so is a boundary", "[walk_network]") {
  const Place left{0, {1.5, 1.5}}, right{0, {5.5, 1.5}};
  CHECK(way(WalkScene("#######\n#..L..#\n#######"), left, right) == Approx(4));
  CHECK(way(WalkScene("#######\n#..=..#\n#######"), left, right) == Approx(4));
}

TEST_CASE("One walks around furniture", "[walk_network]") {
  const WalkScene free("#########\n#.......#\n#.......#\n#.......#\n#########");
  const WalkScene blocked("#########\n#.......#\n#..%%%..#\n#.......#\n#########");
  const Place left{0, {1.5, 2.5}}, right{0, {7.5, 2.5}};
  const double taut = 3 + 2 * std::hypot(1.5, 0.5);
  CHECK(way(free, left, right) == Approx(6));
  CHECK(way(blocked, left, right) > taut);
  CHECK(way(blocked, left, right) < 1.05 * taut);
  CHECK(std::isinf(way(blocked, left, {0, {4.5, 2.5}})));
}

TEST_CASE("Outside is not walked", "[walk_network]") {
  const WalkScene scene("#####.#####\n#...E.E...#\n#####.#####");
  CHECK(std::isinf(way(scene, {0, {1.5, 1.5}}, {0, {9.5, 1.5}})));
}

TEST_CASE("Between storeys one walks the stairs, or takes a lift that costs nothing",
          "[walk_network]") {
  const char* const stairs = "########\n#......#\n#.....^#\n########";
  const char* const lift = "########\n#......#\n#.....@#\n########";
  const Place low{0, {6.5, 1.5}}, high{1, {6.5, 1.5}};
  const auto tower = [](const char* text, int storeys) {
    std::vector<Storey> all;
    for (int s = 0; s < storeys; ++s) all.push_back(storey_from_text(text, {}, s));
    return WalkScene(std::move(all));
  };
  CHECK(way(tower(stairs, 2), low, high) == Approx(kAssumedStairLength));
  CHECK(way(tower(lift, 2), low, high) == Approx(0).margin(1e-9));
  CHECK(way(tower(lift, 3), low, {2, {6.5, 1.5}}) == Approx(0).margin(1e-9));
  CHECK(way(tower(stairs, 3), low, {2, {6.5, 1.5}}) == Approx(2 * kAssumedStairLength));
}

TEST_CASE("A doorway belongs to the larger of the spaces it joins", "[walk_network]") {
  const WalkScene scene(
      storey_from_text("##########\n#k.D....h#\n##########", {{'k', Space{}}, {'h', Space{}}}));
  const int cell = scene.network.cell_at({0, {3.5, 1.5}});
  REQUIRE(cell >= 0);
  const int hall = scene.network.cell_at({0, {8.2, 1.4}});
  CHECK(scene.network.cells[static_cast<std::size_t>(cell)].space ==
        scene.network.cells[static_cast<std::size_t>(hall)].space);
}

TEST_CASE("A plan that is moved, turned or mirrored has ways as long", "[walk_network]") {
  const Storey ward = crooked_ward();
  const std::vector<Place> places = crooked_ward_stations();
  const WalkScene scene(ward);
  const auto check = [&](const Move& move, bool mirrors) {
    const WalkScene other(moved(ward, move, mirrors));
    const std::vector<Place> there = moved(places, move);
    for (std::size_t i = 0; i < places.size(); ++i) {
      const auto before = network_distances(scene.network, places[i], places);
      const auto after = network_distances(other.network, there[i], there);
      for (std::size_t k = 0; k < places.size(); ++k) {
        CHECK(after[k] == Approx(before[k]).margin(1e-6));
      }
    }
  };
  check([](Point p) { return Point{p.x + 155000.25, p.y + 463000.5}; }, false);
  check([](Point p) { return Point{-p.y, p.x}; }, false);
  check([](Point p) { return Point{-p.x, p.y}; }, true);
}
