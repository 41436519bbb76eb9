// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "measure/measure.h"

namespace trefpunt {

// Why nothing can be said of people in this scene: there is no programme, or it does not fit the
// plan. Empty when it was laid on the plan.
std::optional<NotComputed> no_programme(const Scene& scene);
// Says what laying the programme on the plan took for granted, and that counts are model figures.
void note_programme(const Scene& scene, Outcome& outcome);

// Night, morning, afternoon, evening: six hours each, from midnight.
inline constexpr int kDayParts = 4;
using PerDayPart = std::array<double, kDayParts>;  // times a week

// How often a week the people of each role together set out or are somewhere. The way to a place
// falls in the part of the day in which the stay begins, the way back in that in which it ends (by
// its mean length).
struct Routines {
  std::vector<std::vector<PerDayPart>> of_pair;  // per pair of stations and role: walks, both ways
  std::vector<std::vector<PerDayPart>> at_station;  // per station and role: stays and groups begun
};
Routines routines_of(const EncounterModel& model);

// Per piece of the routes and role: times a week that it is walked.
std::vector<std::vector<double>> times_walked(const EncounterModel& model,
                                              const Routines& routines);

}  // namespace trefpunt
