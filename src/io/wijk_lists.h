// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "base/result.h"
#include "io/wijk_files.h"
#include "io/wijk_layer.h"

namespace trefpunt {

inline constexpr int kMostWijkRows = 1'000'000;

// CSV (semicolon, comma or tab; decimal comma or point; with or without BOM) and OData JSON
// ({"value": [{...}]}): the first row or the keys name the columns. Errors: BadInput (no rows, no
// such list), TooLarge.
Result<WijkSourceLayer> read_wijk_table(const WijkFile& file);

// Gives the rows of a table their points, by the columns that hold coordinates, and the layer its
// CRS: longitude and latitude are WGS 84, rd_x and rd_y RD New; plain x and y are in `stated`.
// Rows without keep none. Errors: BadInput when x and y are all there is and nothing is stated.
Status place_rows(WijkSourceLayer& table, const std::string& stated,
                  const std::map<std::string, std::string>& said_columns);

}  // namespace trefpunt
