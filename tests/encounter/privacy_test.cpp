// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/privacy.h"

#include "laid_plan.h"

using namespace trefpunt;

namespace {

std::vector<PrivacyCost> costs_of(const LaidPlan& plan, const Programme& programme) {
  Job job;
  auto costs = privacy_costs(programme, plan.model(programme), plan.ground(), job);
  REQUIRE(costs);
  return *costs;
}
const PrivacyCost& only(const std::vector<PrivacyCost>& costs) {
  REQUIRE(costs.size() == 1);
  return costs.front();
}

// A consulting room (k) with a door as wide as itself to a lounge (l) as wide.
const std::string_view kOpposite = R"(
    #####
    #k..#
    #...#
    #DDD#
    #l..#
    #...#
    #####)";
Storey opposite(std::string_view text = kOpposite) {
  return storey_from_text(text, {{'k', room(Use::Consulting, "1")}, {'l', room(Use::Lounge, "2")}});
}
// Two people who stay in the lounge, 3 times a day for 20 minutes, on half of five days.
Programme loungers() {
  Programme programme =
      programme_of({people("x", 2, to_use(Use::Lounge), {errand(home_place(), 3, 20)})});
  programme.roles[0].presence = {{0, 1440, 0.5, {1, 2, 3, 4, 5}}};
  return programme;
}
constexpr double kMinutes = 2 * 3 * 20 * 0.5 * 5;

// A corridor (h) with a room (k) in the middle; from one end to the other.
const std::string_view kCorridor = R"(
    ########################
    #......#.#...k.#.......#
    #......#.#.....#.......#
    ##########D#############
    #a#.........h.........#b#
    #.O...................O.#
    #.#...................#.#
    #########################)";
LaidPlan corridor(std::string_view text = kCorridor) {
  return LaidPlan(storey_from_text(text, {{'a', room(Use::Office, "1")},
                                          {'b', room(Use::Office, "2")},
                                          {'h', room(Use::Corridor)},
                                          {'k', room(Use::Bedroom, "3")}}));
}
// Each of them goes 6 times a day to the other end and back, every day.
Programme walkers() {
  return programme_of({people("x", 3, to_room("1"), {errand(to_room("2"), 6)})});
}

}  // namespace

TEST_CASE("Who stays where a room is seen through its open door costs all that time", "[privacy]") {
  const PrivacyCost cost = only(costs_of(LaidPlan(opposite()), loungers()));
  CHECK(cost.storey == 0);
  CHECK(cost.space == 0);
  CHECK(cost.role == 0);
  CHECK(cost.in_view_min == Approx(kMinutes));
  CHECK(cost.in_view_shut_min == 0);
  CHECK(cost.at_door_min == 0);
}

TEST_CASE("Through a door of glass, or without a leaf, one sees when it is shut", "[privacy]") {
  Storey storey = opposite();
  storey.doors[0].is_glass = true;
  CHECK(only(costs_of(LaidPlan(storey), loungers())).in_view_shut_min == Approx(kMinutes));
  storey = opposite();
  storey.doors[0].is_opening = true;
  CHECK(only(costs_of(LaidPlan(storey), loungers())).in_view_shut_min == Approx(kMinutes));
}

TEST_CASE("Behind a wall nothing is seen, behind glass everything", "[privacy]") {
  std::string text(kOpposite);
  text.replace(text.find("DDD"), 3, "###");
  Storey storey = opposite(text);
  CHECK(costs_of(LaidPlan(storey), loungers()).empty());
  for (Wall& wall : storey.walls) wall.is_glass = true;
  const PrivacyCost cost = only(costs_of(LaidPlan(storey), loungers()));
  CHECK(cost.in_view_min == Approx(kMinutes));
  CHECK(cost.in_view_shut_min == Approx(kMinutes));
}

