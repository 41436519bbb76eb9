// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/cells_in_view.h"

#include <algorithm>
#include <cmath>

namespace trefpunt {

std::vector<std::int32_t> cells_in_view(const FieldGrid& grid, const Isovist& isovist) {
  std::vector<std::int32_t> found;
  if (isovist.state != Isovist::State::Seen || grid.cells.empty()) return found;
  const auto [low, high] = std::minmax_element(isovist.corners.begin(), isovist.corners.end(),
                                               [](Point a, Point b) { return a.y < b.y; });
  const double spacing = grid.spacing_m();
  const Point corner = metres(grid.place(0, 0)) - isovist.from;
  const auto first_row = std::max(0.0, std::ceil((low->y - corner.y) / spacing));
  const auto last_row = std::min(grid.rows - 1.0, std::floor((high->y - corner.y) / spacing));
  std::vector<double> crossings;  // with the row, in columns
  for (int row = static_cast<int>(first_row); row <= last_row; ++row) {
    const double y = metres(grid.place(0, row)).y - isovist.from.y;
    crossings.clear();
    for (std::size_t i = 0; i < isovist.corners.size(); ++i) {
      const Point a = isovist.corners[i], b = isovist.corners[isovist.next(i)];
      if ((a.y > y) == (b.y > y)) continue;
      const double x = (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x;
      crossings.push_back((x - corner.x) / spacing);
    }
    std::sort(crossings.begin(), crossings.end());
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
      const double to = std::min(grid.columns - 1.0, std::floor(crossings[i + 1]));
      for (double column = std::max(0.0, std::ceil(crossings[i])); column <= to; ++column) {
        const int cell = grid.at(static_cast<int>(column), row);
        if (cell >= 0) found.push_back(cell);
      }
    }
  }
  return found;
}

}  // namespace trefpunt
