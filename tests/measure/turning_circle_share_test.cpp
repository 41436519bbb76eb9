// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <cmath>

#include "measure/clinic.h"

using namespace trefpunt;

namespace {

// A lounge of 4 x 3 m, and a group room of 5 x 3 m with a table of 3 x 1 m in its middle.
Storey rooms() {
  return storey_from_text(R"(
    ############
    #1...#2....#
    #....#.%%%.#
    #....#.....#
    ##D####D####
    #c.........#
    ############)",
                          {{'1', space("lounge", Use::Lounge)},
                           {'2', space("groepsruimte", Use::GroupRoom)},
                           {'c', space("gang", Use::Corridor)}});
}

}  // namespace

TEST_CASE("The circle fits beside nothing and not beside the table", "[measure]") {
  const TestScene scene(rooms());
  const Outcome outcome = scene.measure("turning_circle_share");
  CHECK(number(outcome.headline) == Approx(0.5));
  CHECK(objects(outcome.places) == std::vector<std::string>{"S2"});
  // Between a corner of the room and a corner of the table 1 m from both walls:
  // the circle touches both walls and the corner, so sqrt(2) (1 - r) = r: r = 2 - sqrt(2).
  const Value& beside = row(outcome, "S2");
  const double widest = has_number(beside) ? number(beside) : range(beside).high;
  CHECK(widest == Approx(2 * (2 - std::sqrt(2.0))).margin(0.003));  // 1.17 m
  CHECK(number(scene.measure("turning_circle_share", {{"diameter", 1.1}}).headline) == 1);
}

TEST_CASE("A circle that only fits when the door swings out is not certain", "[measure]") {
  const Storey storey = storey_from_text(
      R"(
    ########
    #2.#%..#
    #..#...#
    #D##...#
    #c.O...#
    ########)",
      {{'2', space("kamer", Use::FamilyRoom)}, {'c', space("gang", Use::Corridor)}});
  const Outcome outcome = TestScene(storey).measure("turning_circle_share");
  CHECK(range(outcome.headline).low == 0);
  CHECK(range(outcome.headline).high == 1);
  // The leaf (1 m) sweeps the corner: the circle touches two walls and the leaf's own corner.
  CHECK(range(row(outcome, "S1")).low == Approx(2 * (2 - std::sqrt(2.0))).margin(0.003));
  CHECK(range(row(outcome, "S1")).high == Approx(2.0).margin(0.003));
}

TEST_CASE("Seats stand in the way", "[measure]") {
  const std::map<char, Space> lounge = {{'1', space("lounge", Use::Lounge)}};
  const Outcome outcome = TestScene(storey_from_text("#####\n#1..#\n#.s.#\n#...#\n#####", lounge))
                              .measure("turning_circle_share");
  // Touching two walls and the seat's disc of 0.25 m in the middle:
  // sqrt(2) (1.5 - r) = r + 0.25.
  const double r = (1.5 * std::sqrt(2.0) - 0.25) / (1 + std::sqrt(2.0));
  CHECK(number(row(outcome, "S1")) == Approx(2 * r).margin(0.003));  // 1.55 m
  CHECK(number(outcome.headline) == 1);
}

TEST_CASE("A drawing without furniture only says where the circle never fits", "[measure]") {
  const Storey storey =
      storey_from_text(R"(
    #######
    #1..#2#
    #...#.#
    #######)",
                       {{'1', space("lounge", Use::Lounge)}, {'2', space("nis", Use::ThirdPlace)}});
  const Outcome outcome = TestScene(storey).measure("turning_circle_share");
  CHECK(range(outcome.headline).low == 0);
  CHECK(range(outcome.headline).high == Approx(0.5));
  CHECK(objects(outcome.places) == std::vector<std::string>{"S2"});
}

TEST_CASE("Without meeting rooms there is no turning circle to look for", "[measure]") {
  Storey storey = rooms();
  storey.spaces[0].use = storey.spaces[1].use = Use::Office;
  CHECK(is_not_applicable(TestScene(storey).measure("turning_circle_share").headline));
  storey.spaces[0].use = Use::Unknown;
  CHECK(is_not_computed(TestScene(storey).measure("turning_circle_share").headline));
}
