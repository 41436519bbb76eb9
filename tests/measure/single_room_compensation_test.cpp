// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "measure/clinic.h"

using namespace trefpunt;

namespace {

Storey bedrooms(std::optional<int> third) {
  Space one = space("een", Use::Bedroom);
  one.beds = 1;
  Space two = space("twee", Use::Bedroom);
  two.beds = 2;
  Space three = space("drie", Use::Bedroom);
  three.beds = third;
  return storey_from_text(R"(
    #######
    #1#2#3#
    #######)",
                          {{'1', one}, {'2', two}, {'3', three}});
}

}  // namespace

TEST_CASE("Few single rooms meet the condition by themselves", "[measure]") {
  const Outcome outcome = TestScene(bedrooms(4)).measure("single_room_compensation");
  CHECK(number(secondary(outcome, "single_share")) == Approx(1.0 / 3));
  CHECK(number(outcome.headline) == 1);
  CHECK(number(row(outcome, "S2")) == 2);
  CHECK(objects(outcome.places) == std::vector<std::string>{"S1"});
}

TEST_CASE("Many single rooms leave the condition to other criteria", "[measure]") {
  const TestScene scene(bedrooms(1));
  const Outcome outcome = scene.measure("single_room_compensation");
  CHECK(number(secondary(outcome, "single_share")) == Approx(2.0 / 3));
  CHECK(is_not_computed(outcome.headline));
  // At the trigger itself nothing is asked yet.
  CHECK(number(scene.measure("single_room_compensation", {{"trigger", 2.0 / 3}}).headline) == 1);
}

TEST_CASE("A bedroom whose beds are not known may be a single room", "[measure]") {
  const Outcome outcome = TestScene(bedrooms(std::nullopt)).measure("single_room_compensation");
  CHECK(range(secondary(outcome, "single_share")).low == Approx(1.0 / 3));
  CHECK(range(secondary(outcome, "single_share")).high == Approx(2.0 / 3));
  CHECK(is_not_computed(outcome.headline));
}

TEST_CASE("A practice has no single rooms to make up for", "[measure]") {
  CHECK(is_not_applicable(TestScene(clinic()).measure("single_room_compensation").headline));
}
