// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "measure/clinic.h"

using namespace trefpunt;

namespace {

// 6 x 5 = 30 m2, 8 x 5 = 40 m2 and 2 x 5 = 10 m2.
Storey rooms(Use first, Use second, Use third) {
  return storey_from_text(
      R"(
    ###################
    #1.....#2.......#3#
    #......#........#.#
    #......#........#.#
    #......#........#.#
    #......#........#.#
    ###################)",
      {{'1', space("een", first)}, {'2', space("twee", second)}, {'3', space("drie", third)}});
}

}  // namespace

TEST_CASE("The largest group room counts and a meeting room does not", "[measure]") {
  const TestScene scene(rooms(Use::GroupRoom, Use::Activity, Use::Meeting));
  const Outcome outcome = scene.measure("group_capacity");
  CHECK(number(outcome.headline) == 16);    // floor(40 / 2.5)
  CHECK(number(row(outcome, "S1")) == 12);  // floor(30 / 2.5)
  CHECK(outcome.rows.size() == 2);
  CHECK(number(secondary(outcome, "rooms_with_capacity")) == 1);
  CHECK(number(secondary(outcome, "meeting_room_capacity")) == 2);  // 5 m2
}

TEST_CASE("A group room of exactly the target area is large enough", "[measure]") {
  const TestScene scene(rooms(Use::GroupRoom, Use::Activity, Use::Storage));
  CHECK(number(row(scene.measure("group_capacity", {{"m2_per_person", 4.0}}), "S1")) == 7);  // 7.5
  const Outcome outcome = scene.measure("group_capacity", {{"m2_per_person", 2.0}});
  CHECK(number(row(outcome, "S1")) == 15);
  CHECK(number(secondary(outcome, "rooms_with_capacity")) == 2);
  CHECK(is_not_applicable(secondary(outcome, "meeting_room_capacity")));
}

TEST_CASE("Without a group room the capacity is zero only when every use is known", "[measure]") {
  const Outcome known =
      TestScene(rooms(Use::Office, Use::Waiting, Use::Meeting)).measure("group_capacity");
  CHECK(number(known.headline) == 0);

  const Outcome unknown =
      TestScene(rooms(Use::Unknown, Use::Waiting, Use::Meeting)).measure("group_capacity");
  CHECK(range(unknown.headline).low == 0);
  CHECK(range(unknown.headline).high == 12);
  CHECK(unknown.assumptions.size() == 1);
}

TEST_CASE("A group room without a floor has no capacity", "[measure]") {
  Storey storey = rooms(Use::GroupRoom, Use::Office, Use::Storage);
  storey.spaces[0].anchor = {0.5, 0.5};  // in the wall
  const Outcome outcome = TestScene(std::move(storey)).measure("group_capacity");
  CHECK(is_not_computed(outcome.headline));
  CHECK(is_not_computed(row(outcome, "S1")));
}
