// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/hill.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace trefpunt {

double hill_number(const std::vector<double>& counts, double q) {
  return weighted_hill_number(counts, std::vector<double>(counts.size(), 1.0), q);
}

double weighted_hill_number(const std::vector<double>& counts, const std::vector<double>& weights,
                            double q) {
  TP_CHECK(counts.size() == weights.size() && q >= 0);
  double all = 0;
  for (const double count : counts) all += count;
  if (all <= 0) return 0;
  double length = 0;  // T
  for (std::size_t k = 0; k < counts.size(); ++k) length += weights[k] * counts[k] / all;
  if (length <= 0) return 0;
  double sum = 0;
  for (std::size_t k = 0; k < counts.size(); ++k) {
    if (counts[k] <= 0) continue;
    const double share = counts[k] / all / length;
    sum += q == 1 ? -weights[k] * share * std::log(share) : weights[k] * std::pow(share, q);
  }
  return q == 1 ? std::exp(sum) : std::pow(sum, 1 / (1 - q));
}

double clipped_decay(double distance, double radius, double tolerance) {
  if (distance > radius) return 0;
  const double beta = 4 / radius;
  const double most = std::exp(-beta * tolerance);
  return std::min(std::exp(-beta * distance), most) / most;
}

}  // namespace trefpunt
