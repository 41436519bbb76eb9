// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/half_plane.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace trefpunt {

namespace {

using Open = HalfPlane::Open;

// Nearer than this to the edge of a shadow (in columns) a cell is decided with whole numbers.
constexpr double kDoubt = 1e-6;

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

// Takes the slopes from `low` to `high`, both included, off the directions.
void take_off(double low, double high, std::vector<Open>& directions) {
  std::size_t i = 0;
  while (i < directions.size() && directions[i].high <= low) ++i;
  if (i == directions.size() || directions[i].low >= high) return;
  if (directions[i].low < low) {
    if (directions[i].high > high) {  // a hole in one interval
      const Open rest{high, directions[i].high};
      directions[i].high = low;
      directions.insert(directions.begin() + static_cast<std::ptrdiff_t>(i) + 1, rest);
      return;
    }
    directions[i].high = low;
    ++i;
  }
  std::size_t gone = i;
  while (gone < directions.size() && directions[gone].high <= high) ++gone;
  if (gone < directions.size() && directions[gone].low < high) directions[gone].low = high;
  directions.erase(directions.begin() + static_cast<std::ptrdiff_t>(i),
                   directions.begin() + static_cast<std::ptrdiff_t>(gone));
}

}  // namespace

HalfPlane::HalfPlane(const std::vector<MicroSegment>& segments, const Lattice& lattice,
                     const std::vector<bool>& is_open, bool along)
    : lattice_(lattice) {
  segments_.reserve(segments.size());
  for (const MicroSegment& s : segments) {
    const MicroPoint& o = lattice.origin;
    segments_.push_back({{s.a.x - o.x, s.a.y - o.y}, {s.b.x - o.x, s.b.y - o.y}});
  }
  lattice_.origin = {0, 0};
  cut(segments_);
  if (along) find_row_ends();
  if (is_open.empty()) return;
  const auto columns = static_cast<std::size_t>(lattice.columns);
  const auto rows = static_cast<std::size_t>(lattice.rows);
  rank_.resize(rows * (columns + 1));
  std::uint32_t count = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      rank_[row * (columns + 1) + column] = count;
      count += is_open[row * columns + column];
    }
    rank_[row * (columns + 1) + columns] = count;
  }
}

// Two places of a row see each other when every step between them is free.
void HalfPlane::find_row_ends() {
  const auto columns = static_cast<std::size_t>(lattice_.columns);
  const auto rows = static_cast<std::size_t>(lattice_.rows);
  row_left_.resize(rows * columns);
  row_right_.resize(rows * columns);
  const SegmentBins bins(segments_, lattice_);
  const auto is_free = [&](int column, int to, int row) {
    const MicroSegment step{lattice_.place(column, row), lattice_.place(to, row)};
    for (const std::int32_t i :
         bins.near(std::min(column, bins.columns() - 1), std::min(row, bins.rows() - 1))) {
      if (touch(segments_[static_cast<std::size_t>(i)], step)) return false;
    }
    return true;
  };
  for (int row = 0; row < lattice_.rows; ++row) {
    const std::size_t line = static_cast<std::size_t>(row) * columns;
    int left = 0;
    for (int column = 0; column < lattice_.columns; ++column) {
      if (column > 0 && !is_free(column - 1, column, row)) left = column;
      row_left_[line + static_cast<std::size_t>(column)] = static_cast<std::int16_t>(left);
    }
    int right = lattice_.columns - 1;
    for (int column = lattice_.columns - 1; column >= 0; --column) {
      const auto at = line + static_cast<std::size_t>(column);
      if (column + 1 < lattice_.columns && row_left_[at + 1] == column + 1) right = column;
      row_right_[at] = static_cast<std::int16_t>(right);
      if (row_left_[at] == right && !is_free(column, column, row)) row_right_[at] = -1;
    }
  }
}

