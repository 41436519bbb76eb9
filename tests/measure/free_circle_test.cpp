// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/free_circle.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

using namespace trefpunt;

namespace {

Polygon rectangle(double width, double height) {
  return {{{0, 0}, {width, 0}, {width, height}, {0, height}}, {}};
}

}  // namespace

TEST_CASE("The largest circle of a rectangle is its short side", "[measure]") {
  CHECK(2 * largest_circle({rectangle(7, 3), {}, {}, {}}) == Approx(3).margin(0.002));
  CHECK(2 * largest_circle({rectangle(0.4, 9), {}, {}, {}}) == Approx(0.4).margin(0.002));
}

TEST_CASE("A hole in the floor and a covered floor leave less and nothing", "[measure]") {
  Polygon floor = rectangle(4, 4);
  floor.holes.push_back({{1.9, 1.9}, {1.9, 2.1}, {2.1, 2.1}, {2.1, 1.9}});
  // Touching two walls and the corner of the column at (1.9, 1.9).
  const double r = 1.9 * std::sqrt(2.0) / (1 + std::sqrt(2.0));
  CHECK(largest_circle({floor, {}, {}, {}}) == Approx(r).margin(0.001));
  CHECK(largest_circle({rectangle(2, 2), {rectangle(3, 3).outer}, {}, {}}) == 0);
}

TEST_CASE("Clearance never changes faster than the point moves", "[measure]") {
  const FreeFloor free{rectangle(6, 4),
                       {{{1, 1}, {2, 1}, {2, 2}, {1, 2}}},
                       {{{4, 2}, 0.25}},
                       {{{3, 0}, 0.9, {1, 0}, {0, 1}}, {{3.9, 0}, 0.9, {-1, 0}, {0, 1}}}};
  std::mt19937 random(7);
  std::uniform_real_distribution<double> x(-1, 7), y(-1, 5), step(-0.3, 0.3);
  for (int i = 0; i < 5000; ++i) {
    const Point p{x(random), y(random)};
    const Point q{p.x + step(random), p.y + step(random)};
    CHECK(std::abs(clearance(free, p) - clearance(free, q)) <= distance(p, q) + 1e-9);
  }
}

TEST_CASE("No point of a fine grid has more room than the circle found", "[measure]") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    INFO("seed " << seed);
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> x(0, 6), y(0, 4), size(0.2, 1.2);
    FreeFloor free{rectangle(6, 4), {}, {}, {}};
    for (int i = 0; i < 5; ++i) {
      const double x0 = x(random), y0 = y(random), w = size(random), h = size(random);
      free.rings.push_back({{x0, y0}, {x0 + w, y0}, {x0 + w, y0 + h}, {x0, y0 + h}});
      free.discs.push_back({{x(random), y(random)}, 0.25});
    }
    free.quarters.push_back({{2, 0}, 0.9, {1, 0}, {0, 1}});
    double best = 0;
    for (double gx = 0; gx <= 6; gx += 0.05) {
      for (double gy = 0; gy <= 4; gy += 0.05) best = std::max(best, clearance(free, {gx, gy}));
    }
    const double found = largest_circle(free);
    CHECK(found >= best - kCirclePrecision);
    CHECK(found <= best + 0.05);
  }
}
