// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "encounter/wijk_copresence.h"

namespace trefpunt {

struct WijkPairOptions {
  // Pairs of rows (home and group) that are worked out. Of more, those of homes near to each other
  // all are, and of others a part is drawn: at d m from the cell of homes with a chance (near /
  // d)^2.
  double pairs_at_most = 4e6;
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

// Pairs of people of two groups, a <= b, that live in different dwellings.
struct GroupPair {
  int a = 0, b = 0;
  double pairs = 0;
  Sampled encounters;                 // per week, all pairs together
  std::array<Sampled, 3> repeated{};  // as WijkPairs::repeated
};

struct WijkPairs {
  std::vector<GroupPair> groups;  // each two groups, by a and b
  double people_pairs = 0;        // of different dwellings
  double cross_pairs = 0;         // of these, of different groups
  double drawn = 1;               // expected share of the pairs of rows that is worked out
  Sampled encounters;             // per week
  // Pairs that meet at least twice in a week, for the frailties 0.2, assumptions.kappa, infinite.
  std::array<Sampled, 3> repeated;
  std::array<double, 3> repeated_cross{};  // of different groups
  std::vector<Familiar> familiar;          // per row of the flows, with assumptions.kappa
  std::vector<double> buurt_error;         // per buurt: standard error of its mean of own + other
  // Per bench, then per place: its encounters, each weighed by the chance that its pair meets twice
  // a week, there or elsewhere.
  std::vector<double> repeated_stays;
};

// The chance of at least two encounters in a week with mean `mean`, by the negative binomial: (6).
double twice_a_week(double mean, double kappa);

// (12). The same whatever the number of threads. Errors: Cancelled.
Result<WijkPairs> wijk_pairs(const WijkEncounterInput& input, const WijkFlows& flows,
                             const WijkPairOptions& options, Job& job);

}  // namespace trefpunt
