// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "measure/clinic.h"

using namespace trefpunt;

TEST_CASE("Corridor and lounge are the open part of the ground floor", "[measure]") {
  const Outcome outcome = TestScene(clinic()).measure("open_reach");
  CHECK(number(secondary(outcome, "area_m2")) == Approx(6));  // corridor 3 + lounge 3
  CHECK(number(secondary(outcome, "ground_floor_m2")) == Approx(18));
  CHECK(number(outcome.headline) == Approx(1.0 / 3));
  // Nothing stops anyone at the care rooms: a matter of privacy.
  CHECK(number(secondary(outcome, "open_care_rooms")) == 3);
  CHECK(objects(outcome.places) == std::vector<std::string>{"S1", "S2", "S3"});
}

TEST_CASE("A locked door closes what lies behind it", "[measure]") {
  Storey storey = clinic();
  storey.doors[2].is_opening = false;  // D3, to the lounge
  storey.doors[2].lock = Lock::Controlled;
  const Outcome locked = TestScene(storey).measure("open_reach");
  CHECK(number(locked.headline) == Approx(3.0 / 18));
  CHECK(objects(locked.places) == std::vector<std::string>{"S1", "S2"});

  storey.doors[2].lock = Lock::Unknown;
  const Outcome unknown = TestScene(storey).measure("open_reach");
  CHECK(range(unknown.headline).low == Approx(3.0 / 18));
  CHECK(range(unknown.headline).high == Approx(6.0 / 18));

  // Where both sides are stated to be public the door between them cannot be locked.
  storey.spaces[3].access = storey.spaces[4].access = Access::Public;
  CHECK(number(TestScene(storey).measure("open_reach").headline) == Approx(6.0 / 18));
}

TEST_CASE("A space stated to be for staff or by appointment is not open", "[measure]") {
  for (const Access access : {Access::Staff, Access::Appointment}) {
    Storey storey = clinic();
    storey.spaces[4].access = access;  // the lounge
    CHECK(number(TestScene(std::move(storey)).measure("open_reach").headline) == Approx(3.0 / 18));
  }
}

TEST_CASE("A space without a known use may be circulation", "[measure]") {
  Storey storey = clinic();
  storey.spaces[5].use = Use::Unknown;  // was the waiting room
  const Outcome outcome = TestScene(std::move(storey)).measure("open_reach");
  CHECK(range(outcome.headline).low == Approx(6.0 / 18));
  CHECK(range(outcome.headline).high == Approx(9.0 / 18));
}

TEST_CASE("Only the ground floor counts", "[measure]") {
  Storey cellar = storey_from_text("#####\n#c..#\n#####", {{'c', space("gang", Use::Corridor)}}, 0);
  cellar.level = -1;
  cellar.id = {9};
  cellar.spaces[0].id = {99};
  CHECK(number(TestScene({cellar, clinic()}).measure("open_reach").headline) == Approx(1.0 / 3));
}

TEST_CASE("Without a public entrance the open part is not known", "[measure]") {
  Storey storey = clinic();
  storey.doors[0].entrance = Entrance::Unknown;  // leads into a corridor: nothing says for whom
  CHECK(is_not_computed(TestScene(std::move(storey)).measure("open_reach").headline));
}

TEST_CASE("A door of an entrance hall counts as public and says so", "[measure]") {
  Storey storey = clinic();
  storey.doors[0].entrance = Entrance::Unknown;
  storey.spaces[3].use = Use::Entrance;
  const Outcome outcome = TestScene(std::move(storey)).measure("open_reach");
  CHECK(number(outcome.headline) == Approx(1.0 / 3));
  REQUIRE(outcome.assumptions.size() == 1);
  CHECK(outcome.assumptions[0].nl.find("D1") != std::string::npos);
}
