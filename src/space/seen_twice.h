// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/job.h"
#include "space/sight_runs.h"

namespace trefpunt {

// U(i) is the union of V(j) over V(i) (space/local_measures.h): all that is seen twice from cell i.
struct SeenTwice {
  std::vector<std::int32_t> of_sources;  // per source: the size of its own U
  std::vector<std::int32_t>
      sources_in;  // per cell that is no source: how many sources lie in its U
};
// Not complete when the job is stopped. `with_cells` false: only of_sources.
SeenTwice count_seen_twice(const SightRuns& runs, std::span<const std::int32_t> sources,
                           bool with_cells, int threads, const Job& job);

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
