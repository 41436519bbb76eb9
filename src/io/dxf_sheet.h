// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "io/dxf_blocks.h"
#include "plan/storey.h"

namespace trefpunt {

// One storey of a sheet that holds several next to each other. The low corners of all parts come
// to lie in one point, so that stairs and lifts find each other.
struct SheetPart {
  Box box;    // m, as drawn
  Point low;  // m, where its low corner comes to lie
};

// Leaves only what has its middle in the part, and moves it. Errors: NotFound when no wall, floor
// or room outline lies there (says where they do).
Status cut_out(FlatDrawing& drawing, const SheetPart& part, const std::string& file);

// The groups of walls that lie more than 5 m apart and have more than three rooms each, with 1 m
// around them; one group is no group.
std::vector<Box> sheet_parts(const Storey& storey);

// Says so when there are several, with the options that part them.
void report_sheet_parts(const Storey& storey, const std::string& file,
                        std::vector<Finding>& findings);

}  // namespace trefpunt
