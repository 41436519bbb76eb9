// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "base/job.h"
#include "encounter/model.h"

namespace trefpunt {

// What two kinds of visits have to do with each other before any plan is known: depends on
// schedules and dwell alone, so that moving a wall leaves it as it was.
struct StayPair {
  double overlaps = 0;  // expected pairs of overlapping stays a day, chance 1, same place
  double minutes = 0;   // together a day
  // Integrals of both rates of setting out, per minute: out and out, out and back, back and out,
  // back and back (leg_pair()). One sets out when a stay begins, and back when it ends.
  std::array<double, 4> common{};
  bool is_empty() const { return minutes <= 0 && common == std::array<double, 4>{}; }
};

// Of the legs of two walks (0 out, 1 back): the index of both together.
constexpr std::size_t leg_pair(int a, int b) {
  return static_cast<std::size_t>(2 * a + b);
}

struct StayPairs {
  struct Table {
    int columns = 0;
    std::vector<StayPair> cells;  // visits of role a x visits of role b
    const StayPair& at(int va, int vb) const {
      return cells[static_cast<std::size_t>(va) * static_cast<std::size_t>(columns) +
                   static_cast<std::size_t>(vb)];
    }
  };
  int roles = 0;
  std::vector<Table> tables;             // of roles a <= b, row by row
  const Table& of(int a, int b) const {  // a <= b
    return tables[static_cast<std::size_t>(a * roles - a * (a - 1) / 2 + (b - a))];
  }
};

// Errors: Cancelled.
Result<std::shared_ptr<const StayPairs>> make_stay_pairs(const std::vector<ModelRole>& roles,
                                                         double overlap_min, Job& job);
std::size_t memory_of(const StayPairs& pairs);
Key key_of_stays(const std::vector<ModelRole>& roles, double overlap_min);

}  // namespace trefpunt
