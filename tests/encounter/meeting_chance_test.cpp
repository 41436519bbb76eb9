// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <string>

#include "encounter/starts.h"
#include "encounter/stays_support.h"

using namespace trefpunt;

namespace {

// The share of drawn days on which some pair meets.
double share_met(const Stays& a, const Stays& b, double overlap_min, double chance, int days) {
  StayDraws draws(17);
  std::vector<Stay> of_a, of_b;
  int met = 0;
  for (int day = 0; day < days; ++day) {
    draws.day(a, of_a);
    draws.day(b, of_b);
    bool any = false;
    for (const Stay& one : of_a) {
      for (const Stay& other : of_b) {
        if (common_minutes(one, other) >= overlap_min && draws.unit() < chance) any = true;
      }
    }
    met += any ? 1 : 0;
  }
  return static_cast<double>(met) / days;
}

}  // namespace

TEST_CASE("The chance that nobody meets agrees with drawn days", "[encounter]") {
  struct Case {
    std::string name;
    Stays a, b;
  };
  const std::vector<Case> cases = {
      {"lunch", evenly(720, 750, 0.8, 30), evenly(720, 750, 0.8, 30)},
      {"sparse", evenly(420, 1140, 1, 10), evenly(420, 1140, 1, 10)},
      {"long dwell, two visits", evenly(780, 1020, 2, 45), evenly(780, 1020, 2, 45)},
      {"long dwell, three visits", evenly(780, 1020, 3, 45), evenly(780, 1020, 3, 45)},
      {"asymmetric dwell", evenly(540, 1020, 2, 5), evenly(600, 960, 1, 90)},
      {"the long dwell comes first", evenly(640, 700, 4, 5), evenly(540, 660, 4, 90)},
      {"spread of dwell", evenly(780, 1020, 2, 45, 0.5), evenly(780, 1020, 2, 45, 0.5)},
      {"only the longest stays reach", evenly(725, 962, 10, 9), evenly(540, 630, 2, 90, 0.5)},
      {"long stays reach further", evenly(725, 962, 3.6, 9), evenly(617, 757, 1, 90, 0.5)},
      {"uneven, past midnight", uneven(30, 0.5), evenly(60, 1400, 4, 60)},
      {"round the clock", evenly(0, 1440, 6, 30), evenly(0, 1440, 6, 30)},
  };
  const int days = 30000;
  for (const Case& each : cases) {
    for (const double chance : {1.0, 0.5}) {
      const double share = share_met(each.a, each.b, 1, chance, days);
      const double hazard = -std::log(1 - share), error = std::sqrt(share / (1 - share) / days);
      INFO(each.name << ", chance " << chance);
      CHECK(std::abs(no_meeting_hazard(each.a, each.b, 1, chance) - hazard) <
            3 * error + 0.02 * hazard);
    }
  }
}

TEST_CASE("When everyone who comes meets, nobody meets only if one side stays away",
          "[encounter]") {
  const double a = 0.8, b = 1.7;
  CHECK(no_meeting_hazard(evenly(720, 750, a, 31), evenly(720, 750, b, 40), 1, 1) ==
        Approx(-std::log(std::exp(-a) + std::exp(-b) - std::exp(-a - b))).epsilon(1e-12));
}

TEST_CASE("Two separate hours of the day add their hazards", "[encounter]") {
  const Stays noon = evenly(720, 760, 1.5, 20), night = evenly(1200, 1300, 2, 20);
  Stays both = noon;
  both.starts.push_back(night.starts.front());
  for (const double chance : {1.0, 0.5}) {
    CHECK(no_meeting_hazard(both, both, 1, chance) ==
          Approx(no_meeting_hazard(noon, noon, 1, chance) +
                 no_meeting_hazard(night, night, 1, chance))
              .epsilon(1e-12));
  }
}

TEST_CASE("Starts that nobody of the other side can meet change nothing", "[encounter]") {
  const Stays lunch = evenly(720, 750, 1, 20);
  const Stays near = evenly(681, 769, 88 * 0.01, 40), all_day = evenly(400, 1200, 8, 40);
  CHECK(no_meeting_hazard(lunch, all_day, 1, 1) ==
        Approx(no_meeting_hazard(lunch, near, 1, 1)).epsilon(1e-12));
}

TEST_CASE("The hazard is no more than the expected number and close to it when rare",
          "[encounter]") {
  for (const double number : {1e-3, 0.01, 0.1, 1.0, 10.0}) {
    for (const double chance : {1.0, 0.3}) {
      const Stays a = evenly(540, 1020, number, 20), b = evenly(500, 900, number, 50, 0.5);
      const double mean = chance * expected_overlaps(a, b, 1);
      const double hazard = no_meeting_hazard(a, b, 1, chance);
      CHECK(hazard <= mean);
      CHECK(hazard > mean / (1 + number));
    }
  }
}

