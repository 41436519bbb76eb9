// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/bedside.h"

#include <catch2/catch.hpp>

#include "measure/people.h"
#include "measure/small_wijk.h"

using namespace trefpunt;

namespace {

// Two bedrooms of 15 m2, one with a bed of 1 x 2 m and three seats (0.5 m, 1 m and 2.5 m from it),
// one with a bed and a seat 1.5 m away; a corridor and a family room.
Storey ward() {
  Storey storey = storey_from_text(R"(
    ################
    #1....#2....#f.#
    #.....#.....#..#
    #.....#.....#..#
    ###D#####D###D##
    #c.............#
    #######E########)",
                                   {{'1', space("kamer 1", Use::Bedroom)},
                                    {'2', space("kamer 2", Use::Bedroom)},
                                    {'f', space("familiekamer", Use::FamilyRoom)},
                                    {'c', space("gang", Use::Corridor)}});
  storey.spaces[0].beds = storey.spaces[1].beds = 1;
  return storey;
}

void put(Storey& storey, const char* name, Point low, Point high) {
  Furniture piece;
  piece.id = {static_cast<int>(storey.furniture.size()) + 1};
  piece.ring = {low, {high.x, low.y}, high, {low.x, high.y}};
  piece.name = name;
  storey.furniture.push_back(piece);
}

void sit(Storey& storey, Point at, int places = 1) {
  Seat seat;
  seat.id = {static_cast<int>(storey.seats.size()) + 1};
  seat.at = at;
  seat.places = places;
  storey.seats.push_back(seat);
}

Storey furnished() {
  Storey storey = ward();
  put(storey, "BED_90", {1, 3}, {2, 5});
  sit(storey, {2.5, 4});
  sit(storey, {3, 4});
  sit(storey, {4.5, 4}, 2);
  put(storey, "ziekenhuisbed", {7, 3}, {8, 5});
  sit(storey, {9.5, 4});
  return storey;
}

}  // namespace

TEST_CASE("Furniture is known as a bed or as a place for a relative by its name", "[measure]") {
  for (const char* name : {"BED", "bed_90x200", "Ziekenhuisbed", "hoog-laagbed 2", "Krankenbett"}) {
    INFO(name);
    CHECK(is_bed(name));
    CHECK_FALSE(is_sleeping_place(name));
  }
  for (const char* name : {"SLAAPBANK", "Sofa-bed 140", "logeerbed", "rooming in", "OPKLAPBED_1"}) {
    INFO(name);
    CHECK(is_sleeping_place(name));
    CHECK_FALSE(is_bed(name));
  }
  for (const char* name : {"", "NACHTKAST", "bedkastje", "stoel", "BEHANDELBANK", "BAD"}) {
    INFO(name);
    CHECK_FALSE(is_bed(name));
    CHECK_FALSE(is_sleeping_place(name));
  }
}

TEST_CASE("Visitors have the seats outside the clear space around the bed", "[measure]") {
  const TestScene scene(furnished());
  const Outcome outcome = scene.measure("visitor_places_per_room");
  CHECK(number(outcome.headline) == 1);  // room 2; room 1 has 1 + 2
  CHECK(number(row(outcome, "S1")) == 3);
  CHECK(number(row(outcome, "S2")) == 1);
  CHECK(number(secondary(outcome, "average")) == 2);
  CHECK(number(secondary(outcome, "without")) == 0);
  const Outcome strict = scene.measure("visitor_places_per_room", {{"clear", 2}});
  CHECK(number(row(strict, "S1")) == 2);
  CHECK(number(strict.headline) == 0);
  CHECK(number(secondary(strict, "without")) == 1);
  CHECK(objects(strict.places) == std::vector<std::string>{"S2"});
}

TEST_CASE("A bed that is not drawn leaves open which seats stand clear of it", "[measure]") {
  Storey storey = furnished();
  storey.furniture.pop_back();
  const Outcome outcome = TestScene(storey).measure("visitor_places_per_room");
  CHECK(range(row(outcome, "S2")).low == 0);
  CHECK(range(outcome.headline).high == 1);
}

TEST_CASE("Seats that no bedroom shows are unknown, never none", "[measure]") {
  Storey storey = furnished();
  storey.seats.clear();
  sit(storey, {13.5, 4});  // in the family room
  CHECK(is_not_computed(TestScene(storey).measure("visitor_places_per_room").headline));
  Storey above = storey_from_text(
      R"(
    #######
    #1....#
    ###D###
    #c....#
    #######)",
      {{'1', space("kamer 3", Use::Bedroom)}, {'c', space("gang", Use::Corridor)}}, 1);
  const Outcome outcome =
      TestScene(std::vector<Storey>{furnished(), above}).measure("visitor_places_per_room");
  CHECK(range(outcome.headline).low == 0);
  CHECK(range(outcome.headline).high == 1);
  CHECK(is_not_computed(row(outcome, "S1001")));
}

TEST_CASE("Without bedrooms there are no seats or beds to speak of", "[measure]") {
  for (const char* id : {"visitor_places_per_room", "rooming_in_share"}) {
    INFO(id);
    CHECK(is_not_applicable(TestScene(clinic()).measure(id).headline));
    Storey storey = clinic();
    storey.spaces[0].use = Use::Unknown;
    CHECK(is_not_computed(TestScene(storey).measure(id).headline));
  }
}

