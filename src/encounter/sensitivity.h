// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "plan/programme.h"

namespace trefpunt {

// All that a figure rests on besides the plan. Kappa: the frailty of encounter/repeats.h.
struct Assumptions {
  Programme programme;
  double kappa = 1;
};

// What is made larger or smaller together. Head counts, weekdays and fixed hours of sessions are
// declared facts and stay as they are; so does `times`, a choice of what to report.
enum class Assumed {
  Rate,        // errands a day, of roles of one kind
  DwellTime,   // min, of errands
  Spread,      // of dwell
  Width,       // of presences and of the hours in which errands begin, around their middles
  Attendance,  // chance to be there, and to come to a session
  Speed,
  Window,  // days in which people can come to know each other
  OverlapMin,
  SightM,
  BesideM,
  Detour,
  Notice,
  Kappa
};
struct AssumptionGroup {
  Assumed what;
  std::optional<RoleKind> of;  // Rate only
  Text name;
};

// The groups that are above 0 in these assumptions: scaling them can change something.
std::vector<AssumptionGroup> assumption_groups(const Assumptions& assumptions);
// That group times `factor` (> 0). Chances end at 1, presences and hours at a whole day.
Assumptions scaled(Assumptions assumptions, const AssumptionGroup& group, double factor);

// A figure of one plan under these assumptions; its errors end the whole.
using Figure = std::function<Result<double>(const Assumptions&)>;

inline constexpr double kChange = 0.25;       // of each assumption, up and down
inline constexpr double kRobustShare = 0.90;  // of the runs in which an order must hold
// Of the larger figure: a smaller difference is none, however steady its order.
inline constexpr double kLeastDifference = 0.01;
inline constexpr int kScreeningRuns = 64;

// One at a time: the figure with one group at 1 - kChange and at 1 + kChange, widest first.
struct Tornado {
  struct Row {
    Text name;
    double low = 0, high = 0;
  };
  double base = 0;
  std::vector<Row> rows;
};
Result<Tornado> tornado(const Figure& figure, const Assumptions& base, Job& job);

// All together: a Latin hypercube (McKay, Beckman and Conover, Technometrics 21, 1979) of factors
// from 1 - kChange to 1 + kChange, the same for both plans. Drawn by counted random numbers.
// [run][group]; in each column every of `runs` equal strata is met once.
std::vector<std::vector<double>> screening_factors(int runs, int groups, std::uint64_t seed);

struct OrderCheck {
  double base_a = 0, base_b = 0;
  int runs = 0;
  double share = 0;             // of runs with the same one ahead as in the base
  bool has_difference = false;  // of the base: kLeastDifference or more
  bool is_robust = false;       // that, and the share is kRobustShare or more
};
Result<OrderCheck> check_order(const Figure& a, const Figure& b, const Assumptions& base, Job& job,
                               int runs = kScreeningRuns, std::uint64_t seed = 1);

}  // namespace trefpunt