TEST_CASE("A small chance of an encounter makes encounters independent", "[encounter]") {
  const Stays a = evenly(780, 1020, 3, 45);
  CHECK(no_meeting_hazard(a, a, 1, 1e-6) ==
        Approx(1e-6 * expected_overlaps(a, a, 1)).epsilon(1e-5));
}

TEST_CASE("The hazard grows with number, dwell and chance and shrinks with the overlap asked",
          "[encounter]") {
  const Stays a = evenly(540, 1020, 2, 20, 0.5);
  const auto hazard = [&](double number, double dwell, double overlap, double chance) {
    return no_meeting_hazard(a, evenly(600, 960, number, dwell), overlap, chance);
  };
  double before = 0;
  for (const double number : {0.001, 0.01, 0.1, 0.5, 1.0, 3.0, 10.0}) {
    const double now = hazard(number, 30, 1, 1);
    CHECK(now > before);
    before = now;
  }
  before = 0;
  for (const double dwell : {1.0, 2.0, 10.0, 30.0, 100.0, 400.0}) {
    const double now = hazard(2, dwell, 1, 1);
    CHECK(now > before);
    before = now;
  }
  CHECK(hazard(2, 30, 1, 1) > hazard(2, 30, 2, 1));
  CHECK(hazard(2, 30, 1, 1) > hazard(2, 30, 1, 0.7));
}

TEST_CASE("The hazard does not depend on who is named first", "[encounter]") {
  const Stays list[] = {uneven(20, 0.5), evenly(420, 1430, 2, 50, 0.3), evenly(700, 760, 9, 1.5),
                        evenly(0, 1440, 5, 30), evenly(0, 1440, 5, 1)};
  for (const Stays& a : list) {
    for (const Stays& b : list) {
      CHECK(no_meeting_hazard(a, b, 1, 0.8) ==
            Approx(no_meeting_hazard(b, a, 1, 0.8)).epsilon(1e-9));
    }
  }
}

TEST_CASE("Five hours later the hazard is the same, across midnight too", "[encounter]") {
  const Stays a = uneven(20, 0.5), b = evenly(60, 1100, 2, 50), always = evenly(0, 1440, 3, 45);
  const Stays day_and_night = {{{0, 360, 0.002}, {360, 1440, 0.01}}, dwell_of(45, 0)};
  for (const double minutes : {300.0, 720.0, 1410.0}) {
    CHECK(no_meeting_hazard(later(day_and_night, minutes), always, 1, 1) ==
          Approx(no_meeting_hazard(day_and_night, always, 1, 1)).epsilon(1e-12));
    for (const Stays& other : {b, always}) {
      CHECK(no_meeting_hazard(later(a, minutes), later(other, minutes), 1, 1) ==
            Approx(no_meeting_hazard(a, other, 1, 1)).epsilon(1e-12));
    }
  }
}

TEST_CASE("Without a possible encounter there is no hazard", "[encounter]") {
  const Stays morning = evenly(480, 600, 2, 30);
  CHECK(no_meeting_hazard(morning, evenly(1140, 1200, 2, 30), 1, 1) == 0);
  CHECK(no_meeting_hazard(morning, {{}, dwell_of(30, 0)}, 1, 1) == 0);
  CHECK(no_meeting_hazard({}, {}, 1, 1) == 0);
  CHECK(no_meeting_hazard(morning, evenly(480, 600, 2, 0.5), 1, 1) == 0);
  CHECK(no_meeting_hazard(morning, morning, 1, 0) == 0);
}

TEST_CASE("Windows on one side only still make encounters", "[encounter]") {
  // b stays just the overlap: it must come while a is there, and a cannot come to it.
  const Stays a = evenly(540, 1020, 1, 31), b = evenly(540, 1020, 2, 1);
  const double share = share_met(a, b, 1, 1, 30000);
  CHECK(no_meeting_hazard(a, b, 1, 1) == Approx(-std::log(1 - share)).epsilon(0.05));
}

TEST_CASE("Many starts and odd lengths keep the hazard finite", "[encounter]") {
  for (const double number : {50.0, 400.0, 5000.0}) {
    for (const double dwell : {1.0, 1.001, 5.0, 300.0, 2000.0}) {
      for (const double spread : {0.0, 2.0}) {
        for (const double to : {601.0, 660.0, 1440.0}) {
          const Stays a = evenly(600, to, number, dwell, spread), b = evenly(0, 1440, 50, 3);
          const double hazard = no_meeting_hazard(a, b, 1, 1);
          CHECK(std::isfinite(hazard));
          CHECK(hazard >= 0);
          CHECK(hazard <= 50);  // nobody meets when nobody of b comes
          CHECK(hazard <= expected_overlaps(a, b, 1) * (1 + 1e-12));
          CHECK(std::isfinite(no_meeting_hazard(a, b, 1, 0.5)));
        }
      }
    }
  }
}
