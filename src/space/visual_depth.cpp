// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/visual_depth.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>

#include "base/index.h"
#include "space/depth_batch.h"
#include "space/parallel.h"

namespace trefpunt {

namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
constexpr int kPreviewSamples = kBatch;

Error cancelled() {
  return {Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
}

VisualDepth empty_columns(int cells) {
  const std::vector<double> column(at(cells), kMissing);
  return {column, column, column, column, column, column, std::vector<char>(at(cells), 0)};
}

// Fills in one cell from the numbers of cells at depth 1, 2, ...; estimates may be fractions.
void fill_in(int cell, const std::vector<double>& at_depth, VisualDepth& out) {
  double others = 0, total = 0;
  for (std::size_t d = 1; d <= at_depth.size(); ++d) {
    others += at_depth[d - 1];
    total += static_cast<double>(d) * at_depth[d - 1];
  }
  const std::size_t i = at(cell);
  const double n = others + 1;
  out.node_count[i] = n;
  if (others <= 0) return;
  const double mean = total / others;
  out.mean_depth[i] = mean;
  double entropy = 0, relativised = 0, log_factorial = 0;
  for (std::size_t d = 1; d <= at_depth.size(); ++d) {
    const auto depth = static_cast<double>(d);
    log_factorial += std::log2(depth);
    const double p = at_depth[d - 1] / others;
    if (p <= 0) continue;
    entropy -= p * std::log2(p);
    const double log_q = depth * std::log2(mean) - mean * std::log2(std::exp(1.0)) - log_factorial;
    relativised += p * (std::log2(p) - log_q);
  }
  out.entropy[i] = entropy;
  out.relativised_entropy[i] = relativised;
  if (n <= 2) return;
  const double asymmetry = 2 * (mean - 1) / (n - 2);
  if (asymmetry > 0) {
    const double diamond =
        2 * (n * (std::log2((n + 2) / 3) - 1) + 1) / ((n - 1) * (n - 2));  // Kruger's D(n)
    out.integration_hh[i] = diamond / asymmetry;
  }
  if (total - n + 1 > 1) out.integration_tekl[i] = std::log((n - 2) / 2) / std::log(total - n + 1);
}

// The sizes of the parts of the graph that do not see each other, per cell.
std::vector<int> part_sizes(const SightRuns& runs) {
  std::vector<int> part(at(runs.cells()), -1), size;
  std::vector<int> stack;
  for (int first = 0; first < runs.cells(); ++first) {
    if (part[at(first)] >= 0) continue;
    const auto label = static_cast<int>(size.size());
    size.push_back(0);
    part[at(first)] = label;
    stack.push_back(first);
    while (!stack.empty()) {
      const int cell = stack.back();
      stack.pop_back();
      ++size[at(label)];
      for (const SightRun& run : runs.of(cell)) {
        for (std::uint32_t other = run.first; other <= run.last; ++other) {
          if (part[other] >= 0) continue;
          part[other] = label;
          stack.push_back(static_cast<int>(other));
        }
      }
    }
  }
  for (int& p : part) p = size[at(p)];
  return part;
}

// The exact values of the sources that were just searched from.
void fill_in_sources(const DepthBatch& batch, std::span<const std::int32_t> sources,
                     VisualDepth& out) {
  std::vector<double> at_depth;
  for (std::size_t b = 0; b < sources.size(); ++b) {
    at_depth.clear();
    for (int d = 1; d <= batch.depths() && batch.count(d)[b] > 0; ++d) {
      at_depth.push_back(batch.count(d)[b]);
    }
    const auto i = static_cast<std::size_t>(sources[b]);
    for (auto* column : {&out.node_count, &out.mean_depth, &out.integration_hh,
                         &out.integration_tekl, &out.entropy, &out.relativised_entropy}) {
      (*column)[i] = kMissing;
    }
    fill_in(sources[b], at_depth, out);
    out.is_exact[i] = 1;
  }
}

std::uint64_t spread_bits(std::uint64_t v) {  // abc -> 0a0b0c
  v = (v | (v << 16)) & 0x0000ffff0000ffffULL;
  v = (v | (v << 8)) & 0x00ff00ff00ff00ffULL;
  v = (v | (v << 4)) & 0x0f0f0f0f0f0f0f0fULL;
  v = (v | (v << 2)) & 0x3333333333333333ULL;
  return (v | (v << 1)) & 0x5555555555555555ULL;
}

}  // namespace

std::vector<std::int32_t> spread_order(const FieldGrid& grid) {
  std::vector<std::pair<std::uint64_t, std::int32_t>> keyed;
  for (int cell = 0; cell < grid.size(); ++cell) {
    const auto [column, row] = grid.cells[at(cell)];
    keyed.push_back({spread_bits(static_cast<std::uint64_t>(column)) |
                         (spread_bits(static_cast<std::uint64_t>(row)) << 1),
                     cell});
  }
  std::sort(keyed.begin(), keyed.end());
  std::vector<std::int32_t> order;
  for (const auto& [key, cell] : keyed) order.push_back(cell);
  return order;
}

Result<VisualDepth> sampled_visual_depth(const SightRuns& runs, const FieldGrid& grid,
                                         const DepthOptions& options, int samples, Job& job) {
  const std::vector<std::int32_t> order = spread_order(grid);
  std::vector<std::int32_t> sources;
  const int wanted = std::clamp(samples, 1, std::max(1, grid.size()));
  for (int i = 0; i < wanted && !order.empty(); ++i) {
    const auto place = (2 * static_cast<std::int64_t>(i) + 1) * grid.size() / (2 * wanted);
    sources.push_back(order[static_cast<std::size_t>(place)]);
  }
  VisualDepth out = empty_columns(grid.size());
  // Per cell: how many of the sample lie at depth 1, 2, ...
  std::vector<std::vector<std::uint32_t>> reached(at(grid.size()));
  DepthBatch batch(runs);
  for (std::size_t first = 0; first < sources.size(); first += kBatch) {
    if (!job.step(static_cast<int>(first), static_cast<int>(sources.size()))) return cancelled();
    const std::span<const std::int32_t> part(sources.data() + first,
                                             std::min<std::size_t>(kBatch, sources.size() - first));
    batch.search(part, options.radius, [&](int depth, int cell, int count) {
      std::vector<std::uint32_t>& depths = reached[at(cell)];
      depths.resize(std::max(depths.size(), at(depth)), 0);
      depths[at(depth) - 1] += static_cast<std::uint32_t>(count);
    });
    fill_in_sources(batch, part, out);
  }
  const std::vector<int> size = part_sizes(runs);
  // What one sampled cell stands for: in the whole graph, or (which node counts need to be exact)
  // in the part of it that a cell belongs to.
  const double weight = sources.empty() ? 0 : static_cast<double>(grid.size()) / wanted;
  std::vector<double> at_depth;
  for (int cell = 0; cell < grid.size(); ++cell) {
    if (out.is_exact[at(cell)]) continue;
    double count = 0;
    for (const std::uint32_t n : reached[at(cell)]) count += n;
    const double scale = options.radius == 0 && count > 0 ? (size[at(cell)] - 1) / count : weight;
    at_depth.clear();
    for (const std::uint32_t n : reached[at(cell)]) at_depth.push_back(scale * n);
    if (count > 0 || size[at(cell)] == 1) fill_in(cell, at_depth, out);
  }
  return out;
}

Result<VisualDepth> visual_depth(const SightRuns& runs, const FieldGrid& grid,
                                 const DepthOptions& options, Job& job,
                                 const DepthProgress& progress) {
  VisualDepth out = empty_columns(grid.size());
  if (progress) {
    Result<VisualDepth> preview = sampled_visual_depth(runs, grid, options, kPreviewSamples, job);
    if (!preview) return preview;
    out = *std::move(preview);
    progress(out);
  }
  const std::vector<std::int32_t> order = spread_order(grid);
  const int count = (grid.size() + kBatch - 1) / kBatch;
  std::mutex mutex;
  int done = 0;
  const auto make_batch = [&] { return DepthBatch(runs); };
  parallel_for(count, options.threads, make_batch, [&](int b, DepthBatch& batch) {
    if (job.stopped()) return;
    const int first = b * kBatch;
    const std::span<const std::int32_t> sources(order.data() + first,
                                                at(std::min(kBatch, grid.size() - first)));
    batch.search(sources, options.radius);
    std::lock_guard lock(mutex);
    fill_in_sources(batch, sources, out);
    job.step(++done, count);
    if (progress) progress(out);
  });
  if (job.stopped()) return cancelled();
  return out;
}

SightMoments sight_moments(const SightRuns& runs, const FieldGrid& grid, int threads) {
  // distance[row][column]: the sum of the distances, in cells, to columns 0 .. column - 1.
  const std::size_t width = at(grid.columns) + 1;
  std::vector<double> distance(at(grid.rows) * width, 0);
  for (int row = 0; row < grid.rows; ++row) {
    for (int column = 0; column < grid.columns; ++column) {
      const std::size_t i = at(row) * width + at(column);
      distance[i + 1] = distance[i] + std::hypot(column, row);
    }
  }
  SightMoments out{std::vector<double>(at(grid.size())), std::vector<double>(at(grid.size()))};
  constexpr int kCells = 256;
  parallel_for((grid.size() + kCells - 1) / kCells, threads, [&](int block) {
    const int end = std::min(grid.size(), (block + 1) * kCells);
    for (int cell = block * kCells; cell < end; ++cell) {
      const auto [column, row] = grid.cells[at(cell)];
      double first = 0;
      std::int64_t second = 0;
      const auto add = [&](int low, int high, int rows_off) {  // columns off, both included
        const double* sums = distance.data() + at(rows_off) * width;
        if (high < 0) {
          std::swap(low, high);
          low = -low;
          high = -high;
        }
        if (low >= 0) {
          first += sums[high + 1] - sums[low];
        } else {
          first += sums[high + 1] + (sums[1 - low] - sums[1]);
        }
        // 0 + 1 + 4 + .. + n^2, for n = -1 as well
        const auto squares = [](std::int64_t n) { return n * (n + 1) * (2 * n + 1) / 6; };
        const std::int64_t off = rows_off;
        second += (low >= 0 ? squares(high) - squares(low - 1) : squares(high) + squares(-low)) +
                  off * off * (high - low + 1);
      };
      for (const SightRun& run : runs.of(cell)) {
        const FieldGrid::Cell from = grid.cells[run.first], to = grid.cells[run.last];
        const int rows_off = std::abs(from.row - row);
        if (to.column - from.column == static_cast<int>(run.last - run.first)) {
          add(from.column - column, to.column - column, rows_off);
          continue;
        }
        for (std::uint32_t other = run.first; other <= run.last; ++other) {
          const int off = grid.cells[other].column - column;
          add(off, off, rows_off);
        }
      }
      out.first[at(cell)] = first * grid.spacing_m();
      out.second[at(cell)] = static_cast<double>(second) * grid.spacing_m() * grid.spacing_m();
    }
  });
  return out;
}

}  // namespace trefpunt
