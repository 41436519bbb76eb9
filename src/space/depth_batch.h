// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "space/sight_runs.h"

namespace trefpunt {

inline constexpr int kBatch = 512;  // sources that are searched from at once

// Breadth-first search over a visibility graph from up to kBatch cells at once, a bit for each. In
// every round each cell that some source has not reached gathers the bits of the cells it sees that
// were reached in the round before. One object serves one thread and is used again and again.
class DepthBatch {
 public:
  explicit DepthBatch(const SightRuns& runs);

  // Searches up to `radius` steps (0: to the end). Afterwards count(d)[b] is the number of cells at
  // depth d from sources[b], for d = 1 .. depths().
  void search(std::span<const std::int32_t> sources, int radius);

  // As search(), and tells for each depth and cell how many sources reach it there.
  using Reached = std::function<void(int depth, int cell, int sources)>;
  void search(std::span<const std::int32_t> sources, int radius, const Reached& reached);

  int depths() const { return static_cast<int>(counts_.size()); }
  const std::array<std::uint32_t, kBatch>& count(int depth) const {
    return counts_[static_cast<std::size_t>(depth) - 1];
  }

 private:
  static constexpr int kWords = kBatch / 64;
  using Bits = std::array<std::uint64_t, kWords>;
  static constexpr int kPlanes = 20;  // 2^20 cells and more are never counted in one depth

  template <typename Each>
  void run(std::span<const std::int32_t> sources, int radius, Each each);
  void gather(std::span<const SightRun> runs, const Bits& need, Bits& found) const;
  void prepare_frontier();
  void add_to_counters(const Bits& bits);
  void flush_counters();

  const SightRuns& runs_;
  std::vector<Bits> missing_;                // per cell: sources that have not reached it
  std::vector<std::int32_t> pending_;        // cells that miss a source
  std::vector<std::int32_t> frontier_;       // cells reached in the last round, ascending
  std::vector<Bits> bits_;                   // of each frontier cell: the sources
  std::vector<std::vector<Bits>> together_;  // [l][i]: of 2^(l + 1) frontier cells from i on
  std::size_t widest_ = 1;                   // cells of the longest run
  std::vector<std::uint32_t> before_;        // cells + 1: frontier cells before a cell
  std::vector<std::int32_t> next_frontier_;
  std::vector<Bits> next_bits_;
  std::array<Bits, kPlanes> planes_{};  // counts per source, in binary, a plane for each digit
  std::vector<std::array<std::uint32_t, kBatch>> counts_;
};

}  // namespace trefpunt
