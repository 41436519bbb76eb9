// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "encounter/encounter_result.h"
#include "project/project.h"

namespace trefpunt {

// The encounters of the first building as JSON (docs/encounters-json.md): keys sorted, numbers as
// shortest round trip. The result was not refused.
std::string encounters_json(const Project& project, const EncounterResult& result);

}  // namespace trefpunt
