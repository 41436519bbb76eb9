// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <cmath>

#include "measure/clinic.h"

using namespace trefpunt;

namespace {

// Three rooms and a lounge along a corridor; the middles of their doors lie 4 m apart, the lounge's
// own 8 m beyond the first room's.
Storey ward(Use room = Use::Bedroom, Use lounge = Use::Lounge) {
  return storey_from_text(R"(
    #################
    #1..#2..#4..#3..#
    #...#...#...#...#
    ##D###D###D###D##
    #c..............#
    ########E########)",
                          {{'1', space("kamer 1", room)},
                           {'2', space("kamer 2", room)},
                           {'3', space("kamer 3", room)},
                           {'4', space("lounge", lounge)},
                           {'c', space("gang", Use::Corridor)}});
}

// From 1 mm inside a room over the reveal of its door (1 m deep, 1 m wide) to the nearer corner of
// it on the corridor, straight on to the corner of the next door, and in again.
double along_corridor(double between_middles) {
  return 2 * std::hypot(0.5, 1.001) + between_middles - 1;
}

}  // namespace

TEST_CASE("The distance bends round the door corners and runs along the corridor", "[measure]") {
  const Outcome outcome = TestScene(ward()).measure("room_to_lounge_distance");
  CHECK(number(row(outcome, "S1")) == Approx(along_corridor(8)).epsilon(1e-6));  // 9.24 m
  CHECK(number(row(outcome, "S2")) == Approx(along_corridor(4)).epsilon(1e-6));  // 5.24 m
  CHECK(number(row(outcome, "S3")) == Approx(along_corridor(4)).epsilon(1e-6));
  // Nearest rank: the 3rd of 3 for 90 %, the 2nd for the median.
  CHECK(number(outcome.headline) == Approx(along_corridor(8)).epsilon(1e-6));
  CHECK(number(secondary(outcome, "median")) == Approx(along_corridor(4)).epsilon(1e-6));
  CHECK(is_not_applicable(secondary(outcome, "from_waiting")));
  CHECK(number(secondary(outcome, "from_entrance")) < along_corridor(4));
}

TEST_CASE("A room whose door is too narrow has no way and counts as farthest", "[measure]") {
  Storey storey = ward();
  storey.doors[1].clear_width = 0.8;  // of room S1
  const Outcome outcome = TestScene(std::move(storey)).measure("room_to_lounge_distance");
  CHECK(is_not_computed(row(outcome, "S1")));
  CHECK(is_not_computed(outcome.headline));
  CHECK(number(secondary(outcome, "median")) == Approx(along_corridor(4)).epsilon(1e-6));
  CHECK(objects(outcome.places) == std::vector<std::string>{"S1"});
}

TEST_CASE("Unknown widths leave the distance open but say what it is at best", "[measure]") {
  Storey storey = ward();
  for (Door& door : storey.doors) door.clear_width.reset();
  const Outcome outcome = TestScene(std::move(storey)).measure("room_to_lounge_distance");
  REQUIRE(is_not_computed(outcome.headline));
  CHECK(std::get<NotComputed>(outcome.headline).reason.nl.find("9,2 m") != std::string::npos);
}

TEST_CASE("An unknown way round that is shorter gives two bounds", "[measure]") {
  Storey storey = storey_from_text(R"(
    ###########
    #1...D..4.#
    ##D#####D##
    #c........#
    ###########)",
                                   {{'1', space("kamer", Use::Bedroom)},
                                    {'4', space("lounge", Use::Lounge)},
                                    {'c', space("gang", Use::Corridor)}});
  storey.doors.back().threshold_height.reset();  // straight into the lounge
  const Outcome outcome = TestScene(std::move(storey)).measure("room_to_lounge_distance");
  CHECK(range(outcome.headline).low == Approx(1.002).epsilon(1e-6));
  CHECK(range(outcome.headline).high == Approx(along_corridor(6)).epsilon(1e-6));
}

TEST_CASE("The way into a lounge without a door is the middle of its open side", "[measure]") {
  const Storey storey = storey_from_text(R"(
    #######
    #1....#
    ##D####
    #c..=.#
    #...=4#
    #######)",
                                         {{'1', space("kamer", Use::Bedroom)},
                                          {'4', space("lounge", Use::Lounge)},
                                          {'c', space("gang", Use::Corridor)}});
  const Outcome outcome = TestScene(storey).measure("room_to_lounge_distance");
  // From (2.5, 4.001) round the corner (3, 3) to (4.5, 2).
  const double expected = std::hypot(0.5, 1.001) + std::hypot(1.5, 1.0);
  CHECK(number(outcome.headline) == Approx(expected).epsilon(1e-6));
}

TEST_CASE("Without beds the consulting rooms count, without rooms or lounge nothing", "[measure]") {
  const Outcome practice = TestScene(ward(Use::Consulting)).measure("room_to_lounge_distance");
  CHECK(number(practice.headline) == Approx(along_corridor(8)).epsilon(1e-6));
  CHECK(practice.assumptions.size() == 2);
  CHECK(
      is_not_applicable(TestScene(ward(Use::Office)).measure("room_to_lounge_distance").headline));
  CHECK(is_not_computed(
      TestScene(ward(Use::Bedroom, Use::Office)).measure("room_to_lounge_distance").headline));
}
