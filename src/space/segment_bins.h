// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "space/sight_scene.h"

namespace trefpunt {

// A lattice of places: `origin` is the place of column 0, row 0.
struct Lattice {
  MicroPoint origin;
  std::int64_t spacing = 1;  // micrometres
  std::int32_t columns = 0, rows = 0;

  MicroPoint place(int column, int row) const {
    return {origin.x + column * spacing, origin.y + row * spacing};
  }
};

// Which segments come near which square between four places of a lattice: square (c, r) has the
// places (c, r) and (c + 1, r + 1) as corners. A segment that touches a square is in its list; a
// list may hold a segment that only comes within a micrometre.
class SegmentBins {
 public:
  SegmentBins(const std::vector<MicroSegment>& segments, const Lattice& lattice);

  // Indices into the segments.
  std::span<const std::int32_t> near(int column, int row) const {
    const std::size_t bin = static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                            static_cast<std::size_t>(column);
    return {items_.data() + start_[bin], items_.data() + start_[bin + 1]};
  }
  int columns() const { return columns_; }  // of squares
  int rows() const { return rows_; }

 private:
  std::int32_t columns_ = 0, rows_ = 0;
  std::vector<std::uint32_t> start_;
  std::vector<std::int32_t> items_;
};

}  // namespace trefpunt