void HalfPlane::cut(const std::vector<MicroSegment>& segments) {
  struct Placed {
    int slab;
    Piece piece;
  };
  std::vector<Placed> placed;
  const std::int64_t s = lattice_.spacing;
  const std::int64_t slabs = lattice_.rows - 1;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    MicroPoint low = segments[i].a, high = segments[i].b;
    if (low.y > high.y) std::swap(low, high);
    const auto x0 = static_cast<double>(low.x), x1 = static_cast<double>(high.x);
    const double rise = static_cast<double>(high.y - low.y);
    // Both slabs that meet at a row get the same number for where a segment crosses it, so that
    // its shadow has no cracks.
    const auto cross_at = [&](std::int64_t y) {
      if (y <= low.y) return x0;
      if (y >= high.y) return x1;
      return x0 + (x1 - x0) * (static_cast<double>(y - low.y) / rise);
    };
    const std::int64_t first = std::max<std::int64_t>(0, -floor_div(-low.y, s) - 1);
    const std::int64_t last = std::min<std::int64_t>(slabs - 1, floor_div(high.y, s));
    for (std::int64_t k = first; k <= last; ++k) {
      const std::int64_t from = std::max(low.y, k * s), to = std::min(high.y, (k + 1) * s);
      Piece piece{cross_at(from), static_cast<double>(from - k * s), cross_at(to),
                  static_cast<double>(to - k * s), static_cast<std::int32_t>(i)};
      if (rise == 0) {
        piece.x0 = x0;
        piece.x1 = x1;
      }
      placed.push_back({static_cast<int>(k), piece});
      highest_slab_ = std::max(highest_slab_, static_cast<int>(k));
    }
  }
  std::stable_sort(placed.begin(), placed.end(), [](const Placed& p, const Placed& q) {
    return p.slab != q.slab ? p.slab < q.slab
                            : std::min(p.piece.x0, p.piece.x1) < std::min(q.piece.x0, q.piece.x1);
  });
  start_.assign(static_cast<std::size_t>(std::max<std::int64_t>(slabs, 0)) + 1, 0);
  for (const Placed& p : placed) {
    const bool is_first = start_[static_cast<std::size_t>(p.slab) + 1]++ == 0;
    const double right = std::max(p.piece.x0, p.piece.x1);
    farthest_.push_back(is_first ? right : std::max(right, farthest_.back()));
    pieces_.push_back(p.piece);
  }
  for (std::size_t k = 1; k < start_.size(); ++k) start_[k] += start_[k - 1];
}

// The first piece of a slab that may come as far to the right as `left`.
const HalfPlane::Piece* HalfPlane::first_from(const Slab& slab, double left) const {
  const auto first = farthest_.begin() + (slab.first - pieces_.data());
  const auto last = farthest_.begin() + (slab.last - pieces_.data());
  return slab.first + (std::lower_bound(first, last, left) - first);
}

// Takes the shadows of slab k off the directions from x, `slabs_up` slabs below it.
void HalfPlane::close(int k, double x, int slabs_up, std::vector<Open>& directions) const {
  const double base = static_cast<double>(slabs_up) * static_cast<double>(lattice_.spacing);
  const double top = base + static_cast<double>(lattice_.spacing);
  // Outside these bounds nothing in the slab can stand before an open direction.
  const double low = directions.front().low, high = directions.back().high;
  double left = -HUGE_VAL, right = HUGE_VAL;
  if (slabs_up > 0) {
    left = x + (low < 0 ? low * top : low * base) - 1;
    right = x + (high > 0 ? high * top : high * base) + 1;
  } else {
    if (low >= 0) left = x - 1;
    if (high <= 0) right = x + 1;
  }
  const Slab all = slab(k);
  for (const Piece* p = first_from(all, left); p != all.last; ++p) {
    if (std::min(p->x0, p->x1) > right) return;  // they lie from left to right
    if (p->x0 < left && p->x1 < left) continue;
    double a = (p->x0 - x) / (base + p->y0);
    double b = (p->x1 - x) / (base + p->y1);
    if (a > b) std::swap(a, b);
    take_off(a, b, directions);
    if (directions.empty()) return;
  }
}

