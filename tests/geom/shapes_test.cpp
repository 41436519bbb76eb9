// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/shapes.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace trefpunt;

TEST_CASE("The area of an L is the sum of its two rectangles", "[shapes]") {
  const Ring l{{0, 0}, {4, 0}, {4, 1}, {1, 1}, {1, 3}, {0, 3}};
  CHECK(signed_area(l) == Approx(4 + 2));
  CHECK(perimeter(l) == Approx(14));
  CHECK(contains(l, {0.5, 2}));
  CHECK_FALSE(contains(l, {2, 2}));
}

TEST_CASE("The label of a ring-shaped corridor lies in the corridor", "[shapes]") {
  const Polygon corridor{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{{2, 2}, {2, 8}, {8, 8}, {8, 2}}}};
  CHECK(contains(corridor, label_point(corridor)));
  CHECK(area(corridor) == Approx(64));
}

TEST_CASE("A bow tie crosses itself, a U does not", "[shapes]") {
  CHECK(self_crosses({{0, 0}, {2, 2}, {2, 0}, {0, 2}}));
  CHECK_FALSE(self_crosses({{0, 0}, {3, 0}, {3, 3}, {2, 3}, {2, 1}, {1, 1}, {1, 3}, {0, 3}}));
}

TEST_CASE("Places snap to whole micrometres and never to minus zero", "[shapes]") {
  CHECK(snap({1.0000004, -0.0000001}) == Point{1, 0});
  CHECK_FALSE(std::signbit(snap({-1e-9, 0}).x));
}
