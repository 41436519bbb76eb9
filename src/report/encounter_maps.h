// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "encounter/encounters.h"
#include "measure/measure.h"

namespace trefpunt {

// Which of the things about places lies on a map; they are never added up.
enum class EncounterMap { DistinctPairs, Encounters, Minutes, Peak };
const std::vector<EncounterMap>& encounter_maps();

// As if it were a measure, so that every drawing and table can show it: a row per space.
MeasureInfo encounter_info(EncounterMap map);  // id "encounters_distinct_pairs", ...
Outcome encounter_outcome(const Building& building, const Encounters& encounters, EncounterMap map);
std::optional<EncounterMap> encounter_map_of(const std::string& id);

}  // namespace trefpunt
