// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/field_grid.h"

#include <catch2/catch.hpp>

#include "field_plans.h"

using namespace trefpunt;

namespace {

Storey room(double x0, double y0, double x1, double y1) {
  Storey storey;
  storey.walls = {wall_line(1, {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, true)};
  return storey;
}

Error refused(const Storey& storey, GridParameters parameters) {
  Job job;
  const auto grid = make_field_grid(make_sight_scene(storey), parameters, job);
  REQUIRE(!grid);
  CHECK(!grid.error().sentence.nl.empty());
  return grid.error();
}

}  // namespace

TEST_CASE("Cells lie on multiples of the spacing, from below and from the left") {
  // Inside 0.1 .. 2.1: x = 0.5, 1, 1.5, 2; inside 0.1 .. 1.4: y = 0.5, 1.
  const FieldGrid grid = grid_of(make_sight_scene(room(0.1, 0.1, 2.1, 1.4)), 0.5, {{1, 1}});
  REQUIRE(grid.size() == 8);
  CHECK(grid.centre(0) == Point{0.5, 0.5});
  CHECK(grid.centre(1) == Point{1, 0.5});
  CHECK(grid.centre(4) == Point{0.5, 1});
  CHECK(grid.cell_of({1.2, 0.6}) == 1);
  CHECK(grid.cell_of({1.3, 0.8}) == 6);  // nearest: (1.5, 1)
  CHECK(grid.cell_of({9, 9}) == -1);
}

TEST_CASE("Cells keep to multiples of the spacing below zero and far from it") {
  const FieldGrid below = grid_of(make_sight_scene(room(-2.1, -1.4, -0.1, -0.1)), 0.5, {{-1, -1}});
  CHECK(below.size() == 8);
  CHECK(below.centre(0) == Point{-2, -1});
  const FieldGrid far = grid_of(make_sight_scene(room(155000.1, 463000.1, 155002.1, 463001.4)), 0.5,
                                {{155001, 463001}});
  CHECK(far.size() == 8);
  CHECK(far.centre(0) == Point{155000.5, 463000.5});
}

TEST_CASE("A centre that touches a wall is no cell") {
  const FieldGrid grid = grid_of(make_sight_scene(room(0, 0, 2, 1)), 0.5, {{1, 0.5}});
  CHECK(grid.size() == 3);  // x = 0.5, 1, 1.5; y = 0.5
}

TEST_CASE("Walking goes through doors, past glass only in sight") {
  Storey storey = two_rooms();
  const FieldGrid both = grid_of(make_sight_scene(storey), 0.25, {{2, 1.5}});
  CHECK(both.cell_of({6, 1.5}) >= 0);
  storey.doors.clear();
  storey.walls.push_back(wall_line(30, {{4, 1}, {4, 1.9}}));
  storey.walls.back().is_glass = true;
  storey.walls.push_back(wall_line(31, {{-0.1, 1}, {-0.1, 1.9}}));
  const SightScene scene = make_sight_scene(storey);
  CHECK(grid_of(scene, 0.25, {{2, 1.5}}).cell_of({6, 1.5}) == -1);
  const FieldGrid grid = grid_of(scene, 0.25, {{2, 1.5}, {6, 1.5}});
  const SightRuns runs = runs_of(scene, grid);
  CHECK(runs.sees(grid.cell_of({2, 1.5}), grid.cell_of({6, 1.5})));
}

TEST_CASE("Furniture is walked around, and seen over unless it is tall") {
  Storey storey = room(0, 0, 4, 2);
  storey.furniture.push_back(
      {FurnitureId{1}, {{1.6, 0.4}, {2.4, 0.4}, {2.4, 1.6}, {1.6, 1.6}}, false, "tafel", ""});
  const SightScene low = make_sight_scene(storey);
  const FieldGrid grid = grid_of(low, 0.25, {{0.5, 1}});
  CHECK(grid.cell_of({2, 1}) == -1);
  CHECK(runs_of(low, grid).sees(grid.cell_of({1, 1}), grid.cell_of({3, 1})));
  storey.furniture.front().blocks_sight = true;
  const SightScene tall = make_sight_scene(storey);
  CHECK(!runs_of(tall, grid).sees(grid.cell_of({1, 1}), grid.cell_of({3, 1})));
}

TEST_CASE("A shut door stops sight unless it is glass or has no leaf; it never stops walking") {
  Storey storey = two_rooms();
  const FieldGrid grid = grid_of(make_sight_scene(storey), 0.25, {{2, 1.5}});
  const int left = grid.cell_of({3, 1.5}), right = grid.cell_of({5, 1.5});
  CHECK(runs_of(make_sight_scene(storey), grid).sees(left, right));
  SightParameters shut;
  shut.doors_open = false;
  CHECK(grid_of(make_sight_scene(storey, shut), 0.25, {{2, 1.5}}).cell_of({6, 1.5}) >= 0);
  CHECK(!runs_of(make_sight_scene(storey, shut), grid).sees(left, right));
  storey.doors[0].is_glass = true;
  CHECK(runs_of(make_sight_scene(storey, shut), grid).sees(left, right));
  storey.doors[0].is_glass = false;
  storey.doors[0].is_opening = true;
  CHECK(runs_of(make_sight_scene(storey, shut), grid).sees(left, right));
}

TEST_CASE("From every door, within the building, no cell lies outside it") {
  const Storey storey = two_rooms();
  const auto layout = layout_of(storey);
  const SightScene scene = make_sight_scene(storey);
  GridParameters parameters;
  parameters.spacing = 0.25;
  parameters.from = door_seeds(storey);
  parameters.within = layout.get();
  Job job;
  const auto grid = make_field_grid(scene, parameters, job);
  REQUIRE(grid);
  CHECK(grid->cell_of({1, 1}) >= 0);
  CHECK(grid->cell_of({7, 2}) >= 0);
  for (int cell = 0; cell < grid->size(); ++cell) {
    CHECK(grid->centre(cell).x >= -0.2);
    CHECK(grid->centre(cell).x <= 8.4);
  }
}

TEST_CASE("Grids that cannot be made say why") {
  const Storey storey = room(0, 0, 4, 2);
  GridParameters parameters;
  parameters.from = {{1, 1}};
  parameters.spacing = 0;
  CHECK(refused(storey, parameters).code == Code::BadInput);
  parameters.spacing = 0.0001;
  CHECK(refused(storey, parameters).code == Code::TooLarge);
  parameters.spacing = 100;
  CHECK(refused(storey, parameters).code == Code::BadInput);
  parameters.spacing = 0.25;
  parameters.from = {{40, 1}};
  CHECK(refused(storey, parameters).code == Code::BadInput);
  parameters.from = {{0, 1}};  // on the wall
  CHECK(refused(storey, parameters).code == Code::BadInput);
  parameters.from = {};
  CHECK(refused(storey, parameters).code == Code::BadInput);
  parameters.from = {{1, 1}};
  CHECK(refused({}, parameters).code == Code::BadInput);
  CHECK(refused(room(0, 0, 4000, 2), parameters).code == Code::TooLarge);
  parameters.spacing = 0.15;  // 450,000 cells
  CHECK(refused(room(0, 0, 101, 101), parameters).code == Code::TooLarge);
  parameters.spacing = 0.05;  // 38,000 columns
  parameters.from = {{1, 0.2}};
  CHECK(refused(room(0, 0, 1900, 0.4), parameters).code == Code::TooLarge);
}
