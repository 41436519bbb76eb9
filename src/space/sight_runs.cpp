// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/sight_runs.h"

#include <algorithm>
#include <atomic>
#include <numeric>

#include "base/index.h"
#include "space/half_plane.h"
#include "space/parallel.h"

namespace trefpunt {

namespace {

constexpr int kBlock = 32;  // cells of one piece of work

Error cancelled() {
  return {Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
}

// What stops sight, seen upwards and, turned by half a circle, downwards.
struct BothWays {
  HalfPlane up;
  HalfPlane down;
};

// `for_cells`: cells are asked for; otherwise only what may be seen.
BothWays both_ways(const std::vector<MicroSegment>& segments, const FieldGrid& grid,
                   bool for_cells) {
  std::vector<MicroSegment> turned;
  for (const MicroSegment& s : segments) {
    turned.push_back({{-s.b.x, -s.b.y}, {-s.a.x, -s.a.y}});
  }
  const MicroPoint far = grid.place(grid.columns - 1, grid.rows - 1);
  std::vector<bool> is_open(for_cells ? grid.cell_at.size() : 0);
  for (std::size_t i = 0; i < is_open.size(); ++i) is_open[i] = grid.cell_at[i] >= 0;
  const std::vector<bool> is_open_turned(is_open.rbegin(), is_open.rend());
  return {
      {segments, {grid.place(0, 0), grid.spacing, grid.columns, grid.rows}, is_open, for_cells},
      {turned, {{-far.x, -far.y}, grid.spacing, grid.columns, grid.rows}, is_open_turned, false}};
}

struct Room {  // to work in, one for each thread's piece of work
  std::vector<HalfPlane::Open> directions, nearer;
  std::vector<SightRun> below, along;
};

void look_around(const BothWays& sight, const FieldGrid& grid, int cell, Room& room,
                 std::vector<SightRun>& runs) {
  const auto [column, row] = grid.cells[at(cell)];
  room.along.clear();
  sight.up.look_along(column, row, room.along);
  if (room.along.empty()) {  // something touches the cell's own centre
    runs.push_back({static_cast<std::uint32_t>(cell), static_cast<std::uint32_t>(cell)});
    return;
  }
  room.below.clear();
  sight.down.look_up(grid.columns - 1 - column, grid.rows - 1 - row, room.directions, room.below);
  const auto last = static_cast<std::uint32_t>(grid.size() - 1);
  for (auto run = room.below.rbegin(); run != room.below.rend(); ++run) {
    runs.push_back({last - run->last, last - run->first});
  }
  runs.insert(runs.end(), room.along.begin(), room.along.end());
  sight.up.look_up(column, row, room.directions, runs);
}

struct Block {
  std::vector<SightRun> runs;
  std::vector<std::uint32_t> count;  // per cell of the block
};

SightRuns joined(std::vector<Block>& blocks) {
  SightRuns all;
  all.start.push_back(0);
  std::size_t total = 0;
  for (const Block& block : blocks) total += block.runs.size();
  all.runs.reserve(total);
  for (Block& block : blocks) {
    all.runs.insert(all.runs.end(), block.runs.begin(), block.runs.end());
    for (const std::uint32_t count : block.count) all.start.push_back(all.start.back() + count);
    block = {};
  }
  return all;
}

// Runs of every cell of the grid; add(cell, room, runs) adds those of one cell.
template <typename Add>
Result<SightRuns> collect(const FieldGrid& grid, int threads, Job& job, Add add) {
  const int count = (grid.size() + kBlock - 1) / kBlock;
  std::vector<Block> blocks(at(count));
  std::atomic<int> done{0};
  parallel_for(count, threads, [&](int b) {
    if (!job.step(done++, count)) return;
    Block& block = blocks[at(b)];
    Room room;
    const int end = std::min(grid.size(), (b + 1) * kBlock);
    for (int cell = b * kBlock; cell < end; ++cell) {
      const std::size_t before = block.runs.size();
      add(cell, room, block.runs);
      block.count.push_back(static_cast<std::uint32_t>(block.runs.size() - before));
    }
  });
  if (job.stopped()) return cancelled();
  return joined(blocks);
}

// How the cells of one grid are numbered in another with the same spacing.
struct Renumbering {
  std::vector<std::int32_t> to;           // per old cell: its new index, or -1
  std::vector<std::int32_t> from;         // per new cell: its old index, or -1
  std::vector<std::int32_t> kept_before;  // old cells + 1: kept cells before an old one
  std::vector<std::int32_t> next;         // old cells + 1: the first kept new index from there on
};

Renumbering renumber(const FieldGrid& before, const FieldGrid& grid) {
  Renumbering r;
  r.to.assign(at(before.size()), -1);
  r.from.assign(at(grid.size()), -1);
  const auto column_shift = static_cast<int>(before.first_column - grid.first_column);
  const auto row_shift = static_cast<int>(before.first_row - grid.first_row);
  for (int old = 0; old < before.size(); ++old) {
    const int column = before.cells[at(old)].column + column_shift;
    const int row = before.cells[at(old)].row + row_shift;
    if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) continue;
    const int cell = grid.at(column, row);
    r.to[at(old)] = cell;
    if (cell >= 0) r.from[at(cell)] = old;
  }
  r.kept_before.assign(at(before.size()) + 1, 0);
  r.next.assign(at(before.size()) + 1, grid.size());
  for (int old = 0; old < before.size(); ++old) {
    r.kept_before[at(old) + 1] = r.kept_before[at(old)] + (r.to[at(old)] >= 0 ? 1 : 0);
  }
  for (int old = before.size() - 1; old >= 0; --old) {
    r.next[at(old)] = r.to[at(old)] >= 0 ? r.to[at(old)] : r.next[at(old) + 1];
  }
  return r;
}

// Adds a cell's old runs in new numbers. False: a new cell stands amidst them.
bool add_renumbered(std::span<const SightRun> old_runs, const Renumbering& r, const FieldGrid& grid,
                    std::vector<SightRun>& runs) {
  const std::size_t first_of_cell = runs.size();
  for (const SightRun& old : old_runs) {
    const int kept = r.kept_before[old.last + 1] - r.kept_before[old.first];
    if (kept == 0) continue;
    const std::int32_t first = r.next[old.first];
    // The last kept one: no new cell may have come between.
    const std::int32_t last = first + kept - 1;
    std::uint32_t last_old = old.last;
    while (r.to[last_old] < 0) --last_old;
    if (r.to[last_old] != last) return false;
    const SightRun run{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
    if (runs.size() > first_of_cell && runs.back().last + 1 == run.first &&
        grid.cells[runs.back().last].row == grid.cells[run.first].row) {
      runs.back().last = run.last;
    } else {
      runs.push_back(run);
    }
  }
  return true;
}

}  // namespace

bool SightRuns::sees(int from, int to) const {
  const std::span<const SightRun> all = of(from);
  const auto cell = static_cast<std::uint32_t>(to);
  const auto after = std::upper_bound(
      all.begin(), all.end(), cell, [](std::uint32_t c, const SightRun& r) { return c < r.first; });
  return after != all.begin() && cell <= (after - 1)->last;
}

Result<SightRuns> make_sight_runs(const SightScene& scene, const FieldGrid& grid, int threads,
                                  Job& job) {
  const BothWays sight = both_ways(scene.sight, grid, true);
  return collect(grid, threads, job, [&](int cell, Room& room, std::vector<SightRun>& runs) {
    look_around(sight, grid, cell, room, runs);
  });
}

Result<SightUpdate> update_sight_runs(const SightRuns& before, const SightScene& scene_before,
                                      const FieldGrid& grid_before, const SightScene& scene,
                                      const FieldGrid& grid, int threads, Job& job) {
  TP_CHECK(grid.spacing == grid_before.spacing && before.cells() == grid_before.size());
  std::vector<MicroSegment> changed;
  std::set_symmetric_difference(scene_before.sight.begin(), scene_before.sight.end(),
                                scene.sight.begin(), scene.sight.end(),
                                std::back_inserter(changed));
  const BothWays changes = both_ways(changed, grid, false);
  const BothWays sight = both_ways(scene.sight, grid, true);
  const Renumbering numbers = renumber(grid_before, grid);

  const auto size = at(grid.size());
  std::vector<char> is_rebuilt(size, 0);  // each written by the thread that has the cell
  const int count = (grid.size() + kBlock - 1) / kBlock;
  parallel_for(count, threads, [&](int b) {
    if (job.stopped()) return;
    Room room;
    const int end = std::min(grid.size(), (b + 1) * kBlock);
    for (int cell = b * kBlock; cell < end; ++cell) {
      const auto [column, row] = grid.cells[at(cell)];
      is_rebuilt[at(cell)] =
          numbers.from[at(cell)] < 0 || grid.rows < 2 ||
          sight.up.may_see(column, row, changes.up, room.directions, room.nearer) ||
          sight.down.may_see(grid.columns - 1 - column, grid.rows - 1 - row, changes.down,
                             room.directions, room.nearer);
    }
  });
  if (job.stopped()) return cancelled();

  // Cells that see a cell which was not there before.
  std::vector<SightRun> seen;
  Room own;
  for (int cell = 0; cell < grid.size(); ++cell) {
    if (numbers.from[at(cell)] < 0) look_around(sight, grid, cell, own, seen);
  }
  for (const SightRun& run : seen) {
    std::fill(is_rebuilt.begin() + run.first, is_rebuilt.begin() + run.last + 1, char{1});
  }

  Result<SightRuns> runs =
      collect(grid, threads, job, [&](int cell, Room& room, std::vector<SightRun>& out) {
        const std::size_t start = out.size();
        if (!is_rebuilt[at(cell)]) {
          if (add_renumbered(before.of(numbers.from[at(cell)]), numbers, grid, out)) return;
          out.resize(start);
          is_rebuilt[at(cell)] = 1;
        }
        look_around(sight, grid, cell, room, out);
      });
  if (!runs) return runs.error();
  SightUpdate update{*std::move(runs), {}};
  for (int cell = 0; cell < grid.size(); ++cell) {
    if (is_rebuilt[at(cell)]) update.rebuilt.push_back(cell);
  }
  return update;
}

std::vector<std::int32_t> connectivity(const SightRuns& runs) {
  std::vector<std::int32_t> count(at(runs.cells()));
  for (int cell = 0; cell < runs.cells(); ++cell) {
    std::uint32_t seen = 0;
    for (const SightRun& run : runs.of(cell)) seen += run.last - run.first + 1;
    count[at(cell)] = static_cast<std::int32_t>(seen) - 1;
  }
  return count;
}

}  // namespace trefpunt
