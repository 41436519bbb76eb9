// SPDX-License-Identifier: GPL-3.0-or-later
// Metric and angular paths and through vision; agreement with depthmapX 0.9.0 on its own plan.
#include "space/path_fields.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "gallery_data.h"
#include "space/through_vision.h"

using namespace trefpunt;

namespace {

SightScene room() {
  Storey storey;
  storey.walls = {wall_line(1, {{0, 0}, {2, 0}, {2, 1.5}, {0, 1.5}}, true)};
  return make_sight_scene(storey);
}
std::vector<double> through(const SightRuns& runs, const FieldGrid& grid, bool with_diagonals,
                            int threads = 1) {
  Job job;
  return *through_vision(runs, grid, {with_diagonals, threads}, job);
}

// Floyd and Warshall over all pairs that see each other.
std::vector<double> slow_mean_distance(const SightRuns& runs, const FieldGrid& grid) {
  const int n = grid.size();
  std::vector<std::vector<double>> d(n, std::vector<double>(n, 1e9));
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < n; ++j) {
      if (runs.sees(i, j)) d[i][j] = distance(grid.centre(i), grid.centre(j));
    }
  }
  for (int k = 0; k < n; ++k) {
    for (int i = 0; i < n; ++i) {
      for (int j = 0; j < n; ++j) d[i][j] = std::min(d[i][j], d[i][k] + d[k][j]);
    }
  }
  std::vector<double> mean;
  for (const auto& row : d) {
    double sum = 0;
    int count = 0;
    for (const double x : row) {
      if (x > 1e8) continue;
      sum += x;
      ++count;
    }
    mean.push_back(sum / count);
  }
  return mean;
}

// As depthmapX steps along a line: it adds the slope up, and sees a tie only when the sum ends
// just above it; where cells are counted from changes which ties those are. `ref` is its cell.
std::map<int, int> stepped_through(const SightRuns& runs, const std::vector<int>& ref) {
  std::map<int, int> count;  // by ref
  for (int i = 0; i < runs.cells(); ++i) {
    for (int j = 0; j < runs.cells(); ++j) {
      if (i == j || !runs.sees(i, j)) continue;
      const int px = ref[i] >> 16, py = ref[i] & 65535;
      const int dx = (ref[j] >> 16) - px, dy = (ref[j] & 65535) - py;
      if (std::abs(dx) == std::abs(dy)) continue;
      const bool is_flat = std::abs(dx) > std::abs(dy);
      const int far = std::max(std::abs(dx), std::abs(dy));
      const double slope = static_cast<double>(is_flat ? dy : dx) / far;
      double side = (is_flat ? py : px) + 0.5;
      std::vector<int> line;
      for (int k = 0; k <= far; ++k, side += slope) {
        const int ahead = (is_flat ? px : py) + ((is_flat ? dx : dy) > 0 ? k : -k);
        const int across = static_cast<int>(std::floor(side));
        const auto add = [&](int a) {
          line.push_back(is_flat ? ahead << 16 | a : a << 16 | ahead);
        };
        if (side - std::floor(side) < 1e-9) add(across - 1);
        add(across);
      }
      for (std::size_t k = 1; k + 1 < line.size(); ++k) ++count[line[k]];
    }
  }
  return count;
}

}  // namespace

TEST_CASE("In a convex room every path is straight") {
  const SightScene scene = room();
  const FieldGrid grid = grid_of(scene, 0.25, {{1, 0.75}});
  const SightRuns runs = runs_of(scene, grid);
  Job job;
  const MetricField field = *metric_field(scene, grid, runs, {}, job);
  for (int i = 0; i < grid.size(); ++i) {
    CHECK(field.mean_distance[i] == Approx(field.mean_straight_distance[i]));
    CHECK(field.mean_turn[i] == 0);
  }
  const std::vector<double> turns = *mean_angular_depth(scene, grid, runs, {}, job);
  for (const double turn : turns) CHECK(turn == 0);
}