TEST_CASE("Of a lounge that sees the room in part the share of its floor counts", "[privacy]") {
  const LaidPlan plan(opposite(R"(
    ########
    #k..####
    #...####
    #DDD####
    #l.....#
    #......#
    #......#
    ########)"));
  const StoreySight& sight = *plan.sights[0];
  int floor = 0, seeing = 0;
  for (int cell = 0; cell < sight.grid.size(); ++cell) {
    if (sight.space_of[static_cast<std::size_t>(cell)] != 1) continue;
    ++floor;
    bool sees = false;
    for (int other = 0; other < sight.grid.size(); ++other) {
      sees |= sight.space_of[static_cast<std::size_t>(other)] == 0 && sight.runs.sees(cell, other);
    }
    seeing += sees ? 1 : 0;
  }
  REQUIRE(seeing < floor);
  CHECK(only(costs_of(plan, loungers())).in_view_min ==
        Approx(kMinutes * seeing / floor).epsilon(1e-9));
}

TEST_CASE("Time in a group counts as well", "[privacy]") {
  Programme programme = programme_of({people("x", 4, to_use(Use::Lounge))});
  GroupSession group;
  group.id = "koffie";
  group.place = to_use(Use::Lounge);
  group.weekdays = {2, 4};
  group.start_min = 600;
  group.minutes = 45;
  group.members = {{"x", 0, 3, 0.5}};
  programme.sessions = {group};
  CHECK(only(costs_of(LaidPlan(opposite()), programme)).in_view_min == Approx(2 * 45 * 3 * 0.5));
}

TEST_CASE("Who has business in the room costs nothing", "[privacy]") {
  const LaidPlan plan(opposite());
  Programme programme = loungers();
  SECTION("It is its home") {
    programme.roles[0].home = to_room("1");
    programme.roles[0].errands[0].to = to_use(Use::Lounge);
  }
  SECTION("An errand goes there") {
    programme.roles[0].errands.push_back(errand(to_room("1")));
  }
  SECTION("A group meets there") {
    GroupSession group;
    group.id = "spreekuur";
    group.place = to_room("1");
    group.weekdays = {1};
    group.members = {{"x", 0, 2, 1}};
    programme.sessions = {group};
  }
  SECTION("It is said so") {
    programme.roles[0].business = {to_use(Use::Consulting)};
  }
  CHECK(costs_of(plan, programme).empty());
}

TEST_CASE("Business elsewhere does not help", "[privacy]") {
  Programme programme = loungers();
  programme.roles[0].business = {to_use(Use::Treatment), to_room("9"), {}};
  CHECK(costs_of(LaidPlan(opposite()), programme).size() == 1);
}

TEST_CASE("A place that is not private has no privacy to lose", "[privacy]") {
  Storey storey = opposite();
  storey.spaces[0].use = Use::Office;
  CHECK(costs_of(LaidPlan(storey), loungers()).empty());
}

TEST_CASE("Passing a door counts as long as one is within 2 m of it", "[privacy]") {
  const LaidPlan plan = corridor();
  const PrivacyCost cost = only(costs_of(plan, walkers()));
  CHECK(cost.space == 3);
  // The way is 2 m below the middle of the door or closer: find how close, then the chord.
  const EncounterModel model = plan.model(walkers());
  double near = 0;
  const Point door{10.5, 4.5};
  for (const RoutePiece& part : model.routes->routes.at(0).at(0).pieces) {
    const Piece& piece = model.routes->pieces[static_cast<std::size_t>(part.piece)];
    for (std::size_t i = 1; i < piece.line.size(); ++i) {
      const Point a = piece.line[i - 1].at, b = piece.line[i].at;
      for (int k = 0; k < 1000; ++k) {
        const Point p = a + ((k + 0.5) / 1000) * (b - a);
        if (distance(p, door) <= 2) near += distance(a, b) / 1000;
      }
    }
  }
  REQUIRE(near > 1);
  const double passings = 3 * 6 * 7 * 2;
  CHECK(cost.at_door_min == Approx(passings * near / 1.33 / 60).epsilon(0.15));
  CHECK(cost.in_view_min > 0);
}

TEST_CASE("The door of another room is not this room's door", "[privacy]") {
  // The walkers go into the room beside it, whose wall is near the door.
  const auto smaller = [](Point p) { return 0.7 * p; };
  const LaidPlan plan(moved(storey_from_text(R"(
    ############
    #k....#n...#
    #.....#....#
    #####D#D####
    #h.........#
    #..........#
    #..........#
    #..........#
    ##########D#
             #a#
             ###)",
                                             {{'a', room(Use::Office, "1")},
                                              {'h', room(Use::Corridor)},
                                              {'k', room(Use::Bedroom, "2")},
                                              {'n', room(Use::Office, "3")}}),
                            smaller));
  const Programme programme =
      programme_of({people("x", 1, to_room("1"), {errand(to_room("3"), 1)})});
  const EncounterModel model = plan.model(programme);
  double in_corridor = 0;
  for (const RoutePiece& part : model.routes->routes.at(0).at(0).pieces) {
    const Piece& piece = model.routes->pieces[static_cast<std::size_t>(part.piece)];
    for (std::size_t i = 1; i < piece.line.size() && piece.space == 1; ++i) {
      const Point a = piece.line[i - 1].at, b = piece.line[i].at;
      for (int k = 0; k < 1000; ++k) {
        const Point p = a + ((k + 0.5) / 1000) * (b - a);
        if (distance(p, smaller({5.5, 7.5})) <= 2) in_corridor += distance(a, b) / 1000;
      }
    }
  }
  const auto costs = costs_of(plan, programme);
  const double at_door = costs.empty() ? 0 : costs[0].at_door_min;
  CHECK(at_door == Approx(2 * 7 * in_corridor / 1.33 / 60).margin(2 * 7 * 0.3 / 1.33 / 60));
}

TEST_CASE("Who walks through the room itself sees it", "[privacy]") {
  const LaidPlan plan(storey_from_text(R"(
    ###############
    #a.D...k...D.b#
    #..#.......#..#
    ###############)",
                                       {{'a', room(Use::Office, "1")},
                                        {'b', room(Use::Office, "2")},
                                        {'k', room(Use::Bedroom, "3")}}));
  Programme programme = programme_of({people("x", 1, to_room("1"), {errand(to_room("2"), 1)})});
  programme.roles[0].errands[0].dwell_min = 1e-6;
  const PrivacyCost cost = only(costs_of(plan, programme));
  const double whole = 2 * 7 * 7 / 1.33 / 60;  // 7 m between the doors
  CHECK(cost.in_view_min >= 0.98 * whole);
  CHECK(cost.in_view_shut_min == Approx(whole).epsilon(0.2));
}

TEST_CASE("With doors shut no more is seen than with doors open", "[privacy]") {
  Storey storey = ring_ward();
  const Point anchors[] = {{2.6, 14.3}, {9.3, 13.6}, {16.4, 14.7}, {10.3, 7.4}, {2.2, 4.5}};
  const Use uses[] = {Use::Bedroom, Use::Consulting, Use::Treatment, Use::Lounge, Use::Corridor};
  for (int i = 0; i < 5; ++i) {
    Space space = room(uses[i], std::to_string(i));
    space.id = SpaceId{i + 1};
    space.anchor = anchors[i];
    storey.spaces.push_back(space);
  }
  storey.doors[0].is_glass = true;
  const LaidPlan plan(storey);
  PlaceQuery any = to_use(Use::Bedroom);
  const auto costs = costs_of(
      plan,
      programme_of({people("x", 3, to_room("0"), {errand(to_room("3"))}),
                    people("y", 2, to_room("1"), {errand(to_room("3")), errand(to_room("2"))}),
                    people("z", 2, to_room("2"), {errand(to_room("3")), errand(any)})}));
  REQUIRE(costs.size() >= 3);
  for (const PrivacyCost& cost : costs) {
    CHECK(cost.in_view_shut_min >= 0);
    CHECK(cost.in_view_shut_min <= cost.in_view_min);
  }
}
