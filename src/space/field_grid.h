// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "space/layout.h"
#include "space/sight_scene.h"

namespace trefpunt {

// The cells of a storey's free floor. Their centres lie on whole multiples of the spacing in the
// plan's own coordinates, so a place keeps its cell when walls move. A cell belongs to the grid
// when its centre is reached from a seed by steps to the eight neighbours; a step is refused when
// the segment between the centres touches what stops walking.
struct FieldGrid {
  struct Cell {
    std::int32_t column = 0;
    std::int32_t row = 0;
    bool operator==(const Cell&) const = default;
  };
  std::int64_t spacing = 0;       // micrometres
  std::int64_t first_column = 0;  // of column 0: its centres lie at x =
  std::int64_t first_row = 0;     // first_column x spacing; likewise rows and y
  std::int32_t columns = 0, rows = 0;
  std::vector<Cell> cells;            // row by row from below, then from the left
  std::vector<std::int32_t> cell_at;  // rows x columns: index into cells, or -1

  int size() const { return static_cast<int>(cells.size()); }
  int at(int column, int row) const {
    return cell_at[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                   static_cast<std::size_t>(column)];
  }
  MicroPoint place(int column, int row) const {
    return {(first_column + column) * spacing, (first_row + row) * spacing};
  }
  MicroPoint place(int cell) const {
    const Cell& c = cells[static_cast<std::size_t>(cell)];
    return place(c.column, c.row);
  }
  Point centre(int cell) const { return metres(place(cell)); }
  double spacing_m() const { return static_cast<double>(spacing) / 1e6; }
  // The cell whose square holds the point, or -1.
  int cell_of(Point p) const;
};

struct GridParameters {
  double spacing = 0.25;           // m, taken to whole micrometres
  std::vector<Point> from;         // seeds; each takes the cells next to it that it can walk to
  const Layout* within = nullptr;  // when given, cells outside the building are left out
};

// Errors: BadInput (spacing not above 0, no seed, a seed in a wall or outside), TooLarge (more than
// kMaxBoxCells positions or kMaxCells cells, a plan wider than 2 km), Cancelled.
Result<FieldGrid> make_field_grid(const SightScene& scene, const GridParameters& parameters,
                                  Job& job);

// The middles of all doors, as seeds.
std::vector<Point> door_seeds(const Storey& storey);

inline constexpr std::int64_t kMaxBoxCells = 16'000'000;
inline constexpr std::int64_t kMaxCells = 400'000;

}  // namespace trefpunt
