// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "measure/people.h"

using namespace trefpunt;

namespace {

// Two coffee corners of 3 m2 and a consulting room.
Storey plan(Access one, Access other) {
  Storey storey = storey_from_text(R"(
    #############
    #1..#2..#3..#
    ##O###O###D##
    #c..........#
    ######E######)",
                                   {{'1', space("koffiehoek", Use::ThirdPlace)},
                                    {'2', space("leescafé", Use::ThirdPlace)},
                                    {'3', space("spreekkamer", Use::Consulting)},
                                    {'c', space("gang", Use::Corridor)}});
  storey.spaces[0].access = one;
  storey.spaces[1].access = other;
  return storey;
}

Outcome outcome_of(const Storey& storey) {
  return TestScene(storey).measure("third_place_m2");
}

}  // namespace

TEST_CASE("Third places that anyone may walk into count, without a programme", "[measure]") {
  Storey storey = plan(Access::Public, Access::Public);
  storey.spaces[1].opening_hours = "ma-vr 9-17 uur";
  const Outcome outcome = outcome_of(storey);
  CHECK(number(outcome.headline) == Approx(6));
  CHECK(number(secondary(outcome, "places")) == 2);
  CHECK(number(secondary(outcome, "with_hours")) == 1);
  CHECK(number(secondary(outcome, "with_hours_m2")) == Approx(3));
  CHECK(number(row(outcome, "S1")) == Approx(3));
  CHECK(objects(outcome.places) == std::vector<std::string>{"S1", "S2"});
}

TEST_CASE("A coffee corner for staff or by appointment does not count", "[measure]") {
  const Outcome outcome = outcome_of(plan(Access::Staff, Access::Appointment));
  CHECK(number(outcome.headline) == 0);
  CHECK(number(row(outcome, "S2")) == 0);
}

TEST_CASE("A third place of which the access is not known gives two bounds", "[measure]") {
  Storey storey = plan(Access::Public, Access::Unknown);
  storey.spaces[1].opening_hours = "ma-vr 9-17 uur";
  const Outcome outcome = outcome_of(storey);
  CHECK(range(outcome.headline).low == Approx(3));
  CHECK(range(outcome.headline).high == Approx(6));
  CHECK(range(secondary(outcome, "places")).low == 1);
  CHECK(range(secondary(outcome, "with_hours")).low == 0);
  CHECK(range(row(outcome, "S2")).high == Approx(3));
}

TEST_CASE("Without a third place it is 0 m2 only when every use is known", "[measure]") {
  Storey storey = plan(Access::Public, Access::Public);
  storey.spaces[0].use = storey.spaces[1].use = Use::Office;
  CHECK(number(outcome_of(storey).headline) == 0);
  storey.spaces[0].use = Use::Unknown;
  CHECK(range(outcome_of(storey).headline).high == Approx(3));
  storey.spaces[0].access = Access::Staff;
  CHECK(number(outcome_of(storey).headline) == 0);
}
