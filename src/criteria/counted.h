// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "criteria/catalogue.h"
#include "measure/measure.h"
#include "project/answers.h"

namespace trefpunt {

// Measures that count what an answer says, instead of what a plan shows. There is one: group_fit
// (docs/measures/group_fit.md). Null for any other id.
const MeasureInfo* counted_info(const std::string& measure);

// The measure of a criterion, whichever kind it is: of a plan, of a wijk or counted. Null: none.
const MeasureInfo* info_of(const std::string& measure);

// The groups that have a place and a consultation. Bounds when of a group one of the two is not
// filled in; not computed without an answer that says who gave it and when.
Outcome counted(const Criterion& criterion, const Answers& answers);

// What is wrong with the fields of such a criterion; empty when nothing is.
Text lacking_fields(const Criterion& criterion);

}  // namespace trefpunt
