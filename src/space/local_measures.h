// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "space/sight_runs.h"

namespace trefpunt {

// What each cell's surroundings are like, one entry per cell; V(i) is what cell i sees, itself left
// out. NaN: missing (a cell that sees nothing; clustering: fewer than two cells). Formulas and
// sources: docs/measures/local.md.
struct LocalMeasures {
  std::vector<double> clustering;       // share of the pairs in V(i) that see each other
  std::vector<double> control;          // sum over V(i) of 1 / |V(j)|; 1 on average
  std::vector<double> controllability;  // |V(i)| / what is seen from V(i), together
};

// The whole numbers that the measures are made of.
struct LocalCounts {
  std::vector<std::int32_t> seen;        // |V(i)|
  std::vector<std::int64_t> pairs;       // ordered pairs in V(i) that see each other
  std::vector<std::int32_t> seen_twice;  // size of the union of V(j) over V(i)
  bool operator==(const LocalCounts&) const = default;
};

// Errors: Cancelled. The same for any number of threads (0: as many as the machine has).
Result<LocalCounts> local_counts(const SightRuns& runs, const FieldGrid& grid, int threads,
                                 Job& job);

// The same as local_counts(runs, grid), made from the counts of another graph over a grid of the
// same spacing: only what differs between the two graphs is counted.
Result<LocalCounts> update_local_counts(const LocalCounts& before, const SightRuns& runs_before,
                                        const FieldGrid& grid_before, const SightRuns& runs,
                                        const FieldGrid& grid, int threads, Job& job);

LocalMeasures local_measures(const LocalCounts& counts, const SightRuns& runs);

}  // namespace trefpunt
