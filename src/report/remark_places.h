// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "report/report_model.h"

namespace trefpunt {

// Where a remark of a reader stands in the report.
struct RemarkPlace {
  int number = 0;           // from 1, in the order of Project::remarks
  int storey = -1;          // index into Building::storeys; -1: in the wijk, or the plan as a whole
  std::optional<Point> at;  // m; empty: the plan as a whole, or a place that is no longer there
  Text label;               // "begane grond, 0.10 Spreekkamer diëtist"
};

// As Project::remarks.
std::vector<RemarkPlace> remark_places(const ReportModel& model);

}  // namespace trefpunt
