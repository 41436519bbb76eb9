// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/shared_way_cache.h"

#include <algorithm>
#include <bit>

#include "base/check.h"
#include "base/index.h"

namespace trefpunt {

SharedWayCache::SharedWayCache(const DayTables& tables, std::size_t most_slots,
                               std::size_t most_stretches)
    : tables_(tables), most_stretches_(most_stretches) {
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
  const std::size_t before = kept_.size();
  for (const SharedStretch& shared : shared_stretches(
           *tables_.model.routes, *tables_.ways[at(a)].route, *tables_.ways[at(b)].route)) {
    kept_.push_back({static_cast<float>(shared.start_a), static_cast<float>(shared.start_b),
                     static_cast<float>(shared.length), shared.same_direction});
  }
  const std::size_t count = kept_.size() - before;
  TP_CHECK(count < 256);
  slot.turn = turn;
  slot.count = count & 255;
  slot.first = before & 0xffffff;
}

}  // namespace trefpunt
