// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "measure/value.h"

namespace trefpunt {

// What can be said of one thing; ordered, so that std::min is "and" and std::max is "or".
enum class YesNo { No, Unknown, Yes };

// 1, 0, or between the two.
Value value_of(YesNo answer, const Text& not_known);

// Counts answers to give the share of yes.
struct Tally {
  int no = 0, unknown = 0, yes = 0;

  void add(YesNo answer);
  int total() const { return no + unknown + yes; }
  Value share(const Text& not_known) const;  // of at least one answer
};

// The number itself when low and high agree within 1e-9.
Value between(double low, double high, const Text& not_known);

// Between two lengths where infinity means "no way": `best` when all that is unknown lets pass,
// `worst` when none of it does. Not computed unless both are finite; the reason then gives `best`.
Value distance_between(double best, double worst, const Text& not_known, const Text& no_way);

// The smallest value that at least `share` of the values do not exceed (nearest rank). Empty
// without values; infinities count as longest.
std::optional<double> nearest_rank(std::vector<double> values, double share);

// "1 ruimte", "3 ruimten".
Text counted(int count, const Text& one, const Text& many);

}  // namespace trefpunt
