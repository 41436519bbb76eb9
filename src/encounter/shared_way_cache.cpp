// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/shared_way_cache.h"

#include <algorithm>
#include <bit>

#include "base/check.h"

namespace trefpunt {

namespace {

std::size_t at(std::int32_t i) {
  return static_cast<std::size_t>(i);
}

}  // namespace

SharedWayCache::SharedWayCache(const DayTables& tables, std::size_t most_slots,
                               std::size_t most_stretches)
    : tables_(tables),
      most_stretches_(most_stretches),
      position_(tables.place_of_piece.size(), -1) {
  const std::uint64_t pairs = DayTables::pair_index(0, tables.ways.size());
  const std::uint64_t slots = std::bit_ceil(std::clamp<std::uint64_t>(pairs, 1, most_slots));
  slots_.resize(slots);
  bits_ = std::countr_zero(slots);
}

void SharedWayCache::look_up(std::int32_t a, std::int32_t b, std::uint32_t turn, Slot& slot) {
  if (kept_.size() > most_stretches_) {
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
  const std::size_t count = kept_.size() - before;
  TP_CHECK(count < 256);
  slot.turn = turn;
  slot.count = count & 255;
  slot.first = before & 0xffffff;
}

}  // namespace trefpunt
