// SPDX-License-Identifier: GPL-3.0-or-later
// The chance that two people in a place notice each other, and where one can stop.
#include <array>

#include "laid_plan.h"

using namespace trefpunt;

namespace {

double chance(const LaidPlan& plan, double sight_m = 8, int space = 0) {
  return chance_to_notice(plan.ground(), 0, space, sight_m);
}

std::vector<Point> cells_in(const LaidPlan& plan, int space = 0) {
  std::vector<Point> cells;
  const StoreySight& sight = *plan.sights[0];
  for (int cell = 0; cell < sight.grid.size(); ++cell) {
    if (sight.space_of[static_cast<std::size_t>(cell)] == space) {
      cells.push_back(sight.grid.centre(cell));
    }
  }
  return cells;
}

// The share of the ordered pairs of different points that `sees` holds for.
double share(const std::vector<Point>& points, const std::function<bool(Point, Point)>& sees) {
  int pairs = 0, seen = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (std::size_t j = 0; j < points.size(); ++j) {
      if (i == j) continue;
      ++pairs;
      seen += sees(points[i], points[j]) ? 1 : 0;
    }
  }
  return static_cast<double>(seen) / pairs;
}

// Whether the line between two points touches a square, its corners too.
bool touches_square(Point a, Point b, Point low, double side) {
  constexpr double kGrazing = 1e-9;
  double enters = 0, leaves = 1;
  for (const auto& [from, to, least] : {std::array{a.x, b.x, low.x}, std::array{a.y, b.y, low.y}}) {
    const double one = (least - kGrazing - from) / (to - from);
    const double other = (least + side + kGrazing - from) / (to - from);
    if (from == to) {
      if (from < least || from > least + side) return false;
      continue;
    }
    enters = std::max(enters, std::min(one, other));
    leaves = std::min(leaves, std::max(one, other));
  }
  return enters <= leaves;
}

std::string room_of(int inner) {
  std::string text;
  const std::string wall(static_cast<std::size_t>(inner) + 2, '#');
  text += wall + "\n";
  for (int y = 0; y < inner; ++y) {
    text += "#" + std::string(static_cast<std::size_t>(inner), '.') + "#\n";
  }
  text[wall.size() + 2] = 'r';
  return text + wall;
}
LaidPlan square(int inner) {
  return LaidPlan(storey_from_text(room_of(inner), {{'r', room(Use::Lounge)}}));
}

Storey storey_with_seats(std::vector<Seat> seats) {
  Storey storey = storey_from_text(room_of(12), {{'r', room(Use::Lounge)}});
  storey.seats = std::move(seats);
  return storey;
}

