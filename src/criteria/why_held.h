// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "criteria/catalogue.h"
#include "criteria/threshold.h"

namespace trefpunt {

// How a value stands to its threshold, in one sentence with units: "De uitkomst is 29,9 m; de
// drempel is hooguit 30 m en wordt gehaald." Of a value that is no number, why there is none.
Text why_held(const Value& value, Held held, const Criterion& criterion, double threshold);

}  // namespace trefpunt
