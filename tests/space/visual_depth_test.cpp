// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/visual_depth.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "field_plans.h"
#include "space/depth_batch.h"

using namespace trefpunt;

namespace {

// Equal, or both missing.
bool same(const std::vector<double>& a, const std::vector<double>& b, double margin = 0) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (std::isnan(a[i]) != std::isnan(b[i])) return false;
    if (!std::isnan(a[i]) && std::abs(a[i] - b[i]) > margin) return false;
  }
  return true;
}
bool same(const VisualDepth& a, const VisualDepth& b, double margin = 0) {
  return same(a.node_count, b.node_count, margin) && same(a.mean_depth, b.mean_depth, margin) &&
         same(a.integration_hh, b.integration_hh, margin) &&
         same(a.integration_tekl, b.integration_tekl, margin) &&
         same(a.entropy, b.entropy, margin) &&
         same(a.relativised_entropy, b.relativised_entropy, margin);
}

VisualDepth depth_of(const SightRuns& runs, const FieldGrid& grid, int radius = 0,
                     int threads = 1) {
  Job job;
  return *visual_depth(runs, grid, {radius, threads}, job);
}

// From each cell, over sets, and the formulas as they stand in the literature.
VisualDepth slow_depth(const std::vector<std::set<int>>& sees, int radius) {
  const double none = std::nan("");
  VisualDepth out;
  for (int source = 0; source < static_cast<int>(sees.size()); ++source) {
    std::vector<std::set<int>> levels{{source}};
    std::set<int> reached{source};
    while (!levels.back().empty() && (radius == 0 || static_cast<int>(levels.size()) <= radius)) {
      std::set<int> next;
      for (const int cell : levels.back()) {
        for (const int other : sees[static_cast<std::size_t>(cell)]) {
          if (reached.insert(other).second) next.insert(other);
        }
      }
      levels.push_back(next);
    }
    const auto n = static_cast<double>(reached.size());
    double total = 0;
    for (std::size_t d = 1; d < levels.size(); ++d) {
      total += static_cast<double>(d * levels[d].size());
    }
    const double mean = n > 1 ? total / (n - 1) : none;
    double entropy = n > 1 ? 0 : none, relativised = n > 1 ? 0 : none;
    for (std::size_t d = 1; d < levels.size(); ++d) {
      if (levels[d].empty()) continue;
      const double p = static_cast<double>(levels[d].size()) / (n - 1);
      const double q = std::pow(mean, static_cast<double>(d)) * std::exp(-mean) /
                       std::tgamma(static_cast<double>(d) + 1);
      entropy -= p * std::log2(p);
      relativised += p * std::log2(p / q);
    }
    double hh = none, tekl = none;
    if (n > 2 && total > n - 1) {
      const double ra = 2 * (mean - 1) / (n - 2);
      const double d_n = 2 * (n * (std::log2((n + 2) / 3) - 1) + 1) / ((n - 1) * (n - 2));
      hh = d_n / ra;
    }
    if (n > 2 && total - n + 1 > 1) tekl = std::log((n - 2) / 2) / std::log(total - n + 1);
    out.node_count.push_back(n);
    out.mean_depth.push_back(mean);
    out.integration_hh.push_back(hh);
    out.integration_tekl.push_back(tekl);
    out.entropy.push_back(entropy);
    out.relativised_entropy.push_back(relativised);
  }
  return out;
}

struct Made {
  FieldGrid grid;
  SightRuns runs;
};
Made random_graph(unsigned seed, double spacing = 0.5) {
  const SightScene scene = make_sight_scene(random_plan(seed, 11.3, 8.1, 24, 0));
  FieldGrid grid = grid_of(scene, spacing, {{1, 1}, {10, 7}, {5, 4}, {2, 6}, {9, 2}});
  SightRuns runs = runs_of(scene, grid);
  return {std::move(grid), std::move(runs)};
}

}  // namespace

