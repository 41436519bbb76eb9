// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/heat_texels.h"

#include <cmath>

namespace trefpunt {

HeatTexels heat_texels(const FieldGrid& grid, const std::vector<double>& values,
                       const HeatRange& range) {
  HeatTexels texels;
  texels.columns = grid.columns;
  texels.rows = grid.rows;
  texels.places.reserve(grid.cell_at.size());
  for (const std::int32_t cell : grid.cell_at) {
    float place = HeatTexels::kNoCell;
    if (cell >= 0) {
      const double value = values[static_cast<std::size_t>(cell)];
      place = std::isnan(value) ? HeatTexels::kNoValue : static_cast<float>(range.place_of(value));
    }
    texels.places.push_back(place);
  }
  const double half = grid.spacing_m() / 2;
  texels.box = {metres(grid.place(0, 0)) - Point{half, half},
                metres(grid.place(grid.columns - 1, grid.rows - 1)) + Point{half, half}};
  return texels;
}

const FieldColumn* column_of(const FloorField& field, const std::string& id) {
  for (const FieldColumn& column : field.columns) {
    if (column.id == id) return &column;
  }
  return nullptr;
}

HeatScale scale_of(const FieldColumn& column) {
  return column.id == "drift_angle" ? HeatScale::Round : HeatScale::Rising;
}

HeatRange range_of(const FieldColumn& column, bool with_clip) {
  HeatRange range = heat_range(column.values, with_clip && scale_of(column) == HeatScale::Rising);
  if (scale_of(column) == HeatScale::Round) {
    range.low = 0;
    range.high = 360;
  }
  return range;
}

}  // namespace trefpunt
