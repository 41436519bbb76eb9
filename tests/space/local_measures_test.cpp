// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/local_measures.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "field_plans.h"

using namespace trefpunt;

namespace {

LocalCounts counts_of(const SightRuns& runs, const FieldGrid& grid, int threads = 1) {
  Job job;
  return *local_counts(runs, grid, threads, job);
}

// As the formulas say, over sets of what each cell sees without itself.
LocalCounts slow_counts(std::vector<std::set<int>> sees) {
  LocalCounts out;
  for (int i = 0; i < static_cast<int>(sees.size()); ++i)
    sees[static_cast<std::size_t>(i)].erase(i);
  for (const std::set<int>& own : sees) {
    std::int64_t pairs = 0;
    std::set<int> together;
    for (const int j : own) {
      const std::set<int>& other = sees[static_cast<std::size_t>(j)];
      for (const int k : other) pairs += static_cast<std::int64_t>(own.count(k));
      together.insert(other.begin(), other.end());
    }
    out.seen.push_back(static_cast<std::int32_t>(own.size()));
    out.pairs.push_back(pairs);
    out.seen_twice.push_back(static_cast<std::int32_t>(together.size()));
  }
  return out;
}

// Corridors and corners, so that some cells see only a few others.
Storey narrow_plan() {
  Storey storey;
  storey.walls = {wall_line(1,
                            {{-0.4, -0.4},
                             {4.4, -0.4},
                             {4.4, 3.4},
                             {3.6, 3.4},
                             {3.6, 0.4},
                             {0.4, 0.4},
                             {0.4, 1.4},
                             {-0.4, 1.4}},
                            true)};
  return storey;
}

}  // namespace

TEST_CASE("Local counts are those of the sets they stand for, over random plans") {
  const auto seed = static_cast<unsigned>(GENERATE(range(1, 13)));
  const double step = GENERATE(0.5, 0.0);
  INFO("seed " << seed << " step " << step);
  const SightScene scene = make_sight_scene(random_plan(seed, 10.3, 7.1, 28, step));
  const FieldGrid grid =
      grid_of(scene, 0.5, {{1.1, 1.2}, {9.1, 6.2}, {5.1, 3.3}, {2.2, 6.1}, {8.2, 1.3}});
  const SightRuns runs = runs_of(scene, grid);
  CHECK(counts_of(runs, grid) == slow_counts(as_sets(runs)));
}

TEST_CASE("Cells that only see one another around corners are counted as the sets are") {
  const SightScene scene = make_sight_scene(narrow_plan());
  const FieldGrid grid = grid_of(scene, 1, {{0, 0}});
  REQUIRE(grid.size() == 9);  // five along, one up on the left, three up on the right
  const SightRuns runs = runs_of(scene, grid);
  const LocalCounts counts = counts_of(runs, grid);
  CHECK(counts == slow_counts(as_sets(runs)));
  // The cell at (0, 1) sees the one at (0, 0) only.
  const auto end = static_cast<std::size_t>(grid.cell_of({0, 1}));
  CHECK(counts.seen[end] == 1);
  const LocalMeasures local = local_measures(counts, runs);
  CHECK(std::isnan(local.clustering[end]));
  CHECK(local.control[end] == Approx(1.0 / 5));          // (0, 0) sees five
  CHECK(local.controllability[end] == Approx(1.0 / 5));  // all that (0, 0) sees, itself not
}

TEST_CASE("Control is 1 on average, over random plans") {
  const auto seed = static_cast<unsigned>(GENERATE(range(1, 9)));
  const SightScene scene = make_sight_scene(random_plan(seed, 11.3, 8.1, 24, 0));
  const FieldGrid grid = grid_of(scene, 0.25, {{1, 1}, {10, 7}, {5, 4}});
  const SightRuns runs = runs_of(scene, grid);
  const LocalMeasures local = local_measures(counts_of(runs, grid), runs);
  double sum = 0;
  int present = 0;
  for (const double control : local.control) {
    if (std::isnan(control)) continue;
    sum += control;
    ++present;
  }
  CHECK(sum / present == Approx(1).epsilon(1e-12));
}

TEST_CASE("In a convex room clustering and control are 1, and all that is seen is seen again") {
  Storey storey;
  storey.walls = {wall_line(1, {{0, 0}, {4, 0}, {4, 3}, {0, 3}}, true)};
  const SightScene scene = make_sight_scene(storey);
  const FieldGrid grid = grid_of(scene, 0.5, {{1, 1}});
  const SightRuns runs = runs_of(scene, grid);
  const LocalMeasures local = local_measures(counts_of(runs, grid), runs);
  const double n = grid.size();
  for (std::size_t i = 0; i < local.control.size(); ++i) {
    CHECK(local.clustering[i] == Approx(1));
    CHECK(local.control[i] == Approx(1));
    CHECK(local.controllability[i] == Approx((n - 1) / n));
  }
}

