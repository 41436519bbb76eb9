// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "base/job.h"
#include "space/field_grid.h"
#include "space/sight_runs.h"

namespace trefpunt {

struct ThroughOptions {
  // False: lines that go as far along x as along y count for nothing, as in depthmapX.
  bool with_diagonals = true;
  int threads = 0;  // 0: as many as the machine has; the result is the same for any number
};

// Per cell, how many lines of sight pass over it: of each ordered pair of cells that see each
// other, so each line counts twice, its own two ends left out. A line passes one cell in each
// column between its ends (in each row when it is steeper); exactly between two cells it passes
// both. Whole numbers. Errors: Cancelled.
Result<std::vector<double>> through_vision(const SightRuns& runs, const FieldGrid& grid,
                                           const ThroughOptions& options, Job& job);

}  // namespace trefpunt
