// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "criteria/threshold.h"
#include "criteria/verdict.h"

namespace trefpunt {

// RVS-4.1g follows from others: many single rooms ask for meeting places in return.
bool is_composite(const Criterion& criterion);

// The ids of the criteria that RVS-4.1g follows from.
extern const char* const kCompensatedBy[2];

// The share of single rooms above which meeting places are asked for: the declared parameter
// `trigger`, or the declared threshold of the criterion. Empty until a planner declares it.
std::optional<double> declared_trigger(const Criterion& criterion, const Ambition& ambition);

struct Compensation {
  Held held = Held::Unknown;
  Text reason;
};

// Above the trigger each of `others` must comply or depart with an explanation. Null: the catalogue
// lacks it.
Compensation compensation(const Value& single_share, double trigger,
                          const std::vector<const Verdict*>& others);

}  // namespace trefpunt
