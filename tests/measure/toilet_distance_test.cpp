// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <cmath>

#include "measure/clinic.h"

using namespace trefpunt;

namespace {

// Two meeting places with a toilet between them and an accessible one at the far right.
Storey hall() {
  return storey_from_text(R"(
    #####################
    #1..#2..#3......#4..#
    ##D###D####D######D##
    #c..................#
    #####################)",
                          {{'1', space("lounge", Use::Lounge)},
                           {'2', space("toilet", Use::Toilet)},
                           {'3', space("groepsruimte", Use::GroupRoom)},
                           {'4', space("toilet", Use::AccessibleToilet)},
                           {'c', space("gang", Use::Corridor)}});
}

// As in room_to_lounge_distance_test.cpp.
double along_corridor(double between_middles) {
  return 2 * std::hypot(0.5, 1.001) + between_middles - 1;
}

}  // namespace

TEST_CASE("Each place has its nearest toilet and the longest way counts", "[measure]") {
  const Outcome outcome = TestScene(hall()).measure("toilet_distance");
  CHECK(number(row(outcome, "S1")) == Approx(along_corridor(4)).epsilon(1e-6));  // 5.24 m
  CHECK(number(row(outcome, "S3")) == Approx(along_corridor(5)).epsilon(1e-6));  // 6.24 m
  CHECK(number(outcome.headline) == Approx(along_corridor(5)).epsilon(1e-6));
  CHECK(objects(outcome.places) == std::vector<std::string>{"S3"});
  CHECK(number(secondary(outcome, "longest_accessible")) ==
        Approx(along_corridor(16)).epsilon(1e-6));  // 17.24 m, from S1
}

TEST_CASE("The accessible toilet needs a door that a wheelchair passes", "[measure]") {
  Storey storey = hall();
  storey.doors.back().clear_width = 0.7;
  const Outcome narrow = TestScene(storey).measure("toilet_distance");
  CHECK(number(narrow.headline) == Approx(along_corridor(5)).epsilon(1e-6));
  CHECK(is_not_computed(secondary(narrow, "longest_accessible")));
  storey.doors.back().clear_width.reset();
  CHECK(is_not_computed(
      secondary(TestScene(storey).measure("toilet_distance"), "longest_accessible")));
}

TEST_CASE("A place without a way to a toilet leaves the longest way open", "[measure]") {
  Storey storey = hall();
  storey.walls.push_back({{99}, storey.doors[0].footprint, true, false, ""});
  storey.doors.erase(storey.doors.begin());  // of the lounge
  const Outcome outcome = TestScene(std::move(storey)).measure("toilet_distance");
  CHECK(is_not_computed(outcome.headline));
  CHECK(is_not_computed(row(outcome, "S1")));
  CHECK(number(row(outcome, "S3")) == Approx(along_corridor(5)).epsilon(1e-6));
}

TEST_CASE("Without toilets or meeting places there is no distance", "[measure]") {
  Storey storey = hall();
  storey.spaces[1].use = storey.spaces[3].use = Use::Storage;
  CHECK(is_not_computed(TestScene(storey).measure("toilet_distance").headline));
  storey.spaces[0].use = storey.spaces[2].use = Use::Office;
  CHECK(is_not_applicable(TestScene(storey).measure("toilet_distance").headline));
}
