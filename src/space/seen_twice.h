// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/job.h"
#include "space/sight_runs.h"

namespace trefpunt {

// Fills in, for the given cells, the size of the union of V(j) over V(i) (space/local_measures.h).
// Leaves them undone when the job is stopped.
void count_seen_twice(const SightRuns& runs, std::span<const std::int32_t> cells, int threads,
                      const Job& job, std::vector<std::int32_t>& seen_twice);

// Calls part(first, last) for every stretch of cells that two ascending lists of runs have in
// common; a false answer ends it.
template <typename Part>
void in_common(std::span<const SightRun> one, std::span<const SightRun> other, Part part) {
  auto a = one.begin();
  auto b = other.begin();
  while (a != one.end() && b != other.end()) {
    const std::uint32_t first = a->first > b->first ? a->first : b->first;
    const std::uint32_t last = a->last < b->last ? a->last : b->last;
    if (first <= last && !part(first, last)) return;
    const bool a_ends = a->last <= b->last, b_ends = b->last <= a->last;
    if (a_ends) ++a;
    if (b_ends) ++b;
  }
}

}  // namespace trefpunt
