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

// The unit of a drawing: as the user `said`, else as stated, unless the building would then be
// smaller than a cupboard; else guessed from the width of the door swings, or from the extent (a
// building is 5 to 500 m wide). Errors: BadInput when the coordinates are degrees, or when what was
// said is no length of a unit (a micrometre to 10 km).
Result<DrawingUnit> unit_of(const FlatDrawing& drawing, std::optional<double> stated,
                            std::optional<double> said, const std::string& file);

}  // namespace trefpunt
