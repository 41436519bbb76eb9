// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "measure/people.h"

using namespace trefpunt;

TEST_CASE("A room behind the lounge cannot avoid meeting", "[measure]") {
  const Outcome outcome = TestScene(clinic()).measure("avoidability");
  CHECK(number(outcome.headline) == Approx(2.0 / 3));  // S1 and S2 of three
  CHECK(number(row(outcome, "S1")) == 1);
  CHECK(number(row(outcome, "S3")) == 0);
  CHECK(objects(outcome.places) == std::vector<std::string>{"S3"});
  // Waiting rooms are reported apart: only S2 avoids both.
  CHECK(number(secondary(outcome, "share_without_waiting")) == Approx(1.0 / 3));
  CHECK(outcome.assumptions.size() == 1);  // how sight was measured
}

TEST_CASE("Rooms are in view of visitors through open doors, and through glass when shut",
          "[measure]") {
  const Outcome solid = TestScene(clinic()).measure("avoidability");
  const double open = number(secondary(solid, "exposed_doors_open"));
  CHECK(open > 0);
  CHECK(open <= 1);
  CHECK(number(secondary(solid, "exposed_doors_shut")) == 0);
  Storey storey = clinic();
  for (Door& door : storey.doors) door.is_glass = true;
  const Outcome glass = TestScene(std::move(storey)).measure("avoidability");
  CHECK(number(secondary(glass, "exposed_doors_open")) == Approx(open));
  CHECK(number(secondary(glass, "exposed_doors_shut")) == Approx(open));
}

TEST_CASE("With one glass door only the room behind it is in view when doors are shut",
          "[measure]") {
  Storey storey = clinic();
  storey.doors[4].is_glass = true;  // D5, of S2
  const Outcome outcome = TestScene(std::move(storey)).measure("avoidability");
  const double shut = number(secondary(outcome, "exposed_doors_shut"));
  CHECK(shut > 0);
  CHECK(shut <= Approx(1.0 / 3));
}

TEST_CASE("A niche beside a corridor that stays open is no obstacle", "[measure]") {
  const Storey storey = storey_from_text(R"(
    ########
    #1.#n..#
    ##D#===#
    #c.....#
    ##E#####)",
                                         {{'1', space("kamer", Use::Bedroom)},
                                          {'n', space("zithoek", Use::Lounge)},
                                          {'c', space("gang", Use::Corridor)}});
  CHECK(number(TestScene(storey).measure("avoidability").headline) == 1);
}

TEST_CASE("An unknown threshold on the only way gives two bounds", "[measure]") {
  Storey storey = clinic();
  storey.doors[4].threshold_height.reset();  // D5, of S2
  const Outcome outcome = TestScene(std::move(storey)).measure("avoidability");
  CHECK(range(outcome.headline).low == Approx(1.0 / 3));
  CHECK(range(outcome.headline).high == Approx(2.0 / 3));
  CHECK(std::holds_alternative<Range>(row(outcome, "S2")));
}

TEST_CASE("A high threshold at the entrance stops everyone", "[measure]") {
  Storey storey = clinic();
  storey.doors[0].threshold_height = 0.05;
  CHECK(number(TestScene(std::move(storey)).measure("avoidability").headline) == 0);
}

TEST_CASE("A lift leads upstairs step-free and stairs do not", "[measure]") {
  const auto building = [](const char* stair) {
    const std::string text = std::string("#######\n#c..") + stair + ".#\n####E##";
    const std::string upper = std::string("#######\n#1..") + stair + ".#\n#######";
    return std::vector<Storey>{storey_from_text(text, {{'c', space("gang", Use::Corridor)}}),
                               storey_from_text(upper, {{'1', space("kamer", Use::Bedroom)}}, 1)};
  };
  CHECK(number(TestScene(building("^")).measure("avoidability").headline) == 0);
  CHECK(number(TestScene(building("@")).measure("avoidability").headline) == 1);
  // A ramp of unknown slope may do.
  CHECK(std::holds_alternative<Range>(TestScene(building("/")).measure("avoidability").headline));
}

TEST_CASE("The way may not leave the building and come back", "[measure]") {
  // S1 has only a door to the garden, and the public entrance lies elsewhere.
  Storey storey =
      storey_from_text(R"(
    #########
    #1..#c..#
    ##D###E##)",
                       {{'1', space("kamer", Use::Bedroom)}, {'c', space("gang", Use::Corridor)}});
  storey.doors[0].entrance = Entrance::None;
  CHECK(number(TestScene(storey).measure("avoidability").headline) == 0);
}

