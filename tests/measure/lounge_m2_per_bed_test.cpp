// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "measure/clinic.h"

using namespace trefpunt;

namespace {

// Bedrooms of 3 x 2 m, a lounge of 4 x 2 = 8 m2 and a family room of 2 x 2 = 4 m2.
Building ward(std::optional<int> beds, Use room = Use::Bedroom) {
  Space first = space("kamer 1", room, 1);
  first.beds = beds;
  Space second = space("kamer 2", room, 2);
  second.beds = 4;
  Building building = building_of({storey_from_text(R"(
    #################
    #1..#2..#3...#4.#
    #...#...#....#..#
    #################)",
                                                    {{'1', first},
                                                     {'2', second},
                                                     {'3', space("lounge", Use::Lounge, 1)},
                                                     {'4', space("familie", Use::FamilyRoom)}})});
  building.units = {{{1}, "A", "", std::nullopt, std::nullopt},
                    {{2}, "B", "", std::nullopt, std::nullopt}};
  return building;
}

}  // namespace

TEST_CASE("Lounge area is shared by the beds of the unit and of the building", "[measure]") {
  const Outcome outcome = TestScene(ward(2)).measure("lounge_m2_per_bed");
  CHECK(number(outcome.headline) == Approx(2.0));    // (8 + 4) m2 / (2 + 4) beds
  CHECK(number(row(outcome, "U1")) == Approx(4.0));  // 8 m2 / 2 beds
  CHECK(number(row(outcome, "U2")) == 0);            // no lounge of its own
  CHECK(number(secondary(outcome, "area_m2")) == Approx(12));
  CHECK(number(secondary(outcome, "divisor")) == 6);
}

TEST_CASE("Unknown beds give no ratio", "[measure]") {
  const Outcome outcome = TestScene(ward(std::nullopt)).measure("lounge_m2_per_bed");
  CHECK(is_not_computed(outcome.headline));
  CHECK(is_not_computed(row(outcome, "U1")));
  CHECK(number(row(outcome, "U2")) == 0);
}

TEST_CASE("Beds stated for a unit go before those of its rooms", "[measure]") {
  Building building = ward(std::nullopt);
  building.units[0].beds = 8;
  CHECK(number(TestScene(building).measure("lounge_m2_per_bed").headline) == Approx(1.0));
}

TEST_CASE("Without beds the area is shared by the consulting rooms", "[measure]") {
  const Outcome outcome = TestScene(ward(0, Use::Consulting)).measure("lounge_m2_per_bed");
  CHECK(number(outcome.headline) == Approx(6.0));  // 12 m2 / 2 rooms
  CHECK(outcome.assumptions.size() == 1);
}

TEST_CASE("No known lounge beside unnamed spaces is not zero", "[measure]") {
  Building building = ward(2);
  Storey storey = *building.storeys[0];
  storey.spaces[2].use = Use::Unknown;
  storey.spaces[3].use = Use::Storage;
  building.storeys = {std::make_shared<const Storey>(storey)};
  const Outcome outcome = TestScene(building).measure("lounge_m2_per_bed");
  CHECK(range(outcome.headline).low == 0);
  CHECK(range(outcome.headline).high == Approx(8.0 / 6));
}
