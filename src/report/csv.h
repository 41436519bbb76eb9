// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "report/report.h"

namespace trefpunt {

// A row for each criterion in scope, privacy first, for a spreadsheet. In Dutch with semicolons,
// decimal commas and a byte order mark, which is how Excel with Dutch settings opens it; in English
// with commas and points. Lines end with CR LF (RFC 4180). No number is an empty cell, never 0;
// the reason stands beside it.
std::string report_csv(const ReportInput& input, Lang lang);

// One cell, quoted where needed. Words that a spreadsheet would take for a formula (they start with
// = + - @ or a tab) get an apostrophe in front; longer ones than a spreadsheet takes are cut.
std::string csv_cell(std::string_view words, char separator);

}  // namespace trefpunt
