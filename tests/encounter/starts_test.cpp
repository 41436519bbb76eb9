// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/starts.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

#include "encounter/stays_support.h"

using namespace trefpunt;

namespace {

double mean_of(const Dwell& dwell) {
  return std::accumulate(dwell.begin(), dwell.end(), 0.0) / kDwellClasses;
}

// Expected number present at a time: the rate over the starts that are still there, by small steps.
double present(const Stays& stays, double time, double step) {
  double number = 0;
  for (const double tau : stays.dwell) {
    for (double ago = step / 2; ago < tau; ago += step) {
      const double start = std::fmod(time - ago + 2 * kDayMin, kDayMin);
      for (const StartPiece& piece : stays.starts) {
        if (start >= piece.from_min && start < piece.to_min) {
          number += piece.per_min * step / kDwellClasses;
        }
      }
    }
  }
  return number;
}

}  // namespace

TEST_CASE("The mean number of stays is the integral of their rate", "[encounter]") {
  CHECK(mean_number(evenly(600, 720, 3, 10).starts) == Approx(3).epsilon(1e-14));
  CHECK(mean_number(uneven(10, 0).starts) == Approx(0.6 + 0.24 + 0.36 + 0.8).epsilon(1e-14));
  CHECK(mean_number({}) == 0);
}

TEST_CASE("Classes of dwell keep the mean and rise with the quarters", "[encounter]") {
  for (const double spread : {0.1, 0.5, 1.0, 3.0}) {
    const Dwell dwell = dwell_of(30, spread);
    CHECK(mean_of(dwell) == Approx(30).epsilon(1e-14));
    CHECK(std::is_sorted(dwell.begin(), dwell.end()));
    CHECK(dwell.front() < dwell.back());
  }
  for (const double tau : dwell_of(30, 0)) CHECK(tau == 30);
}

TEST_CASE("The classes of dwell are the means of the quarters of drawn lengths", "[encounter]") {
  std::mt19937_64 bits(3);
  const double sigma = std::sqrt(std::log(1.25));
  std::lognormal_distribution<double> length(std::log(20) - sigma * sigma / 2, sigma);
  std::vector<double> drawn(40000);
  for (double& tau : drawn) tau = length(bits);
  std::sort(drawn.begin(), drawn.end());
  const Dwell dwell = dwell_of(20, 0.5);
  for (std::size_t i = 0; i < dwell.size(); ++i) {
    const auto from = drawn.begin() + static_cast<std::ptrdiff_t>(i * 10000);
    CHECK(dwell[i] == Approx(std::accumulate(from, from + 10000, 0.0) / 10000).epsilon(0.01));
  }
}

TEST_CASE("Starts over the whole day give the uniform formula exactly", "[encounter]") {
  for (const double overlap : {0.0, 1.0, 12.0}) {
    CHECK(expected_overlaps(evenly(0, 1440, 2, 30), evenly(0, 1440, 3, 12), overlap) ==
          Approx(2.0 * 3 * (30 + 12 - 2 * overlap) / 1440).epsilon(1e-12));
  }
  CHECK(expected_overlaps(evenly(0, 1440, 2, 30, 0.5), evenly(0, 1440, 3, 12, 0.3), 1) ==
        Approx(2.0 * 3 * 40 / 1440).epsilon(1e-12));
  CHECK(expected_overlaps(evenly(0, 1440, 1, 2000), evenly(0, 1440, 1, 1500), 0) ==
        Approx(3500.0 / 1440).epsilon(1e-12));
}

TEST_CASE("Starts over part of the day are corrected at its edges", "[encounter]") {
  // u - s is triangular on [-T, T].
  const double window = 240, before = 19, after = 44;
  const auto half = [&](double w) { return (window * window - (window - w) * (window - w)) / 2; };
  CHECK(expected_overlaps(evenly(600, 840, 2, 45), evenly(600, 840, 1, 20), 1) ==
        Approx(2 * (half(before) + half(after)) / (window * window)).epsilon(1e-12));
  // Everyone who comes within half an hour for longer than that meets everyone.
  CHECK(expected_overlaps(evenly(720, 750, 0.8, 31), evenly(720, 750, 0.7, 40), 1) ==
        Approx(0.56).epsilon(1e-12));
}

TEST_CASE("Stays that cannot overlap give no encounter", "[encounter]") {
  const Stays morning = evenly(480, 600, 2, 30), evening = evenly(1140, 1200, 2, 30);
  CHECK(expected_overlaps(morning, evening, 1) == 0);
  CHECK(minutes_together(morning, evening) == 0);
  CHECK(common_rate(morning.starts, evening.starts) == 0);
  CHECK(expected_overlaps(morning, evenly(480, 600, 2, 4), 5) == 0);
  CHECK(expected_overlaps(evenly(480, 600, 2, 4), morning, 5) == 0);
  CHECK(expected_overlaps(morning, {{}, dwell_of(30, 0)}, 1) == 0);
  CHECK(minutes_together({{}, dwell_of(30, 0)}, morning) == 0);
  CHECK(minutes_together(morning, evenly(480, 600, 2, 0)) == 0);
}

