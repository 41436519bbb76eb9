// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "measure/people.h"

using namespace trefpunt;

namespace {

GroupSession group(const char* id, Use where, std::vector<int> weekdays) {
  GroupSession made;
  made.id = made.name = id;
  made.place = any_of(where);
  made.weekdays = std::move(weekdays);
  made.start_min = 600;
  made.members = {{"patient", 0, 2, 1}};
  return made;
}

Storey plan() {
  return storey_from_text(R"(
    #############
    #1..#g..#l..#
    ##D###D###O##
    #w..Oc......#
    ######E######)",
                          {{'1', space("kamer", Use::Bedroom)},
                           {'g', space("groepsruimte", Use::GroupRoom)},
                           {'l', space("lounge", Use::Lounge)},
                           {'w', space("wachtkamer", Use::Waiting)},
                           {'c', space("gang", Use::Corridor)}});
}

Outcome outcome_of(Storey storey, std::vector<GroupSession> sessions) {
  Programme who = programme_of({people("patient", RoleKind::Patient, 2, Use::Bedroom, {})});
  who.sessions = std::move(sessions);
  const TestScene scene(building_of({std::move(storey)}), who);
  REQUIRE_FALSE(scene.encounter->refused);
  return scene.measure("programmed_share");
}

}  // namespace

TEST_CASE("A meeting place counts with a group in it every week", "[measure]") {
  const Outcome outcome = outcome_of(
      plan(), {group("yoga", Use::GroupRoom, {1, 4}), group("praten", Use::GroupRoom, {5}),
               group("voorlichting", Use::Waiting, {2})});
  CHECK(number(outcome.headline) == Approx(0.5));
  CHECK(number(row(outcome, "S3")) == 3);
  CHECK(number(row(outcome, "S4")) == 0);
  CHECK(objects(outcome.places) == std::vector<std::string>{"S4"});
  CHECK(number(secondary(outcome, "per_week")) == 3);
  CHECK(number(secondary(outcome, "elsewhere")) == 1);
}

TEST_CASE("A programme without groups gives a share of 0, no programme gives none", "[measure]") {
  CHECK(number(outcome_of(plan(), {}).headline) == 0);
  CHECK(is_not_computed(TestScene(plan()).measure("programmed_share").headline));
}

TEST_CASE("Without a meeting place there is no share of activities", "[measure]") {
  Storey storey = plan();
  storey.spaces[2].use = storey.spaces[3].use = Use::Storage;
  CHECK(is_not_applicable(outcome_of(storey, {}).headline));
  storey.spaces[2].use = Use::Unknown;
  CHECK(is_not_computed(outcome_of(storey, {}).headline));
}
