// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "project/answers.h"

namespace trefpunt {

// The ambition with "MEASURE.PARAMETER=VALUE" put in, in place of an earlier value. For measures of
// plugins: what a built-in measure works with belongs to its criterion.
// Errors: BadInput when it is written otherwise or out of bounds, NotFound with what there is.
Result<Ambition> with_settings(Ambition ambition, const std::vector<std::string>& settings);

}  // namespace trefpunt
