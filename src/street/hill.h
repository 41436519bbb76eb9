// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace trefpunt {

// Hill number of order q >= 0 over how many there are of each class:
// qD = (sum p^q)^(1 / (1 - q)); q = 0 the number of classes, q = 1 exp(-sum p ln p),
// q = 2 1 / sum p^2. Classes with nothing do not count; 0 without any class.
double hill_number(const std::vector<double>& counts, double q);

// Distance-weighted (branch) form: T = sum w p, qD = (sum w (p / T)^q)^(1 / (1 - q)), and for q = 1
// exp(-sum w p / T ln(p / T)). `weights`: per class of its nearest member (clipped_decay), 0 to 1.
// With every weight 1 it is hill_number().
double weighted_hill_number(const std::vector<double>& counts, const std::vector<double>& weights,
                            double q);

// exp(-beta d) with beta = 4 / radius, so that e^-4 is left at `radius` m, flat up to `tolerance` m
// and 1 there: min(e^(-beta d), m) / m with m = e^(-beta tolerance). 0 beyond the radius.
double clipped_decay(double distance, double radius, double tolerance = 0);

}  // namespace trefpunt
