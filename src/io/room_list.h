// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "project/project.h"

namespace trefpunt {

// One row of a ruimtestaat. Empty means not stated.
struct RoomRow {
  int row = 0;  // in the file, from 1
  std::string number, name, unit, use_text, building_function, opening_hours;
  std::optional<Use> use;
  std::optional<double> area_m2;
  std::optional<int> beds;
  Access access = Access::Unknown;
  std::string unit_kind;  // of the whole unit, as are the next two
  std::optional<int> unit_beds;
  std::optional<bool> is_overnight;
};

// CSV (comma, semicolon or tab; decimal comma or point; UTF-8 or cp1252), XLSX or ODS. Errors:
// BadInput with the row: no number column (says which columns there are), a number twice, an area,
// bed count or yes or no that is none.
Result<std::vector<RoomRow>> read_room_list(const std::string& path);

// The project with what the list states, joined on room number (leading zeros and spaces do not
// count). Rows and rooms without a partner become findings; so do areas that differ more than 3 %
// from `areas_m2`, the measured ones, where those are given, and rows that contradict each other
// about their unit, which then takes from neither.
Project with_room_list(Project project, const std::vector<RoomRow>& rows, const std::string& file,
                       const std::map<SpaceId, double>& areas_m2 = {});

}  // namespace trefpunt
