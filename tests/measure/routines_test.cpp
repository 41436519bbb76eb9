// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/routines.h"

#include <catch2/catch.hpp>
#include <numeric>

#include "measure/people.h"

using namespace trefpunt;

namespace {

Storey plan() {
  return storey_from_text(R"(
    #############
    #1..#2..#l..#
    ##D###D###D##
    #c..........#
    ######E######)",
                          {{'1', space("kamer", Use::Bedroom)},
                           {'2', space("kantoor", Use::Office)},
                           {'l', space("lounge", Use::Lounge)},
                           {'c', space("gang", Use::Corridor)}});
}

double sum(const PerDayPart& parts) {
  return std::accumulate(parts.begin(), parts.end(), 0.0);
}

}  // namespace

TEST_CASE("Each visit is a way there and a way back, in the part of the day it falls in",
          "[measure]") {
  // Three people, once a day between 11:00 and 12:00, for an hour: back in the afternoon.
  const TestScene scene(building_of({plan()}),
                        programme_of({people("patient", RoleKind::Patient, 3, Use::Bedroom,
                                             {errand("koffie", Use::Lounge, 11, 12, 60)})}));
  REQUIRE_FALSE(scene.encounter->refused);
  const Routines routines = routines_of(*scene.encounter->model);
  REQUIRE(routines.of_pair.size() == 1);
  const PerDayPart& walks = routines.of_pair[0][0];
  CHECK(walks[0] == 0);
  CHECK(walks[1] == Approx(21));
  CHECK(walks[2] == Approx(21));
  CHECK(walks[3] == 0);
  double stays = 0;
  for (const auto& station : routines.at_station) stays += station[0][1];
  CHECK(stays == Approx(21));
}

TEST_CASE("A stay that lasts beyond midnight ends in the night", "[measure]") {
  const TestScene scene(building_of({plan()}),
                        programme_of({people("patient", RoleKind::Patient, 1, Use::Bedroom,
                                             {errand("film", Use::Lounge, 23, 24, 90)})}));
  const Routines routines = routines_of(*scene.encounter->model);
  CHECK(routines.of_pair[0][0][3] == Approx(7));
  CHECK(routines.of_pair[0][0][0] == Approx(7));
}

TEST_CASE("Every walk passes each piece of its route once", "[measure]") {
  const TestScene scene(building_of({plan()}),
                        programme_of({people("patient", RoleKind::Patient, 2, Use::Bedroom,
                                             {errand("koffie", Use::Lounge, 9, 11)}),
                                      people("arts", RoleKind::Staff, 1, Use::Office,
                                             {errand("visite", Use::Bedroom, 9, 11)})}));
  const EncounterModel& model = *scene.encounter->model;
  const Routines routines = routines_of(model);
  const auto walked = times_walked(model, routines);
  for (std::size_t r = 0; r < 2; ++r) {
    double all = 0;  // metres a week, counted over pieces and over routes
    for (std::size_t p = 0; p < walked.size(); ++p) {
      all += walked[p][r] * model.routes->pieces[p].length;
    }
    double wanted = 0;
    for (std::size_t pair = 0; pair < routines.of_pair.size(); ++pair) {
      wanted += sum(routines.of_pair[pair][r]) * model.routes->routes[pair][0].length;
    }
    CHECK(all == Approx(wanted));
    CHECK(all > 0);
  }
}

TEST_CASE("A group counts its expected members on each of its days", "[measure]") {
  Programme who = programme_of({people("patient", RoleKind::Patient, 4, Use::Bedroom, {})});
  GroupSession session;
  session.id = "yoga";
  session.place = any_of(Use::Lounge);
  session.weekdays = {1, 3};
  session.start_min = 11.5 * 60;
  session.minutes = 60;
  session.members = {{"patient", 0, 3, 0.5}};
  who.sessions = {session};
  const TestScene scene(building_of({plan()}), who);
  REQUIRE_FALSE(scene.encounter->refused);
  const EncounterModel& model = *scene.encounter->model;
  const Routines routines = routines_of(model);
  const auto& here = routines.at_station[static_cast<std::size_t>(model.sessions[0].station)][0];
  CHECK(here[0] == 0);
  CHECK(here[1] == Approx(3));
  CHECK(here[2] == Approx(3));  // it lasts beyond noon
  CHECK(here[3] == 0);
}

TEST_CASE("Without a programme, or with one that does not fit, the reason is given", "[measure]") {
  const TestScene none(plan());
  const Outcome outcome = none.measure("recurrence_index");
  CHECK(std::get<NotComputed>(outcome.headline).reason.nl ==
        "Er is geen programma (programme.json).");
  const TestScene wrong(building_of({plan()}),
                        programme_of({people("patient", RoleKind::Patient, 1, Use::Pharmacy, {})}));
  REQUIRE(wrong.encounter->refused);
  const Outcome refused = wrong.measure("recurrence_index");
  CHECK(std::get<NotComputed>(refused.headline).reason == wrong.encounter->refused->sentence);
}
