// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "io/dxf_blocks.h"

namespace trefpunt {

struct DrawingUnit {
  double metres = 1;
  std::vector<Finding> findings;  // kUnitGuessed
};

// The unit of a drawing: as stated, unless the building would then be smaller than a cupboard; else
// guessed from the width of the door swings, or from the extent (a building is 5 to 500 m wide).
// Errors: BadInput when the coordinates are degrees.
Result<DrawingUnit> unit_of(const FlatDrawing& drawing, std::optional<double> stated,
                            const std::string& file);

}  // namespace trefpunt
