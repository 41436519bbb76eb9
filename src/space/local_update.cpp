// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/index.h"
#include "space/local_measures.h"
#include "space/parallel.h"
#include "space/seen_twice.h"
#include "space/visual_depth.h"

namespace trefpunt {

namespace {

constexpr std::uint64_t kFewest = 6;  // above one edge in so many, counts are made from nothing

// The cells of two grids in one order.
struct Union {
  std::vector<std::uint32_t> of_before, of_now;  // per cell of a grid: its place in the union
  int size = 0;
};
Union unite(const FieldGrid& before, const FieldGrid& now) {
  Union all;
  const auto place = [](const FieldGrid& grid, int cell) {
    const FieldGrid::Cell& c = grid.cells[at(cell)];
    return std::pair{grid.first_row + c.row, grid.first_column + c.column};
  };
  int i = 0, j = 0;
  while (i < before.size() || j < now.size()) {
    const bool old_first =
        j == now.size() || (i < before.size() && place(before, i) <= place(now, j));
    const bool new_first =
        i == before.size() || (j < now.size() && place(now, j) <= place(before, i));
    if (old_first) {
      all.of_before.push_back(static_cast<std::uint32_t>(all.size));
      ++i;
    }
    if (new_first) {
      all.of_now.push_back(static_cast<std::uint32_t>(all.size));
      ++j;
    }
    ++all.size;
  }
  return all;
}

// The graph over the union; a cell that is not in it has no runs, not even itself.
SightRuns over_union(const SightRuns& runs, const std::vector<std::uint32_t>& to, int size) {
  SightRuns out;
  out.start.assign(1, 0);
  out.runs.reserve(runs.runs.size());
  int next = 0;
  for (int cell = 0; cell < runs.cells(); ++cell) {
    for (; next < static_cast<int>(to[at(cell)]); ++next) out.start.push_back(out.runs.size());
    for (const SightRun& run : runs.of(cell)) {
      SightRun piece{to[run.first], to[run.first]};
      if (to[run.last] - to[run.first] == run.last - run.first) {
        piece.last = to[run.last];
      } else {
        for (std::uint32_t other = run.first + 1; other <= run.last; ++other) {
          if (to[other] != piece.last + 1) {
            out.runs.push_back(piece);
            piece.first = to[other];
          }
          piece.last = to[other];
        }
      }
      out.runs.push_back(piece);
    }
    out.start.push_back(out.runs.size());
    ++next;
  }
  for (; next < size; ++next) out.start.push_back(out.runs.size());
  return out;
}

// What is in `one` and not in `other`, but for the cell itself.
std::vector<SightRun> without(std::span<const SightRun> one, std::span<const SightRun> other,
                              std::uint32_t cell) {
  std::vector<SightRun> rest;
  const auto add = [&](std::uint32_t first, std::uint32_t last) {  // last is one beyond
    if (first >= last) return;
    if (cell >= first && cell < last) {
      if (first < cell) rest.push_back({first, cell - 1});
      if (cell + 1 < last) rest.push_back({cell + 1, last - 1});
    } else {
      rest.push_back({first, last - 1});
    }
  };
  auto b = other.begin();
  for (const SightRun& run : one) {
    std::uint32_t next = run.first;
    while (b != other.end() && b->last < run.first) ++b;
    for (auto c = b; c != other.end() && c->first <= run.last; ++c) {
      add(next, std::max(next, c->first));
      next = std::max(next, c->last + 1);
    }
    add(next, run.last + 1);
  }
  return rest;
}

// Edges of one graph that the other lacks, and triangles with them. A triangle of which r edges are
// lacking is met r times; each time 6 / r is added at its three corners, so that it counts 6.
struct Lacking {
  const SightRuns& graph;
  std::vector<std::vector<SightRun>> edges;  // per cell
};
void add_triangles(const Lacking& lacking, std::uint32_t a, std::int64_t sign,
                   std::vector<std::int64_t>& steps, std::vector<std::int64_t>& weights) {
  const std::span<const SightRun> seen = lacking.graph.of(static_cast<int>(a));
  const std::vector<SightRun>& gone = lacking.edges[a];
  for (const SightRun& run : gone) {
    if (run.last <= a) continue;
    for (std::uint32_t b = std::max(run.first, a + 1); b <= run.last; ++b) {
      std::int64_t sum = 0;
      const auto add = [&](std::int64_t weight) {
        return [&sum, &steps, weight, sign](std::uint32_t first, std::uint32_t last) {
          sum += weight * (last - first + 1);
          steps[first] += sign * weight;
          steps[last + 1] -= sign * weight;
          return true;
        };
      };
      const std::span<const SightRun> seen_b = lacking.graph.of(static_cast<int>(b));
      const std::vector<SightRun>& gone_b = lacking.edges[b];
      in_common(seen, seen_b, add(6));
      in_common(gone, seen_b, add(-3));
      in_common(seen, gone_b, add(-3));
      in_common(gone, gone_b, add(2));
      // a and b themselves were met as third corner, once in the first and once in a middle list.
      sum -= 2 * (6 - 3);
      weights[a] += sign * (sum - (6 - 3));
      weights[b] += sign * (sum - (6 - 3));
    }
  }
}

struct Sums {
  std::vector<std::int64_t> steps, weights;
};

// The changed cells of the union, neighbours mostly after each other.
std::vector<std::int32_t> spread(const std::vector<std::uint32_t>& changed, const Union& all,
                                 const FieldGrid& now) {
  std::vector<char> is_left(at(all.size), 0);
  for (const std::uint32_t u : changed) is_left[u] = 1;
  std::vector<std::int32_t> order;
  const auto take = [&](std::uint32_t u) {
    if (is_left[u]) order.push_back(static_cast<std::int32_t>(u));
    is_left[u] = 0;
  };
  for (const std::int32_t cell : spread_order(now)) take(all.of_now[at(cell)]);
  for (const std::uint32_t u : changed) take(u);  // those that are gone
  return order;
}

}  // namespace

Result<LocalCounts> update_local_counts(const LocalCounts& before, const SightRuns& runs_before,
                                        const FieldGrid& grid_before, const SightRuns& runs,
                                        const FieldGrid& grid, int threads, Job& job) {
  TP_CHECK(grid.spacing == grid_before.spacing);
  const Union all = unite(grid_before, grid);
  const SightRuns old_graph = over_union(runs_before, all.of_before, all.size);
  const SightRuns new_graph = over_union(runs, all.of_now, all.size);

  Lacking gone{old_graph, {}}, come{new_graph, {}};
  gone.edges.resize(at(all.size));
  come.edges.resize(at(all.size));
  std::vector<std::uint32_t> changed;
  for (int cell = 0; cell < all.size; ++cell) {
    const auto old_runs = old_graph.of(cell), new_runs = new_graph.of(cell);
    if (std::equal(old_runs.begin(), old_runs.end(), new_runs.begin(), new_runs.end())) continue;
    const auto u = static_cast<std::uint32_t>(cell);
    changed.push_back(u);
    gone.edges[u] = without(old_runs, new_runs, u);
    come.edges[u] = without(new_runs, old_runs, u);
  }

  // Counting from nothing is less work than taking most of the graph down and building it up.
  std::uint64_t edges = 0, lacking = 0;
  for (const std::int32_t seen : connectivity(runs)) edges += static_cast<std::uint64_t>(seen);
  for (const auto* lists : {&gone.edges, &come.edges}) {
    for (const std::vector<SightRun>& list : *lists) {
      for (const SightRun& run : list) lacking += run.last - run.first + 1;
    }
  }
  if (lacking > edges / kFewest) return local_counts(runs, grid, threads, job);

  constexpr int kBlock = 16;  // cells of one piece of work
  const auto count = static_cast<int>(changed.size());
  const auto make_sums = [&] {
    return Sums{std::vector<std::int64_t>(at(all.size) + 1, 0),
                std::vector<std::int64_t>(at(all.size), 0)};
  };
  const std::vector<Sums> parts =
      parallel_for((count + kBlock - 1) / kBlock, threads, make_sums, [&](int block, Sums& sums) {
        if (job.stopped()) return;
        for (int i = block * kBlock; i < std::min(count, (block + 1) * kBlock); ++i) {
          add_triangles(gone, changed[at(i)], -1, sums.steps, sums.weights);
          add_triangles(come, changed[at(i)], 1, sums.steps, sums.weights);
        }
      });

  std::vector<std::int64_t> pairs(at(all.size), 0);
  std::vector<std::int32_t> twice(at(all.size), 0);
  for (std::size_t old = 0; old < all.of_before.size(); ++old) {
    pairs[all.of_before[old]] = before.pairs[old];
    twice[all.of_before[old]] = before.seen_twice[old];
  }
  // 6 a triangle at each corner, and a triangle is two ordered pairs there. Whole only over all
  // parts together.
  std::vector<std::int64_t> weights(at(all.size), 0);
  for (const Sums& part : parts) {
    std::int64_t step = 0;
    for (std::size_t u = 0; u < weights.size(); ++u) {
      step += part.steps[u];
      weights[u] += part.weights[u] + step;
    }
  }
  for (std::size_t u = 0; u < pairs.size(); ++u) pairs[u] += weights[u] / 3;

  const std::vector<std::int32_t> sources = spread(changed, all, grid);
  SeenTwice then, now;
  const int own_threads = (thread_count(threads) + 1) / 2;
  parallel_for(2, threads, [&](int i) {
    if (i == 0) then = count_seen_twice(old_graph, sources, true, own_threads, job);
    if (i == 1) now = count_seen_twice(new_graph, sources, true, own_threads, job);
  });
  if (job.stopped()) return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
  // Of what a cell that sees the same as before sees twice, only changed cells can come or go.
  for (std::size_t u = 0; u < twice.size(); ++u) twice[u] += now.sources_in[u] - then.sources_in[u];
  for (std::size_t s = 0; s < sources.size(); ++s) twice[at(sources[s])] = now.of_sources[s];

  LocalCounts out;
  out.seen = connectivity(runs);
  out.pairs.resize(all.of_now.size());
  out.seen_twice.resize(all.of_now.size());
  for (std::size_t i = 0; i < all.of_now.size(); ++i) {
    out.pairs[i] = pairs[all.of_now[i]];
    out.seen_twice[i] = twice[all.of_now[i]];
  }
  return out;
}

}  // namespace trefpunt