TEST_CASE("Bending anywhere gives the shortest paths; at corners alone never shorter ones") {
  const auto seed = static_cast<unsigned>(GENERATE(range(1, 5)));
  const SightScene scene = make_sight_scene(random_plan(seed, 6, 5, 12, 0));
  const FieldGrid grid = grid_of(scene, 0.5, {{3.03, 2.52}});
  const SightRuns runs = runs_of(scene, grid);
  Job job;
  const auto slow = slow_mean_distance(runs, grid);
  const MetricField exact = *metric_field(scene, grid, runs, {Bends::Anywhere, 1}, job);
  const MetricField corners = *metric_field(scene, grid, runs, {Bends::AtCorners, 3}, job);
  for (std::size_t i = 0; i < slow.size(); ++i) {
    CHECK(exact.mean_distance[i] == Approx(slow[i]).epsilon(1e-6));
    CHECK(corners.mean_distance[i] >= exact.mean_distance[i] * (1 - 1e-6));
    CHECK(exact.mean_straight_distance[i] <= exact.mean_distance[i] * (1 + 1e-6));
  }
  CHECK(metric_field(scene, grid, runs, {Bends::AtCorners, 1}, job)->mean_turn ==
        corners.mean_turn);
}

TEST_CASE("Three cells in a row: the middle one is passed twice; diagonals count") {
  const SightScene scene = room();
  const FieldGrid grid = grid_of(scene, 0.5, {{1, 0.75}});
  REQUIRE(grid.size() == 6);  // three by two
  const SightRuns runs = runs_of(scene, grid);
  // Along each row one line passes the middle; from corner to corner two lines of slope 1/2 pass
  // between the two middles and count for both.
  CHECK(through(runs, grid, true) == std::vector<double>{0, 6, 0, 0, 6, 0});
  const FieldGrid square = grid_of(scene, 0.4, {{1, 0.75}});
  REQUIRE(square.size() == 12);  // four by three
  const SightRuns all = runs_of(scene, square);
  CHECK(through(all, square, true, 1) == through(all, square, true, 3));
  CHECK(through(all, square, true) != through(all, square, false));
}

TEST_CASE("The gallery's paths and through vision agree with depthmapX as far as their page says") {
  const std::string folder = gallery_data();
  if (folder.empty()) return;
  const SightScene scene = gallery_scene(folder);
  const FieldGrid grid = grid_of(scene, 0.08, {{3, 5}});
  const SightRuns runs = runs_of(scene, grid, 2);
  const auto cells = [&](const std::map<std::string, std::vector<double>>& table) {
    std::vector<int> found;
    for (std::size_t i = 0; i < table.at("x").size(); ++i) {
      found.push_back(grid.cell_of({table.at("x")[i], table.at("y")[i]}));
    }
    return found;
  };
  const auto worst = [&](const std::vector<double>& ours, const std::vector<double>& theirs,
                         const std::vector<int>& order) {
    double most = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
      most = std::max(most, std::abs(ours[order[i]] / theirs[i] - 1));
    }
    return most;
  };
  Job job;
  const auto metric = read_columns(folder + "/gallery_0.08.metric.csv");
  const auto order = cells(metric);
  REQUIRE(order.size() == 1037);
  const MetricField field = *metric_field(scene, grid, runs, {}, job);
  CHECK(worst(field.mean_distance, metric.at("Metric Mean Shortest-Path Distance"), order) < 1e-5);
  CHECK(worst(field.mean_straight_distance, metric.at("Metric Mean Straight-Line Distance"),
              order) < 1e-5);
  // Which of several equally long paths is turned along differs.
  CHECK(worst(field.mean_turn, metric.at("Metric Mean Shortest-Path Angle"), order) < 0.035);

  const auto angular = read_columns(folder + "/gallery_0.08.angular.csv");
  CHECK(worst(*mean_angular_depth(scene, grid, runs, {}, job), angular.at("Angular Mean Depth"),
              cells(angular)) < 1e-5);

  const auto table = read_columns(folder + "/gallery_0.08.through.csv");
  const std::vector<int> places = cells(table);
  std::vector<int> ref(grid.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    ref[places[i]] = static_cast<int>(table.at("Ref")[i]);
  }
  auto stepped = stepped_through(runs, ref);
  const auto ours = through(runs, grid, false), all = through(runs, grid, true);
  int same = 0, unchanged = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const double theirs = table.at("Through vision")[i];
    const int cell = places[i];
    REQUIRE(stepped[ref[cell]] == theirs);
    REQUIRE(ours[cell] >= theirs);  // every tie marks two cells, not only those it happens to see
    REQUIRE(ours[cell] <= theirs + 32);
    same += ours[cell] == theirs;
    unchanged += ours[cell] == all[cell];
  }
  CHECK(same == 697);
  CHECK(unchanged == 1037 - 415);
}
