// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "encounter/encounters.h"
#include "encounter/model.h"

namespace trefpunt {

struct SimulationOptions {
  std::uint64_t seed = 1;
  int min_weeks = 100, max_weeks = 2000;  // 2 <= min_weeks <= max_weeks
  double precision = 0.02;  // half-width of the 95 % interval of the total, as a share of it
  int threads = 0;          // 0: as many as there are; any number gives the same result
};

struct Simulation {
  Encounters result;
  std::vector<double> total_of_week;     // encounters of all pairs, for paired differences
  std::vector<double> repeated_of_week;  // pairs that met on `times` days of that week
};

// The law that the closed form computes with, drawn: docs/encounter.md, "Simulation". Weeks are
// independent units. Stops at the precision, tested after every kRoundWeeks, or at max_weeks.
// Random numbers are counted (Philox): those of a person, day and errand are the same in every
// variant, so that differences between variants are paired. Errors: Cancelled.
inline constexpr int kRoundWeeks = 50;
Result<Simulation> simulate(const EncounterModel& model, const SimulationOptions& options,
                            Job& job);

// The 97.5 % quantile of Student's t.
double t_quantile(int degrees_of_freedom);

}  // namespace trefpunt
