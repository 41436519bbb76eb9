// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/repeats.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/check.h"

namespace trefpunt {

namespace {

// Days with one hazard.
struct Days {
  double hazard;
  int count;
};

struct Groups {
  std::array<Days, 7> of;
  std::size_t size = 0;
};

Groups days_by_hazard(const WeekHazards& hazards, int days) {
  Groups groups;
  for (int d = 0; d < std::min(days, 7); ++d) {
    const double hazard = hazards[static_cast<std::size_t>(d)];
    const int count = days / 7 + (d < days % 7 ? 1 : 0);
    std::size_t same = 0;
    while (same < groups.size && groups.of[same].hazard != hazard) ++same;
    if (same == groups.size) groups.of[groups.size++] = {hazard, 0};
    groups.of[same].count += count;
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

// Sum over the sets U of `size` days, of the groups from `from` on, of E exp(-Z (rest - H(U))).
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

}  // namespace

double repeat_chance(const WeekHazards& hazards, int times, int days, double kappa) {
  TP_CHECK(times >= 1 && times <= 4 && days >= 1 && days <= 366 && kappa > 0);
  const Groups groups = days_by_hazard(hazards, days);
  double total = 0;
  for (std::size_t g = 0; g < groups.size; ++g) {
    total += groups.of[g].hazard * groups.of[g].count;
  }
  if (total <= 0) return 0;
  // P(N = m) by inclusion and exclusion over the days on which they meet.
  std::array<double, 4> without;
  for (int u = 0; u < times; ++u) {
    without[static_cast<std::size_t>(u)] = sum_without(groups, 0, u, total, kappa);
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

double repeat_chance_of_days(const std::array<double, 7>& met, int times, int days, double kappa) {
  WeekHazards hazards{};
  int certain = 0;
  for (int d = 0; d < 7; ++d) {
    const double chance = met[static_cast<std::size_t>(d)];
    if (chance >= 1) certain += days / 7 + (d < days % 7 ? 1 : 0);
    hazards[static_cast<std::size_t>(d)] = chance >= 1 ? 0 : -std::log1p(-chance);
  }
  return certain >= times ? 1 : repeat_chance(hazards, times - certain, days, kappa);
}

}  // namespace trefpunt