// Whether one can stop somewhere in the corridor, on the way from one end to the other. The room
// beyond the wall has seats too.
bool stops(const std::vector<Seat>& seats, Use corridor = Use::Corridor) {
  Storey storey = storey_from_text(R"(
    ########################
    #a#.........h.........#b#
    #.O...................O.#
    #.#...................#.#
    #########################
    #n......................#
    #########################)",
                                   {{'a', room(Use::Office, "1")},
                                    {'b', room(Use::Office, "2")},
                                    {'h', room(corridor)},
                                    {'n', room(Use::Office)}});
  storey.seats = seats;
  const EncounterModel model =
      LaidPlan(storey).model(programme_of({people("x", 1, to_room("1"), {errand(to_room("2"))})}));
  for (std::size_t p = 0; p < model.can_stop.size(); ++p) {
    if (model.routes->pieces[p].space == 2 && model.can_stop[p]) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("In a room smaller than one sees everybody can notice each other", "[opportunity]") {
  CHECK(chance(square(3)) == 1);
  CHECK(chance(square(5)) == 1);  // its diagonal is 7 m
}

TEST_CASE("In a larger room the chance is the share of positions within sight", "[opportunity]") {
  const LaidPlan plan = square(11);
  const auto cells = cells_in(plan);
  REQUIRE(cells.size() > 150);
  REQUIRE(cells.size() <= 256);
  for (const double sight_m : {2.0, 5.0, 8.0}) {
    const double expected =
        share(cells, [&](Point a, Point b) { return distance(a, b) <= sight_m; });
    CHECK(expected < 0.95);
    CHECK(chance(plan, sight_m) == Approx(expected).epsilon(1e-12));
  }
}

TEST_CASE("Of a great room some positions are asked", "[opportunity]") {
  const LaidPlan plan = square(24);
  const auto cells = cells_in(plan);
  REQUIRE(cells.size() > 900);
  CHECK(chance(plan) ==
        Approx(share(cells, [](Point a, Point b) { return distance(a, b) <= 8; })).epsilon(0.05));
}

TEST_CASE("A pillar hides people from each other", "[opportunity]") {
  const LaidPlan plan(storey_from_text(R"(
    #########
    #r......#
    #.......#
    #.......#
    #...#...#
    #.......#
    #.......#
    #.......#
    #########)",
                                       {{'r', room(Use::Lounge)}}));
  const double expected = share(cells_in(plan), [](Point a, Point b) {
    return distance(a, b) <= 8 && !touches_square(a, b, {4, 4}, 1);
  });
  CHECK(expected < 0.9);
  CHECK(chance(plan) == Approx(expected).epsilon(1e-12));
}

TEST_CASE("Who sit in two arms of a room do not see each other", "[opportunity]") {
  const LaidPlan plan(storey_from_text(R"(
    #############
    #r..#####...#
    #...#####.s.#
    #.s.#####...#
    #...#####...#
    #...........#
    #############)",
                                       {{'r', room(Use::Lounge)}}));
  CHECK(chance(plan, 20) == 0);
}

TEST_CASE("Where there are seats only they count", "[opportunity]") {
  const auto seated = [](std::vector<Seat> seats) {
    return chance(LaidPlan(storey_with_seats(std::move(seats))));
  };
  const Point one{2.5, 2.5}, near{5.5, 2.5}, far{12.5, 11.5};
  CHECK(seated({{SeatId{1}, one, 1, ""}, {SeatId{2}, near, 1, ""}}) == 1);
  CHECK(seated({{SeatId{1}, one, 1, ""}, {SeatId{2}, far, 1, ""}}) == 0);
  // Of the 12 ordered pairs of places on two benches of two the 4 on one bench.
  CHECK(seated({{SeatId{1}, one, 2, ""}, {SeatId{2}, far, 2, ""}}) == Approx(4 / 12.0));
  // Of three places 2 of 6.
  CHECK(seated({{SeatId{1}, one, 1, ""}, {SeatId{2}, near, 1, ""}, {SeatId{3}, far, 1, ""}}) ==
        Approx(2 / 6.0));
}

TEST_CASE("One seat is no company: the floor counts", "[opportunity]") {
  const LaidPlan with(storey_with_seats({{SeatId{1}, {2.5, 2.5}, 1, ""}}));
  CHECK(chance(with) == chance(square(12)));
  CHECK(chance(with) < 1);
}

TEST_CASE("Seats of the room beside it do not count", "[opportunity]") {
  const LaidPlan plan(storey_from_text(R"(
    ####################
    #r...............#n#
    #................#s#
    #s...............#s#
    ####################)",
                                       {{'r', room(Use::Lounge)}, {'n', room(Use::Office)}}));
  CHECK(chance(plan, 8, 1) ==
        chance(LaidPlan(storey_from_text(R"(
    ####################
    #r...............#n#
    #................#.#
    #................#.#
    ####################)",
                                         {{'r', room(Use::Lounge)}, {'n', room(Use::Office)}})),
               8, 1));
}

TEST_CASE("One can stop beside two seats and not beside one", "[stopping]") {
  CHECK_FALSE(stops({}));
  CHECK(stops({{SeatId{1}, {12.5, 5.5}, 1, ""}, {SeatId{2}, {13.5, 5.5}, 1, ""}}));
  CHECK(stops({{SeatId{1}, {12.5, 5.5}, 2, ""}}));
  CHECK_FALSE(stops({{SeatId{1}, {12.5, 5.5}, 1, ""}}));
}

TEST_CASE("One cannot stop beside seats that are far away or behind a wall", "[stopping]") {
  CHECK_FALSE(stops({{SeatId{1}, {3.5, 5.5}, 2, ""}}));
  CHECK_FALSE(stops({{SeatId{1}, {12.5, 1.5}, 2, ""}}));
}

TEST_CASE("One can stop in a place to meet or to wait", "[stopping]") {
  CHECK(stops({}, Use::Lounge));
  CHECK(stops({}, Use::Waiting));
  CHECK_FALSE(stops({}, Use::Entrance));
}
