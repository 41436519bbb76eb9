// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/field_grid.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "space/segment_bins.h"

namespace trefpunt {

namespace {

constexpr int kSeedReach = 2;  // cells around a seed that may be its first

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}
std::int64_t nearest(std::int64_t a, std::int64_t b) {
  return floor_div(a + b / 2, b);
}

Error bad(Text sentence) {
  return {Code::BadInput, std::move(sentence), {}};
}

struct MicroBox {
  MicroPoint low{INT64_MAX, INT64_MAX}, high{INT64_MIN, INT64_MIN};
};
MicroBox box_of(const SightScene& scene) {
  MicroBox box;
  for (const auto* segments : {&scene.sight, &scene.walking}) {
    for (const MicroSegment& s : *segments) {
      box.low = {std::min(box.low.x, s.a.x), std::min({box.low.y, s.a.y, s.b.y})};
      box.high = {std::max(box.high.x, s.b.x), std::max({box.high.y, s.a.y, s.b.y})};
    }
  }
  return box;
}

Result<FieldGrid> empty_grid(const SightScene& scene, double spacing_m) {
  if (!(spacing_m >= 1e-6) || spacing_m > 1000) {
    return bad({"De celmaat moet groter zijn dan 0 en niet groter dan 1000 m.",
                "The spacing must be above 0 and not above 1000 m."});
  }
  const MicroBox box = box_of(scene);
  if (box.low.x > box.high.x) {
    return bad({"De verdieping heeft geen muren; er is geen vloer om cellen op te leggen.",
                "The storey has no walls; there is no floor to lay cells on."});
  }
  if (box.high.x - box.low.x > kReach || box.high.y - box.low.y > kReach) {
    return Error{Code::TooLarge,
                 {"De verdieping is breder dan 2 km; daarvoor wordt geen veld berekend.",
                  "The storey is wider than 2 km; no field is computed for it."},
                 {}};
  }
  FieldGrid grid;
  grid.spacing = std::llround(spacing_m * 1e6);
  grid.first_column = -floor_div(-box.low.x, grid.spacing);
  grid.first_row = -floor_div(-box.low.y, grid.spacing);
  const std::int64_t columns = floor_div(box.high.x, grid.spacing) - grid.first_column + 1;
  const std::int64_t rows = floor_div(box.high.y, grid.spacing) - grid.first_row + 1;
  if (columns < 1 || rows < 1) {
    return bad(
        {"De celmaat is groter dan de verdieping.", "The spacing is larger than the storey."});
  }
  if (columns > kMaxBoxCells / rows || columns > INT16_MAX || rows > INT16_MAX) {
    return Error{Code::TooLarge,
                 {fmt::format("Met een celmaat van {} m krijgt de verdieping te veel cellen "
                              "({} bij {}); kies een grotere.",
                              format_short(spacing_m, 6, Lang::Nl), columns, rows),
                  fmt::format("A spacing of {} m gives the storey too many cells ({} by {}); "
                              "choose a larger one.",
                              format_short(spacing_m, 6, Lang::En), columns, rows)},
                 {}};
  }
  grid.columns = static_cast<std::int32_t>(columns);
  grid.rows = static_cast<std::int32_t>(rows);
  return grid;
}

class Flood {
 public:
  Flood(const SightScene& scene, FieldGrid& grid, const Layout* within)
      : segments_(scene.walking),
        grid_(grid),
        within_(within),
        bins_(scene.walking, {grid.place(0, 0), grid.spacing, grid.columns, grid.rows}) {
    grid_.cell_at.assign(
        static_cast<std::size_t>(grid_.columns) * static_cast<std::size_t>(grid_.rows), -1);
  }

  void seed(Point at) {
    const MicroPoint p = micro(at);
    const std::int64_t column = nearest(p.x, grid_.spacing) - grid_.first_column;
    const std::int64_t row = nearest(p.y, grid_.spacing) - grid_.first_row;
    const std::int64_t reach = (kSeedReach + 1) * grid_.spacing;  // of the seed's first cells
    std::vector<MicroSegment> near;
    for (const MicroSegment& s : segments_) {
      if (std::max(s.a.x, s.b.x) >= p.x - reach && std::min(s.a.x, s.b.x) <= p.x + reach &&
          std::max(s.a.y, s.b.y) >= p.y - reach && std::min(s.a.y, s.b.y) <= p.y + reach) {
        near.push_back(s);
      }
    }
    for (std::int64_t r = row - kSeedReach; r <= row + kSeedReach; ++r) {
      for (std::int64_t c = column - kSeedReach; c <= column + kSeedReach; ++c) {
        if (c < 0 || r < 0 || c >= grid_.columns || r >= grid_.rows) continue;
        if (mark(static_cast<int>(c), static_cast<int>(r)) >= 0) continue;
        const MicroSegment way{p, grid_.place(static_cast<int>(c), static_cast<int>(r))};
        const bool is_free = std::none_of(near.begin(), near.end(),
                                          [&](const MicroSegment& s) { return touch(s, way); });
        if (is_free) take(static_cast<int>(c), static_cast<int>(r));
      }
    }
  }

