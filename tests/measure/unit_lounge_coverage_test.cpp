// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "measure/clinic.h"

using namespace trefpunt;

namespace {

// Unit 1 lies left of the locked door and has a lounge, unit 2 right of it and has none.
Storey ward(Use room, Use lounge = Use::Lounge) {
  return storey_from_text(R"(
    #################
    #1..#2..#3..#4..#
    #D###D###D###D###
    #c......Ld......#
    #################)",
                          {{'1', space("kamer 1", room, 1)},
                           {'2', space("lounge", lounge, 1)},
                           {'3', space("kamer 2", room, 2)},
                           {'4', space("berging", Use::Storage, 2)},
                           {'c', space("gang", Use::Corridor)},
                           {'d', space("gang", Use::Corridor)}});
}

Building with_units(Storey storey) {
  Building building = building_of({std::move(storey)});
  building.units = {{{1}, "A", "", std::nullopt, std::nullopt},
                    {{2}, "B", "", std::nullopt, std::nullopt}};
  return building;
}

}  // namespace

TEST_CASE("A unit behind a locked door has no lounge", "[measure]") {
  const Outcome outcome = TestScene(with_units(ward(Use::Bedroom))).measure("unit_lounge_coverage");
  CHECK(number(outcome.headline) == Approx(0.5));  // A of A and B
  CHECK(number(row(outcome, "U1")) == 1);
  CHECK(number(row(outcome, "U2")) == 0);
  CHECK(number(secondary(outcome, "units")) == 2);
  CHECK(objects(outcome.places) == std::vector<std::string>{"S3"});
}

TEST_CASE("A door that nobody knows to be locked gives two bounds", "[measure]") {
  Storey storey = ward(Use::Bedroom);
  for (Door& door : storey.doors) {
    if (door.lock == Lock::Controlled) door.lock = Lock::Unknown;
  }
  const Outcome outcome = TestScene(with_units(storey)).measure("unit_lounge_coverage");
  CHECK(range(outcome.headline).low == Approx(0.5));
  CHECK(range(outcome.headline).high == Approx(1.0));
}

TEST_CASE("A space without a known use may be the lounge", "[measure]") {
  const Outcome outcome =
      TestScene(with_units(ward(Use::Bedroom, Use::Unknown))).measure("unit_lounge_coverage");
  CHECK(range(outcome.headline).high == Approx(0.5));
}

TEST_CASE("Stairs to a lounge on another floor do not count", "[measure]") {
  Storey below = storey_from_text(R"(
    ######
    #1.^.#
    ######)",
                                  {{'1', space("kamer", Use::Bedroom, 1)}});
  Storey above = storey_from_text(R"(
    ######
    #1.^.#
    ######)",
                                  {{'1', space("lounge", Use::Lounge, 1)}}, 1);
  Building building = building_of({below, above});
  building.units = {{{1}, "A", "", 8, true}};
  CHECK(number(TestScene(building).measure("unit_lounge_coverage").headline) == 0);
}

TEST_CASE("Without beds the practices with consulting rooms count", "[measure]") {
  const Outcome outcome =
      TestScene(with_units(ward(Use::Consulting))).measure("unit_lounge_coverage");
  CHECK(number(outcome.headline) == Approx(0.5));
  CHECK(outcome.assumptions.size() == 1);  // says that there are no beds
}

TEST_CASE("Without units, and without rooms, coverage has no number", "[measure]") {
  CHECK(is_not_computed(TestScene(ward(Use::Bedroom)).measure("unit_lounge_coverage").headline));
  CHECK(is_not_applicable(
      TestScene(with_units(ward(Use::Office))).measure("unit_lounge_coverage").headline));
  CHECK(is_not_computed(
      TestScene(with_units(ward(Use::Unknown))).measure("unit_lounge_coverage").headline));
}
