// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "criteria/catalogue.h"

namespace trefpunt {

enum class Scale { Building, Wijk };

// The catalogue for a report at one scale. Left out are criteria that do not ask anything of that
// scale, or that are measured at the other scale only; scopes, pairs and themes keep what is left.
// At Scale::Wijk a criterion's form for a wijk takes the place of its text, measure and parameters.
// Ambitions and answers are checked against the whole catalogue, not against this one.
Catalogue at_scale(const Catalogue& catalogue, Scale scale);

}  // namespace trefpunt