TEST_CASE("A relative sleeps in the room, or in a family room on the storey", "[measure]") {
  Storey storey = furnished();
  CHECK(is_not_computed(TestScene(storey).measure("rooming_in_share").headline));
  put(storey, "SLAAPBANK", {3, 5}, {5, 6});
  put(storey, "tafel", {13, 5}, {14, 6});  // the family room has no place to sleep
  const Outcome outcome = TestScene(storey).measure("rooming_in_share");
  CHECK(number(outcome.headline) == 0.5);
  CHECK(objects(outcome.places) == std::vector<std::string>{"S2"});
  put(storey, "logeerbed", {13, 3}, {14, 4});
  const Outcome both = TestScene(storey).measure("rooming_in_share");
  CHECK(number(both.headline) == 1);
  CHECK(number(secondary(both, "in_room")) == 0.5);
}

TEST_CASE("A room without any furniture on the drawing is unknown", "[measure]") {
  Storey storey = furnished();
  put(storey, "SLAAPBANK", {3, 5}, {5, 6});
  std::erase_if(storey.furniture, [](const Furniture& one) { return one.name == "ziekenhuisbed"; });
  const Outcome outcome = TestScene(storey).measure("rooming_in_share");
  CHECK(range(outcome.headline).low == 0.5);
  CHECK(range(outcome.headline).high == 1);
}

namespace {

// Bedroom with two beds, an activity room of 6 m2, a kitchen of 4 m2 and a garden of 4 m2.
Storey home_of_two() {
  Storey storey = storey_from_text(R"(
    ##############
    #1..#a..#k.#o#
    #...#...#..#.#
    ##D###D##D##D#
    #c...........#
    ######E#######)",
                                   {{'1', space("kamer", Use::Bedroom)},
                                    {'a', space("atelier", Use::Activity)},
                                    {'k', space("keuken", Use::Kitchen)},
                                    {'o', space("terras", Use::Outdoor)},
                                    {'c', space("gang", Use::Corridor)}});
  storey.spaces[0].beds = 2;
  return storey;
}

GroupSession session(Use where) {
  GroupSession made;
  made.id = made.name = "samen";
  made.place = any_of(where);
  made.weekdays = {2};
  made.start_min = 600;
  made.members = {{"patient", 0, 2, 1}};
  return made;
}

Outcome with_session(Storey storey, std::optional<Use> where) {
  Programme who = programme_of({people("patient", RoleKind::Patient, 2, Use::Bedroom, {})});
  if (where) who.sessions = {session(*where)};
  const TestScene scene(building_of({std::move(storey)}), who);
  REQUIRE_FALSE(scene.encounter->refused);
  return scene.measure("activity_space");
}

}  // namespace

TEST_CASE("Room to do things is that of activity rooms, per bed", "[measure]") {
  const Outcome outcome = with_session(home_of_two(), Use::Activity);
  CHECK(number(outcome.headline) == Approx(6 / 2.0));
  CHECK(number(secondary(outcome, "programmed_m2")) == Approx(6));
  CHECK(outcome.places.empty());
}

TEST_CASE("A kitchen counts once the programme has an activity there", "[measure]") {
  const Outcome outcome = with_session(home_of_two(), Use::Kitchen);
  CHECK(number(outcome.headline) == Approx((6 + 4) / 2.0));
  CHECK(number(secondary(outcome, "programmed_m2")) == Approx(4));
  CHECK(objects(outcome.places) == std::vector<std::string>{"S2"});  // nothing to do in the atelier
  CHECK(number(with_session(home_of_two(), std::nullopt).headline) == Approx(3));
}

TEST_CASE("Without a programme a kitchen may count, and one of staff does not", "[measure]") {
  const Outcome outcome = TestScene(home_of_two()).measure("activity_space");
  CHECK(range(outcome.headline).low == Approx(3));
  CHECK(range(outcome.headline).high == Approx((6 + 4 + 2) / 2.0));
  CHECK(is_not_computed(secondary(outcome, "programmed_m2")));
  Storey storey = home_of_two();
  for (Space& one : storey.spaces) {
    if (one.use == Use::Kitchen || one.use == Use::Outdoor) one.access = Access::Staff;
  }
  CHECK(number(TestScene(storey).measure("activity_space").headline) == Approx(3));
  storey.spaces[0].beds.reset();
  CHECK(is_not_computed(TestScene(storey).measure("activity_space").headline));
}

TEST_CASE("No activity room is none only when every use is known", "[measure]") {
  Storey storey = home_of_two();
  for (Space& one : storey.spaces) {
    if (one.use == Use::Activity || one.use == Use::Kitchen || one.use == Use::Outdoor) {
      one.use = Use::Storage;
    }
  }
  CHECK(number(TestScene(storey).measure("activity_space").headline) == 0);
  storey.spaces[1].use = Use::Unknown;
  CHECK(range(TestScene(storey).measure("activity_space").headline).high == Approx(3));
}

TEST_CASE("Places to do things in a wijk count per resident when each area is known", "[wijk]") {
  SmallWijk wijk;
  CHECK(is_not_computed(measured(wijk, "wijk_activity_space").headline));  // nobody counted people
  for (StatisticalArea& area : wijk.areas) area.figures.persons_per_household = 2;
  const Outcome outcome = measured(wijk, "wijk_activity_space");
  CHECK(number(outcome.headline) == Approx(1000 * 200 / 8.0));
  CHECK(number(row(outcome, "P1")) == 200);
  CHECK(number(secondary(outcome, "places")) == 1);
  wijk.add_place({400, 20}, PlaceCategory::Sport);
  const Outcome unknown = measured(wijk, "wijk_activity_space");
  CHECK(is_not_computed(unknown.headline));
  CHECK(objects(unknown.places) == std::vector<std::string>{"P3"});
  wijk.places.back().area_m2 = 600;
  CHECK(number(measured(wijk, "wijk_activity_space").headline) == Approx(1000 * 800 / 8.0));
}
