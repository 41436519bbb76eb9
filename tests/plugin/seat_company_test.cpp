// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugin/evaluate.h"

extern "C" const tp_plugin linked_seat_company;

using namespace trefpunt;

namespace {

// In the lounge two seats 2 m apart and a third 3 m further on; one seat alone in the waiting room,
// 2 m from the third through the wall. Nothing in the corridor.
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
  CHECK(number(row(outcome, "S2")) == 0);  // the third seat is near, in another space
  CHECK(is_not_applicable(row(outcome, "S3")));
  CHECK(number(outcome.headline) == Approx(2.0 / 4));
}

TEST_CASE("The reach is a parameter; at exactly that distance counts", "[plugin]") {
  const TestScene scene(three_rooms());
  CHECK(number(outcome_of(linked_seat_company, scene, {{"reach", 2}}).headline) == 0.5);
  CHECK(number(outcome_of(linked_seat_company, scene, {{"reach", 1.9}}).headline) == 0);
  CHECK(number(outcome_of(linked_seat_company, scene, {{"reach", 3}}).headline) == 0.75);
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

TEST_CASE("The C++ wrapper turns an exception into a sentence, and stopping into a stop",
          "[plugin]") {
  const TestScene scene(three_rooms());
  const PluginMeasure measure(linked_seat_company, {"linked.so", "", ""});
  std::stop_source source;
  Job job(source.get_token());
  source.request_stop();
  const Result<Outcome> outcome = evaluate(measure, scene, job, {{"reach", 2}});
  REQUIRE_FALSE(outcome);
  CHECK(outcome.error().code == Code::Cancelled);
}