bool HalfPlane::sees(int column, int row, int to_column, int to_row) const {
  const MicroSegment line{lattice_.place(column, row), lattice_.place(to_column, to_row)};
  const auto x0 = static_cast<double>(line.a.x);
  const double step = static_cast<double>(line.b.x - line.a.x) / (to_row - row);
  for (int k = row; k < to_row; ++k) {
    const double at = x0 + step * (k - row);
    const double left = std::min(at, at + step) - 1, right = std::max(at, at + step) + 1;
    const Slab all = slab(k);
    for (const Piece* p = first_from(all, left); p != all.last; ++p) {
      if (std::min(p->x0, p->x1) > right) break;
      if (p->x0 < left && p->x1 < left) continue;
      if (touch(segments_[static_cast<std::size_t>(p->segment)], line)) return false;
    }
  }
  return true;
}

void HalfPlane::emit(int column, int row, int at_row, const std::vector<Open>& directions,
                     std::vector<SightRun>& runs) const {
  const double up = at_row - row;
  const int columns = lattice_.columns;
  const std::uint32_t row_start = cells_before(0, at_row);
  int next = 0;  // first column not yet decided
  // Whether the cell nearest to the edge of a shadow is seen, when it lies almost on it.
  const auto is_seen = [&](int at) {
    if (at < 0 || at >= columns || cells_before(at, at_row) == cells_before(at + 1, at_row)) {
      return true;
    }
    return sees(column, row, at, at_row);
  };
  for (const Open& open : directions) {
    const double from = column + open.low * up;
    const double to = column + open.high * up;
    if (to < -0.5 || from > columns - 0.5) continue;
    int first = 0, last = columns - 1;
    if (from > -0.5) {
      const double edge = std::floor(from + 0.5);
      first = static_cast<int>(edge);
      if (std::abs(from - edge) < kDoubt) {
        first += is_seen(first) ? 0 : 1;
      } else {
        first += edge < from ? 1 : 0;
      }
    }
    if (to < columns - 0.5) {
      const double edge = std::floor(to + 0.5);
      last = static_cast<int>(edge);
      if (std::abs(to - edge) < kDoubt) {
        last -= is_seen(last) ? 0 : 1;
      } else {
        last -= edge > to ? 1 : 0;
      }
    }
    first = std::max(first, next);
    if (first > last) continue;
    next = last + 1;
    const SightRun run{cells_before(first, at_row), cells_before(last + 1, at_row) - 1};
    if (run.first == run.last + 1) continue;
    if (!runs.empty() && runs.back().last + 1 == run.first && run.first > row_start) {
      runs.back().last = run.last;
    } else {
      runs.push_back(run);
    }
  }
}

void HalfPlane::look_up(int column, int row, std::vector<Open>& directions,
                        std::vector<SightRun>& runs) const {
  directions.assign(1, {-HUGE_VAL, HUGE_VAL});
  const double x = static_cast<double>(column) * static_cast<double>(lattice_.spacing);
  for (int k = row; k + 1 < lattice_.rows; ++k) {
    close(k, x, k - row, directions);
    if (directions.empty()) return;
    emit(column, row, k + 1, directions, runs);
  }
}

void HalfPlane::look_along(int column, int row, std::vector<SightRun>& runs) const {
  const std::size_t at =
      static_cast<std::size_t>(row) * static_cast<std::size_t>(lattice_.columns) +
      static_cast<std::size_t>(column);
  const int right = row_right_[at];
  if (right < 0) return;
  runs.push_back({cells_before(row_left_[at], row), cells_before(right + 1, row) - 1});
}

