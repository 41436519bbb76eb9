// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "report/report.h"

namespace trefpunt {

// The leesversie: at most two printed pages in plain words for a cliëntenraad and for residents.
// What is planned, the plan with numbered places, what the report found, open questions, and how
// to respond. One self-contained page.
std::string reading_html(const ReportInput& input, Lang lang);

}  // namespace trefpunt
