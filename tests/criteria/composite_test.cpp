// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/composite.h"

#include <catch2/catch.hpp>

#include "criteria/cases.h"

using namespace trefpunt;
using namespace trefpunt::cases;

namespace {

// RVS-4.1b and c ask for at least 0.5; the planner asks for something in return above half.
Case ward(const Value& single_share, double lounges, double area) {
  Criterion single = measured("RVS-4.1g");
  single.measure = "single_room_compensation";
  single.headline = "met";
  single.threshold.comparison = Comparison::Equal;
  Case c({measured("RVS-4.1b"), measured("RVS-4.1c"), single});
  c.measure("RVS-4.1b", lounges).measure("RVS-4.1c", area);
  c.outcomes["single_room_compensation"].headline = 1.0;
  c.outcomes["single_room_compensation"].secondary["single_share"] = single_share;
  c.ambition.thresholds = {threshold("RVS-4.1b", 0.5), threshold("RVS-4.1c", 0.5)};
  c.ambition.parameters = {{"RVS-4.1g", "trigger", 0.5, "de helft"}};
  return c;
}

}  // namespace

TEST_CASE("Few single rooms ask for nothing in return", "[composite]") {
  const Verdict verdict = ward(0.5, 0, 0).verdict(2);
  CHECK(verdict.status == StatusCode::A);
  CHECK(std::get<double>(*verdict.value) == 1);
  CHECK(verdict.threshold == 1);
}

TEST_CASE("Many single rooms are made up for by meeting places that comply", "[composite]") {
  CHECK(ward(0.8, 1, 1).verdict(2).status == StatusCode::A);
}

TEST_CASE("Many single rooms with a meeting place that falls short unexplained depart",
          "[composite]") {
  const Verdict verdict = ward(0.8, 1, 0.1).verdict(2);
  CHECK(verdict.status == StatusCode::X);
  CHECK(verdict.underlying == StatusCode::C);
  CHECK(std::get<double>(*verdict.value) == 0);
  CHECK(says(verdict.reason, "RVS-4.1c neither complies nor is explained"));
}

TEST_CASE("Many single rooms are made up for by meeting places that are explained", "[composite]") {
  Case c = ward(0.8, 1, 0.1);
  c.answers.explanations = {explained("RVS-4.1c")};
  CHECK(c.verdict(2).status == StatusCode::A);
  c.answers.explanations[0].why.clear();
  CHECK(c.verdict(2).status == StatusCode::X);
}

TEST_CASE("A meeting place without a threshold makes up for nothing", "[composite]") {
  Case c = ward(0.8, 1, 1);
  c.ambition.thresholds.pop_back();
  CHECK(c.verdict(2).underlying == StatusCode::C);
}

TEST_CASE("A meeting place that cannot be determined leaves the balance undetermined",
          "[composite]") {
  Case c = ward(0.8, 1, 1);
  c.measure("RVS-4.1b", NotComputed{});
  CHECK(c.verdict(2).status == StatusCode::E);
  CHECK(says(c.verdict(2).reason, "RVS-4.1b cannot be determined"));
}

TEST_CASE("The others count when they are outside the scope, or stand later", "[composite]") {
  Case c = ward(0.8, 1, 0.1);
  c.scope = {"RVS-4.1g"};
  CHECK(c.verdict().status == StatusCode::X);
  std::swap(c.catalogue.criteria[0], c.catalogue.criteria[2]);
  CHECK(c.verdict().status == StatusCode::X);
}

TEST_CASE("A share of single rooms that is known in part decides on one side only", "[composite]") {
  CHECK(ward(Range{0.2, 0.5, {}}, 0, 0).verdict(2).status == StatusCode::A);
  CHECK(ward(Range{0.2, 0.9, {}}, 0, 0).verdict(2).status == StatusCode::E);
  CHECK(ward(Range{0.2, 0.9, {}}, 1, 1).verdict(2).status == StatusCode::A);
  CHECK(ward(Range{0.6, 0.9, {}}, 0, 0).verdict(2).underlying == StatusCode::C);
}

TEST_CASE("A share of single rooms that could not be computed never complies", "[composite]") {
  CHECK(ward(NotComputed{}, 1, 1).verdict(2).status == StatusCode::E);
}

TEST_CASE("Without bedrooms the balance does not apply", "[composite]") {
  Case c = ward(NotApplicable{}, 1, 1);
  c.outcomes["single_room_compensation"].headline =
      NotApplicable{{"Er zijn geen slaapkamers.", "There are no bedrooms."}};
  CHECK(c.verdict(2).status == StatusCode::D);
}

TEST_CASE("Without a declared trigger the balance is descriptive", "[composite]") {
  Case c = ward(0.8, 1, 1);
  c.ambition.parameters.clear();
  CHECK(c.verdict(2).status == StatusCode::F);
  CHECK(c.verdict(2).needs_threshold_reason);
}

TEST_CASE("The trigger may be declared as the threshold of the criterion", "[composite]") {
  Case c = ward(0.8, 1, 0.1);
  c.ambition.parameters.clear();
  c.ambition.thresholds.push_back(threshold("RVS-4.1g", 0.9));
  CHECK(c.verdict(2).status == StatusCode::A);
  c.ambition.thresholds.back().value = 0.7;
  CHECK(c.verdict(2).status == StatusCode::X);
}

TEST_CASE("The built-in balance is the composite one, and what it follows from exists",
          "[composite]") {
  const Criterion* criterion = builtin_catalogue().find("RVS-4.1g");
  REQUIRE(criterion);
  CHECK(is_composite(*criterion));
  for (const char* id : kCompensatedBy) CHECK(builtin_catalogue().find(id));
  const Measure* measure = find_measure(criterion->measure);
  REQUIRE(measure);
  bool has_share = false;
  for (const SecondaryInfo& info : measure->info().secondary) {
    has_share = has_share || info.id == "single_share";
  }
  CHECK(has_share);
}
