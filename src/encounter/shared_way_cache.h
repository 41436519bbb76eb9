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
  // A maximal run of pieces that both walk: metres from each way's own first station.
  struct Stretch {
    float start_a = 0, start_b = 0, length = 0;
    bool same_direction = true;  // as both ways are stored
  };

  explicit SharedWayCache(const DayTables& tables);
  std::span<const Stretch> stretches(std::int32_t a, std::int32_t b) {
    const std::uint64_t key = static_cast<std::uint64_t>(a) << 32 | static_cast<std::uint32_t>(b);
    Slot& slot = slots_[(key * 0x9E3779B97F4A7C15ull) >> shift_];
    if (slot.key != key) look_up(a, b, key, slot);
    return {kept_.data() + slot.first, slot.count};
  }

 private:
  struct Slot {
    std::uint64_t key = ~0ull;
    std::uint32_t first = 0, count = 0;
  };
  void look_up(std::int32_t a, std::int32_t b, std::uint64_t key, Slot& slot);

  const DayTables& tables_;
  int shift_ = 0;
  std::vector<Slot> slots_;
  std::vector<Stretch> kept_;
  std::vector<std::int32_t> position_;  // per piece: in way b, -1 when it is not in there
};

}  // namespace trefpunt
