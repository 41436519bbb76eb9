// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/sight_runs.h"

#include <catch2/catch.hpp>

#include "field_plans.h"
#include "space/isovist.h"

using namespace trefpunt;

TEST_CASE("Runs hold the pairs of cells whose segment touches nothing, over random plans") {
  // Walls on the cells' own lattice, on half of it, on a finer one, and anywhere.
  const double step = GENERATE(0.5, 0.25, 0.1, 0.0);
  const auto seed = static_cast<unsigned>(GENERATE(range(1, 9)));
  INFO("seed " << seed << " step " << step);
  const Storey storey = random_plan(seed, 9.3, 7.1, 14, step);
  const SightScene scene = make_sight_scene(storey);
  std::vector<Point> everywhere;
  for (double x = 0.26; x < 9; x += 1.1) {
    for (double y = 0.27; y < 7; y += 1.3) everywhere.push_back({x, y});
  }
  const FieldGrid grid = grid_of(scene, 0.5, everywhere);
  REQUIRE(grid.size() > 100);
  const SightRuns runs = runs_of(scene, grid);
  CHECK(as_sets(runs) == slow_sight(scene, grid));
}

TEST_CASE("Runs are within a row, apart, ascending and hold the cell itself") {
  const SightScene scene = make_sight_scene(random_plan(5, 12, 8, 20, 0));
  const FieldGrid grid = grid_of(scene, 0.25, {{6, 4}, {1, 1}, {11, 7}});
  const SightRuns runs = runs_of(scene, grid);
  const auto row = [&](std::uint32_t cell) { return grid.cells[cell].row; };
  for (int cell = 0; cell < runs.cells(); ++cell) {
    CHECK(runs.sees(cell, cell));
    const auto all = runs.of(cell);
    for (std::size_t i = 0; i < all.size(); ++i) {
      REQUIRE(all[i].first <= all[i].last);
      REQUIRE(row(all[i].first) == row(all[i].last));
      if (i == 0) continue;
      REQUIRE(all[i - 1].last < all[i].first);
      if (row(all[i - 1].last) == row(all[i].first)) REQUIRE(all[i - 1].last + 1 < all[i].first);
    }
  }
}

TEST_CASE("In a convex room every cell sees every cell") {
  Storey storey;
  storey.walls = {wall_line(1, {{0, 0}, {6, 0}, {8, 3}, {5, 6}, {0, 5}}, true)};
  const SightScene scene = make_sight_scene(storey);
  const FieldGrid grid = grid_of(scene, 0.3, {{3, 3}});
  const SightRuns runs = runs_of(scene, grid);
  for (const std::int32_t seen : connectivity(runs)) REQUIRE(seen == grid.size() - 1);
}

TEST_CASE("One and four threads give the same runs") {
  const SightScene scene = make_sight_scene(random_plan(11, 20, 12, 40, 0));
  const FieldGrid grid = grid_of(scene, 0.25, {{10, 6}, {1, 1}});
  CHECK(runs_of(scene, grid, 1) == runs_of(scene, grid, 4));
}

TEST_CASE("A stopped job gives no runs") {
  const SightScene scene = make_sight_scene(random_plan(11, 20, 12, 40, 0));
  const FieldGrid grid = grid_of(scene, 0.25, {{10, 6}, {1, 1}});
  std::stop_source source;
  source.request_stop();
  Job job(source.get_token());
  const auto runs = make_sight_runs(scene, grid, 2, job);
  REQUIRE(!runs);
  CHECK(runs.error().code == Code::Cancelled);
}

