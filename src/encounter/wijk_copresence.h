// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "encounter/wijk_flows.h"

namespace trefpunt {

// What one meeting of two rates is worth in encounters a week (docs/wijk-encounters.md).
struct MeetingWeights {
  // Of walks on a stretch: times length times (1 / speed of the one + 1 / speed of the other).
  double passing = 0;
  double bench = 0;           // of walks past a bench
  std::vector<double> place;  // of visits to a place: times minutes of both together
  std::vector<double> pace;   // per group: 1 / speed, s/m
};
MeetingWeights meeting_weights(const WijkEncounterInput& input);

// Of all people together, in a week.
struct CoPresence {
  std::vector<double> walks;       // people-walks, there and back
  std::vector<double> encounters;  // expected, between people of different dwellings
  std::vector<double> of_group;    // walks by group: [thing * groups + group]
};

struct WijkCoPresence {
  CoPresence streets;  // per link; walks: mean over its length
  CoPresence benches;  // walks past it
  CoPresence places;   // visits
};

// (11): sums over people only, no pairs. People of one dwelling do not meet each other.
WijkCoPresence wijk_copresence(const WijkEncounterInput& input, const WijkFlows& flows);

}  // namespace trefpunt
