// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "encounter/overlaps.h"

using namespace trefpunt;

namespace {

// Seconds of difference in start for which two walkers meet on a line of `length` m, by walking
// it in small steps.
double watched_window(double length, bool same_direction, double va, double vb, double beside) {
  const double step = 0.02;  // s, of start and of clock
  const double most = length / va + length / vb + 1;
  int meetings = 0;
  for (double late = -most; late <= most; late += step) {  // b after a
    bool met = false;
    for (double clock = std::max(0.0, late); clock <= length / va && !met; clock += step) {
      const double a = va * clock, along = vb * (clock - late);
      if (along < 0 || along > length) continue;
      met = !same_direction || std::abs(a - along) <= beside;
    }
    meetings += met ? 1 : 0;
  }
  return meetings * step;
}

}  // namespace

TEST_CASE("Two who come from opposite ends of a corridor meet within 2 L / v", "[passing]") {
  CHECK(60 * passing_window({0, 30, 0, 0}, 1.5, 1.5, 2) == Approx(2 * 30 / 1.5));
  CHECK(60 * passing_window({0, 30, 0, 0}, 1, 1.5, 2) == Approx(30 / 1.0 + 30 / 1.5));
}

TEST_CASE("Two who walk the same way at one speed meet when they set out together", "[passing]") {
  CHECK(60 * passing_window({0, 0, 30, 1}, 1.25, 1.25, 2) == Approx(2 * 2 / 1.25));
  CHECK(60 * passing_window({0, 0, 30, 3}, 1.25, 1.25, 2) == Approx(3 * 2 * 2 / 1.25));
}

TEST_CASE("Who shares nothing has no window", "[passing]") {
  CHECK(passing_window({0, 0, 0, 0}, 1, 1.3, 2) == 0);
}

TEST_CASE("The window of a passing is what two walkers on a line show", "[passing]") {
  std::mt19937 random(11);
  std::uniform_real_distribution<double> speed(0.5, 2), length(1, 25), beside(0.5, 4);
  for (int i = 0; i < 40; ++i) {
    const double va = speed(random), vb = speed(random), m = length(random), r = beside(random);
    CAPTURE(va, vb, m, r);
    CHECK(60 * passing_window({0, m, 0, 0}, va, vb, r) ==
          Approx(watched_window(m, false, va, vb, r)).margin(0.15));
    CHECK(60 * passing_window({0, 0, m, 1}, va, vb, r) ==
          Approx(watched_window(m, true, va, vb, r)).margin(0.15));
    CHECK(passing_window({0, m, m, 1}, va, vb, r) ==
          Approx(passing_window({0, m, m, 1}, vb, va, r)));
  }
}