// The slopes to all that stands above a place, together. False: something may touch the place.
bool HalfPlane::directions_to_all(double x, std::int64_t y, Open& cone) const {
  // Finite, so that what lies along the row alone makes an interval that can be taken off.
  constexpr double kMost = std::numeric_limits<double>::max();
  cone = {kMost, -kMost};
  for (const MicroSegment& s : segments_) {
    MicroPoint low = s.a, high = s.b;
    if (low.y > high.y) std::swap(low, high);
    if (high.y < y) continue;
    for (const MicroPoint& p : {low, high}) {
      if (p.y <= y) continue;
      const double slope = (static_cast<double>(p.x) - x) / static_cast<double>(p.y - y);
      const double doubt = kDoubt * (1 + std::abs(slope));
      cone = {std::min(cone.low, slope - doubt), std::max(cone.high, slope + doubt)};
    }
    if (low.y > y) continue;
    // It comes down to the place's own row; there it lies to the left, to the right, or around.
    const auto x0 = static_cast<double>(low.x), x1 = static_cast<double>(high.x);
    double left = std::min(x0, x1), right = std::max(x0, x1);
    if (high.y > y) {
      left = right =
          x0 + (x1 - x0) * (static_cast<double>(y - low.y) / static_cast<double>(high.y - low.y));
    }
    if (left <= x + 1 && right >= x - 1) return false;  // a micrometre for rounding
    if (left < x) cone.low = -HUGE_VAL;
    if (right > x) cone.high = HUGE_VAL;
  }
  return true;
}

bool HalfPlane::may_see(int column, int row, const HalfPlane& changes,
                        std::vector<Open>& directions, std::vector<Open>& nearer) const {
  const double x = static_cast<double>(column) * static_cast<double>(lattice_.spacing);
  Open cone;
  if (!changes.directions_to_all(x, row * lattice_.spacing, cone)) return true;
  if (cone.low > cone.high) return false;  // nothing above
  directions.assign(1, cone);
  for (int k = row; k <= changes.highest_slab(); ++k) {
    const double base = static_cast<double>(k - row) * static_cast<double>(lattice_.spacing);
    const Slab changed = changes.slab(k);
    for (const Piece* c = changed.first; c != changed.last; ++c) {
      double a = (c->x0 - x) / (base + c->y0), b = (c->x1 - x) / (base + c->y1);
      if (std::isnan(a) || std::isnan(b)) return true;  // it touches the place itself
      if (a > b) std::swap(a, b);
      if (std::isfinite(a)) a -= kDoubt * (1 + std::abs(a));  // else it lies along the row
      if (std::isfinite(b)) b += kDoubt * (1 + std::abs(b));
      const auto meets = [&](const Open& open) { return open.low <= b && a <= open.high; };
      if (std::none_of(directions.begin(), directions.end(), meets)) continue;
      // Within its slab only what surely stands before this piece may hide it.
      const double left = std::min(c->x0, c->x1), right = std::max(c->x0, c->x1);
      nearer = directions;
      const Slab all = slab(k);
      for (const Piece* p = first_from(all, std::min(x, left)); p != all.last; ++p) {
        const double near_left = std::min(p->x0, p->x1), near_right = std::max(p->x0, p->x1);
        if (nearer.empty() || near_left > std::max(x, right)) break;
        const bool is_before = std::max(p->y0, p->y1) < std::min(c->y0, c->y1) ||
                               (near_left > x && near_right < left) ||
                               (near_right < x && near_left > right);
        if (!is_before) continue;
        const double p_a = (p->x0 - x) / (base + p->y0), p_b = (p->x1 - x) / (base + p->y1);
        take_off(std::min(p_a, p_b), std::max(p_a, p_b), nearer);
      }
      if (std::any_of(nearer.begin(), nearer.end(), meets)) return true;
    }
    close(k, x, k - row, directions);
    if (directions.empty()) return false;
  }
  return false;
}

}  // namespace trefpunt
