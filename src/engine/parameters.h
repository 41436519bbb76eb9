// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "base/hash.h"
#include "criteria/catalogue.h"
#include "measure/measure.h"
#include "project/answers.h"

namespace trefpunt {

// The parameters of a measure: its own defaults, what the catalogue says, what was declared.
std::map<std::string, double> parameters_of(const MeasureInfo& info, const Catalogue& catalogue,
                                            const Ambition& ambition);
Key key_of(const std::map<std::string, double>& values);

}  // namespace trefpunt
