// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/storey_from_text.h"

#include <catch2/catch.hpp>

#include "measure/clinic.h"

using namespace trefpunt;

TEST_CASE("A text becomes walls, doors, seats and spaces in metres", "[support]") {
  const Storey storey =
      storey_from_text(R"(
    ######
    #1sDl#
    #..#.#
    #E####)",
                       {{'1', space("een", Use::Lounge)}, {'l', space("twee", Use::Office)}});
  REQUIRE(storey.doors.size() == 2);
  CHECK(storey.doors[0].entrance == Entrance::Public);  // the bottom row first
  CHECK(storey.doors[0].a == Point{1, 0.5});
  CHECK(storey.doors[0].b == Point{2, 0.5});
  CHECK(storey.doors[1].a == Point{3.5, 2});
  CHECK(storey.doors[1].b == Point{3.5, 3});
  CHECK(*storey.doors[1].clear_width == Approx(0.9));
  REQUIRE(storey.seats.size() == 1);
  CHECK(storey.seats[0].at == Point{2.5, 2.5});
  REQUIRE(storey.spaces.size() == 2);
  CHECK(storey.spaces[1].anchor == Point{4.5, 2.5});
  double solid = 0;
  for (const Wall& wall : storey.walls) solid += signed_area(wall.points);
  CHECK(solid == Approx(16));  // 6 + 2 + 3 + 5 cells of #
}

TEST_CASE("The layout of a text has the areas one counts", "[support]") {
  const TestScene scene(clinic());
  CHECK(scene.layouts[0]->findings.empty());
  CHECK(scene.access.findings.empty());
  for (const SpaceShape& shape : scene.layouts[0]->shapes) CHECK(shape.area_m2 == Approx(3));
  CHECK(scene.access.nodes.size() == 7);  // six spaces and the outside
  CHECK(scene.access.edges.size() == 6);
}

TEST_CASE("A boundary runs through the middle of its cells", "[support]") {
  const TestScene scene(
      storey_from_text("#######\n#1.=.2#\n#######",
                       {{'1', space("een", Use::Corridor)}, {'2', space("twee", Use::Lounge)}}));
  CHECK(scene.layouts[0]->shapes[0].area_m2 == Approx(2.5));
  REQUIRE(scene.layouts[0]->passages.size() == 1);
  CHECK(scene.layouts[0]->passages[0].width == Approx(1));
}
