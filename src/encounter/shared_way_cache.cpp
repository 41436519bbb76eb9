// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/shared_way_cache.h"

#include <algorithm>
#include <bit>

namespace trefpunt {

namespace {

constexpr std::uint64_t kMostSlots = 1u << 20;    // 16 MiB
constexpr std::size_t kMostStretches = 1u << 21;  // 32 MiB

std::size_t at(std::int32_t i) {
  return static_cast<std::size_t>(i);
}

}  // namespace

SharedWayCache::SharedWayCache(const DayTables& tables)
    : tables_(tables), position_(tables.place_of_piece.size(), -1) {
  const std::uint64_t pairs = tables.ways.size() * tables.ways.size();
  const std::uint64_t slots = std::bit_ceil(std::clamp<std::uint64_t>(2 * pairs, 2, kMostSlots));
  slots_.resize(slots);
  shift_ = 64 - std::countr_zero(slots);
}

void SharedWayCache::look_up(std::int32_t a, std::int32_t b, std::uint64_t key, Slot& slot) {
  if (kept_.size() > kMostStretches) {
    kept_.clear();
    std::fill(slots_.begin(), slots_.end(), Slot{});
  }
  const DayTables::Way &one = tables_.ways[at(a)], &other = tables_.ways[at(b)];
  const auto start = [&](const DayTables::Way& way, std::int32_t i) {
    return i == way.first ? way.before : tables_.piece_end[at(i - 1)];
  };
  for (std::int32_t i = other.first; i < other.end; ++i) {
    position_[at(tables_.pieces[at(i)].piece)] = i;
  }
  const std::size_t before = kept_.size();
  for (std::int32_t i = one.first; i < one.end;) {
    const RoutePiece& step = tables_.pieces[at(i)];
    const std::int32_t met = position_[at(step.piece)];
    const std::int32_t from = i++;
    if (met < 0) continue;
    const bool same = step.forward == tables_.pieces[at(met)].forward;
    std::int32_t last = met;
    while (i < one.end) {
      const RoutePiece& next = tables_.pieces[at(i)];
      const std::int32_t next_met = position_[at(next.piece)];
      if (next_met < 0 || next_met != last + (same ? 1 : -1) ||
          same != (next.forward == tables_.pieces[at(next_met)].forward)) {
        break;
      }
      last = next_met;
      ++i;
    }
    const double start_a = start(one, from);
    kept_.push_back({static_cast<float>(start_a),
                     static_cast<float>(start(other, std::min(met, last))),
                     static_cast<float>(tables_.piece_end[at(i - 1)] - start_a), same});
  }
  for (std::int32_t i = other.first; i < other.end; ++i) {
    position_[at(tables_.pieces[at(i)].piece)] = -1;
  }
  slot = {key, static_cast<std::uint32_t>(before),
          static_cast<std::uint32_t>(kept_.size() - before)};
}

}  // namespace trefpunt
