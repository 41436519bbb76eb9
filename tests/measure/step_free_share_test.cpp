// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "measure/clinic.h"

using namespace trefpunt;

namespace {

// A lounge on the ground floor and a group room upstairs, joined by what `link` says.
std::vector<Storey> two_storeys(char link) {
  const std::map<char, Space> below = {{'c', space("gang", Use::Corridor)},
                                       {'l', space("lounge", Use::Lounge)}};
  const std::map<char, Space> above = {{'c', space("gang", Use::Corridor)},
                                       {'g', space("groepsruimte", Use::GroupRoom)}};
  std::string ground = "#########\n#c.K.D.l#\n##E######";
  std::string upper = "#########\n#c.K.D.g#\n#########";
  ground[ground.find('K')] = link;
  upper[upper.find('K')] = link;
  return {storey_from_text(ground, below), storey_from_text(upper, above, 1)};
}

}  // namespace

TEST_CASE("A meeting place upstairs needs a lift", "[measure]") {
  const Outcome stairs = TestScene(two_storeys('^')).measure("step_free_share");
  CHECK(number(stairs.headline) == Approx(0.5));  // the lounge, not the group room
  CHECK(objects(stairs.places) == std::vector<std::string>{"S1002"});
  CHECK(number(secondary(stairs, "places")) == 2);
  CHECK(number(TestScene(two_storeys('@')).measure("step_free_share").headline) == 1);
}

TEST_CASE("Narrow doors and high thresholds close a meeting place", "[measure]") {
  for (const auto change : {0, 1, 2, 3}) {
    std::vector<Storey> storeys = two_storeys('@');
    Door& door = storeys[0].doors[1];  // of the lounge
    if (change == 0) door.clear_width = 0.84;
    if (change == 1) door.clear_width = 0.85;
    if (change == 2) door.threshold_height = 0.021;
    if (change == 3) door.threshold_height = 0.02;
    const Outcome outcome = TestScene(std::move(storeys)).measure("step_free_share");
    CHECK(number(outcome.headline) == Approx(change % 2 == 0 ? 0.5 : 1.0));
  }
}

TEST_CASE("What is not known of a door leaves its place open", "[measure]") {
  std::vector<Storey> storeys = two_storeys('@');
  storeys[0].doors[1].clear_width.reset();
  const Outcome outcome = TestScene(storeys).measure("step_free_share");
  CHECK(range(outcome.headline).low == Approx(0.5));
  CHECK(range(outcome.headline).high == Approx(1.0));

  // The entrance itself is on every way.
  storeys[0].doors[0].threshold_height.reset();
  CHECK(range(TestScene(storeys).measure("step_free_share").headline).low == 0);
  storeys[0].doors[0].threshold_height = 0.1;
  CHECK(number(TestScene(storeys).measure("step_free_share").headline) == 0);
}

TEST_CASE("A meeting place without a door on the drawing is not known to be closed", "[measure]") {
  std::vector<Storey> storeys = two_storeys('@');
  storeys[1].walls.push_back({{1999}, storeys[1].doors[0].footprint, true, false, ""});
  storeys[1].doors.clear();
  const Outcome outcome = TestScene(std::move(storeys)).measure("step_free_share");
  CHECK(range(outcome.headline).low == Approx(0.5));
}

TEST_CASE("Without meeting places or a public entrance there is no share", "[measure]") {
  std::vector<Storey> storeys = two_storeys('@');
  storeys[0].doors[0].entrance = Entrance::None;
  CHECK(is_not_computed(TestScene(storeys).measure("step_free_share").headline));
  storeys[0].spaces[1].use = storeys[1].spaces[1].use = Use::Office;
  CHECK(is_not_applicable(TestScene(storeys).measure("step_free_share").headline));
  storeys[0].spaces[1].use = Use::Unknown;
  CHECK(is_not_computed(TestScene(storeys).measure("step_free_share").headline));
}
