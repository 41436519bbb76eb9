// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "io/wijk_results.h"
#include "measure/wijk_result.h"

namespace trefpunt {

// What was found, as layers for QGIS: "buurten" keyed by buurtcode (access per group and category,
// ground figures, the measures that have a row per buurt), "straten" (values of streets and
// encounters per link), "woningen" (distance per category, null where there is no way) and
// "plekken". A layer without its input is left out.
std::vector<ResultTable> result_tables(const WijkResult& result);

}  // namespace trefpunt
