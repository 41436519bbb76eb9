// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace trefpunt {

// A sheet as text: every cell as it is written, trimmed.
struct TableRow {
  int row = 0;  // in the file, from 1
  std::vector<std::string> cells;
};

// The first sheet of an XLSX or ODS file, or a text file with comma, semicolon or tab between its
// cells (UTF-8 with or without BOM, or cp1252). What it is shows in its bytes, not its
// name. Empty rows are left out. Errors: NotFound, BadInput, Unsupported (the old XLS), TooLarge
// (more than `most_rows`).
Result<std::vector<TableRow>> read_table(const std::string& path, std::size_t most_rows = 100'000);

}  // namespace trefpunt
