// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "criteria/verdict.h"

namespace trefpunt {

// Remarks on what was filled in beside what was asked; they never block.

// What was said of this criterion and does nothing: an explanation where it complies, an answer
// where it does not apply, a reason for no threshold where there is one. Adds to the hints.
void remark_on_unneeded(const JudgeInput& input, const Criterion& criterion, Verdict& verdict);

// On all of it: what is about criteria outside the scope, and answers of another project. A name
// that differs is no error: a plan is often named after its file, and variants of a design share
// their answers.
std::vector<Text> remarks_on_answers(const JudgeInput& input);

}  // namespace trefpunt
