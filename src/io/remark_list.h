// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "project/project.h"

namespace trefpunt {

namespace finding {
inline constexpr int kRemarkNotPlaced = 306;  // its place or date is not understood
}  // namespace finding

// One row of opmerkingen.csv with a remark in it, as written. Empty means not stated.
struct RemarkRow {
  int row = 0;                                // in the file, from 1
  std::string number, object, place, storey;  // object: the number of a space, or an id
  std::string x, y;
  std::string text, by, date;
};

// CSV (semicolon, comma or tab), XLSX or ODS; Dutch or English headers; rows without a remark are
// left out. Errors: BadInput when no column holds the remarks (says which columns there are).
Result<std::vector<RemarkRow>> read_remark_list(const std::string& path);

// The project with those remarks behind the ones it has, but for those it has already. A place
// that is not there, or a date that is none, becomes a finding; the remark itself always stays.
Project with_remarks(Project project, const std::vector<RemarkRow>& rows, const std::string& file);

}  // namespace trefpunt
