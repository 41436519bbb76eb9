// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/seen_twice.h"

#include <algorithm>

#include "space/depth_batch.h"
#include "space/parallel.h"

namespace trefpunt {

namespace {

// Calls visit(other) for every cell that `cell` sees while no third cell is in sight of both. `own`
// holds each cell's run that it is in itself.
template <typename Visit>
void each_without_third(const SightRuns& runs, const std::vector<SightRun>& own, std::uint32_t cell,
                        Visit visit) {
  const std::span<const SightRun> seen = runs.of(static_cast<int>(cell));
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
      if (both == 2) visit(other);
    }
  }
}

std::vector<SightRun> own_runs(const SightRuns& runs) {
  std::vector<SightRun> own(static_cast<std::size_t>(runs.cells()));
  for (int cell = 0; cell < runs.cells(); ++cell) {
    for (const SightRun& run : runs.of(cell)) {
      if (run.last < static_cast<std::uint32_t>(cell)) continue;
      own[static_cast<std::size_t>(cell)] = run;
      break;
    }
  }
  return own;
}

}  // namespace

SeenTwice count_seen_twice(const SightRuns& runs, std::span<const std::int32_t> sources,
                           bool with_cells, int threads, const Job& job) {
  const std::vector<SightRun> own = own_runs(runs);
  SeenTwice out;
  out.of_sources.assign(sources.size(), 0);
  struct Room {
    DepthBatch batch;
    std::vector<std::int32_t> sources_in;
  };
  const auto make_room = [&] {
    const auto cells = static_cast<std::size_t>(with_cells ? runs.cells() : 0);
    return Room{DepthBatch(runs), std::vector<std::int32_t>(cells, 0)};
  };
  const auto count = static_cast<int>(sources.size());
  const int batches = (count + kBatch - 1) / kBatch;
  const auto search = [&](int b, Room& room) {
    if (job.stopped()) return;
    const auto first = static_cast<std::size_t>(static_cast<std::int64_t>(count) * b / batches);
    const auto end = static_cast<std::size_t>(static_cast<std::int64_t>(count) * (b + 1) / batches);
    const auto part = sources.subspan(first, end - first);
    if (with_cells) {
      room.batch.search(part, 2, [&](int, int cell, int reached_by) {
        room.sources_in[static_cast<std::size_t>(cell)] += reached_by;
      });
    } else {
      room.batch.search(part, 2);
    }
    for (std::size_t s = 0; s < part.size(); ++s) {
      // All within two steps, itself included, but for what only the cell itself sees.
      std::int32_t within = 0;
      for (int d = 1; d <= room.batch.depths(); ++d) {
        within += static_cast<std::int32_t>(room.batch.count(d)[s]);
      }
      if (within == 0) continue;
      ++within;
      each_without_third(runs, own, static_cast<std::uint32_t>(part[s]), [&](std::uint32_t other) {
        --within;
        if (with_cells) --room.sources_in[other];
      });
      out.of_sources[first + s] = within;
    }
  };
  const std::vector<Room> rooms = parallel_for(batches, threads, make_room, search);
  if (!with_cells) return out;
  out.sources_in.assign(static_cast<std::size_t>(runs.cells()), 0);
  for (const Room& room : rooms) {
    for (std::size_t i = 0; i < out.sources_in.size(); ++i) out.sources_in[i] += room.sources_in[i];
  }
  return out;
}

}  // namespace trefpunt