TEST_CASE("Classes of dwell shorter than the overlap meet nobody", "[encounter]") {
  Stays some = evenly(0, 1440, 1, 0);
  some.dwell = {1, 2, 10, 20};
  // Of a's classes only 10 and 20 last 5 minutes.
  CHECK(expected_overlaps(some, evenly(0, 1440, 1, 15), 5) ==
        Approx((5 + 15 + 2 * 10) / 4.0 / 1440).epsilon(1e-12));
}

TEST_CASE("Overlaps grow with number and dwell and shrink with the overlap asked", "[encounter]") {
  const Stays a = uneven(20, 0.5);
  double before = 0;
  for (const double dwell : {2.0, 10.0, 40.0, 200.0}) {
    const double now = expected_overlaps(a, evenly(420, 1000, 1, dwell), 1);
    CHECK(now > before);
    CHECK(expected_overlaps(a, evenly(420, 1000, 1.5, dwell), 1) == Approx(1.5 * now));
    CHECK(expected_overlaps(a, evenly(420, 1000, 1, dwell), 1.5) < now);
    before = now;
  }
}

TEST_CASE("Overlaps and minutes do not depend on who is named first", "[encounter]") {
  const Stays a = uneven(20, 0.5), b = evenly(420, 1430, 2, 50, 0.3);
  CHECK(expected_overlaps(a, b, 1) == Approx(expected_overlaps(b, a, 1)).epsilon(1e-12));
  CHECK(minutes_together(a, b) == Approx(minutes_together(b, a)).epsilon(1e-10));
  CHECK(common_rate(a.starts, b.starts) == Approx(common_rate(b.starts, a.starts)).epsilon(1e-14));
}

TEST_CASE("Five hours later all overlaps are the same, across midnight too", "[encounter]") {
  const Stays a = uneven(20, 0.5), b = evenly(60, 1100, 2, 50);
  for (const double minutes : {300.0, 720.0, 1410.0}) {
    const Stays a2 = later(a, minutes), b2 = later(b, minutes);
    CHECK(expected_overlaps(a2, b2, 1) == Approx(expected_overlaps(a, b, 1)).epsilon(1e-12));
    CHECK(minutes_together(a2, b2) == Approx(minutes_together(a, b)).epsilon(1e-12));
    CHECK(common_rate(a2.starts, b2.starts) ==
          Approx(common_rate(a.starts, b.starts)).epsilon(1e-12));
  }
}

TEST_CASE("Minutes together are the integral of both numbers present", "[encounter]") {
  const Stays a = uneven(20, 0.5), b = evenly(500, 1430, 2, 45);
  const double step = 0.5;
  double minutes = 0;
  for (double time = step / 2; time < kDayMin; time += step) {
    minutes += present(a, time, step) * present(b, time, step) * step;
  }
  CHECK(minutes_together(a, b) == Approx(minutes).epsilon(2e-3));
}

TEST_CASE("Minutes together over the whole day are rates times dwell times the day",
          "[encounter]") {
  CHECK(minutes_together(evenly(0, 1440, 2, 30, 0.5), evenly(0, 1440, 3, 12)) ==
        Approx(2.0 * 3 * 30 * 12 / 1440).epsilon(1e-11));
}

TEST_CASE("The common rate is the integral of the product of both", "[encounter]") {
  const Starts a = {{60, 120, 0.1}, {180, 240, 0.2}}, b = {{90, 200, 0.5}, {200, 210, 1}};
  CHECK(common_rate(a, b) == Approx(30 * 0.05 + 20 * 0.1 + 10 * 0.2).epsilon(1e-14));
}

TEST_CASE("Drawn days have as many overlaps and minutes as expected", "[encounter]") {
  const Stays a = uneven(20, 0.5), b = evenly(420, 1420, 2, 50, 0.5);
  StayDraws draws(5);
  std::vector<Stay> of_a, of_b;
  const int days = 40000;
  double pairs = 0, pairs_squared = 0, minutes = 0, minutes_squared = 0;
  for (int day = 0; day < days; ++day) {
    draws.day(a, of_a);
    draws.day(b, of_b);
    double met = 0, together = 0;
    for (const Stay& one : of_a) {
      for (const Stay& other : of_b) {
        met += common_minutes(one, other) >= 5;
        together += common_minutes(one, other);
      }
    }
    pairs += met / days;
    pairs_squared += met * met / days;
    minutes += together / days;
    minutes_squared += together * together / days;
  }
  const double z = 3.29;  // 99.9 %
  CHECK(std::abs(expected_overlaps(a, b, 5) - pairs) <
        z * std::sqrt((pairs_squared - pairs * pairs) / days));
  CHECK(std::abs(minutes_together(a, b) - minutes) <
        z * std::sqrt((minutes_squared - minutes * minutes) / days));
}
