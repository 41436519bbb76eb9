// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/sensitivity.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

using namespace trefpunt;

namespace {

Assumptions assumptions() {
  Assumptions made;
  Role patient, nurse;
  patient.id = "patient";
  patient.kind = RoleKind::Patient;
  patient.count = 12;
  patient.presence = {{}};
  patient.errands.resize(1);
  patient.errands[0].per_day = 2;
  patient.errands[0].dwell_min = 30;
  nurse.id = "nurse";
  nurse.kind = RoleKind::Staff;
  nurse.count = 5;
  nurse.presence = {{1380, 1860, 0.9, {1}, ""}};
  nurse.errands.resize(1);
  nurse.errands[0].per_day = 4;
  nurse.errands[0].when = {{60, 180, 1}};
  made.programme.roles = {patient, nurse};
  return made;
}
const Role& patient(const Assumptions& some) {
  return some.programme.roles[0];
}
const Role& nurse(const Assumptions& some) {
  return some.programme.roles[1];
}

AssumptionGroup group_of(Assumed what, std::optional<RoleKind> of = std::nullopt) {
  for (const AssumptionGroup& group : assumption_groups(assumptions())) {
    if (group.what == what && group.of == of) return group;
  }
  FAIL("no such group");
  return {};
}

double rate(const Assumptions& some) {
  return patient(some).errands[0].per_day;
}
double dwell(const Assumptions& some) {
  return patient(some).errands[0].dwell_min;
}

}  // namespace

TEST_CASE("Rates are scaled for one kind of role at a time", "[sensitivity]") {
  const Assumptions more = scaled(assumptions(), group_of(Assumed::Rate, RoleKind::Patient), 1.25);
  CHECK(rate(more) == 2.5);
  CHECK(nurse(more).errands[0].per_day == 4);
}

TEST_CASE("What is zero is no assumption to scale", "[sensitivity]") {
  const auto groups = assumption_groups(assumptions());
  const auto has = [&](Assumed what) {
    return std::any_of(groups.begin(), groups.end(),
                       [&](const AssumptionGroup& group) { return group.what == what; });
  };
  CHECK_FALSE(has(Assumed::Spread));
  CHECK(has(Assumed::Detour));
  CHECK(std::none_of(groups.begin(), groups.end(),
                     [](const AssumptionGroup& group) { return group.of == RoleKind::Volunteer; }));
}

TEST_CASE("Head counts stay as they are whatever is scaled", "[sensitivity]") {
  for (const AssumptionGroup& group : assumption_groups(assumptions())) {
    const Assumptions changed = scaled(assumptions(), group, 1.25);
    CHECK(patient(changed).count == 12);
    CHECK(nurse(changed).count == 5);
  }
}

TEST_CASE("Every group changes what it names, and back again", "[sensitivity]") {
  Hasher none;
  hash_into(none, assumptions().programme);
  const Key before = none.key();
  for (const AssumptionGroup& group : assumption_groups(assumptions())) {
    INFO(group.name.en);
    const Assumptions less = scaled(assumptions(), group, 0.5);
    Hasher some, again;
    hash_into(some, less.programme);
    CHECK((some.key() != before || less.kappa == 0.5));
    hash_into(again, scaled(less, group, 2).programme);
    CHECK(again.key() == before);
  }
}

TEST_CASE("A chance ends at 1", "[sensitivity]") {
  CHECK(scaled(assumptions(), group_of(Assumed::Notice), 1.25).programme.rules.notice.value == 1);
  CHECK(nurse(scaled(assumptions(), group_of(Assumed::Attendance), 1.25)).presence[0].probability ==
        1);
}

TEST_CASE("A shift grows around its middle and not beyond a day", "[sensitivity]") {
  const Assumptions wide = scaled(assumptions(), group_of(Assumed::Width), 1.25);
  CHECK(nurse(wide).presence[0].from_min == 1320);
  CHECK(nurse(wide).presence[0].to_min == 1920);
  CHECK(nurse(wide).errands[0].when[0].from_min == 45);
  CHECK(patient(wide).presence[0].to_min - patient(wide).presence[0].from_min == 1440);
}

TEST_CASE("A tornado has the widest assumption first and its ends exactly", "[sensitivity]") {
  Job job;
  const auto result = tornado(
      [](const Assumptions& some) { return Result<double>(100 / dwell(some) + rate(some)); },
      assumptions(), job);
  REQUIRE(result);
  CHECK(result->base == Approx(100.0 / 30 + 2));
  CHECK(result->rows[0].name == group_of(Assumed::DwellTime).name);
  CHECK(result->rows[0].low == Approx(100 / 22.5 + 2));
  CHECK(result->rows[0].high == Approx(100 / 37.5 + 2));
  CHECK(result->rows[1].low == Approx(100.0 / 30 + 1.5));
  for (std::size_t r = 2; r < result->rows.size(); ++r) {
    CHECK(result->rows[r].low == result->base);
    CHECK(result->rows[r].high == result->base);
  }
}

