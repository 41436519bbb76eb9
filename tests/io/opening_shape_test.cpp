// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/opening_shape.h"

#include <catch2/catch.hpp>

#include "geo_text.h"

using namespace trefpunt;

TEST_CASE("The jambs of a door are the sides that lie against walls, also when they are long") {
  // A short, deep opening: 0.6 m wide in a wall of 1 m.
  SolidIndex solids;
  solids.add_ring(box(-3, 0, 0, 1));
  solids.add_ring(box(0.6, 0, 3, 1));
  for (const Ring& ring : {box(0, 0, 0.6, 1), Ring{{0.6, 0}, {0.6, 1}, {0, 1}, {0, 0}}}) {
    const OpeningShape door = opening_shape(ring, solids);
    CHECK(distance(door.a, door.b) == Approx(0.6));
    REQUIRE(door.footprint.size() == 4);
    CHECK(distance(door.footprint[0], door.footprint[1]) == Approx(0.6));
    CHECK(middle(door.footprint[3], door.footprint[0]) == door.a);
    CHECK(middle(door.footprint[1], door.footprint[2]) == door.b);
  }
}

TEST_CASE("A door that touches no wall runs along its long side") {
  const OpeningShape door = opening_shape(box(0, 0, 0.2, 0.9), SolidIndex());
  CHECK(distance(door.a, door.b) == Approx(0.9));
}

TEST_CASE("A corner in the middle of a side is no corner") {
  SolidIndex solids;
  solids.add_ring(box(-1, 0, 0, 0.2));
  const OpeningShape door =
      opening_shape({{0, 0}, {0.5, 0}, {1, 0}, {1, 0.1}, {1, 0.2}, {0, 0.2}}, solids);
  CHECK(door.footprint.size() == 4);
  CHECK(distance(door.a, door.b) == Approx(1.0));
}

TEST_CASE("A door of more corners keeps the corners that touch the walls") {
  // A rebate of 3 cm in one jamb; turned by 30 degrees.
  const auto turned = [](Point p) {
    return snap({p.x * 0.8660254037844387 - p.y * 0.5, p.x * 0.5 + p.y * 0.8660254037844387});
  };
  Ring ring;
  for (const Point p : Ring{{0, 0}, {1, 0}, {1, 0.1}, {0.97, 0.1}, {0.97, 0.2}, {0, 0.2}}) {
    ring.push_back(turned(p));
  }
  const OpeningShape door = opening_shape(ring, SolidIndex());
  REQUIRE(door.footprint.size() == 4);
  CHECK(distance(door.a, door.b) == Approx(1.0).margin(0.03));
  for (const Point wanted : {turned({0, 0}), turned({1, 0}), turned({0, 0.2})}) {
    CHECK(std::find(door.footprint.begin(), door.footprint.end(), wanted) != door.footprint.end());
  }
}

TEST_CASE("A shape without thickness is a line") {
  const OpeningShape door = opening_shape({{0, 0}, {1, 0}, {2, 0}}, SolidIndex());
  CHECK(door.footprint.empty());
}
