// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/depth_batch.h"

#include <algorithm>
#include <bit>

namespace trefpunt {

DepthBatch::DepthBatch(const SightRuns& runs) : runs_(runs) {
  const auto cells = static_cast<std::size_t>(runs.cells());
  TP_CHECK(cells < (std::size_t{1} << kPlanes));
  missing_.resize(cells);
  before_.resize(cells + 1);
  for (const SightRun& run : runs.runs) {
    widest_ = std::max(widest_, static_cast<std::size_t>(run.last - run.first) + 1);
  }
}

void DepthBatch::search(std::span<const std::int32_t> sources, int radius) {
  run(sources, radius, [](int, int, const Bits&) {});
}

void DepthBatch::search(std::span<const std::int32_t> sources, int radius, const Reached& reached) {
  run(sources, radius, [&](int depth, int cell, const Bits& bits) {
    int count = 0;
    for (const std::uint64_t word : bits) count += std::popcount(word);
    reached(depth, cell, count);
  });
}

template <typename Each>
void DepthBatch::run(std::span<const std::int32_t> sources, int radius, Each each) {
  TP_CHECK(sources.size() <= kBatch);
  Bits all{};
  for (std::size_t b = 0; b < sources.size(); ++b) all[b / 64] |= std::uint64_t{1} << (b % 64);
  std::fill(missing_.begin(), missing_.end(), all);
  pending_.resize(missing_.size());
  for (std::size_t i = 0; i < pending_.size(); ++i) pending_[i] = static_cast<std::int32_t>(i);
  counts_.clear();

  for (std::size_t b = 0; b < sources.size(); ++b) {
    missing_[static_cast<std::size_t>(sources[b])][b / 64] &= ~(std::uint64_t{1} << (b % 64));
  }
  frontier_.assign(sources.begin(), sources.end());
  std::sort(frontier_.begin(), frontier_.end());
  frontier_.erase(std::unique(frontier_.begin(), frontier_.end()), frontier_.end());
  bits_.clear();
  for (const std::int32_t cell : frontier_) {
    Bits bits{};
    for (int w = 0; w < kWords; ++w) {
      bits[static_cast<std::size_t>(w)] =
          all[static_cast<std::size_t>(w)] &
          ~missing_[static_cast<std::size_t>(cell)][static_cast<std::size_t>(w)];
    }
    bits_.push_back(bits);
  }

  for (int depth = 1; !frontier_.empty() && (radius == 0 || depth <= radius); ++depth) {
    prepare_frontier();
    next_frontier_.clear();
    next_bits_.clear();
    std::size_t kept = 0;
    for (const std::int32_t cell : pending_) {
      Bits& missing = missing_[static_cast<std::size_t>(cell)];
      Bits found{};
      gather(runs_.of(cell), missing, found);
      std::uint64_t any = 0, left = 0;
      for (std::size_t w = 0; w < kWords; ++w) {
        found[w] &= missing[w];
        missing[w] &= ~found[w];
        any |= found[w];
        left |= missing[w];
      }
      if (left != 0) pending_[kept++] = cell;
      if (any == 0) continue;
      next_frontier_.push_back(cell);
      next_bits_.push_back(found);
      add_to_counters(found);
      each(depth, cell, found);
    }
    pending_.resize(kept);
    frontier_.swap(next_frontier_);
    bits_.swap(next_bits_);
    if (!frontier_.empty()) flush_counters();
  }
}

void DepthBatch::prepare_frontier() {
  std::size_t cell = 0;
  for (std::size_t i = 0; i < frontier_.size(); ++i) {
    const auto last = static_cast<std::size_t>(frontier_[i]);
    for (; cell <= last; ++cell) before_[cell] = static_cast<std::uint32_t>(i);
  }
  for (; cell < before_.size(); ++cell)
    before_[cell] = static_cast<std::uint32_t>(frontier_.size());
  // A run lies in one row and meets no more of the frontier than its row has.
  std::size_t levels = 1;
  for (std::size_t width = 2; width <= widest_; width *= 2) {
    if (width > bits_.size()) break;
    if (together_.size() < levels) together_.emplace_back();
    const std::vector<Bits>& half = levels == 1 ? bits_ : together_[levels - 2];
    std::vector<Bits>& whole = together_[levels - 1];
    whole.resize(bits_.size() - width + 1);
    for (std::size_t i = 0; i < whole.size(); ++i) {
      for (std::size_t w = 0; w < kWords; ++w) whole[i][w] = half[i][w] | half[i + width / 2][w];
    }
    ++levels;
  }
}

void DepthBatch::gather(std::span<const SightRun> runs, const Bits& need, Bits& found) const {
  const auto add = [&](const Bits& bits) {
    for (std::size_t w = 0; w < kWords; ++w) found[w] |= bits[w];
  };
  for (const SightRun& run : runs) {
    const std::uint32_t i = before_[run.first];
    const std::uint32_t end = before_[run.last + 1];
    if (i == end) continue;
    // Two spans as long as a power of two cover the run.
    const int level = std::bit_width(end - i) - 1;
    const std::vector<Bits>& spans =
        level == 0 ? bits_ : together_[static_cast<std::size_t>(level) - 1];
    add(spans[i]);
    if (level > 0) add(spans[end - (1u << level)]);
    std::uint64_t left = 0;
    for (std::size_t w = 0; w < kWords; ++w) left |= need[w] & ~found[w];
    if (left == 0) return;
  }
}

void DepthBatch::add_to_counters(const Bits& bits) {
  for (std::size_t w = 0; w < kWords; ++w) {
    std::uint64_t carry = bits[w];
    for (std::size_t p = 0; carry != 0; ++p) {
      const std::uint64_t both = planes_[p][w] & carry;
      planes_[p][w] ^= carry;
      carry = both;
    }
  }
}

void DepthBatch::flush_counters() {
  counts_.emplace_back();
  std::array<std::uint32_t, kBatch>& count = counts_.back();
  count.fill(0);
  for (std::size_t p = 0; p < kPlanes; ++p) {
    for (std::size_t b = 0; b < kBatch; ++b) {
      count[b] |= static_cast<std::uint32_t>((planes_[p][b / 64] >> (b % 64)) & 1) << p;
    }
  }
  planes_ = {};
}

}  // namespace trefpunt
