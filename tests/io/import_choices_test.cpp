// SPDX-License-Identifier: GPL-3.0-or-later
// What someone says of a drawing itself goes before what the drawing and the layer maps say.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "geo_text.h"

using namespace trefpunt;

namespace {

std::string fixture(const std::string& name) {
  return TREFPUNT_ROOT "/tests/fixtures/dxf/" + name;
}

double width_of(const PlanImport& plan) {
  return box_of(*plan.building.storeys[0]).width();
}

bool has_named_door(const PlanImport& plan) {
  const auto& doors = plan.building.storeys[0]->doors;
  return std::any_of(doors.begin(), doors.end(), [](const Door& d) { return !d.name.empty(); });
}

Result<PlanImport> read_with_unit(const std::string& path, double metres_per_unit) {
  PlanOptions options;
  options.metres_per_unit = metres_per_unit;
  return read({{path, ""}}, options);
}

}  // namespace

TEST_CASE("A unit that someone says is taken, and nothing is guessed", "[io]") {
  const auto guessed = read({{fixture("unit_mm.dxf"), ""}});
  const auto said = read_with_unit(fixture("unit_mm.dxf"), 0.002);
  REQUIRE(guessed);
  REQUIRE(said);
  CHECK(said->building.placement.metres_per_unit == 0.002);
  CHECK(width_of(*said) == Approx(2 * width_of(*guessed)));
  CHECK(count(guessed->findings, finding::kUnitGuessed) == 1);
  CHECK(count(said->findings, finding::kUnitGuessed) == 0);
  // Also over what the drawing states.
  const auto over = read_with_unit(fixture("house.dxf"), 1.5);
  REQUIRE(over);
  CHECK(width_of(*over) == Approx(15));
}

TEST_CASE("A unit that cannot be is refused, and so is one for a file without units", "[io]") {
  for (const double bad : {0.0, -1.0, 1e-7, 2e4, std::nan(""), HUGE_VAL}) {
    CAPTURE(bad);
    const auto plan = read_with_unit(fixture("house.dxf"), bad);
    REQUIRE_FALSE(plan);
    CHECK(plan.error().code == Code::BadInput);
    CHECK(plan.error().where == "house.dxf");
  }
  const TestFolder folder;
  const auto plan = read_with_unit(folder.file("bg.geojson", collection(small_plan())), 0.001);
  REQUIRE_FALSE(plan);
  CHECK(plan.error().code == Code::Unsupported);
}

TEST_CASE("What someone says of a layer goes before its name and the names of its blocks", "[io]") {
  const auto as_named = read({{fixture("house.dxf"), ""}});
  REQUIRE(as_named);
  CHECK(has_named_door(*as_named));

  PlanOptions options;
  options.layers = {{"DEUREN", Meaning::Ignore}};
  const auto said = read({{fixture("house.dxf"), ""}}, options);
  REQUIRE(said);
  CHECK_FALSE(has_named_door(*said));
  CHECK(said->layers[0].name == "DEUREN");
  CHECK(said->layers[0].meaning == Meaning::Ignore);
  // The whole name as it is written, not a pattern.
  options.layers = {{"DEUR*", Meaning::Ignore}};
  const auto pattern = read({{fixture("house.dxf"), ""}}, options);
  REQUIRE(pattern);
  CHECK(has_named_door(*pattern));
}

TEST_CASE("The layers of a drawing without walls can be listed, and said", "[io]") {
  const std::vector<PlanFile> files = {{fixture("unknown_layers.dxf"), ""}};
  REQUIRE_FALSE(read(files));
  Job job;
  const auto layers = read_layers(files, {}, job);
  REQUIRE(layers);
  REQUIRE(layers->size() == 2);
  CHECK(layers->front().name == "a1");
  CHECK(layers->front().file == "unknown_layers.dxf");
  CHECK(layers->front().meaning == Meaning::Unknown);

  PlanOptions options;
  options.layers = {{"a1", Meaning::Wall}};
  CHECK(read(files, options));

  const TestFolder folder;
  const auto none = read_layers({{folder.file("bg.geojson", "{}"), ""}}, {}, job);
  REQUIRE(none);
  CHECK(none->empty());
}
