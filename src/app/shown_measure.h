// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/workspace.h"
#include "measure/measure.h"

namespace trefpunt {

// What may colour the plan: a measure, or one of the maps of what a programme gives.
const MeasureInfo* shown_info(const std::string& id);  // null: neither
// Null when it is not there (yet).
const Outcome* shown_outcome(const Evaluated* evaluated, const std::string& id);
// What there is to choose from; the maps only for who has a programme.
std::vector<const MeasureInfo*> shown_infos(bool has_programme);

// Of the first building; null without a programme or before it is computed.
const EncounterResult* encounter_of(const Evaluated* evaluated);

}  // namespace trefpunt
