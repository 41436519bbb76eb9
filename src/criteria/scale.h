// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "criteria/catalogue.h"
#include "project/project.h"

namespace trefpunt {

// Both: a building in its wijk; what has a form for either is measured in the building.
enum class Scale { Building, Wijk, Both };

// The catalogue for a report at one scale. Left out are criteria that do not ask anything of that
// scale, or that are measured at the other scale only; scopes, pairs and themes keep what is left.
// At Scale::Wijk a criterion's form for a wijk takes the place of its text, measure and parameters.
// Ambitions and answers are checked against the whole catalogue, not against this one.
Catalogue at_scale(const Catalogue& catalogue, Scale scale);

// The scope of a report when nobody names one: "gebouw" with a plan, "wijk" with a wijk, "volledig"
// with both, "rvs-a4" with neither.
std::string usual_scope(const Project& project);
Scale scale_for(const std::string& scope, const Project& project);

}  // namespace trefpunt