TEST_CASE("After walls move, updated runs are those made from nothing, over random plans") {
  const double step = GENERATE(0.5, 0.25, 0.0);
  const auto seed = static_cast<unsigned>(GENERATE(range(1, 9)));
  INFO("seed " << seed << " step " << step);
  Storey storey = random_plan(seed, 9.3, 7.1, 16, step);
  // A thick wall as well, so that cells come and go.
  storey.walls.push_back(solid(90, 3.1, 2.1, 4.3, 3.4));
  std::vector<Point> from{{0.3, 0.3}, {8.7, 6.6}, {4.6, 3.2}};
  SightScene scene = make_sight_scene(storey);
  FieldGrid grid = grid_of(scene, 0.25, from);
  SightRuns runs = runs_of(scene, grid);
  std::mt19937 random(seed);
  for (int move = 0; move < 4; ++move) {
    // Also the outer wall: then the grid itself grows or shrinks.
    Wall& wall = move == 3   ? storey.walls.front()
                 : move == 2 ? storey.walls.back()
                             : storey.walls[1 + random() % 16];
    const Point by{0.25 * static_cast<double>(random() % 5),
                   0.13 * static_cast<double>(random() % 4)};
    for (Point& p : wall.points) p = snap(p + by);
    const SightScene scene_now = make_sight_scene(storey);
    const FieldGrid grid_now = grid_of(scene_now, 0.25, from);
    Job job;
    const auto update = update_sight_runs(runs, scene, grid, scene_now, grid_now, 2, job);
    REQUIRE(update);
    const SightRuns scratch = runs_of(scene_now, grid_now);
    REQUIRE(update->runs == scratch);
    scene = scene_now;
    grid = grid_now;
    runs = scratch;
  }
}

TEST_CASE("A wall along a row of cells that moves is noticed from that row") {
  Storey storey;
  storey.walls = {wall_line(1, {{0.1, 0.1}, {5.9, 0.1}, {5.9, 2.9}, {0.1, 2.9}}, true),
                  wall_line(2, {{2.2, 1}, {3.3, 1}})};
  const SightScene before = make_sight_scene(storey);
  const FieldGrid grid = grid_of(before, 0.5, {{1, 1}});
  storey.walls.back().points = {{2.2, 1.7}, {3.3, 1.7}};
  const SightScene after = make_sight_scene(storey);
  const FieldGrid grid_after = grid_of(after, 0.5, {{1, 1}});
  Job job;
  const auto update =
      update_sight_runs(runs_of(before, grid), before, grid, after, grid_after, 1, job);
  REQUIRE(update);
  CHECK(update->runs == runs_of(after, grid_after));

  // Between two cells of the row, so that none comes or goes: from there it is seen end on alone.
  storey.walls.pop_back();
  const SightScene without = make_sight_scene(storey);
  const FieldGrid grid_without = grid_of(without, 0.5, {{1, 1}});
  storey.walls.push_back(wall_line(3, {{2.1, 1}, {2.4, 1}}));
  const SightScene with = make_sight_scene(storey);
  const FieldGrid grid_with = grid_of(with, 0.5, {{1, 1}});
  REQUIRE(grid_with.cells == grid_without.cells);
  const SightRuns runs = runs_of(with, grid_with), runs_without = runs_of(without, grid_without);
  CHECK(update_sight_runs(runs, with, grid_with, without, grid_without, 1, job)->runs ==
        runs_without);
  CHECK(update_sight_runs(runs_without, without, grid_without, with, grid_with, 1, job)->runs ==
        runs);
}

TEST_CASE("In a passage of one row of cells a moved wall is noticed") {
  Storey storey;
  storey.walls = {wall_line(1, {{-0.2, -0.2}, {5.2, -0.2}, {5.2, 0.2}, {-0.2, 0.2}}, true),
                  wall_line(2, {{2.3, -0.2}, {2.3, 0.2}})};
  const std::vector<Point> from{{1, 0}, {4, 0}};
  const SightScene before = make_sight_scene(storey);
  const FieldGrid grid = grid_of(before, 0.5, from);
  REQUIRE(grid.rows == 1);
  for (Point& p : storey.walls.back().points) p.x += 1;
  const SightScene after = make_sight_scene(storey);
  const FieldGrid grid_after = grid_of(after, 0.5, from);
  Job job;
  const auto update =
      update_sight_runs(runs_of(before, grid), before, grid, after, grid_after, 1, job);
  REQUIRE(update);
  CHECK(update->runs == runs_of(after, grid_after));
}