TEST_CASE("Depth by 512 cells at once is depth from each cell, over random plans") {
  const auto seed = static_cast<unsigned>(GENERATE(range(1, 6)));
  const int radius = GENERATE(0, 2);
  INFO("seed " << seed << " radius " << radius);
  // The finest has more cells than a batch has sources; it takes the slow reference long.
  const Made g = random_graph(seed, seed == 1 && radius == 0 ? 0.37 : 0.5);
  if (seed == 1 && radius == 0) REQUIRE(g.grid.size() > 512);
  CHECK(same(depth_of(g.runs, g.grid, radius), slow_depth(as_sets(g.runs), radius), 1e-9));
}

TEST_CASE("Three cells in a bent row have the values that one counts by hand") {
  // Cells at (0,0), (1,0), (1,1) of a corridor around a corner; the ends do not see each other.
  Storey storey;
  storey.walls = {wall_line(
      1, {{-0.4, -0.4}, {1.4, -0.4}, {1.4, 1.4}, {0.5, 1.4}, {0.5, 0.4}, {-0.4, 0.4}}, true)};
  const SightScene scene = make_sight_scene(storey);
  const FieldGrid grid = grid_of(scene, 1, {{1, 0}});
  REQUIRE(grid.size() == 3);
  const VisualDepth depth = depth_of(runs_of(scene, grid), grid);
  CHECK(depth.node_count == std::vector<double>{3, 3, 3});
  CHECK(depth.mean_depth[0] == Approx(1.5));  // (1 + 2) / 2
  CHECK(depth.mean_depth[1] == Approx(1));
  CHECK(depth.entropy[0] == Approx(1));  // half at 1, half at 2
  CHECK(depth.entropy[1] == 0);
  // RA = 2 x 0.5 / 1 = 1; D(3) = 2 (3 (log2(5/3) - 1) + 1) / 2.
  CHECK(depth.integration_hh[0] == Approx(3 * (std::log2(5.0 / 3) - 1) + 1));
  CHECK(std::isnan(depth.integration_hh[1]));    // RA is 0: nothing to divide by
  CHECK(std::isnan(depth.integration_tekl[0]));  // T - n + 1 = 3 - 3 + 1 = 1
  // 0.5 log2(0.5 / (1.5 e^-1.5)) + 0.5 log2(0.5 / (1.5^2 e^-1.5 / 2)).
  CHECK(depth.relativised_entropy[0] == Approx(0.5 * std::log2(0.5 / (1.5 * std::exp(-1.5))) +
                                               0.5 * std::log2(0.5 / (1.125 * std::exp(-1.5)))));
}

TEST_CASE("In a convex room all lies at depth one and integration is missing, not infinite") {
  Storey storey;
  storey.walls = {wall_line(1, {{0, 0}, {4, 0}, {4, 3}, {0, 3}}, true)};
  const SightScene scene = make_sight_scene(storey);
  const FieldGrid grid = grid_of(scene, 0.5, {{1, 1}});
  const VisualDepth depth = depth_of(runs_of(scene, grid), grid);
  for (int cell = 0; cell < grid.size(); ++cell) {
    const auto i = static_cast<std::size_t>(cell);
    CHECK(depth.node_count[i] == grid.size());
    CHECK(depth.mean_depth[i] == 1);
    CHECK(depth.entropy[i] == 0);
    CHECK(std::isnan(depth.integration_hh[i]));
    CHECK(std::isnan(depth.integration_tekl[i]));
  }
}

TEST_CASE("A cell that sees nothing counts itself and has no depth") {
  Storey storey;
  storey.walls = {wall_line(1, {{0.6, 0.6}, {1.4, 0.6}, {1.4, 1.4}, {0.6, 1.4}}, true)};
  const SightScene scene = make_sight_scene(storey);
  const FieldGrid grid = grid_of(scene, 1, {{1, 1}});
  REQUIRE(grid.size() == 1);
  const SightRuns runs = runs_of(scene, grid);
  const VisualDepth depth = depth_of(runs, grid);
  CHECK(depth.node_count[0] == 1);
  CHECK(std::isnan(depth.mean_depth[0]));
  CHECK(std::isnan(depth.entropy[0]));
  CHECK(sight_moments(runs, grid, 1).first[0] == 0);
}

