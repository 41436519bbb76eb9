// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/repeats.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "encounter/philox.h"

using namespace trefpunt;

namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();

WeekHazards every_day(double hazard) {
  WeekHazards hazards;
  hazards.fill(hazard);
  return hazards;
}

// The chance by counting over all patterns of meeting days, for one Z.
double by_patterns(const WeekHazards& hazards, int times, int days, double z) {
  double sum = 0;
  for (unsigned pattern = 0; pattern < 1u << days; ++pattern) {
    double chance = 1;
    for (int d = 0; d < days; ++d) {
      const double met = 1 - std::exp(-z * hazards[static_cast<std::size_t>(d % 7)]);
      chance *= (pattern >> d & 1u) != 0 ? met : 1 - met;
    }
    if (__builtin_popcount(pattern) >= times) sum += chance;
  }
  return sum;
}

}  // namespace

TEST_CASE("Without frailty repeats are binomial", "[encounter]") {
  const double p = 0.3, q = 0.7;
  const WeekHazards hazards = every_day(-std::log(q));
  CHECK(repeat_chance(hazards, 1, 7, kInf) == Approx(1 - std::pow(q, 7)).epsilon(1e-12));
  CHECK(repeat_chance(hazards, 2, 7, kInf) ==
        Approx(1 - std::pow(q, 7) - 7 * p * std::pow(q, 6)).epsilon(1e-12));
}

TEST_CASE("Days of different chances agree with counting every pattern", "[encounter]") {
  const WeekHazards hazards = {0.1, 0.5, 0, 0.02, 0.5, 1.3, 0};
  for (int times = 1; times <= 4; ++times) {
    for (const int days : {1, 3, 7, 10}) {
      CHECK(repeat_chance(hazards, times, days, kInf) ==
            Approx(by_patterns(hazards, times, days, 1)).margin(1e-12));
    }
  }
}

TEST_CASE("With frailty repeats are a mean over Z", "[encounter]") {
  const WeekHazards hazards = {0.1, 0.5, 0, 0.02, 0.5, 1.3, 0};
  // kappa 1: Z is exponential; a fine midpoint rule over its quantiles.
  double mean = 0;
  const int steps = 20000;
  for (int i = 0; i < steps; ++i) {
    mean += by_patterns(hazards, 2, 7, -std::log(1 - (i + 0.5) / steps)) / steps;
  }
  CHECK(repeat_chance(hazards, 2, 7, 1) == Approx(mean).epsilon(1e-4));
}

TEST_CASE("One day of meeting with frailty is the negative binomial's", "[encounter]") {
  const double kappa = 0.2, mean = 7 * 0.4;
  CHECK(1 - repeat_chance(every_day(0.4), 1, 7, kappa) ==
        Approx(std::pow(kappa / (kappa + mean), kappa)).epsilon(1e-12));
}

TEST_CASE("Repeats grow with the chance and the days and shrink with the times", "[encounter]") {
  for (const double kappa : kKappas) {
    double before = -1;
    for (const double hazard : {0.0, 0.01, 0.1, 0.5, 2.0, 30.0}) {
      const double now = repeat_chance(every_day(hazard), 2, 7, kappa);
      CHECK(now >= before);
      before = now;
    }
    CHECK(repeat_chance(every_day(0.1), 2, 14, kappa) > repeat_chance(every_day(0.1), 2, 7, kappa));
    CHECK(repeat_chance(every_day(0.1), 3, 14, kappa) <
          repeat_chance(every_day(0.1), 2, 14, kappa));
  }
  CHECK(repeat_chance(every_day(0), 1, 7, 1) == 0);
}

TEST_CASE("A window of twelve weeks does not lose precision", "[encounter]") {
  // P(N >= 3) of 84 days at 1e-4: 84 choose 3 times 1e-12, to first order.
  CHECK(repeat_chance(every_day(1e-4), 3, 84, kInf) == Approx(95284e-12).epsilon(0.02));
}

TEST_CASE("On days with chance 1 a pair always meets, whoever they are", "[encounter]") {
  const std::array<double, 7> mondays = {1, 0, 0, 0, 0, 0, 0}, both = {1, 0.3, 0, 0, 0, 0, 0};
  for (const double kappa : kKappas) {
    CHECK(repeat_chance_of_days(mondays, 2, 8, kappa) == 1);
    CHECK(repeat_chance_of_days(mondays, 2, 7, kappa) == 0);
    WeekHazards tuesday{};
    tuesday[1] = -std::log(0.7);
    CHECK(repeat_chance_of_days(both, 2, 7, kappa) ==
          Approx(repeat_chance(tuesday, 1, 7, kappa)).epsilon(1e-12));
    CHECK(repeat_chance_of_days({0, 0.3, 0, 0, 0, 0, 0}, 1, 7, kappa) ==
          Approx(repeat_chance(tuesday, 1, 7, kappa)).epsilon(1e-12));
  }
}

TEST_CASE("Philox gives the words that its authors publish", "[encounter]") {
  const auto zero = philox({0, 0, 0, 0}, {0, 0});
  CHECK(zero == std::array<std::uint32_t, 4>{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  const auto pi =
      philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0});
  CHECK(pi == std::array<std::uint32_t, 4>{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("A group that is held for certain does not depend on who is drawn to whom",
          "[encounter]") {
  // Eight meetings on Mondays, each person comes four times in five.
  WeekChances fixed{};
  fixed[0] = 0.8 * 0.8;
  const double apart = 1 - fixed[0];
  const double wanted = 1 - std::pow(apart, 8) - 8 * fixed[0] * std::pow(apart, 7);
  for (const double kappa : kKappas) {
    CHECK(repeat_chance({}, 2, 56, kappa, fixed) == Approx(wanted).epsilon(1e-12));
  }
  fixed[0] = 1;
  CHECK(repeat_chance({}, 4, 28, 0.2, fixed) == Approx(1).epsilon(1e-12));
  CHECK(repeat_chance({}, 4, 21, 0.2, fixed) == Approx(0).margin(1e-12));
}

TEST_CASE("Groups and errands together agree with counting every pattern", "[encounter]") {
  const WeekHazards hazards = {0.1, 0.5, 0, 0.02, 0.5, 1.3, 0};
  const WeekChances fixed = {0.3, 0, 0, 0.9, 0, 0, 0};
  WeekHazards both = hazards;  // without frailty a fixed chance is a hazard like any other
  for (std::size_t d = 0; d < 7; ++d) both[d] -= std::log(1 - fixed[d]);
  for (int times = 1; times <= 4; ++times) {
    CHECK(repeat_chance(hazards, times, 10, kInf, fixed) ==
          Approx(by_patterns(both, times, 10, 1)).margin(1e-12));
  }
}
