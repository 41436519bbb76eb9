// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/wijk_mix.h"

namespace trefpunt {

std::vector<double> shares_of(const std::vector<double>& amounts) {
  double sum = 0;
  for (const double amount : amounts) sum += amount;
  if (sum <= 0) return {};
  std::vector<double> shares = amounts;
  for (double& share : shares) share /= sum;
  return shares;
}

double mixed_chance(const std::vector<double>& shares) {
  double same = 0;
  for (const double share : shares) same += share * share;
  return shares.empty() ? 0 : 1 - same;
}

std::optional<double> bridging(const std::vector<double>& here, const std::vector<double>& wijk) {
  // Below this the wijk has one group, but for rounding.
  constexpr double kOneGroup = 1e-12;
  const double all = mixed_chance(shares_of(wijk));
  const std::vector<double> shares = shares_of(here);
  if (shares.empty() || all <= kOneGroup) return std::nullopt;
  return mixed_chance(shares) / all;
}

}  // namespace trefpunt