TEST_CASE("Depth is the same on one and on four threads, and with or without progress") {
  const Made g = random_graph(3, 0.2);
  REQUIRE(g.grid.size() > 1024);
  const VisualDepth one = depth_of(g.runs, g.grid, 0, 1);
  CHECK(same(one, depth_of(g.runs, g.grid, 0, 4)));
  int calls = 0;
  Job job;
  std::size_t exact_before = 0;
  const auto told = visual_depth(g.runs, g.grid, {0, 2}, job, [&](const VisualDepth& so_far) {
    ++calls;
    const auto exact = static_cast<std::size_t>(
        std::count(so_far.is_exact.begin(), so_far.is_exact.end(), char{1}));
    CHECK(exact >= exact_before);
    exact_before = exact;
    // Nothing is missing in an estimate that is not missing in the end.
    for (std::size_t i = 0; i < so_far.mean_depth.size(); ++i) {
      REQUIRE(std::isnan(so_far.mean_depth[i]) == std::isnan(one.mean_depth[i]));
    }
  });
  REQUIRE(told);
  CHECK(same(one, *told));
  CHECK(calls == 1 + (g.grid.size() + 511) / 512);
  CHECK(exact_before == told->is_exact.size());
}

TEST_CASE("A sample of the cells estimates depth within a few hundredths") {
  const Made g = random_graph(3, 0.15);
  REQUIRE(g.grid.size() > 2000);
  const VisualDepth exact = depth_of(g.runs, g.grid);
  Job job;
  const auto sample = sampled_visual_depth(g.runs, g.grid, {}, 512, job);
  REQUIRE(sample);
  CHECK(same(sample->node_count, exact.node_count));
  CHECK(std::count(sample->is_exact.begin(), sample->is_exact.end(), char{1}) == 512);
  for (std::size_t i = 0; i < exact.mean_depth.size(); ++i) {
    if (sample->is_exact[i]) CHECK(sample->mean_depth[i] == exact.mean_depth[i]);
    CHECK(sample->mean_depth[i] == Approx(exact.mean_depth[i]).epsilon(0.05));
  }
  // All of the cells as sample: nothing is estimated.
  const auto all = sampled_visual_depth(g.runs, g.grid, {}, g.grid.size(), job);
  REQUIRE(all);
  CHECK(same(*all, exact));
}

TEST_CASE("A sample within a radius estimates what lies within it, not all there is") {
  const Made g = random_graph(3, 0.15);
  Job job;
  const auto sample = sampled_visual_depth(g.runs, g.grid, {1, 1}, 512, job);
  REQUIRE(sample);
  const auto seen = connectivity(g.runs);
  double estimated = 0, exact = 0;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (std::isnan(sample->node_count[i])) continue;  // none of the sample in sight
    estimated += sample->node_count[i];
    exact += seen[i] + 1;
  }
  CHECK(estimated == Approx(exact).epsilon(0.05));
}

TEST_CASE("A few sources side by side reach what each of them reaches alone") {
  const Made g = random_graph(3, 0.5);
  for (const int together : {1, 2, 4}) {
    std::vector<std::int32_t> sources;
    for (int i = 0; i < together; ++i) sources.push_back(i);
    DepthBatch batch(g.runs);
    batch.search(sources, 0);
    const int depths = batch.depths();
    for (int i = 0; i < together; ++i) {
      DepthBatch alone(g.runs);
      alone.search(std::span<const std::int32_t>(&sources[static_cast<std::size_t>(i)], 1), 0);
      for (int d = 1; d <= depths; ++d) {
        const std::uint32_t expected = d <= alone.depths() ? alone.count(d)[0] : 0;
        REQUIRE(batch.count(d)[static_cast<std::size_t>(i)] == expected);
      }
    }
  }
}

TEST_CASE("Depth can be stopped at every batch") {
  const Made g = random_graph(3, 0.2);
  for (int stop_at = 1; stop_at <= 3; ++stop_at) {
    std::stop_source source;
    Job job(source.get_token());
    int calls = 0;
    const auto depth = visual_depth(g.runs, g.grid, {0, 1}, job, [&](const VisualDepth&) {
      if (++calls == stop_at) source.request_stop();
    });
    REQUIRE(!depth);
    CHECK(depth.error().code == Code::Cancelled);
    CHECK(calls == stop_at);
  }
}

