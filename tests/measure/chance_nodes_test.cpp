// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "measure/people.h"

using namespace trefpunt;

namespace {

// Two rooms, an office and a pharmacy along a corridor of 2 m. `corridor` is its upper row.
Storey plan(const std::string& corridor, double level = 0) {
  return storey_from_text(R"(
    ######################
    #1....#2......#p.....#
    ###D######D######D####
    )" + corridor + R"(
    #....................#
    ##########E###########)",
                          {{'1', space("kamer", Use::Bedroom)},
                           {'2', space("kantoor", Use::Office)},
                           {'p', space("apotheek", Use::Pharmacy)},
                           {'c', space("gang", Use::Corridor)}},
                          static_cast<int>(level));
}

const std::string kSeats = "#c.....ss............#";

// Patients and doctors both walk from left to right, past the office.
std::vector<Role> walkers(double doctors_per_day = 1) {
  Errand fetch = errand("medicijnen", Use::Pharmacy, 9, 11);
  Errand round = errand("visite", Use::Bedroom, 9, 11);
  round.per_day = doctors_per_day;
  return {people("patient", RoleKind::Patient, 2, Use::Bedroom, {fetch}),
          people("arts", RoleKind::Staff, 1, Use::Office, {round})};
}

TestScene scene_of(std::vector<Storey> storeys, std::vector<Role> roles) {
  TestScene scene(building_of(std::move(storeys)), programme_of(std::move(roles)));
  REQUIRE_FALSE(scene.encounter->refused);
  return scene;
}

}  // namespace

TEST_CASE("Two seats where the ways of two groups run together are a place for chance meetings",
          "[measure]") {
  const TestScene scene = scene_of({plan(kSeats)}, walkers());
  const Outcome outcome = scene.measure("chance_nodes");
  CHECK(number(outcome.headline) == 1);
  CHECK(number(row(outcome, "S3")) == 1);
  CHECK(objects(outcome.places) == std::vector<std::string>{"S3"});
  CHECK(number(secondary(outcome, "nodes")) == 1);
  CHECK(number(secondary(outcome, "seats_in_the_way")) == 0);

  SECTION("not when the seats must be nearer to the route than they are") {
    CHECK(number(scene.measure("chance_nodes", {{"seat_distance", 0.1}}).headline) == 0);
  }
  SECTION("not when the groups must walk there more often than they do") {
    // Two patients and one doctor walk there and back once a day.
    CHECK(number(scene.measure("chance_nodes", {{"times_per_week", 14}}).headline) == 1);
    CHECK(number(scene.measure("chance_nodes", {{"times_per_week", 15}}).headline) == 0);
  }
}

TEST_CASE("A seat counts when enough of the corridor's width is left beside it", "[measure]") {
  // The corridor is 2 m wide; each seat stands 0.5 m from the wall and takes 0.25 m more.
  const TestScene scene = scene_of({plan(kSeats)}, walkers());
  const auto at = [&](double width) {
    return scene.measure("chance_nodes", {{"free_width", width}});
  };
  CHECK(number(at(1.24).headline) == 1);
  CHECK(number(at(1.26).headline) == 0);
  CHECK(number(secondary(at(1.26), "seats_in_the_way")) == 2);
  CHECK(number(row(at(1.26), "S3")) == 0);
}

TEST_CASE("Furniture opposite the seats takes width away", "[measure]") {
  Storey storey = plan(kSeats);
  CHECK(number(scene_of({storey}, walkers()).measure("chance_nodes").headline) == 1);
  // A cupboard of 0.6 m along the other wall leaves 0.65 m.
  Furniture cupboard;
  cupboard.id = {1};
  cupboard.ring = {{6, 1}, {11, 1}, {11, 1.6}, {6, 1.6}};
  storey.furniture.push_back(cupboard);
  CHECK(number(scene_of({storey}, walkers()).measure("chance_nodes").headline) == 0);
}

TEST_CASE("Where only one group walks there is no place for chance meetings", "[measure]") {
  std::vector<Role> roles = walkers();
  roles.pop_back();
  CHECK(number(scene_of({plan(kSeats)}, roles).measure("chance_nodes").headline) == 0);
  CHECK(number(scene_of({plan(kSeats)}, walkers(0.05)).measure("chance_nodes").headline) == 0);
}

TEST_CASE("One seat, or seats behind a wall, are no place to sit down together", "[measure]") {
  CHECK(
      number(
          scene_of({plan("#c.....s.............#")}, walkers()).measure("chance_nodes").headline) ==
      0);
  Storey walled = plan(kSeats);
  for (Seat& seat : walled.seats) seat.at.y += 2;  // into the office
  CHECK(number(scene_of({walled}, walkers()).measure("chance_nodes").headline) == 0);
}

TEST_CASE("A crossing inside somebody's room is none", "[measure]") {
  Storey storey = plan(kSeats);
  storey.spaces[2].use = Use::Storage;
  const Outcome outcome = scene_of({storey}, walkers()).measure("chance_nodes");
  CHECK(number(outcome.headline) == 0);
  CHECK(outcome.rows.empty());
}

TEST_CASE("Seats at either end of a way are two places when nobody can sit between them",
          "[measure]") {
  const Storey storey = storey_from_text(R"(
    #################################################################################
    #1...................#2..................#3..................#p.................#
    ###D##########################D###################D#########################D####
    #c.s.s....................................................................s.s...#
    #...............................................................................#
    #################################################################################)",
                                         {{'1', space("kamer", Use::Bedroom)},
                                          {'2', space("toilet", Use::Toilet)},
                                          {'3', space("keuken", Use::Kitchen)},
                                          {'p', space("apotheek", Use::Pharmacy)},
                                          {'c', space("gang", Use::Corridor)}});
  const auto nodes = [&](std::vector<Errand> patients) {
    const TestScene scene = scene_of(
        {storey}, {people("patient", RoleKind::Patient, 2, Use::Bedroom, std::move(patients)),
                   people("apotheker", RoleKind::Staff, 1, Use::Pharmacy,
                          {errand("bezorgen", Use::Bedroom, 9, 11)})});
    return number(secondary(scene.measure("chance_nodes"), "nodes"));
  };
  const Errand fetch = errand("medicijnen", Use::Pharmacy, 9, 11);
  const Errand wash = errand("wassen", Use::Toilet, 9, 11);
  const Errand cook = errand("koken", Use::Kitchen, 9, 11);
  // Who turns off to the toilet and to the kitchen cuts the shared way into pieces.
  CHECK(nodes({fetch, wash, cook}) == 2);
  CHECK(nodes({fetch}) == 1);
}

TEST_CASE("The headline is per storey, and the storey with the fewest is shown", "[measure]") {
  Storey above = storey_from_text("#####\n#s..#\n#####", {{'s', space("dak", Use::Storage)}}, 1);
  const TestScene scene = scene_of({plan(kSeats), above}, walkers());
  const Outcome outcome = scene.measure("chance_nodes");
  CHECK(number(outcome.headline) == Approx(0.5));
  CHECK(number(secondary(outcome, "fewest_on_storey")) == 0);
}

TEST_CASE("Without seats on the drawing or without a programme nodes are not computed",
          "[measure]") {
  const Storey bare = plan("#c...................#");
  CHECK(is_not_computed(scene_of({bare}, walkers()).measure("chance_nodes").headline));
  CHECK(is_not_computed(TestScene(plan(kSeats)).measure("chance_nodes").headline));
}
