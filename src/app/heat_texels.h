// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "geom/shapes.h"
#include "report/heat_scale.h"
#include "space/field.h"

namespace trefpunt {

// A column of a field as a picture of its grid: what goes to the graphics card.
struct HeatTexels {
  static constexpr float kNoCell = -2, kNoValue = -1;
  int columns = 0, rows = 0;
  std::vector<float> places;  // row by row from below: 0 to 1 on the scale, or one of the above
  Box box;                    // m, of all the cells' squares
};
HeatTexels heat_texels(const FieldGrid& grid, const std::vector<double>& values,
                       const HeatRange& range);

const FieldColumn* column_of(const FloorField& field, const std::string& id);

// Directions go around; all else rises.
HeatScale scale_of(const FieldColumn& column);
HeatRange range_of(const FieldColumn& column, bool with_clip);

}  // namespace trefpunt
