// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/main_routes.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "measure/clinic.h"

using namespace trefpunt;

namespace {

// Places on the main routes of the lowest storey.
std::vector<Point> routes_of(const Storey& storey) {
  const TestScene plan(storey);
  const std::map<std::string, double> none;
  const Scene scene{plan.building,        plan.layouts,          plan.access, *plan.on_foot,
                    *plan.wheelchair_low, *plan.wheelchair_high, plan.sights, none};
  return main_routes(scene, public_entrances(scene)).places[0];
}

bool less_x(Point a, Point b) {
  return a.x < b.x;
}

}  // namespace

TEST_CASE("Of a room with two doors the one nearest to the entrance is on the main route",
          "[measure]") {
  const std::vector<Point> places = routes_of(
      storey_from_text(R"(
    ###########
    #2........#
    #D#######D#
    #h........#
    #E#########)",
                       {{'2', space("kamer", Use::Bedroom)}, {'h', space("hal", Use::Corridor)}}));
  REQUIRE_FALSE(places.empty());
  CHECK(std::max_element(places.begin(), places.end(), less_x)->x < 3);
}

TEST_CASE("A main route ends at a door that is surely public, not at a nearer unknown one",
          "[measure]") {
  const std::vector<Point> places = routes_of(
      storey_from_text(R"(
    ###########
    #h......#2#
    #.......D.#
    #E####D####)",
                       {{'2', space("kamer", Use::Bedroom)}, {'h', space("hal", Use::Corridor)}}));
  REQUIRE_FALSE(places.empty());
  CHECK(std::min_element(places.begin(), places.end(), less_x)->x < 2);
}

TEST_CASE("A leg that two routes share stands among the main routes once", "[measure]") {
  const std::vector<Point> places = routes_of(clinic());
  for (std::size_t i = 0; i < places.size(); ++i) {
    // Only the ends of legs meet.
    CHECK(std::count(places.begin(), places.end(), places[i]) <= 4);
  }
}
