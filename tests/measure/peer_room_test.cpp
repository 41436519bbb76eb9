// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "measure/people.h"

using namespace trefpunt;

namespace {

Building plan() {
  Storey storey = storey_from_text(R"(
    #############
    #1..#f..#l..#
    ##D###D###O##
    #c..........#
    ######E######)",
                                   {{'1', space("kamer", Use::Bedroom)},
                                    {'f', space("AYA-lounge", Use::FamilyRoom, 1)},
                                    {'l', space("lounge", Use::Lounge)},
                                    {'c', space("gang", Use::Corridor)}});
  storey.spaces[3].number = "0.12";
  Building building = building_of({storey});
  building.units = {{{1}, "Oncologie", "", std::nullopt, std::nullopt}};
  return building;
}

Outcome outcome_of(std::vector<PeerRoom> rooms) {
  Programme who = programme_of({people("patient", RoleKind::Patient, 2, Use::Bedroom, {})});
  who.peer_rooms = std::move(rooms);
  return TestScene(plan(), who).measure("peer_room");
}

PeerRoom numbered(const char* number, const char* group, const char* hours = "") {
  PeerRoom made;
  made.place.number = number;
  made.group = group;
  made.opening_hours = hours;
  return made;
}

}  // namespace

TEST_CASE("A room given to a named group counts, with its area", "[measure]") {
  PeerRoom by_use;
  by_use.place = any_of(Use::FamilyRoom);
  by_use.place.unit = "Oncologie";
  by_use.group = "jongeren met kanker";
  const Outcome outcome =
      outcome_of({by_use, numbered("0.12", "mensen met diabetes", "di 14-16 uur")});
  CHECK(number(outcome.headline) == 2);
  CHECK(number(secondary(outcome, "area_m2")) == Approx(6));
  CHECK(number(secondary(outcome, "groups")) == 2);
  CHECK(number(secondary(outcome, "with_hours")) == 1);
  CHECK(number(row(outcome, "S3")) == Approx(3));
  CHECK(objects(outcome.places) == std::vector<std::string>{"S3", "S4"});
}

TEST_CASE("A room that two groups use at other times is one room", "[measure]") {
  const Outcome outcome = outcome_of({numbered("0.12", "a"), numbered("0.12", "b", "maandag")});
  CHECK(number(outcome.headline) == 1);
  CHECK(number(secondary(outcome, "groups")) == 2);
  CHECK(number(secondary(outcome, "with_hours")) == 1);
}

TEST_CASE("A room without a group or that is not on the plan does not count and is told",
          "[measure]") {
  const Outcome outcome = outcome_of({numbered("0.12", " "), numbered("9.99", "b")});
  CHECK(number(outcome.headline) == 0);
  CHECK(number(secondary(outcome, "groups")) == 0);
  CHECK(outcome.assumptions.size() == 2);
}

TEST_CASE("A room of another use or unit is not the one that was meant", "[measure]") {
  PeerRoom other;
  other.place = any_of(Use::FamilyRoom);
  other.group = "ouderen";
  CHECK(number(outcome_of({other}).headline) == 1);
  other.place.unit = "Geriatrie";
  CHECK(number(outcome_of({other}).headline) == 0);
}

TEST_CASE("A programme that names no such room says none, and no programme says nothing",
          "[measure]") {
  const Outcome none = outcome_of({});
  CHECK(number(none.headline) == 0);
  CHECK(none.assumptions.size() == 1);
  CHECK(is_not_computed(TestScene(plan()).measure("peer_room").headline));
}