TEST_CASE("Where furniture that is seen over moves, cells come and go in what others see") {
  Storey storey;
  storey.walls = {wall_line(1, {{0, 0}, {6, 0}, {6, 4}, {0, 4}}, true)};
  Furniture table;
  table.id = FurnitureId{1};
  table.ring = {{0, 0}, {1.6, 0}, {1.6, 1.3}, {0, 1.3}};
  storey.furniture = {table};
  const SightScene before = make_sight_scene(storey);
  const FieldGrid grid = grid_of(before, 0.25, {{3, 3}});
  for (Point& p : storey.furniture.front().ring) p = p + Point{0.5, 0.25};
  const SightScene after = make_sight_scene(storey);
  const FieldGrid grid_after = grid_of(after, 0.25, {{3, 3}});
  REQUIRE(before.sight == after.sight);
  Job job;
  const auto update =
      update_sight_runs(runs_of(before, grid), before, grid, after, grid_after, 1, job);
  REQUIRE(update);
  CHECK(update->runs == runs_of(after, grid_after));
}

TEST_CASE("A corner a micrometre beside a line of sight hides nothing, one on it does") {
  const double off = GENERATE(-0.000001, 0.0, 0.000001);
  const double end = GENERATE(1.0, 5.0);  // the wall lies to the left or to the right of the line
  INFO("off " << off << " end " << end);
  Storey storey;
  storey.walls = {wall_line(1, {{-1, -1}, {7, -1}, {7, 7}, {-1, 7}}, true),
                  wall_line(2, {snap({3 + off, 3}), {end, 3}})};
  const SightScene scene = make_sight_scene(storey);
  const FieldGrid grid = grid_of(scene, 2, {{0, 0}});
  REQUIRE(grid.size() == 16);
  const SightRuns runs = runs_of(scene, grid);
  CHECK(as_sets(runs) == slow_sight(scene, grid));
  const bool is_beside = end < 3 ? off < 0 : off > 0;
  CHECK(runs.sees(grid.cell_of({0, 0}), grid.cell_of({4, 4})) == is_beside);
}

TEST_CASE("A sliver of a wall beside a line of sight does not make a cell seen twice") {
  // Both ends of its shadow fall so near the far cell that only whole numbers tell.
  Storey storey;
  storey.walls = {wall_line(1, {{-1, -1}, {9, -1}, {9, 9}, {-1, 9}}, true),
                  wall_line(2, {{7.000001, 7}, {7.000002, 7}})};
  const SightScene scene = make_sight_scene(storey);
  const FieldGrid grid = grid_of(scene, 4, {{0, 0}});
  REQUIRE(grid.size() == 9);
  const SightRuns runs = runs_of(scene, grid);
  const auto slow = slow_sight(scene, grid);
  CHECK(as_sets(runs) == slow);
  const auto seen = connectivity(runs);
  for (std::size_t i = 0; i < slow.size(); ++i)
    CHECK(seen[i] + 1 == static_cast<int>(slow[i].size()));
  CHECK(runs.sees(grid.cell_of({0, 0}), grid.cell_of({8, 8})));
}

TEST_CASE("Moving a wall in one room looks only at the cells that see it") {
  Storey storey = two_rooms();
  storey.walls.push_back(wall_line(20, {{6, 1}, {6, 2}}));
  SightParameters shut;
  shut.doors_open = false;
  const SightScene before = make_sight_scene(storey, shut);
  const FieldGrid grid = grid_of(before, 0.25, {{2, 1.5}, {5, 1.5}});
  const SightRuns runs = runs_of(before, grid);
  for (Point& p : storey.walls.back().points) p.x += 0.5;
  const SightScene after = make_sight_scene(storey, shut);
  const FieldGrid grid_after = grid_of(after, 0.25, {{2, 1.5}, {5, 1.5}});
  Job job;
  const auto update = update_sight_runs(runs, before, grid, after, grid_after, 1, job);
  REQUIRE(update);
  CHECK(update->runs == runs_of(after, grid_after));
  CHECK(!update->rebuilt.empty());
  for (const std::int32_t cell : update->rebuilt) CHECK(grid_after.centre(cell).x > 4.2);
}

