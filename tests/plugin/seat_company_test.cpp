// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdexcept>

#include "plugin/evaluate.h"
#include "plugin/trefpunt_plugin.hpp"

extern "C" const tp_plugin linked_seat_company;

using namespace trefpunt;

namespace {

// In the lounge two seats 2 m apart and a third 3 m further on; one seat alone in the waiting room,
// 2.2 m from the third through the wall. Nothing in the corridor.
Storey three_rooms() {
  return storey_from_text(R"(
    ################
    #1s.s..s#2#3...#
    #.......Os#....#
    #.......O.O....#
    ####E###########)",
                          {{'1', space("lounge", Use::Lounge)},
                           {'2', space("wachtkamer", Use::Waiting)},
                           {'3', space("gang", Use::Corridor)}});
}

}  // namespace

TEST_CASE("A seat has company when another in its space is near", "[plugin]") {
  const TestScene scene(three_rooms());
  const Outcome outcome = outcome_of(linked_seat_company, scene);  // 2.1 m
  CHECK(number(row(outcome, "S1")) == Approx(2.0 / 3));
  CHECK(number(row(outcome, "S2")) == 0);
  CHECK(is_not_applicable(row(outcome, "S3")));
  CHECK(number(outcome.headline) == Approx(2.0 / 4));
}

TEST_CASE("The reach is a parameter; at exactly that distance counts", "[plugin]") {
  const TestScene scene(three_rooms());
  CHECK(number(outcome_of(linked_seat_company, scene, {{"reach", 2}}).headline) == 0.5);
  CHECK(number(outcome_of(linked_seat_company, scene, {{"reach", 1.9}}).headline) == 0);
  const Outcome far = outcome_of(linked_seat_company, scene, {{"reach", 3}});
  CHECK(number(far.headline) == 0.75);
  CHECK(number(row(far, "S2")) == 0);  // what is near is in another space
}

TEST_CASE("A bench for three is company in itself and counts three times", "[plugin]") {
  Storey storey = three_rooms();
  for (Seat& seat : storey.seats) {
    if (seat.at.x > 9) seat.places = 3;
  }
  const Outcome outcome = outcome_of(linked_seat_company, TestScene(storey));
  CHECK(number(row(outcome, "S2")) == 1);
  CHECK(number(outcome.headline) == Approx(5.0 / 6));  // 2 of 3 in the lounge and 3 of 3
}

TEST_CASE("A plan without seats says nothing of company, not zero", "[plugin]") {
  Storey storey = three_rooms();
  storey.seats.clear();
  const Outcome outcome = outcome_of(linked_seat_company, TestScene(storey));
  CHECK(is_not_computed(outcome.headline));
  CHECK(is_not_computed(row(outcome, "S1")));
}

TEST_CASE("The C++ wrapper turns an exception into a sentence", "[plugin]") {
  static tp_plugin thrower = linked_seat_company;
  thrower.evaluate = trefpunt_sdk::guarded<
      [](const trefpunt_sdk::Call&) { throw std::runtime_error("too many chairs"); }, 1>;
  const Outcome outcome = outcome_of(thrower, TestScene(three_rooms()));
  REQUIRE(is_not_computed(outcome.headline));
  CHECK(std::get<NotComputed>(outcome.headline).reason.en.find("too many chairs") !=
        std::string::npos);
}

TEST_CASE("The C++ wrapper stops when the host says so", "[plugin]") {
  tp_plan plan{};
  plan.space_count = 1;
  tp_result result{};
  bool has_failed = false;
  const tp_host host{
      sizeof(tp_host), &has_failed,
      [](void*, std::uint32_t, std::uint32_t) -> std::int32_t { return 0; },
      [](void* self, const char*, const char*) { *static_cast<bool*>(self) = true; }};
  const double reach = 2;
  CHECK(linked_seat_company.evaluate(&plan, &reach, &result, &host) == TP_STOPPED);
  CHECK_FALSE(has_failed);
}
