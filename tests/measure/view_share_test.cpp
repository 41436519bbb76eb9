// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "measure/clinic.h"

using namespace trefpunt;

namespace {

// Three bedrooms along a corridor.
Storey ward() {
  return storey_from_text(R"(
    #############
    #1..#2..#3..#
    ##D###D###D##
    #c..........#
    ######E######)",
                          {{'1', space("kamer 1", Use::Bedroom)},
                           {'2', space("kamer 2", Use::Bedroom)},
                           {'3', space("kamer 3", Use::Bedroom)},
                           {'c', space("gang", Use::Corridor)}});
}

// A window through the middle of the wall of 1 m that holds the line, between these two points.
void add_window(Storey& storey, Point a, Point b) {
  Window window;
  window.id = {900 + static_cast<int>(storey.windows.size())};
  window.a = a;
  window.b = b;
  storey.windows.push_back(window);
}

}  // namespace

TEST_CASE("A bedroom with a window in its outside wall has a view out", "[measure]") {
  Storey storey = ward();
  add_window(storey, {1.5, 4.5}, {3.5, 4.5});  // above kamer 1
  const Outcome outcome = TestScene(storey).measure("view_share");
  CHECK(number(outcome.headline) == Approx(1.0 / 3));
  CHECK(number(row(outcome, "S1")) == 1);
  CHECK(number(row(outcome, "S2")) == 0);
  CHECK(objects(outcome.places) == std::vector<std::string>{"S2", "S3"});
  CHECK(number(secondary(outcome, "bedrooms")) == 3);
  CHECK(number(secondary(outcome, "inward_share")) == 0);
}

TEST_CASE("A window onto the corridor is no view out, and may be one onto the unit", "[measure]") {
  Storey storey = ward();
  add_window(storey, {5.2, 2.5}, {5.8, 2.5});  // between kamer 2 and the corridor
  const Outcome outcome = TestScene(storey).measure("view_share");
  CHECK(number(outcome.headline) == 0);
  // Whether the occupant can close it is not on any drawing.
  CHECK(range(secondary(outcome, "inward_share")).low == 0);
  CHECK(range(secondary(outcome, "inward_share")).high == Approx(1.0 / 3));
}

TEST_CASE("A window between two bedrooms is no view at all", "[measure]") {
  Storey storey = ward();
  add_window(storey, {4.5, 3.2}, {4.5, 3.8});
  const Outcome outcome = TestScene(storey).measure("view_share");
  CHECK(number(outcome.headline) == 0);
  CHECK(number(secondary(outcome, "inward_share")) == 0);
}

TEST_CASE("A window onto a courtyard is a view out", "[measure]") {
  Storey storey = storey_from_text(R"(
    #########
    #1..#p..#
    ##D######
    #c......#
    ####E####)",
                                   {{'1', space("kamer", Use::Bedroom)},
                                    {'p', space("patio", Use::Outdoor)},
                                    {'c', space("gang", Use::Corridor)}});
  add_window(storey, {4.5, 3.2}, {4.5, 3.8});
  CHECK(number(TestScene(storey).measure("view_share").headline) == 1);
}

TEST_CASE("Glass walls and glass doors are looked through as windows are", "[measure]") {
  Storey storey = ward();
  Wall glass;
  glass.id = {900};
  glass.points = {{1.5, 4.5}, {3.5, 4.5}};  // above kamer 1
  glass.is_glass = true;
  storey.walls.push_back(glass);
  storey.doors[2].is_glass = true;  // of kamer 2
  const Outcome outcome = TestScene(storey).measure("view_share");
  CHECK(number(outcome.headline) == Approx(1.0 / 3));
  CHECK(number(row(outcome, "S1")) == 1);
  CHECK(range(secondary(outcome, "inward_share")).high == Approx(1.0 / 3));
}

TEST_CASE("A drawing without windows says nothing of views", "[measure]") {
  CHECK(range(TestScene(ward()).measure("view_share").headline).low == 0);
  CHECK(range(TestScene(ward()).measure("view_share").headline).high == 1);
}

TEST_CASE("A practice without bedrooms has no view to measure", "[measure]") {
  CHECK(is_not_applicable(TestScene(clinic()).measure("view_share").headline));
}
