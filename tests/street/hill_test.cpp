// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/hill.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace trefpunt;

TEST_CASE("Hill numbers of equal classes are the number of classes, whatever the order", "[hill]") {
  for (const double q : {0.0, 0.5, 1.0, 2.0, 3.0}) {
    INFO(q);
    CHECK(hill_number({5, 5, 5, 5}, q) == Approx(4));
  }
}

TEST_CASE("Hill numbers of 2, 1 and 1: by hand", "[hill]") {
  // p = 1/2, 1/4, 1/4
  CHECK(hill_number({2, 1, 1}, 0) == Approx(3));
  CHECK(hill_number({2, 1, 1}, 1) == Approx(std::exp(1.5 * std::log(2.0))));  // H' = 1.5 ln 2
  CHECK(hill_number({2, 1, 1}, 2) == Approx(1 / (0.25 + 0.0625 + 0.0625)));
}

TEST_CASE("The order 1 is the limit of the orders beside it", "[hill]") {
  const double at_one = hill_number({7, 2, 1}, 1);
  CHECK(hill_number({7, 2, 1}, 1 - 1e-6) == Approx(at_one).epsilon(1e-5));
  CHECK(hill_number({7, 2, 1}, 1 + 1e-6) == Approx(at_one).epsilon(1e-5));
}

TEST_CASE("A class with nothing in it does not count, and nothing at all is 0", "[hill]") {
  CHECK(hill_number({3, 0, 3}, 0) == Approx(2));
  CHECK(hill_number({3, 0, 3}, 1) == Approx(2));
  CHECK(hill_number({0, 0}, 1) == 0);
  CHECK(hill_number({}, 2) == 0);
}

TEST_CASE("With every weight 1 the branch form is the plain one", "[hill]") {
  for (const double q : {0.0, 1.0, 2.0}) {
    CHECK(weighted_hill_number({4, 3, 1}, {1, 1, 1}, q) == Approx(hill_number({4, 3, 1}, q)));
  }
}

TEST_CASE("The branch form of two classes, one at half weight: by hand", "[hill]") {
  // p = 1/2, 1/2; w = 1, 1/2; T = 3/4; p / T = 2/3
  CHECK(weighted_hill_number({1, 1}, {1, 0.5}, 0) == Approx(1.5));
  CHECK(weighted_hill_number({1, 1}, {1, 0.5}, 1) == Approx(std::exp(-std::log(2.0 / 3))));
  CHECK(weighted_hill_number({1, 1}, {1, 0.5}, 2) == Approx(1 / (1.5 * 4.0 / 9)));
  // p = 3/4, 1/4; w = 1, 1/2; T = 7/8; p / T = 6/7, 2/7
  CHECK(weighted_hill_number({3, 1}, {1, 0.5}, 2) == Approx(1 / (36.0 / 49 + 0.5 * 4 / 49)));
}

TEST_CASE("A class whose nearest member is beyond the radius adds nothing", "[hill]") {
  CHECK(weighted_hill_number({2, 2}, {1, 0}, 0) == Approx(1));
  CHECK(weighted_hill_number({2}, {0}, 1) == 0);
}

TEST_CASE("The decay is 1 at the door, e^-4 at the radius, and flat up to the tolerance",
          "[hill]") {
  CHECK(clipped_decay(0, 400) == 1);
  CHECK(clipped_decay(400, 400) == Approx(std::exp(-4)));
  CHECK(clipped_decay(100, 400) == Approx(std::exp(-1)));
  CHECK(clipped_decay(400.1, 400) == 0);
  CHECK(clipped_decay(50, 400, 100) == 1);
  CHECK(clipped_decay(200, 400, 100) == Approx(std::exp(-1)));
}