TEST_CASE("Moments are sums over the cells in sight, over random plans") {
  const auto seed = static_cast<unsigned>(GENERATE(range(1, 9)));
  const Made g = random_graph(seed);
  const SightMoments moments = sight_moments(g.runs, g.grid, 2);
  const auto sees = as_sets(g.runs);
  for (std::size_t i = 0; i < sees.size(); ++i) {
    double first = 0, second = 0;
    for (const int other : sees[i]) {
      const double far = distance(g.grid.centre(static_cast<int>(i)), g.grid.centre(other));
      first += far;
      second += far * far;
    }
    REQUIRE(moments.first[i] == Approx(first));
    REQUIRE(moments.second[i] == Approx(second));
  }
}

namespace {

// A plan after a change of coordinates, and for each cell of the first grid its cell in the second.
template <typename Change>
Storey changed(Storey storey, Change change) {
  for (Wall& wall : storey.walls) {
    for (Point& p : wall.points) p = snap(change(p));
  }
  return storey;
}
template <typename Change>
void check_unchanged(const Storey& storey, const std::vector<Point>& from, Change change) {
  std::vector<Point> seeds;
  for (const Point& p : from) seeds.push_back(change(p));
  const SightScene scene = make_sight_scene(storey),
                   other = make_sight_scene(changed(storey, change));
  const FieldGrid grid = grid_of(scene, 0.25, from), other_grid = grid_of(other, 0.25, seeds);
  const SightRuns runs = runs_of(scene, grid), other_runs = runs_of(other, other_grid);
  REQUIRE(grid.size() == other_grid.size());
  const VisualDepth depth = depth_of(runs, grid), other_depth = depth_of(other_runs, other_grid);
  const SightMoments moments = sight_moments(runs, grid, 1);
  const SightMoments other_moments = sight_moments(other_runs, other_grid, 1);
  for (int cell = 0; cell < grid.size(); ++cell) {
    const int there = other_grid.cell_of(change(grid.centre(cell)));
    REQUIRE(there >= 0);
    const auto i = static_cast<std::size_t>(cell), j = static_cast<std::size_t>(there);
    REQUIRE(depth.node_count[i] == other_depth.node_count[j]);
    REQUIRE(depth.mean_depth[i] == other_depth.mean_depth[j]);
    REQUIRE(depth.entropy[i] == other_depth.entropy[j]);
    REQUIRE(moments.first[i] == Approx(other_moments.first[j]).epsilon(1e-12));
    REQUIRE(moments.second[i] == other_moments.second[j]);
  }
}

}  // namespace

TEST_CASE("Moving by whole cells and turning by 90 degrees change no value") {
  const double step = GENERATE(0.25, 0.1, 0.0);
  const Storey storey = random_plan(7, 11.3, 8.1, 24, step);
  const std::vector<Point> from{{1.1, 1.1}, {10.1, 7.1}, {5.1, 4.1}};
  check_unchanged(storey, from, [](Point p) { return p + Point{0.25 * 17, -0.25 * 300}; });
  check_unchanged(storey, from, [](Point p) { return p + Point{155000, 463000}; });
  check_unchanged(storey, from, [](Point p) { return Point{-p.y, p.x}; });
  check_unchanged(storey, from, [](Point p) { return Point{-p.x, -p.y}; });
}

TEST_CASE("Names and the order of walls change no cell and no sight line") {
  Storey storey = random_plan(7, 11.3, 8.1, 24, 0);
  const std::vector<Point> from{{1.1, 1.1}, {10.1, 7.1}, {5.1, 4.1}};
  const SightScene scene = make_sight_scene(storey);
  std::reverse(storey.walls.begin(), storey.walls.end());
  for (Wall& wall : storey.walls) {
    wall.id.number += 100;
    if (!wall.is_closed) std::reverse(wall.points.begin(), wall.points.end());
  }
  const SightScene renamed = make_sight_scene(storey);
  CHECK(scene.sight == renamed.sight);
  CHECK(scene.walking == renamed.walking);
  const FieldGrid grid = grid_of(scene, 0.25, from);
  CHECK(grid.cells == grid_of(renamed, 0.25, from).cells);
  CHECK(runs_of(scene, grid) == runs_of(renamed, grid));
}
