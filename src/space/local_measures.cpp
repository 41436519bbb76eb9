// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/local_measures.h"

#include <algorithm>
#include <limits>

#include "base/index.h"
#include "space/parallel.h"
#include "space/seen_twice.h"
#include "space/visual_depth.h"

namespace trefpunt {

namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
constexpr int kBlock = 32;  // cells of one piece of work

// What one thread found: sums over all cells.
struct Shared {
  std::vector<std::int64_t> pairs;         // as LocalCounts
  std::vector<std::uint32_t> seen_before;  // room: cells of V(i) or i itself before a cell
};

// Adds every pair of cells i < j that see each other to both.
void add_shared(const SightRuns& runs, int cell, Shared& out) {
  const std::span<const SightRun> own = runs.of(cell);
  const std::uint32_t low = own.front().first, high = own.back().last;
  std::uint32_t* const before = out.seen_before.data();
  std::uint32_t count = 0, next = low;
  for (const SightRun& run : own) {
    for (; next <= run.first; ++next) before[next] = count;
    for (; next <= run.last; ++next) before[next] = ++count;
    ++count;
  }
  before[next] = count;  // next is high + 1

  std::int64_t sum = 0;
  for (const SightRun& mine : own) {
    if (mine.last <= static_cast<std::uint32_t>(cell)) continue;
    for (std::uint32_t other = std::max(mine.first, static_cast<std::uint32_t>(cell) + 1);
         other <= mine.last; ++other) {
      std::uint32_t both = 0;
      for (const SightRun& run : runs.of(static_cast<int>(other))) {
        if (run.last < low) continue;
        if (run.first > high) break;
        both += before[std::min(run.last, high) + 1] - before[std::max(run.first, low)];
      }
      both -= 2;  // the two themselves
      sum += both;
      out.pairs[other] += both;
    }
  }
  out.pairs[at(cell)] += sum;
}

}  // namespace

Result<LocalCounts> local_counts(const SightRuns& runs, const FieldGrid& grid, int threads,
                                 Job& job) {
  const int cells = runs.cells();
  LocalCounts out;
  out.seen = connectivity(runs);
  const auto make_shared = [&] {
    return Shared{std::vector<std::int64_t>(at(cells), 0),
                  std::vector<std::uint32_t>(at(cells) + 1)};
  };
  const std::vector<Shared> shared =
      parallel_for((cells + kBlock - 1) / kBlock, threads, make_shared, [&](int b, Shared& room) {
        if (job.stopped()) return;
        const int end = std::min(cells, (b + 1) * kBlock);
        for (int cell = b * kBlock; cell < end; ++cell) add_shared(runs, cell, room);
      });

  const std::vector<std::int32_t> order = spread_order(grid);
  const SeenTwice twice = count_seen_twice(runs, order, false, threads, job);
  out.seen_twice.resize(at(cells));
  for (std::size_t i = 0; i < order.size(); ++i) out.seen_twice[at(order[i])] = twice.of_sources[i];
  if (job.stopped()) return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};

  out.pairs.assign(at(cells), 0);
  for (const Shared& part : shared) {
    for (std::size_t i = 0; i < at(cells); ++i) out.pairs[i] += part.pairs[i];
  }
  return out;
}

LocalMeasures local_measures(const LocalCounts& counts, const SightRuns& runs) {
  const std::size_t cells = counts.seen.size();
  // Per cell: the sum of 1 / |V| over all cells before it.
  std::vector<double> shares_before(cells + 1, 0);
  for (std::size_t i = 0; i < cells; ++i) {
    shares_before[i + 1] = shares_before[i] + (counts.seen[i] > 0 ? 1.0 / counts.seen[i] : 0);
  }
  LocalMeasures out{std::vector<double>(cells, kMissing), std::vector<double>(cells, kMissing),
                    std::vector<double>(cells, kMissing)};
  for (std::size_t i = 0; i < cells; ++i) {
    const double k = counts.seen[i];
    if (k < 1) continue;
    double control = -1 / k;  // the cell itself is in its runs
    for (const SightRun& run : runs.of(static_cast<int>(i))) {
      control += shares_before[run.last + 1] - shares_before[run.first];
    }
    out.control[i] = control;
    out.controllability[i] = k / counts.seen_twice[i];
    if (k > 1) out.clustering[i] = static_cast<double>(counts.pairs[i]) / (k * (k - 1));
  }
  return out;
}

}  // namespace trefpunt
