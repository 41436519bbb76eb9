// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "criteria/catalogue.h"
#include "measure/value.h"
#include "project/answers.h"

namespace trefpunt {

// The threshold that a criterion is held against: the catalogue's, or the planner's own.
struct InForce {
  std::optional<double> value;                  // empty: the result stays descriptive
  const DeclaredThreshold* declared = nullptr;  // set when the planner's own is in force
  Text why_none;                                // set when there is no value
};

// A rule of law is in force only where the planner declared what it depends on. The pointer is into
// `ambition`.
InForce threshold_in_force(const Criterion& criterion, const Ambition& ambition);

// How an outcome stands to a threshold. Unknown: it cannot be determined.
enum class Held { Met, Partly, NotMet, Unknown };

// After rounding to 1e-6. A range decides only when all of it is on one side.
Held hold(const Value& value, Comparison comparison, double threshold);

// "minstens 0,85"
Text words_of(Comparison comparison, double threshold);
Text words_of(Comparison comparison, const std::string& threshold);  // as already written

}  // namespace trefpunt
