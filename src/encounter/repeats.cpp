// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/repeats.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/check.h"

namespace trefpunt {

namespace {

// Days that are alike.
struct Days {
  double hazard;
  double apart;  // chance not to meet in a group
  int count;
};

struct Groups {
  std::array<Days, 7> of;
  std::size_t size = 0;
  bool has_fixed = false;
};

Groups alike(const WeekHazards& hazards, const WeekChances& fixed, int days) {
  Groups groups;
  for (int d = 0; d < std::min(days, 7); ++d) {
    const double hazard = hazards[static_cast<std::size_t>(d)];
    const double apart = 1 - fixed[static_cast<std::size_t>(d)];
    const int count = days / 7 + (d < days % 7 ? 1 : 0);
    std::size_t same = 0;
    while (same < groups.size &&
           (groups.of[same].hazard != hazard || groups.of[same].apart != apart)) {
      ++same;
    }
    if (same == groups.size) groups.of[groups.size++] = {hazard, apart, 0};
    groups.of[same].count += count;
    groups.has_fixed = groups.has_fixed || apart < 1;
  }
  return groups;
}

double choose(int n, int k) {
  double ways = 1;
  for (int i = 0; i < k; ++i) ways = ways * (n - i) / (i + 1);
  return ways;
}

double laplace(double x, double kappa) {
  if (std::isinf(kappa)) return std::exp(-x);
  return kappa == 1 ? 1 / (1 + x) : std::pow(1 + x / kappa, -kappa);
}

// Sum over the sets U of `size` days, of the groups from `from` on, of E exp(-Z (rest - H(U))),
// where no day has a fixed chance.
double sum_without(const Groups& groups, std::size_t from, int size, double rest, double kappa) {
  if (size == 0) return laplace(std::max(0.0, rest), kappa);
  double sum = 0;
  for (; from < groups.size; ++from) {  // the first group of which days are in U
    const Days& group = groups.of[from];
    for (int taken = 1; taken <= std::min(size, group.count); ++taken) {
      sum += choose(group.count, taken) *
             sum_without(groups, from + 1, size - taken, rest - taken * group.hazard, kappa);
    }
  }
  return sum;
}

// The same times the chance that they are apart on all other days; `apart` of the groups before.
double sum_apart(const Groups& groups, std::size_t from, int size, double rest, double apart,
                 double kappa) {
  if (from == groups.size) return size == 0 ? apart * laplace(std::max(0.0, rest), kappa) : 0;
  double sum = 0;
  const Days& group = groups.of[from];
  for (int taken = 0; taken <= std::min(size, group.count); ++taken) {
    sum += choose(group.count, taken) *
           sum_apart(groups, from + 1, size - taken, rest - taken * group.hazard,
                     apart * std::pow(group.apart, group.count - taken), kappa);
  }
  return sum;
}

}  // namespace

double repeat_chance(const WeekHazards& hazards, int times, int days, double kappa,
                     const WeekChances& fixed) {
  TP_CHECK(times >= 1 && times <= 4 && days >= 1 && days <= 366 && kappa > 0);
  const Groups groups = alike(hazards, fixed, days);
  double total = 0;
  for (std::size_t g = 0; g < groups.size; ++g) {
    total += groups.of[g].hazard * groups.of[g].count;
  }
  if (total <= 0 && !groups.has_fixed) return 0;
  // P(N = m) by inclusion and exclusion over the days on which they meet.
  std::array<double, 4> without;
  for (int u = 0; u < times; ++u) {
    without[static_cast<std::size_t>(u)] = groups.has_fixed
                                               ? sum_apart(groups, 0, u, total, 1, kappa)
                                               : sum_without(groups, 0, u, total, kappa);
  }
  double fewer = 0;
  for (int m = 0; m < times && m <= days; ++m) {
    for (int u = 0; u <= m; ++u) {
      fewer += ((m - u) % 2 == 0 ? 1 : -1) * choose(days - u, m - u) *
               without[static_cast<std::size_t>(u)];
    }
  }
  return std::clamp(1 - fewer, 0.0, 1.0);
}

double repeat_chance_of_days(const WeekChances& met, int times, int days, double kappa,
                             const WeekChances& fixed) {
  WeekHazards hazards{};
  WeekChances certain = fixed;
  for (std::size_t d = 0; d < 7; ++d) {
    if (met[d] >= 1) {
      certain[d] = 1;
    } else {
      hazards[d] = -std::log1p(-met[d]);
    }
  }
  return repeat_chance(hazards, times, days, kappa, certain);
}

}  // namespace trefpunt
