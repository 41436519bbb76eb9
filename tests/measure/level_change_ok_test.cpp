// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>

#include "measure/clinic.h"

using namespace trefpunt;

namespace {

std::vector<Storey> two_storeys(const std::string& links) {
  const std::string below = "#########\n#c" + links + "...#\n##E######";
  const std::string above = "#########\n#1" + links + "...#\n#########";
  return {storey_from_text(below, {{'c', space("hal", Use::Lounge)}}),
          storey_from_text(above, {{'1', space("kamer", Use::Bedroom)}}, 1)};
}

Value headline(std::vector<Storey> storeys) {
  return TestScene(std::move(storeys)).measure("level_change_ok").headline;
}

std::vector<Storey> with_ramp(std::optional<double> slope, std::optional<double> length) {
  std::vector<Storey> storeys = two_storeys("./.");
  for (Link& link : storeys[0].links) {
    link.slope = slope;
    link.walking_length = length;
  }
  return storeys;
}

}  // namespace

TEST_CASE("Thresholds up to two centimetres are in order", "[measure]") {
  Storey storey = clinic();
  storey.doors[0].threshold_height = 0.02;
  storey.doors[3].threshold_height = 0.01;
  storey.doors[4].threshold_height = 0.03;
  const TestScene scene(storey);
  const Outcome outcome = scene.measure("level_change_ok");
  CHECK(number(outcome.headline) == Approx(2.0 / 3));  // D1 and D4 of D1, D4, D5; D6 is flat
  CHECK(number(secondary(outcome, "changes")) == 3);
  CHECK(objects(outcome.places) == std::vector<std::string>{"D5"});
  CHECK(number(scene.measure("level_change_ok", {{"max_step", 0.03}}).headline) == 1);
}

TEST_CASE("A flat building has no level changes", "[measure]") {
  CHECK(is_not_applicable(headline({clinic()})));
}

TEST_CASE("An unknown threshold gives two bounds, an opening has none", "[measure]") {
  Storey storey = clinic();
  storey.doors[1].threshold_height.reset();  // an opening without a leaf
  CHECK(is_not_applicable(headline({storey})));
  storey.doors[3].threshold_height.reset();
  storey.doors[4].threshold_height = 0.02;
  CHECK(range(headline({storey})).low == Approx(0.5));
  CHECK(range(headline({storey})).high == Approx(1.0));
}

TEST_CASE("Stairs need a lift beside them", "[measure]") {
  CHECK(number(headline(two_storeys("^.."))) == 0);
  CHECK(number(headline(two_storeys("^.@"))) == 1);
}

TEST_CASE("A ramp must be within the table", "[measure]") {
  // The rise over a run of 1 : n along a length L is L / sqrt(1 + n^2).
  CHECK(number(headline(with_ramp(1.0 / 12, 3.0))) == 1);                     // 0.249 m
  CHECK(number(headline(with_ramp(1.0 / 12, 3.1))) == 0);                     // 0.257 m
  CHECK(number(headline(with_ramp(1.0 / 16, 8.0))) == 1);                     // 0.499 m
  CHECK(number(headline(with_ramp(1.0 / 16, 8.1))) == 0);                     // 0.505 m
  CHECK(number(headline(with_ramp(1.0 / 20, 20.0))) == 1);                    // 0.999 m
  CHECK(std::holds_alternative<Range>(headline(with_ramp(1.0 / 20, 20.1))));  // landings unknown
  CHECK(number(headline(with_ramp(1.0 / 11, std::nullopt))) == 0);
  CHECK(std::holds_alternative<Range>(headline(with_ramp(1.0 / 20, std::nullopt))));
  CHECK(std::holds_alternative<Range>(headline(with_ramp(std::nullopt, 3.0))));
}

TEST_CASE("A storey that no link reaches is a level change of unknown kind", "[measure]") {
  CHECK(std::holds_alternative<Range>(headline(two_storeys("..."))));
}

TEST_CASE("Without a public entrance level changes are not known", "[measure]") {
  Storey storey = clinic();
  storey.doors[0].entrance = Entrance::None;
  CHECK(is_not_computed(headline({storey})));
}