TEST_CASE("Only cells that see a changed wall are looked at again, over random plans") {
  int again = 0, in_vain = 0;
  for (unsigned seed = 1; seed < 9; ++seed) {
    INFO("seed " << seed);
    Storey storey = random_plan(seed, 9.3, 7.1, 24, 0);
    const std::vector<Point> from{{0.3, 0.3}, {8.7, 6.6}, {4.6, 3.2}};
    const SightScene before = make_sight_scene(storey);
    const FieldGrid grid = grid_of(before, 0.25, from);
    for (Point& p : storey.walls[1 + seed].points) p = snap(p + Point{0.31, 0.17});
    const SightScene after = make_sight_scene(storey);
    const FieldGrid grid_after = grid_of(after, 0.25, from);
    Job job;
    const auto update =
        update_sight_runs(runs_of(before, grid), before, grid, after, grid_after, 1, job);
    REQUIRE(update);
    // With the old walls and the new ones: what of the changed ones is nearest is seen.
    std::vector<MicroSegment> both;
    std::set_union(before.sight.begin(), before.sight.end(), after.sight.begin(), after.sight.end(),
                   std::back_inserter(both));
    const SightMesh mesh = *make_sight_mesh(both);
    const auto is_changed = [&](std::int32_t wall) {
      if (wall < 0) return false;
      const MicroSegment& s = both[static_cast<std::size_t>(wall)];
      return std::binary_search(before.sight.begin(), before.sight.end(), s) !=
             std::binary_search(after.sight.begin(), after.sight.end(), s);
    };
    for (const std::int32_t cell : update->rebuilt) {
      const Isovist isovist = make_isovist(mesh, grid_after.centre(cell));
      ++again;
      in_vain += isovist.state == Isovist::State::Seen &&
                 std::none_of(isovist.walls.begin(), isovist.walls.end(), is_changed);
    }
  }
  CHECK(again > 500);
  // Between two rows of cells not every wall is known to stand before what it hides.
  CHECK(in_vain * 20 < again);
}

TEST_CASE("A cell on a shut door sees itself alone") {
  Storey storey;
  storey.walls = {wall_line(1, {{-0.1, -0.1}, {4.1, -0.1}, {4.1, 3.1}, {-0.1, 3.1}}, true),
                  wall_line(2, {{2, -0.1}, {2, 0.9}}), wall_line(3, {{2, 2.1}, {2, 3.1}})};
  storey.doors = {door_line(1, {2, 0.9}, {2, 2.1})};
  SightParameters shut;
  shut.doors_open = false;
  const SightScene scene = make_sight_scene(storey, shut);
  const std::vector<Point> from{{1, 1}, {3, 1}};
  const FieldGrid grid = grid_of(scene, 0.5, from);
  const SightRuns runs = runs_of(scene, grid);
  CHECK(as_sets(runs) == slow_sight(scene, grid));
  const int on_door = grid.cell_of({2, 1.5});
  REQUIRE(on_door >= 0);
  CHECK(connectivity(runs)[static_cast<std::size_t>(on_door)] == 0);

  // When the door moves off the cell, and back on it, that is noticed from the cell itself.
  for (Point* p : {&storey.doors.front().a, &storey.doors.front().b}) p->x = 2.2;
  const SightScene beside = make_sight_scene(storey, shut);
  const FieldGrid grid_beside = grid_of(beside, 0.5, from);
  const SightRuns runs_beside = runs_of(beside, grid_beside);
  Job job;
  const auto off = update_sight_runs(runs, scene, grid, beside, grid_beside, 1, job);
  REQUIRE(off);
  CHECK(off->runs == runs_beside);
  const auto on = update_sight_runs(runs_beside, beside, grid_beside, scene, grid, 1, job);
  REQUIRE(on);
  CHECK(on->runs == runs);
}
