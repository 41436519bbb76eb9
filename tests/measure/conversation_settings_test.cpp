// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "measure/clinic.h"

using namespace trefpunt;

namespace {

// A lounge of 7 x 3 m with a side room of its own; the route to the consulting room runs along the
// hall below. Two seats stand 1 m apart in the far corner, more than 3 m from the route.
Storey lounge(const char* rows) {
  return storey_from_text(rows, {{'1', space("lounge", Use::Lounge)},
                                 {'2', space("spreekkamer", Use::Consulting)},
                                 {'h', space("hal", Use::Corridor)}});
}

const char* const kCorner = R"(
    ############
    #.......#ss#
    #1.........#
    ###O########
    Eh.........#
    #########D##
    ########2..#
    ############)";

}  // namespace

TEST_CASE("Two seats in a corner away from the route are a setting", "[measure]") {
  const TestScene scene(lounge(R"(
    ##########
    #ss......#
    #........#
    #........#
    #........#
    #1.......#
    ########O#
    Eh.......#
    #######D##
    #####2...#
    ##########)"));
  const Outcome outcome = scene.measure("conversation_settings");
  CHECK(number(outcome.headline) == 1);
  CHECK(number(row(outcome, "S1")) == 1);
  CHECK(number(secondary(outcome, "seat_groups")) == 1);
  CHECK(number(secondary(outcome, "settings")) == 1);
  CHECK(outcome.places.empty());

  SECTION("not when the route may be no nearer than the whole lounge is long") {
    CHECK(number(scene.measure("conversation_settings", {{"route_distance", 12}}).headline) == 0);
  }
  SECTION("not when less floor may be in view than the lounge has") {
    const Outcome strict = scene.measure("conversation_settings", {{"view", 20}});
    CHECK(number(strict.headline) == 0);
    CHECK(objects(strict.places) == std::vector<std::string>{"S1"});
    CHECK(number(secondary(strict, "seat_groups")) == 1);
  }
  SECTION("not when seats that far apart are two single ones") {
    const Outcome apart = scene.measure("conversation_settings", {{"gap", 0.9}});
    CHECK(number(secondary(apart, "seat_groups")) == 0);
    CHECK(is_not_applicable(secondary(apart, "floor_in_view")));
  }
}

TEST_CASE("A row of five seats is no setting for a conversation", "[measure]") {
  const TestScene scene(lounge(R"(
    ##########
    #sssss...#
    #........#
    #........#
    #........#
    #1.......#
    ########O#
    Eh.......#
    #######D##
    #####2...#
    ##########)"));
  const Outcome outcome = scene.measure("conversation_settings");
  CHECK(number(outcome.headline) == 0);
  CHECK(number(secondary(outcome, "seat_groups")) == 0);
}

TEST_CASE("A route behind a wall does not disturb a conversation", "[measure]") {
  const TestScene scene(lounge(R"(
    ##########
    #1.......#
    #........#
    #........#
    #ss......#
    ########O#
    Eh.......#
    #######D##
    #####2...#
    ##########)"));
  CHECK(number(scene.measure("conversation_settings").headline) == 1);
}

TEST_CASE("Seats on either side of a boundary are not one group", "[measure]") {
  const TestScene scene(storey_from_text(
      R"(
    ############
    E1..s=s...2#
    ############)",
      {{'1', space("lounge", Use::Lounge)}, {'2', space("huiskamer", Use::Living)}}));
  const Outcome outcome = scene.measure("conversation_settings", {{"gap", 2.5}});
  CHECK(number(secondary(outcome, "seat_groups")) == 0);
}

TEST_CASE("Floor in view is what can be seen from the seat, not beyond a wall", "[measure]") {
  const TestScene scene(lounge(kCorner));
  const Outcome outcome = scene.measure("conversation_settings");
  const double in_view = number(secondary(outcome, "floor_in_view"));
  CHECK(in_view > 1);
  CHECK(in_view < 14);  // the niche and a strip of the lounge of 16 m2 through its opening
}

TEST_CASE("Without seats on the drawing settings are not computed", "[measure]") {
  CHECK(is_not_computed(TestScene(clinic()).measure("conversation_settings").headline));
}

TEST_CASE("Without a public entrance settings are not computed", "[measure]") {
  Storey storey = lounge(kCorner);
  for (Door& door : storey.doors) door.entrance = Entrance::Staff;
  CHECK(is_not_computed(TestScene(storey).measure("conversation_settings").headline));
}
