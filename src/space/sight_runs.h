// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "space/field_grid.h"
#include "space/sight_scene.h"

namespace trefpunt {

// Cells first..last of a grid, both included, all in one grid row.
struct SightRun {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool operator==(const SightRun&) const = default;
};

// The visibility graph of a grid: for each cell the cells it sees, as runs of cell indices in
// ascending order. Two cells see each other exactly when the segment between their centres touches
// nothing that stops sight, a touched corner included. A cell is in its own list. Runs are as long
// as they can be within a row, so equal graphs have equal runs.
struct SightRuns {
  std::vector<std::uint64_t> start;  // cells + 1: the runs of cell i are start[i] .. start[i + 1]
  std::vector<SightRun> runs;

  int cells() const { return static_cast<int>(start.size()) - 1; }
  std::span<const SightRun> of(int cell) const {
    const auto i = static_cast<std::size_t>(cell);
    return {runs.data() + start[i], runs.data() + start[i + 1]};
  }
  bool sees(int from, int to) const;
  bool operator==(const SightRuns&) const = default;
};

// Errors: Cancelled. `threads` 0: as many as the machine has; the result is the same for any
// number.
Result<SightRuns> make_sight_runs(const SightScene& scene, const FieldGrid& grid, int threads,
                                  Job& job);

// The same as make_sight_runs(scene, grid), made from the runs of a scene in which other segments
// stood: only cells that see a place where something changed are looked at again. The grids have
// the same spacing.
struct SightUpdate {
  SightRuns runs;
  std::vector<std::int32_t> rebuilt;  // cells of the new grid that were looked at again
};
Result<SightUpdate> update_sight_runs(const SightRuns& before, const SightScene& scene_before,
                                      const FieldGrid& grid_before, const SightScene& scene,
                                      const FieldGrid& grid, int threads, Job& job);

// How many cells each cell sees, itself left out.
std::vector<std::int32_t> connectivity(const SightRuns& runs);

}  // namespace trefpunt
