// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include "report/encounters.h"

namespace trefpunt {

// What encounters_json() writes, as a part of report.json.
nlohmann::json encounters_object(const Project& project, const EncounterResult& result);

}  // namespace trefpunt
