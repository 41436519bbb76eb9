// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/seen_twice.h"

#include <algorithm>

#include "space/depth_batch.h"
#include "space/parallel.h"

namespace trefpunt {

namespace {

// How many cells that `cell` sees have no third cell in sight of both: nothing that `cell` sees
// sees them. `own` holds each cell's run that it is in itself.
std::int32_t unseen_from(const SightRuns& runs, const std::vector<SightRun>& own,
                         std::uint32_t cell) {
  const std::span<const SightRun> seen = runs.of(static_cast<int>(cell));
  std::int32_t unseen = 0;
  for (const SightRun& run : seen) {
    for (std::uint32_t other = run.first; other <= run.last; ++other) {
      if (other == cell) continue;
      // Mostly its neighbour in the row is in sight of both.
      if (other < run.last && other + 1 != cell && own[other].last > other) continue;
      if (other > run.first && other - 1 != cell && own[other].first < other) continue;
      std::uint32_t both = 0;
      in_common(seen, runs.of(static_cast<int>(other)), [&](std::uint32_t a, std::uint32_t b) {
        both += b - a + 1;
        return both <= 2;  // the two themselves
      });
      if (both == 2) ++unseen;
    }
  }
  return unseen;
}

}  // namespace

void count_seen_twice(const SightRuns& runs, std::span<const std::int32_t> cells, int threads,
                      const Job& job, std::vector<std::int32_t>& seen_twice) {
  std::vector<SightRun> own(static_cast<std::size_t>(runs.cells()));
  for (int cell = 0; cell < runs.cells(); ++cell) {
    for (const SightRun& run : runs.of(cell)) {
      if (run.last < static_cast<std::uint32_t>(cell)) continue;
      own[static_cast<std::size_t>(cell)] = run;
      break;
    }
  }
  const auto count = static_cast<int>(cells.size());
  const auto make_batch = [&] { return DepthBatch(runs); };
  parallel_for((count + kBatch - 1) / kBatch, threads, make_batch, [&](int b, DepthBatch& batch) {
    if (job.stopped()) return;
    const int first = b * kBatch;
    const auto sources = cells.subspan(static_cast<std::size_t>(first),
                                       static_cast<std::size_t>(std::min(kBatch, count - first)));
    batch.search(sources, 2);
    for (std::size_t s = 0; s < sources.size(); ++s) {
      // All within two steps, itself included, but for what only the cell itself sees.
      const auto cell = static_cast<std::uint32_t>(sources[s]);
      std::int32_t within = 0;
      for (int d = 1; d <= batch.depths(); ++d) {
        within += static_cast<std::int32_t>(batch.count(d)[s]);
      }
      seen_twice[cell] = within > 0 ? within + 1 - unseen_from(runs, own, cell) : 0;
    }
  });
}

}  // namespace trefpunt
