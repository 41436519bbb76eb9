// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/segment_bins.h"

#include <algorithm>
#include <cmath>

namespace trefpunt {

namespace {

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}
std::int64_t ceil_div(std::int64_t a, std::int64_t b) {
  return -floor_div(-a, b);
}

// Calls visit(column, row) for the squares that a segment may touch.
template <typename Visit>
void each_square(const MicroSegment& segment, const Lattice& lattice, int columns, int rows,
                 Visit visit) {
  const std::int64_t s = lattice.spacing;
  MicroPoint low = segment.a, high = segment.b;
  if (low.y > high.y) std::swap(low, high);
  const std::int64_t y0 = low.y - lattice.origin.y, y1 = high.y - lattice.origin.y;
  const auto x0 = static_cast<double>(low.x - lattice.origin.x);
  const auto x1 = static_cast<double>(high.x - lattice.origin.x);
  const double slope = y1 > y0 ? (x1 - x0) / static_cast<double>(y1 - y0) : 0;
  const std::int64_t first = std::max<std::int64_t>(0, ceil_div(y0, s) - 1);
  const std::int64_t last = std::min<std::int64_t>(rows - 1, floor_div(y1, s));
  for (std::int64_t row = first; row <= last; ++row) {
    double left = x0, right = x1;
    if (y1 > y0) {
      left = x0 + slope * static_cast<double>(std::max(y0, row * s) - y0);
      right = x0 + slope * static_cast<double>(std::min(y1, (row + 1) * s) - y0);
    }
    if (left > right) std::swap(left, right);
    const auto spacing = static_cast<double>(s);
    // A micrometre more on either side covers rounding and touching.
    const double from = std::max(0.0, std::floor((left - 1) / spacing));
    const double to = std::min(columns - 1.0, std::floor((right + 1) / spacing));
    for (int column = static_cast<int>(from); column <= to; ++column) {
      visit(column, static_cast<int>(row));
    }
  }
}

}  // namespace

SegmentBins::SegmentBins(const std::vector<MicroSegment>& segments, const Lattice& lattice)
    : columns_(std::max(1, lattice.columns - 1)), rows_(std::max(1, lattice.rows - 1)) {
  const std::size_t bins = static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_);
  const auto index = [&](int column, int row) {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(column);
  };
  start_.assign(bins + 1, 0);
  for (const MicroSegment& segment : segments) {
    each_square(segment, lattice, columns_, rows_,
                [&](int column, int row) { ++start_[index(column, row) + 1]; });
  }
  for (std::size_t bin = 0; bin < bins; ++bin) start_[bin + 1] += start_[bin];
  items_.resize(start_[bins]);
  std::vector<std::uint32_t> next(start_.begin(), start_.end() - 1);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    each_square(segments[i], lattice, columns_, rows_, [&](int column, int row) {
      items_[next[index(column, row)]++] = static_cast<std::int32_t>(i);
    });
  }
}

}  // namespace trefpunt
