// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "encounter/day_tables.h"

namespace trefpunt {

// The stretches that two ways share, looked up when first asked for. One for each thread. Keeps
// what fits in a bounded room and forgets the rest, so that it does not grow with the weeks.
class SharedWayCache {
 public:
  // SharedStretch, in half the room.
  struct Stretch {
    float start_a = 0, start_b = 0, length = 0;
    bool same_direction = true;  // as both ways are stored
  };

  explicit SharedWayCache(const DayTables& tables, std::size_t most_slots = 1u << 21,
                          std::size_t most_stretches = 1u << 21);  // 48 MiB
  // a <= b.
  std::span<const Stretch> stretches(std::int32_t a, std::int32_t b) {
    const std::uint64_t key = key_of(a, b);
    Slot& slot = slots_[key & (slots_.size() - 1)];
    if (slot.turn != turn_of(key)) look_up(a, b, turn_of(key), slot);
    return {kept_.data() + slot.first, slot.count};
  }
  // Waiting for memory takes longer than the rest: who knows what will be asked says so, twice.
  void fetch_slot(std::int32_t a, std::int32_t b) const {
    __builtin_prefetch(&slots_[key_of(a, b) & (slots_.size() - 1)]);
  }
  void fetch_stretches(std::int32_t a, std::int32_t b) const {
    __builtin_prefetch(kept_.data() + slots_[key_of(a, b) & (slots_.size() - 1)].first);
  }

 private:
  struct Slot {  // of the pairs of ways with one remainder: which it holds, and its stretches
    std::uint32_t turn = ~0u;
    std::uint32_t count : 8 = 0, first : 24 = 0;
  };
  static std::uint64_t key_of(std::int32_t a, std::int32_t b) {
    return DayTables::pair_index(static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b));
  }
  std::uint32_t turn_of(std::uint64_t key) const {
    return static_cast<std::uint32_t>(key >> bits_);
  }
  void look_up(std::int32_t a, std::int32_t b, std::uint32_t turn, Slot& slot);

  const DayTables& tables_;
  int bits_ = 0;
  std::size_t most_stretches_;
  std::vector<Slot> slots_;
  std::vector<Stretch> kept_;
};

}  // namespace trefpunt
