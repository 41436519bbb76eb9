// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/path_fields.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numbers>

#include "base/index.h"
#include "space/parallel.h"

namespace trefpunt {

namespace {

constexpr int kBlock = 8;  // cells of one piece of work

bool touches_square(const MicroSegment& s, MicroPoint low, MicroPoint high) {
  if (std::max(s.a.x, s.b.x) < low.x || std::min(s.a.x, s.b.x) > high.x ||
      std::max(s.a.y, s.b.y) < low.y || std::min(s.a.y, s.b.y) > high.y) {
    return false;
  }
  const int first = side_of(s.a, s.b, low);
  for (const MicroPoint corner : {MicroPoint{high.x, low.y}, high, MicroPoint{low.x, high.y}}) {
    if (side_of(s.a, s.b, corner) != first) return true;
  }
  return first == 0;
}

// A cell reached over a leg from `last`. What is least comes first; of what is equal, the cell
// more to the left and then lower, so that the order does not depend on anything else: a cell is
// reached anew only with less. Single precision: sums that should be equal are.
struct Reached {
  float least;
  std::int32_t rank, last_rank;  // of cells by column and row; -1: no last
  bool operator>(const Reached& o) const {
    return least != o.least ? least > o.least : rank > o.rank;
  }
};

struct Room {
  std::vector<float> least, turn;
  std::vector<char> is_done;
  std::vector<Reached> heap;
};

// The visibility graph with what a search asks of it.
class Paths {
 public:
  Paths(const SightScene& scene, const FieldGrid& grid, const SightRuns& runs, Bends bends)
      : grid_(grid), runs_(runs) {
    may_bend_ = bends == Bends::AtCorners ? corner_cells(scene, grid)
                                          : std::vector<char>(at(grid.size()), 1);
    by_rank_.resize(at(grid.size()));
    for (int i = 0; i < grid.size(); ++i) by_rank_[at(i)] = i;
    std::sort(by_rank_.begin(), by_rank_.end(), [&](std::int32_t a, std::int32_t b) {
      const auto& one = grid.cells[at(a)];
      const auto& other = grid.cells[at(b)];
      return one.column != other.column ? one.column < other.column : one.row < other.row;
    });
    rank_.resize(at(grid.size()));
    for (int i = 0; i < grid.size(); ++i) rank_[at(by_rank_[at(i)])] = i;
  }

  // Goes through all cells that can be reached, the least first. With `by_turn` what is least is
  // the turning, otherwise the length (in cells); visit(cell, least, turn).
  template <typename Visit>
  void search(int source, bool by_turn, Room& room, Visit visit) const {
    room.least.assign(at(grid_.size()), -1);
    room.turn.assign(at(grid_.size()), 0);
    room.is_done.assign(at(grid_.size()), 0);
    room.heap = {{0, rank_[at(source)], -1}};
    room.least[at(source)] = 0;
    while (!room.heap.empty()) {
      std::pop_heap(room.heap.begin(), room.heap.end(), std::greater<>());
      const Reached here = room.heap.back();
      room.heap.pop_back();
      const std::int32_t cell = by_rank_[at(here.rank)];
      if (room.is_done[at(cell)]) continue;
      room.is_done[at(cell)] = 1;
      visit(cell, room.least[at(cell)], room.turn[at(cell)]);
      if (here.least != 0 && !may_bend_[at(cell)]) continue;
      const std::int32_t last = here.last_rank < 0 ? -1 : by_rank_[at(here.last_rank)];
      for (const SightRun& run : runs_.of(cell)) {
        for (std::uint32_t k = run.first; k <= run.last; ++k) {
          if (!room.is_done[k]) go_on(cell, static_cast<int>(k), last, here, by_turn, room);
        }
      }
    }
  }

  double length(int from, int to) const {  // in cells
    return std::hypot(grid_.cells[at(to)].column - grid_.cells[at(from)].column,
                      grid_.cells[at(to)].row - grid_.cells[at(from)].row);
  }

 private:
  void go_on(int cell, int next, int last, const Reached& here, bool by_turn, Room& room) const {
    float least = here.least;
    if (by_turn) {
      if (last >= 0) least += turn(last, cell, next);
    } else {
      least += static_cast<float>(length(cell, next));
    }
    const float before = room.least[at(next)];
    if (before >= 0 && least >= before) return;
    room.least[at(next)] = least;
    if (!by_turn)
      room.turn[at(next)] = room.turn[at(cell)] + (last >= 0 ? turn(last, cell, next) : 0);
    room.heap.push_back({least, rank_[at(next)], here.rank});
    std::push_heap(room.heap.begin(), room.heap.end(), std::greater<>());
  }