TEST_CASE("A Latin hypercube meets every stratum of every assumption once", "[sensitivity]") {
  const auto factors = screening_factors(64, 5, 1);
  std::set<double> pairs;
  for (std::size_t g = 0; g < 5; ++g) {
    std::set<int> strata;
    for (const auto& run : factors) {
      CHECK(run[g] >= 1 - kChange);
      CHECK(run[g] < 1 + kChange);
      strata.insert(static_cast<int>((run[g] - (1 - kChange)) / (2 * kChange) * 64));
    }
    CHECK(strata.size() == 64);
  }
  CHECK(factors == screening_factors(64, 5, 1));
  CHECK(factors != screening_factors(64, 5, 2));
}

TEST_CASE("Columns of a screening design are unrelated", "[sensitivity]") {
  const auto factors = screening_factors(2000, 3, 1);
  for (const auto& [g, h] : {std::pair<std::size_t, std::size_t>{0, 1}, {1, 2}, {0, 2}}) {
    double sum = 0;
    for (const auto& run : factors) sum += (run[g] - 1) * (run[h] - 1);
    const double variance = kChange * kChange / 3;
    CHECK(std::abs(sum / 2000 / variance) < 0.06);
  }
}

TEST_CASE("An order that holds whatever is assumed is robust", "[sensitivity]") {
  Job job;
  const auto check = check_order(
      [](const Assumptions& some) { return Result<double>(rate(some) * dwell(some)); },
      [](const Assumptions& some) { return Result<double>(1.02 * rate(some) * dwell(some)); },
      assumptions(), job);
  REQUIRE(check);
  CHECK(check->share == 1);
  CHECK(check->is_robust);
  CHECK(check->runs == 64);
}

TEST_CASE("An order that depends on two assumptions holds as often as geometry says",
          "[sensitivity]") {
  // rate < c dwell / 15 in the base; x < c y for x and y uniform on (0.75, 1.25).
  Job job;
  const double c = 1.1;
  const auto check =
      check_order([](const Assumptions& some) { return Result<double>(rate(some)); },
                  [&](const Assumptions& some) { return Result<double>(c * dwell(some) / 15); },
                  assumptions(), job, 4000);
  REQUIRE(check);
  double expected = 0;
  for (int i = 0; i < 10000; ++i) {
    const double y = 0.75 + 0.5 * (i + 0.5) / 10000;
    expected += std::clamp((c * y - 0.75) / 0.5, 0.0, 1.0) / 10000;
  }
  CHECK(check->share == Approx(expected).margin(0.01));
  CHECK_FALSE(check->is_robust);
}

TEST_CASE("A difference of less than one percent is none, however steady its order",
          "[sensitivity]") {
  Job job;
  const auto check =
      check_order([](const Assumptions& some) { return Result<double>(rate(some)); },
                  [](const Assumptions& some) { return Result<double>(1.009 * rate(some)); },
                  assumptions(), job);
  REQUIRE(check);
  CHECK(check->share == 1);
  CHECK_FALSE(check->has_difference);
  CHECK_FALSE(check->is_robust);
}

TEST_CASE("Two variants that are equal have no order that could be robust", "[sensitivity]") {
  Job job;
  const Figure same = [](const Assumptions& some) { return Result<double>(rate(some)); };
  const auto check = check_order(same, same, assumptions(), job);
  REQUIRE(check);
  CHECK_FALSE(check->is_robust);
}

TEST_CASE("A figure that is refused, and a stop, end the check", "[sensitivity]") {
  Job job;
  const Error refused{Code::BadInput, {"Nee.", "No."}, {}};
  const Figure none = [&](const Assumptions&) { return Result<double>(refused); };
  const Figure some = [](const Assumptions&) { return Result<double>(1.0); };
  CHECK(check_order(some, none, assumptions(), job).error().code == Code::BadInput);
  CHECK(tornado(none, assumptions(), job).error().code == Code::BadInput);
  std::stop_source stop;
  Job stopped(stop.get_token());
  stop.request_stop();
  CHECK(check_order(some, some, assumptions(), stopped).error().code == Code::Cancelled);
  CHECK(tornado(some, assumptions(), stopped).error().code == Code::Cancelled);
}
