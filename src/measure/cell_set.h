// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "measure/places.h"

namespace trefpunt {

// Some of the cells of a storey's grid, to count those within the runs that a cell sees.
class CellSet {
 public:
  // Of the cells that lie in spaces that `wanted` takes.
  template <typename Wanted>
  CellSet(const StoreySight& sight, const Storey& storey, Wanted wanted) : before_{0} {
    for (const std::int32_t space : sight.space_of) {
      const bool is_in = space >= 0 && wanted(storey.spaces[static_cast<std::size_t>(space)]);
      before_.push_back(before_.back() + (is_in ? 1 : 0));
    }
  }

  bool holds(int cell) const {
    const auto i = static_cast<std::size_t>(cell);
    return before_[i + 1] > before_[i];
  }
  int size() const { return before_.back(); }
  // How many of them a cell sees, itself included.
  int seen_from(const SightRuns& runs, int cell) const {
    int count = 0;
    for (const SightRun run : runs.of(cell)) count += before_[run.last + 1] - before_[run.first];
    return count;
  }

 private:
  std::vector<int> before_;  // per cell: how many come before it
};

}  // namespace trefpunt
