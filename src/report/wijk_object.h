// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include "report/html_wijk.h"

namespace trefpunt {

// "wijk" of report.json (docs/report-json.md): what the page says of it.
nlohmann::json wijk_object(const ToldWijk& told);

}  // namespace trefpunt