TEST_CASE("Two cells in sight that see each other are clustered wholly") {
  Storey storey;
  storey.walls = {wall_line(1, {{-0.4, -0.4}, {2.4, -0.4}, {2.4, 0.4}, {-0.4, 0.4}}, true)};
  const SightScene scene = make_sight_scene(storey);
  const FieldGrid grid = grid_of(scene, 1, {{0, 0}});
  REQUIRE(grid.size() == 3);
  const SightRuns runs = runs_of(scene, grid);
  const LocalMeasures local = local_measures(counts_of(runs, grid), runs);
  for (const double clustering : local.clustering) CHECK(clustering == 1);
}

TEST_CASE("A cell that sees the same as before is counted again when what it sees parts") {
  // The corner cell of a small bend sees one cell to the right and one above. Whether those two see
  // each other hangs on how far the wall comes into the bend. A room beside it has most of the
  // sight lines, so that the counts are not simply made anew.
  const auto plan = [](double corner) {
    Storey storey;
    storey.walls = {wall_line(1,
                              {{-0.4, -0.4},
                               {1.4, -0.4},
                               {1.4, corner},
                               {corner, corner},
                               {corner, 1.4},
                               {-0.4, 1.4}},
                              true),
                    wall_line(2, {{9.6, -0.4}, {15.4, -0.4}, {15.4, 5.4}, {9.6, 5.4}}, true)};
    return make_sight_scene(storey);
  };
  const std::vector<Point> from{{0, 0}, {12, 2}};
  const SightScene wide = plan(0.7), narrow = plan(0.4);
  const FieldGrid grid = grid_of(wide, 1, from);
  REQUIRE(grid_of(narrow, 1, from).cells == grid.cells);
  const SightRuns runs_wide = runs_of(wide, grid), runs_narrow = runs_of(narrow, grid);
  const LocalCounts counts_wide = counts_of(runs_wide, grid);
  const LocalCounts counts_narrow = counts_of(runs_narrow, grid);
  const auto corner = static_cast<std::size_t>(grid.cell_of({0, 0}));
  CHECK(counts_wide.seen_twice[corner] == 3);
  CHECK(counts_narrow.seen_twice[corner] == 1);
  Job job;
  CHECK(*update_local_counts(counts_wide, runs_wide, grid, runs_narrow, grid, 1, job) ==
        counts_narrow);
  CHECK(*update_local_counts(counts_narrow, runs_narrow, grid, runs_wide, grid, 1, job) ==
        counts_wide);
}

TEST_CASE("Local counts are the same on one and on four threads") {
  const SightScene scene = make_sight_scene(random_plan(3, 11.3, 8.1, 24, 0));
  const FieldGrid grid = grid_of(scene, 0.2, {{1, 1}, {10, 7}, {5, 4}});
  const SightRuns runs = runs_of(scene, grid);
  CHECK(counts_of(runs, grid, 1) == counts_of(runs, grid, 4));
}

TEST_CASE("A stopped job gives no local counts") {
  const SightScene scene = make_sight_scene(narrow_plan());
  const FieldGrid grid = grid_of(scene, 1, {{0, 0}});
  std::stop_source source;
  source.request_stop();
  Job job(source.get_token());
  CHECK(!local_counts(runs_of(scene, grid), grid, 1, job));
}

TEST_CASE("After walls move, updated counts are those made from nothing, over random plans") {
  const double step = GENERATE(0.5, 0.0);
  const auto seed = static_cast<unsigned>(GENERATE(range(1, 9)));
  INFO("seed " << seed << " step " << step);
  Storey storey = random_plan(seed, 9.3, 7.1, 16, step);
  // A thick wall as well, so that cells come and go.
  storey.walls.push_back(solid(90, 3.1, 2.1, 4.3, 3.4));
  const std::vector<Point> from{{0.3, 0.3}, {8.7, 6.6}, {4.6, 3.2}};
  const auto make = [&] {
    const SightScene scene = make_sight_scene(storey);
    FieldGrid grid = grid_of(scene, 0.4, from);
    SightRuns runs = runs_of(scene, grid);
    return std::pair{std::move(grid), std::move(runs)};
  };
  auto [grid, runs] = make();
  LocalCounts counts = counts_of(runs, grid);
  std::mt19937 random(seed);
  for (int move = 0; move < 4; ++move) {
    // Also the outer wall: then the grid itself grows or shrinks.
    Wall& wall = move == 3   ? storey.walls.front()
                 : move == 2 ? storey.walls.back()
                             : storey.walls[1 + random() % 16];
    const Point by{0.4 * static_cast<double>(random() % 5),
                   0.13 * static_cast<double>(random() % 4)};
    for (Point& p : wall.points) p = snap(p + by);
    const auto [grid_now, runs_now] = make();
    Job job;
    const auto updated = update_local_counts(counts, runs, grid, runs_now, grid_now, 2, job);
    REQUIRE(updated);
    const LocalCounts scratch = counts_of(runs_now, grid_now);
    REQUIRE(*updated == scratch);
    grid = grid_now;
    runs = runs_now;
    counts = scratch;
  }
}
