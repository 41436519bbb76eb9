// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>

#include "measure/clinic.h"

using namespace trefpunt;

namespace {

Door& door(Storey& storey, int id) {
  return *std::find_if(storey.doors.begin(), storey.doors.end(),
                       [&](const Door& d) { return d.id.number == id; });
}

}  // namespace

TEST_CASE("The narrowest door on the ways counts and openings do not", "[measure]") {
  Storey storey = clinic();
  door(storey, 2).clear_width = 0.5;  // an opening to the waiting room: no leaf
  door(storey, 4).clear_width = 0.83;
  door(storey, 6).clear_width = 0.78;
  const Outcome outcome = TestScene(std::move(storey)).measure("min_clear_width");
  CHECK(number(outcome.headline) == Approx(0.78));
  CHECK(number(secondary(outcome, "doors")) == 4);  // the entrance and three rooms
  CHECK(number(secondary(outcome, "doors_below")) == 2);
  CHECK(objects(outcome.places) == std::vector<std::string>{"D4", "D6"});
  CHECK(number(row(outcome, "D1")) == Approx(0.9));
}

TEST_CASE("A door to storage and a dead end without a goal are no way", "[measure]") {
  Storey storey = clinic();
  storey.spaces[0].use = Use::Storage;  // S1 behind the waiting room
  door(storey, 4).clear_width = 0.6;
  CHECK(number(TestScene(storey).measure("min_clear_width").headline) == Approx(0.9));
  storey.spaces[0].use = Use::Office;
  CHECK(number(TestScene(storey).measure("min_clear_width").headline) == Approx(0.9));
  storey.spaces[0].use = Use::AccessibleToilet;
  CHECK(number(TestScene(storey).measure("min_clear_width").headline) == Approx(0.6));
}

TEST_CASE("The opening in the wall bounds an unknown width from above", "[measure]") {
  Storey storey = clinic();
  door(storey, 5).clear_width.reset();  // 1 m in the wall
  const Outcome outcome = TestScene(storey).measure("min_clear_width");
  CHECK(range(outcome.headline).low == 0);
  CHECK(range(outcome.headline).high == Approx(0.9));  // another door is narrower than 1 m
  CHECK(range(row(outcome, "D5")).high == Approx(1.0));
  CHECK(range(secondary(outcome, "doors_below")).high == 1);
  CHECK(outcome.places.empty());

  door(storey, 5).b.x -= 0.2;  // now 0.8 m: surely too narrow
  door(storey, 5).footprint[1].x -= 0.2;
  door(storey, 5).footprint[2].x -= 0.2;
  storey.walls.push_back({{99}, {{6.8, 2}, {7, 2}, {7, 3}, {6.8, 3}}, true, false, ""});
  const Outcome narrow = TestScene(storey).measure("min_clear_width");
  CHECK(range(narrow.headline).high == Approx(0.8));
  CHECK(objects(narrow.places) == std::vector<std::string>{"D5"});
}

TEST_CASE("Other outside doors do not count and without a public entrance nothing does",
          "[measure]") {
  Storey storey = storey_from_text(R"(
    #######
    #c...l#
    #E###D#)",
                                   {{'c', space("gang", Use::Corridor)}});
  storey.spaces.push_back(space("lounge", Use::Lounge));
  storey.spaces.back().id = {2};
  storey.spaces.back().anchor = {5.5, 1.5};
  storey.boundaries.push_back({{1}, {{4, 1}, {4, 2}}, false, ""});
  door(storey, 2).clear_width = 0.4;  // garden door of the lounge
  CHECK(number(TestScene(storey).measure("min_clear_width").headline) == Approx(0.9));
  door(storey, 1).entrance = Entrance::Staff;
  CHECK(is_not_computed(TestScene(storey).measure("min_clear_width").headline));
}

TEST_CASE("Ways without a leaf have no narrowest door", "[measure]") {
  Storey storey = clinic();
  for (Door& any : storey.doors) any.is_opening = true;
  CHECK(is_not_applicable(TestScene(std::move(storey)).measure("min_clear_width").headline));
}
