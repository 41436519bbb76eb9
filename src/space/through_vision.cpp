// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/through_vision.h"

#include <atomic>
#include <cstdlib>

#include "space/parallel.h"

namespace trefpunt {

namespace {

constexpr int kBlock = 32;  // cells of one piece of work

using Counts = std::vector<std::int64_t>;  // per position of the grid's box

// Adds two to every cell between the ends of a line that goes `far` along one axis (stride
// `ahead`) and `aside`, not more, along the other.
void pass(std::int64_t from, std::int64_t ahead, std::int64_t across, std::int64_t far,
          std::int64_t aside, Counts& counts) {
  for (std::int64_t k = 1; k < far; ++k) {
    const std::int64_t twice = 2 * k * aside;  // in halves of a cell x far
    const std::int64_t side = twice / (2 * far), rest = twice % (2 * far);
    const std::int64_t here = from + k * ahead + side * across;
    if (rest <= far) counts[static_cast<std::size_t>(here)] += 2;
    if (rest >= far) counts[static_cast<std::size_t>(here + across)] += 2;
  }
}

void pass_all(const SightRuns& runs, const FieldGrid& grid, int cell, bool with_diagonals,
              Counts& counts) {
  const FieldGrid::Cell from = grid.cells[static_cast<std::size_t>(cell)];
  const std::int64_t width = grid.columns;
  const std::int64_t start = from.row * width + from.column;
  for (const SightRun& run : runs.of(cell)) {
    for (std::uint32_t other = run.first; other <= run.last; ++other) {
      if (static_cast<int>(other) <= cell) continue;  // each pair once, counted for both ways
      const std::int64_t dc = grid.cells[other].column - from.column;
      const std::int64_t dr = grid.cells[other].row - from.row;
      const std::int64_t along = std::abs(dc), up = dr;  // a later cell lies no lower
      if (along == up && !with_diagonals) continue;
      const std::int64_t x = dc < 0 ? -1 : 1, y = width;
      if (along >= up) {
        pass(start, x, y, along, up, counts);
      } else {
        pass(start, y, x, up, along, counts);
      }
    }
  }
}

}  // namespace

Result<std::vector<double>> through_vision(const SightRuns& runs, const FieldGrid& grid,
                                           const ThroughOptions& options, Job& job) {
  const int blocks = (grid.size() + kBlock - 1) / kBlock;
  std::atomic<int> done{0};
  const std::vector<Counts> parts = parallel_for(
      blocks, options.threads, [&] { return Counts(grid.cell_at.size()); },
      [&](int block, Counts& counts) {
        if (!job.step(done++, blocks)) return;
        const int end = std::min(grid.size(), (block + 1) * kBlock);
        for (int cell = block * kBlock; cell < end; ++cell) {
          pass_all(runs, grid, cell, options.with_diagonals, counts);
        }
      });
  if (job.stopped()) return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
  std::vector<double> through;
  through.reserve(static_cast<std::size_t>(grid.size()));
  for (const FieldGrid::Cell& cell : grid.cells) {
    std::int64_t sum = 0;
    const auto position = static_cast<std::size_t>(cell.row * grid.columns + cell.column);
    for (const Counts& counts : parts) sum += counts[position];
    through.push_back(static_cast<double>(sum));
  }
  return through;
}

}  // namespace trefpunt
