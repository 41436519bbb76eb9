// SPDX-License-Identifier: GPL-3.0-or-later
// Random plans for the tests of fields, and the slow and obvious way to see.
#pragma once

#include <random>
#include <set>

#include "plans.h"
#include "space/field_grid.h"
#include "space/sight_runs.h"

namespace trefpunt {

// Walls at random in a box of `width` x `height` m whose corner is (0, 0). `step`: their ends lie
// on its multiples (m), so that sight lines touch corners and run along walls; 0: anywhere.
inline Storey random_plan(unsigned seed, double width, double height, int walls, double step) {
  std::mt19937 random(seed);
  const auto number = [&](double high) {
    const double x = high * static_cast<double>(random()) / 4294967296.0;
    return step > 0 ? step * std::floor(x / step + 0.5) : x;
  };
  Storey storey;
  storey.walls.push_back(wall_line(1, {{0, 0}, {width, 0}, {width, height}, {0, height}}, true));
  for (int i = 0; i < walls; ++i) {
    const Point a{number(width), number(height)};
    Point b{number(width), number(height)};
    if (i % 3 == 0) b.x = a.x;
    if (i % 3 == 1) b.y = a.y;
    // Nearer to the start: rooms rather than needles.
    b = {a.x + (b.x - a.x) * 0.5, a.y + (b.y - a.y) * 0.5};
    if (step > 0) b = {step * std::floor(b.x / step + 0.5), step * std::floor(b.y / step + 0.5)};
    storey.walls.push_back(wall_line(i + 2, {snap(a), snap(b)}));
  }
  return storey;
}

inline FieldGrid grid_of(const SightScene& scene, double spacing, std::vector<Point> from) {
  Job job;
  GridParameters parameters;
  parameters.spacing = spacing;
  parameters.from = std::move(from);
  Result<FieldGrid> grid = make_field_grid(scene, parameters, job);
  if (!grid) FAIL(grid.error().sentence.en);
  return *std::move(grid);
}

inline SightRuns runs_of(const SightScene& scene, const FieldGrid& grid, int threads = 1) {
  Job job;
  return *make_sight_runs(scene, grid, threads, job);
}

// Every pair of cells against every segment.
inline std::vector<std::set<int>> slow_sight(const SightScene& scene, const FieldGrid& grid) {
  std::vector<std::set<int>> sees(static_cast<std::size_t>(grid.size()));
  for (int i = 0; i < grid.size(); ++i) {
    sees[static_cast<std::size_t>(i)].insert(i);
    for (int j = 0; j < i; ++j) {
      const MicroSegment line{grid.place(i), grid.place(j)};
      const bool is_free = std::none_of(scene.sight.begin(), scene.sight.end(),
                                        [&](const MicroSegment& s) { return touch(s, line); });
      if (!is_free) continue;
      sees[static_cast<std::size_t>(i)].insert(j);
      sees[static_cast<std::size_t>(j)].insert(i);
    }
  }
  return sees;
}

inline std::vector<std::set<int>> as_sets(const SightRuns& runs) {
  std::vector<std::set<int>> sees(static_cast<std::size_t>(runs.cells()));
  for (int i = 0; i < runs.cells(); ++i) {
    for (const SightRun& run : runs.of(i)) {
      for (std::uint32_t j = run.first; j <= run.last; ++j) {
        sees[static_cast<std::size_t>(i)].insert(static_cast<int>(j));
      }
    }
  }
  return sees;
}

}  // namespace trefpunt