TEST_CASE("A locked door opens for the patient and says so", "[measure]") {
  Storey storey = clinic();
  storey.doors[4].lock = Lock::Controlled;
  const Outcome outcome = TestScene(std::move(storey)).measure("avoidability");
  CHECK(number(outcome.headline) == Approx(2.0 / 3));
  CHECK(outcome.assumptions.size() == 2);
}

TEST_CASE("Without a public entrance or a private room there is no share", "[measure]") {
  Storey closed = clinic();
  closed.doors[0].entrance = Entrance::Staff;
  CHECK(is_not_computed(TestScene(std::move(closed)).measure("avoidability").headline));

  Storey offices = clinic();
  for (Space& room : offices.spaces) {
    if (is_private_room(room.use)) room.use = Use::Office;
  }
  CHECK(is_not_applicable(TestScene(offices).measure("avoidability").headline));
  offices.spaces[0].use = Use::Unknown;
  CHECK(is_not_computed(TestScene(offices).measure("avoidability").headline));
}

TEST_CASE("Quiet rooms are counted per unit", "[measure]") {
  Storey storey = clinic();
  storey.spaces[0].unit = storey.spaces[1].unit = {1};
  storey.spaces[2].unit = {2};
  storey.spaces[5].use = Use::Quiet;
  Building building = building_of({storey});
  building.units = {{{1}, "A", "", std::nullopt, std::nullopt},
                    {{2}, "B", "", std::nullopt, std::nullopt}};
  CHECK(number(secondary(TestScene(building).measure("avoidability"), "quiet_rooms_per_unit")) ==
        Approx(0.5));
  CHECK(is_not_computed(
      secondary(TestScene(clinic()).measure("avoidability"), "quiet_rooms_per_unit")));
}

TEST_CASE("The desk's distance to the nearest waiting seat is shown", "[measure]") {
  Storey storey = storey_from_text(
      R"(
    ##########
    #r.Ow..s.#
    ####E#####)",
      {{'r', space("balie", Use::Reception)}, {'w', space("wachtkamer", Use::Waiting)}});
  // The desk's floor ends at x = 3, the seat stands at 7.5.
  CHECK(number(secondary(TestScene(storey).measure("avoidability"), "desk_to_waiting")) ==
        Approx(4.5));
  CHECK(
      is_not_applicable(secondary(TestScene(clinic()).measure("avoidability"), "desk_to_waiting")));
}

TEST_CASE("Minutes in view and at the door are per private room, of the whole programme",
          "[measure]") {
  // A visitor walks from the waiting room to the lounge and back, past the door of S2.
  TestScene scene(building_of({clinic()}),
                  programme_of({people("bezoek", RoleKind::Relative, 1, Use::Waiting,
                                       {errand("koffie", Use::Lounge, 9, 11, 30)})}));
  REQUIRE_FALSE(scene.encounter->refused);
  CHECK(number(secondary(scene.measure("avoidability"), "minutes_in_view")) > 0);

  std::vector<PrivacyCost> costs(2);
  costs[0].in_view_min = 12;
  costs[0].in_view_shut_min = 3;
  costs[0].at_door_min = 1.5;
  costs[1].space = 1;
  costs[1].in_view_min = 6;
  scene.encounter->privacy = std::make_shared<const std::vector<PrivacyCost>>(costs);
  const Outcome outcome = scene.measure("avoidability");
  CHECK(number(secondary(outcome, "minutes_in_view")) == Approx(6));
  CHECK(number(secondary(outcome, "minutes_in_view_doors_shut")) == Approx(1));
  CHECK(number(secondary(outcome, "minutes_at_door")) == Approx(0.5));
  CHECK(number(outcome.headline) == Approx(2.0 / 3));  // as without a programme
}

TEST_CASE("Without a programme nobody is known to look in", "[measure]") {
  const Outcome outcome = TestScene(clinic()).measure("avoidability");
  for (const char* id : {"minutes_in_view", "minutes_in_view_doors_shut", "minutes_at_door"}) {
    CHECK(is_not_computed(secondary(outcome, id)));
  }
}
