// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "report/report_model.h"

namespace trefpunt {

// A place that readers may speak of by its number.
struct NumberedPlace {
  int number = 0;      // from 1
  std::string object;  // "S12", "D3", "P4"
  Text label;          // "0.10 Spreekkamer diëtist"
  std::string room;    // the number of a space; empty: it has none
  int storey = -1;     // index into Building::storeys; -1: in the wijk
  Point at;            // m
};

// At most twelve, on at most two storeys or in the wijk: first where criteria depart or cannot be
// determined, three of each, privacy before all else; then places to meet. Homes of people are
// never numbered.
std::vector<NumberedPlace> numbered_places(const ReportModel& model);

// The storeys of those places, from below.
std::vector<int> numbered_storeys(const std::vector<NumberedPlace>& places);

// Questions to the reader: departs, partly met, cannot be determined, or not answered yet.
bool is_open_question(const ReportCriterion& entry);

// opmerkingen.csv: the places with room for a remark, to be read back with --remarks. Semicolons,
// UTF-8 with BOM, decimal comma in Dutch; no cell is a formula.
std::string remarks_csv(const ReportInput& input, Lang lang);

}  // namespace trefpunt
