// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/job.h"
#include "space/field_grid.h"
#include "space/sight_runs.h"
#include "space/sight_scene.h"

namespace trefpunt {

// Where a path of straight legs between cells that see each other may bend.
enum class Bends {
  AtCorners,  // in cells near what stops sight, as in depthmapX; legs along no wall do not bend
  Anywhere,   // in every cell: paths are the shortest there are, at more time
};

struct PathOptions {
  Bends bends = Bends::AtCorners;
  int threads = 0;  // 0: as many as the machine has; the result is the same for any number
};

// Per cell the means over all cells that can be reached, itself included in their number as in
// depthmapX (it adds 0).
struct MetricField {
  std::vector<double> mean_distance;           // m, along the shortest path
  std::vector<double> mean_straight_distance;  // m, as the crow flies
  std::vector<double> mean_turn;               // along the shortest path; 1 is a turn of 90 degrees
};
// Errors: Cancelled.
Result<MetricField> metric_field(const SightScene& scene, const FieldGrid& grid,
                                 const SightRuns& runs, const PathOptions& options, Job& job);

// Per cell the mean, over all cells that can be reached and itself, of the least turning on the way
// (1 is a turn of 90 degrees; the first leg is free). Each cell keeps one least path and goes on
// along that one alone, as in depthmapX. Errors: Cancelled.
Result<std::vector<double>> mean_angular_depth(const SightScene& scene, const FieldGrid& grid,
                                               const SightRuns& runs, const PathOptions& options,
                                               Job& job);

// Per cell whether something that stops sight touches its square or one of the eight around it.
std::vector<char> corner_cells(const SightScene& scene, const FieldGrid& grid);

}  // namespace trefpunt
