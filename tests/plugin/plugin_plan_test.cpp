// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/plugin_plan.h"

#include <cmath>
#include <string>

#include "plugin/evaluate.h"

using namespace trefpunt;

namespace {

// A lounge with two seats and a table beside a corridor; a window in the west wall of the lounge,
// another between the two.
Storey lounge_and_corridor() {
  Storey storey = storey_from_text(
      R"(
    #########
    #1.s#...#
    #s.%Oc..#
    ######E##)",
      {{'1', space("lounge", Use::Lounge, 1)}, {'c', space("gang", Use::Corridor)}});
  Window west;
  west.id = {1};
  west.a = {0.5, 1.5};
  west.b = {0.5, 2.5};
  Window inner;
  inner.id = {2};
  inner.a = {4.5, 2.2};
  inner.b = {4.5, 2.8};
  inner.sill_height = 1.1;
  storey.windows = {west, inner};
  storey.spaces[0].beds = 2;
  return storey;
}

}  // namespace

TEST_CASE("A plugin reads the plan as columns, missing values as such", "[plugin]") {
  Building building = building_of({lounge_and_corridor()});
  building.units = {{{1}, "afdeling", "", 12, std::nullopt}};
  const TestScene scene(building);
  const std::map<std::string, double> none;
  const PluginPlan made({scene.building, scene.layouts, scene.access, *scene.on_foot,
                         *scene.wheelchair_low, *scene.wheelchair_high, scene.sights, none});
  const tp_plan& plan = made.columns();
  CHECK(plan.struct_size == sizeof(tp_plan));
  REQUIRE(plan.storey_count == 1);
  CHECK(plan.storey_level[0] == 0);
  REQUIRE(plan.unit_count == 1);
  CHECK(std::string(plan.unit_name[0]) == "afdeling");
  CHECK(plan.unit_beds[0] == 12);

  REQUIRE(plan.space_count == 2);
  CHECK(std::string(plan.space_id[0]) == "S1");
  CHECK(std::string(plan.space_name[1]) == "gang");
  CHECK(std::string(plan.space_use[0]) == "lounge");
  CHECK(plan.space_area[0] == Approx(6));
  CHECK(plan.space_unit[0] == 0);
  CHECK(plan.space_unit[1] == -1);
  CHECK(plan.space_beds[0] == 2);
  CHECK(plan.space_beds[1] == -1);
  REQUIRE(plan.ring_count == 2);
  CHECK(plan.space_ring_begin[2] == 2);
  for (std::uint32_t r = 0; r < 2; ++r) {  // the ring's own area, by the shoelace
    double twice = 0;
    const std::uint32_t begin = plan.ring_point_begin[r], end = plan.ring_point_begin[r + 1];
    for (std::uint32_t i = begin; i < end; ++i) {
      const tp_point a = plan.ring_points[i], b = plan.ring_points[i + 1 < end ? i + 1 : begin];
      twice += a.x * b.y - a.y * b.x;
    }
    CHECK(twice / 2 == Approx(6));  // positive: counter-clockwise
  }

  REQUIRE(plan.window_count == 2);
  CHECK(std::isnan(plan.window_sill[0]));
  CHECK(plan.window_sill[1] == 1.1);
  CHECK(plan.window_space[0] + plan.window_space[1] == -1);  // the lounge and nothing
  CHECK(plan.window_space[2] + plan.window_space[3] == 1);   // both
  CHECK(plan.window_space[2] != plan.window_space[3]);

  REQUIRE(plan.seat_count == 2);
  CHECK(plan.seat_space[0] == 0);
  CHECK(plan.seat_places[0] == 1);
  REQUIRE(plan.furniture_count == 1);
  CHECK(plan.furniture_point_begin[1] == 4);

  REQUIRE(plan.door_count == 2);  // the entrance, then the opening
  CHECK(plan.door_is_outside[0] + plan.door_is_outside[1] == 1);
  CHECK(plan.door_space[0] + plan.door_space[1] == 0);  // -1 and the corridor
  CHECK(plan.door_is_opening[1] == 1);
  CHECK(plan.door_space[2] + plan.door_space[3] == 1);
  CHECK(plan.wall_count == scene.building.storeys[0]->walls.size());
}

TEST_CASE("A space on a second storey keeps its own storey and number in the columns", "[plugin]") {
  const TestScene scene(std::vector<Storey>{
      storey_from_text("####\n#1.#\n##E#", {{'1', space("a", Use::Lounge)}}),
      storey_from_text("####\n#1s#\n####", {{'1', space("b", Use::Lounge)}}, 1)});
  const std::map<std::string, double> none;
  const PluginPlan made({scene.building, scene.layouts, scene.access, *scene.on_foot,
                         *scene.wheelchair_low, *scene.wheelchair_high, scene.sights, none});
  const tp_plan& plan = made.columns();
  REQUIRE(plan.space_count == 2);
  CHECK(plan.space_storey[1] == 1);
  REQUIRE(plan.seat_count == 1);
  CHECK(plan.seat_space[0] == 1);
  CHECK(plan.seat_storey[0] == 1);
}