  float turn(int last, int cell, int next) const {  // 1: 90 degrees
    const auto& a = grid_.cells[at(last)];
    const auto& b = grid_.cells[at(cell)];
    const auto& c = grid_.cells[at(next)];
    const double x = b.column - a.column, y = b.row - a.row;
    const double u = c.column - b.column, v = c.row - b.row;
    const double cosine = (x * u + y * v) / std::sqrt((x * x + y * y) * (u * u + v * v));
    return static_cast<float>(std::acos(std::clamp(cosine, -1.0, 1.0)) / (std::numbers::pi / 2));
  }

  const FieldGrid& grid_;
  const SightRuns& runs_;
  std::vector<char> may_bend_;
  std::vector<std::int32_t> by_rank_, rank_;
};

template <typename Work>  // void(int cell, Room&)
Status each_cell(const FieldGrid& grid, int threads, Job& job, Work work) {
  const int blocks = (grid.size() + kBlock - 1) / kBlock;
  std::atomic<int> done{0};
  parallel_for(
      blocks, threads, [] { return Room{}; },
      [&](int block, Room& room) {
        if (!job.step(done++, blocks)) return;
        const int end = std::min(grid.size(), (block + 1) * kBlock);
        for (int cell = block * kBlock; cell < end; ++cell) work(cell, room);
      });
  if (job.stopped()) return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
  return Done{};
}

}  // namespace

std::vector<char> corner_cells(const SightScene& scene, const FieldGrid& grid) {
  // One place wider than the grid on every side.
  const std::int64_t columns = grid.columns + 2, rows = grid.rows + 2, s = grid.spacing;
  std::vector<char> is_touched(static_cast<std::size_t>(columns * rows));
  const MicroPoint origin = grid.place(-1, -1);
  const auto index = [&](std::int64_t x, std::int64_t from, std::int64_t count, int more) {
    return std::clamp<std::int64_t>((x - from + s / 2) / s + more, 0, count - 1);
  };
  for (const MicroSegment& wall : scene.sight) {
    const auto [x0, x1] = std::minmax(wall.a.x, wall.b.x);
    const auto [y0, y1] = std::minmax(wall.a.y, wall.b.y);
    for (auto row = index(y0, origin.y, rows, -1); row <= index(y1, origin.y, rows, 1); ++row) {
      for (auto c = index(x0, origin.x, columns, -1); c <= index(x1, origin.x, columns, 1); ++c) {
        const MicroPoint p{origin.x + c * s, origin.y + row * s};
        if (touches_square(wall, {p.x - s / 2, p.y - s / 2}, {p.x + s / 2, p.y + s / 2})) {
          is_touched[static_cast<std::size_t>(row * columns + c)] = 1;
        }
      }
    }
  }
  std::vector<char> is_corner;
  for (const FieldGrid::Cell& cell : grid.cells) {
    bool is_near = false;
    for (int dr = 0; dr <= 2; ++dr) {
      for (int dc = 0; dc <= 2; ++dc) {
        is_near =
            is_near ||
            is_touched[static_cast<std::size_t>((cell.row + dr) * columns + cell.column + dc)];
      }
    }
    is_corner.push_back(is_near);
  }
  return is_corner;
}

Result<MetricField> metric_field(const SightScene& scene, const FieldGrid& grid,
                                 const SightRuns& runs, const PathOptions& options, Job& job) {
  const Paths paths(scene, grid, runs, options.bends);
  MetricField field;
  for (auto* values : {&field.mean_distance, &field.mean_straight_distance, &field.mean_turn}) {
    values->resize(at(grid.size()));
  }
  const Status done = each_cell(grid, options.threads, job, [&](int cell, Room& room) {
    double sum = 0, straight = 0, turns = 0;
    int count = 0;
    paths.search(cell, false, room, [&](int to, float least, float turn) {
      ++count;
      sum += least;
      turns += turn;
      straight += paths.length(cell, to);
    });
    field.mean_distance[at(cell)] = sum * grid.spacing_m() / count;
    field.mean_straight_distance[at(cell)] = straight * grid.spacing_m() / count;
    field.mean_turn[at(cell)] = turns / count;
  });
  if (!done) return done.error();
  return field;
}

Result<std::vector<double>> mean_angular_depth(const SightScene& scene, const FieldGrid& grid,
                                               const SightRuns& runs, const PathOptions& options,
                                               Job& job) {
  const Paths paths(scene, grid, runs, options.bends);
  std::vector<double> depth(at(grid.size()));
  const Status done = each_cell(grid, options.threads, job, [&](int cell, Room& room) {
    double sum = 0;
    int count = 0;
    paths.search(cell, true, room, [&](int, float least, float) {
      ++count;
      sum += least;
    });
    depth[at(cell)] = sum / count;
  });
  if (!done) return done.error();
  return depth;
}

}  // namespace trefpunt
