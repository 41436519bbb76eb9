// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "space/sight_runs.h"

namespace trefpunt {

// How deep each cell lies in the visibility graph: one entry per cell. NaN: missing, the formula
// has no value there (a cell that sees nothing has no mean depth). Formulas:
// docs/measures/visibility.md.
struct VisualDepth {
  std::vector<double> node_count;  // cells reached, itself included
  std::vector<double> mean_depth;  // steps
  std::vector<double> integration_hh;
  std::vector<double> integration_tekl;
  std::vector<double> entropy;              // bits
  std::vector<double> relativised_entropy;  // bits
  std::vector<char> is_exact;               // 0: estimated from a sample of the cells
};

struct DepthOptions {
  int radius = 0;   // steps; 0: as far as sight leads
  int threads = 0;  // 0: as many as the machine has
};

// Told from any thread, one at a time, while the values grow from estimated to exact. The reference
// holds during the call.
using DepthProgress = std::function<void(const VisualDepth& so_far)>;

// Exact for every cell. With `progress`: first an estimate (below), then again after each batch of
// cells. The same values for any number of threads. Errors: Cancelled.
Result<VisualDepth> visual_depth(const SightRuns& runs, const FieldGrid& grid,
                                 const DepthOptions& options, Job& job,
                                 const DepthProgress& progress = {});

// An estimate for a preview: depths from `samples` cells spread evenly over the floor. Sight goes
// both ways, so the depths from the sample to a cell are a sample of the depths from that cell. The
// sampled cells themselves are exact; without radius every node count is.
Result<VisualDepth> sampled_visual_depth(const SightRuns& runs, const FieldGrid& grid,
                                         const DepthOptions& options, int samples, Job& job);

// First moment (m) and second moment (m2) of each cell: the sums of the distances to the cells it
// sees and of their squares. 0 for a cell that sees nothing.
struct SightMoments {
  std::vector<double> first;
  std::vector<double> second;
};
SightMoments sight_moments(const SightRuns& runs, const FieldGrid& grid, int threads);

// The cells in an order in which neighbours mostly follow each other (a Z-curve over the grid).
std::vector<std::int32_t> spread_order(const FieldGrid& grid);

}  // namespace trefpunt
