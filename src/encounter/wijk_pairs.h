// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "encounter/wijk_copresence.h"

namespace trefpunt {

struct WijkPairOptions {
  // Pairs of rows (home and group) that are worked out; of more a part is drawn, each pair with the
  // same chance. Pairs within one home are always worked out.
  double pairs_at_most = 3e7;
  std::uint64_t seed = 1;
  int threads = 0;
};

// A number with the standard error of drawing pairs (0 when all were worked out).
struct Sampled {
  double value = 0, standard_error = 0;
};

// Others whom a person meets at least twice a week, expected number.
struct Familiar {
  double own = 0, other = 0;  // of the own group, of other groups
};

struct WijkPairs {
  double people_pairs = 0;  // of different dwellings
  double cross_pairs = 0;   // of these, of different groups
  double drawn = 1;         // share of the pairs of rows that was worked out
  Sampled encounters;       // per week
  // Pairs that meet at least twice in a week, for the frailties 0.2, assumptions.kappa, infinite.
  std::array<Sampled, 3> repeated;
  std::array<Sampled, 3> repeated_cross;  // of different groups
  std::vector<Familiar> familiar;         // per row of the flows, with assumptions.kappa
  std::vector<double> buurt_error;        // per buurt: standard error of its mean of own + other
  // Per bench, then per place: of its encounters, those of pairs weighed by their chance to meet
  // twice a week; and all of the pairs that were worked out.
  std::vector<double> repeated_stays, all_stays;
};

// The chance of at least two encounters in a week with mean `mean`, by the negative binomial: (6).
double twice_a_week(double mean, double kappa);

// (12). The same whatever the number of threads. Errors: Cancelled.
Result<WijkPairs> wijk_pairs(const WijkEncounterInput& input, const WijkFlows& flows,
                             const WijkPairOptions& options, Job& job);

}  // namespace trefpunt
