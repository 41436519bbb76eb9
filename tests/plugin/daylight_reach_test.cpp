// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugin/evaluate.h"

extern "C" const tp_plugin linked_daylight_reach;

using namespace trefpunt;

namespace {

// A lounge of 4 x 3 m, an office of 3 x 3 m and a store of 1 x 3 m. The lounge has a window over
// its whole west side, in the middle of a wall of 1 m: half a metre before its floor.
Storey row_of_rooms(bool has_window = true) {
  Storey storey = storey_from_text(R"(
    ############
    #1...#2..#3#
    #....#...#.#
    #....O...O.#
    ####E#######)",
                                   {{'1', space("lounge", Use::Lounge)},
                                    {'2', space("kantoor", Use::Office)},
                                    {'3', space("berging", Use::Storage)}});
  if (has_window) {
    Window west;
    west.id = {1};
    west.a = {0.5, 1};
    west.b = {0.5, 4};
    storey.windows.push_back(west);
  }
  return storey;
}

const std::map<std::string, double> kDepth = {{"head_height", 2}, {"depth_factor", 1.25}};  // 2.5 m

}  // namespace

TEST_CASE("Half the floor lies within the depth of the window", "[plugin]") {
  const TestScene scene(row_of_rooms());
  const Outcome outcome = outcome_of(linked_daylight_reach, scene, kDepth);
  // From x = 0.5 to 3.0: 2 of the 4 columns of floor.
  CHECK(number(row(outcome, "S1")) == Approx(0.5));
  CHECK(number(row(outcome, "S2")) == 0);  // has no window
  CHECK(is_not_applicable(row(outcome, "S3")));
  CHECK(number(outcome.headline) == Approx(6.0 / 21));  // (12 x 0.5 + 9 x 0) / (12 + 9)
}

TEST_CASE("A deeper reach takes the whole floor, and both parameters count", "[plugin]") {
  const TestScene scene(row_of_rooms());
  CHECK(number(row(outcome_of(linked_daylight_reach, scene), "S1")) == 1);  // 4.8 m
  const Outcome shallow =
      outcome_of(linked_daylight_reach, scene, {{"head_height", 3}, {"depth_factor", 0.5}});
  CHECK(number(row(shallow, "S1")) == Approx(0.25));  // 1.5 m: 1 of 4 columns
}

TEST_CASE("A window between two rooms is no facade window", "[plugin]") {
  Storey storey = row_of_rooms();
  storey.windows[0].a = {5.5, 2};
  storey.windows[0].b = {5.5, 4};
  const Outcome outcome = outcome_of(linked_daylight_reach, TestScene(storey), kDepth);
  CHECK(number(row(outcome, "S1")) == 0);
  CHECK(number(row(outcome, "S2")) == 0);
}

TEST_CASE("A window on a terrace is a facade window", "[plugin]") {
  Storey storey = row_of_rooms();
  storey.windows[0].a = {5.5, 2};
  storey.windows[0].b = {5.5, 4};
  storey.spaces[1].use = Use::Outdoor;
  const Outcome outcome = outcome_of(linked_daylight_reach, TestScene(storey), kDepth);
  CHECK(number(row(outcome, "S1")) > 0.4);
  CHECK(is_not_applicable(row(outcome, "S2")));
}

TEST_CASE("A plan without windows says nothing of daylight, not zero", "[plugin]") {
  const Outcome outcome = outcome_of(linked_daylight_reach, TestScene(row_of_rooms(false)));
  CHECK(is_not_computed(outcome.headline));
  CHECK(is_not_computed(row(outcome, "S1")));
}

TEST_CASE("Moving a plan changes no reach", "[plugin]") {
  Storey storey = row_of_rooms();
  const Point by{155000.37, 463000.11};
  for (Wall& wall : storey.walls) {
    for (Point& p : wall.points) p = snap(p + by);
  }
  for (Door& door : storey.doors) {
    door.a = snap(door.a + by);
    door.b = snap(door.b + by);
    for (Point& p : door.footprint) p = snap(p + by);
  }
  for (Space& one : storey.spaces) one.anchor = snap(one.anchor + by);
  storey.windows[0].a = snap(storey.windows[0].a + by);
  storey.windows[0].b = snap(storey.windows[0].b + by);
  const Outcome moved = outcome_of(linked_daylight_reach, TestScene(storey), kDepth);
  CHECK(number(row(moved, "S1")) == Approx(0.5));
}