  Status run(Job& job) {
    while (!stack_.empty()) {
      const FieldGrid::Cell cell = stack_.back();
      stack_.pop_back();
      if (taken_ > kMaxCells) return too_many();
      if (taken_ % 4096 == 0 && job.stopped()) {
        return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
      }
      for (int dr = -1; dr <= 1; ++dr) {
        for (int dc = -1; dc <= 1; ++dc) {
          const int column = cell.column + dc, row = cell.row + dr;
          if (column < 0 || row < 0 || column >= grid_.columns || row >= grid_.rows) continue;
          if (mark(column, row) < 0 && is_free(cell, column, row)) take(column, row);
        }
      }
    }
    return Done{};
  }

 private:
  std::int32_t& mark(int column, int row) {
    return grid_.cell_at[static_cast<std::size_t>(row) * static_cast<std::size_t>(grid_.columns) +
                         static_cast<std::size_t>(column)];
  }

  void take(int column, int row) {
    if (mark(column, row) >= 0 || !is_inside(metres(grid_.place(column, row)))) return;
    mark(column, row) = 0;
    ++taken_;
    stack_.push_back({column, row});
  }

  bool is_inside(Point p) const {
    if (!within_) return true;
    const int t = within_->mesh->locate(p);
    if (t < 0) return false;
    const auto i = static_cast<std::size_t>(t);
    return within_->zone[i] != Zone::Outside && within_->zone[i] != Zone::Solid &&
           !within_->is_cavity[i];
  }

  bool is_free(FieldGrid::Cell from, int column, int row) const {
    const MicroSegment step{grid_.place(from.column, from.row), grid_.place(column, row)};
    const int square_column = std::min({from.column, column, bins_.columns() - 1});
    const int square_row = std::min({from.row, row, bins_.rows() - 1});
    for (const std::int32_t i : bins_.near(square_column, square_row)) {
      if (touch(segments_[static_cast<std::size_t>(i)], step)) return false;
    }
    return true;
  }

  static Error too_many() {
    return {
        Code::TooLarge,
        {fmt::format("Er komen meer dan {} cellen op de vloer; kies een grotere celmaat.",
                     kMaxCells),
         fmt::format("More than {} cells lie on the floor; choose a larger spacing.", kMaxCells)},
        {}};
  }

  const std::vector<MicroSegment>& segments_;
  FieldGrid& grid_;
  const Layout* within_;
  SegmentBins bins_;
  std::vector<FieldGrid::Cell> stack_;
  std::int64_t taken_ = 0;
};

void number_cells(FieldGrid& grid) {
  for (std::int32_t row = 0; row < grid.rows; ++row) {
    for (std::int32_t column = 0; column < grid.columns; ++column) {
      std::int32_t& cell =
          grid.cell_at[static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns) +
                       static_cast<std::size_t>(column)];
      if (cell < 0) continue;
      cell = grid.size();
      grid.cells.push_back({column, row});
    }
  }
}

}  // namespace

int FieldGrid::cell_of(Point p) const {
  const MicroPoint m = micro(p);
  const std::int64_t column = nearest(m.x, spacing) - first_column;
  const std::int64_t row = nearest(m.y, spacing) - first_row;
  if (column < 0 || row < 0 || column >= columns || row >= rows) return -1;
  return at(static_cast<int>(column), static_cast<int>(row));
}

Result<FieldGrid> make_field_grid(const SightScene& scene, const GridParameters& parameters,
                                  Job& job) {
  if (parameters.from.empty()) {
    return bad({"Er is geen punt om vanuit te lopen: de verdieping heeft geen deuren.",
                "There is no point to walk from: the storey has no doors."});
  }
  Result<FieldGrid> grid = empty_grid(scene, parameters.spacing);
  if (!grid) return grid;
  Flood flood(scene, *grid, parameters.within);
  for (const Point& seed : parameters.from) {
    flood.seed(seed);
    if (const Status done = flood.run(job); !done) return done.error();
  }
  number_cells(*grid);
  if (grid->cells.empty()) {
    return bad({"Het beginpunt ligt in een muur of buiten de verdieping; er is geen cel bij.",
                "The starting point lies in a wall or outside the storey; no cell is near it."});
  }
  return grid;
}

std::vector<Point> door_seeds(const Storey& storey) {
  std::vector<Point> seeds;
  for (const Door& door : storey.doors) seeds.push_back(middle(door.a, door.b));
  return seeds;
}

}  // namespace trefpunt
