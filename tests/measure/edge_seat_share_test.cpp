// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "measure/clinic.h"

using namespace trefpunt;

namespace {

// A hall of 9 x 7 m; the route from the room to the entrance runs along its lower side.
Storey hall(const char* text) {
  return storey_from_text(
      text, {{'h', space("hal", Use::Lounge)}, {'2', space("spreekkamer", Use::Consulting)}});
}

}  // namespace

TEST_CASE("A seat against the wall that looks at the route is a good one", "[measure]") {
  const TestScene scene(hall(R"(
    ###########
    #....s....#
    #.........#
    #.........#
    #.........#
    #.........#
    Eh........#
    ########D##
    #######2..#
    ###########)"));
  const Outcome outcome = scene.measure("edge_seat_share");
  CHECK(number(outcome.headline) == 1);
  CHECK(number(secondary(outcome, "covered_share")) == 1);
  CHECK(number(secondary(outcome, "view_share")) == 1);
  CHECK(number(secondary(outcome, "places")) == 1);
  const Outcome nearer = scene.measure("edge_seat_share", {{"view", 2}});
  CHECK(number(nearer.headline) == 0);
  CHECK(number(secondary(nearer, "view_share")) == 0);
}

TEST_CASE("A seat in the middle of the floor has no back, a seat behind a wall no view",
          "[measure]") {
  const Outcome outcome = TestScene(hall(R"(
    ###########
    #.......#s#
    #.......#.#
    #.......#.#
    #...s...#.#
    #.........#
    #.........#
    Eh........#
    #######D###
    ######2...#
    ###########)"))
                              .measure("edge_seat_share");
  CHECK(number(secondary(outcome, "places")) == 2);
  CHECK(number(secondary(outcome, "covered_share")) == Approx(0.5));
  CHECK(number(outcome.headline) == 0);
  CHECK(number(secondary(outcome, "view_share")) == Approx(0.5));
  CHECK(objects(outcome.places) == std::vector<std::string>{"S2"});
}

TEST_CASE("A wall only counts when it is behind who looks at the route", "[measure]") {
  // The route runs below the seat, so a column above it is behind who looks there.
  Storey storey = hall(R"(
    ###########
    #.........#
    #.........#
    #....s....#
    #.........#
    #.........#
    Eh........#
    ########D##
    #######2..#
    ###########)");
  Wall column;
  column.id = {900};
  column.is_closed = true;
  const auto measure_with = [&](Ring ring) {
    Storey changed = storey;
    column.points = std::move(ring);
    changed.walls.push_back(column);
    return number(TestScene(changed).measure("edge_seat_share").headline);
  };
  const Point seat = storey.seats.front().at;
  const auto block = [&](double dx, double dy) {
    const Point a = seat + Point{dx - 0.2, dy - 0.2}, b = seat + Point{dx + 0.2, dy + 0.2};
    return Ring{{a.x, a.y}, {b.x, a.y}, {b.x, b.y}, {a.x, b.y}};
  };
  CHECK(measure_with(block(0, 1)) == 1);   // behind
  CHECK(measure_with(block(0, -1)) == 0);  // in front
  CHECK(measure_with(block(0, 2)) == 0);   // too far behind
}

TEST_CASE("Two places on one bench count twice", "[measure]") {
  Storey storey = hall(R"(
    ###########
    #....s....#
    #.........#
    #.........#
    #....s....#
    #.........#
    #.........#
    Eh........#
    ########D##
    #######2..#
    ###########)");
  const double top = std::max(storey.seats[0].at.y, storey.seats[1].at.y);
  for (Seat& seat : storey.seats) seat.places = seat.at.y == top ? 2 : 1;
  const Outcome outcome = TestScene(storey).measure("edge_seat_share");
  CHECK(number(secondary(outcome, "places")) == 3);
  CHECK(number(outcome.headline) == Approx(2.0 / 3));
}

TEST_CASE("Seats in a private room do not count, and no seats is not a share of 0", "[measure]") {
  CHECK(is_not_computed(TestScene(clinic()).measure("edge_seat_share").headline));
  const Storey storey = storey_from_text(
      R"(
    ######
    #2.s.#
    ##D###
    #h...#
    ##E###)",
      {{'h', space("hal", Use::Corridor)}, {'2', space("spreekkamer", Use::Consulting)}});
  CHECK(is_not_applicable(TestScene(storey).measure("edge_seat_share").headline));
}
