// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "space/segment_bins.h"
#include "space/sight_runs.h"

namespace trefpunt {

// Sight from the places of a lattice upwards, to higher rows. What stops sight is cut at every row
// of places, so that it lies in slabs; going up slab by slab, the directions still open are a short
// list of intervals of slope (columns per row) that only shrinks.
class HalfPlane {
 public:
  struct Open {  // an interval of slopes without its ends
    double low, high;
  };
  // `is_open` says of each place, row by row, whether it is a cell; empty: there is only to be
  // looked at what stops sight. `along`: look_along() is asked.
  HalfPlane(const std::vector<MicroSegment>& segments, const Lattice& lattice,
            const std::vector<bool>& is_open, bool along);

  // Adds the cells seen from a place in all higher rows, in ascending order. `directions` is room
  // to work in.
  void look_up(int column, int row, std::vector<Open>& directions,
               std::vector<SightRun>& runs) const;
  // Adds the cells seen in the place's own row; itself when nothing touches it.
  void look_along(int column, int row, std::vector<SightRun>& runs) const;

  // Whether something of `changes`, whose lattice is this one, may be seen from a place through
  // what stands here, some of the changes perhaps among it: never false when it is seen.
  bool may_see(int column, int row, const HalfPlane& changes, std::vector<Open>& directions,
               std::vector<Open>& nearer) const;
  int highest_slab() const { return highest_slab_; }  // that holds anything; -1: none

 private:
  struct Piece {  // x from column 0, y from the foot of its slab; micrometres
    double x0, y0, x1, y1;
    std::int32_t segment;
  };
  struct Slab {
    const Piece* first;
    const Piece* last;
  };
  Slab slab(int k) const {
    const auto i = static_cast<std::size_t>(k);
    return {pieces_.data() + start_[i], pieces_.data() + start_[i + 1]};
  }
  void cut(const std::vector<MicroSegment>& segments);
  const Piece* first_from(const Slab& slab, double left) const;
  bool directions_to_all(double x, std::int64_t y, Open& cone) const;
  void find_row_ends();
  void close(int k, double x, int slabs_up, std::vector<Open>& directions) const;
  void emit(int column, int row, int at_row, const std::vector<Open>& directions,
            std::vector<SightRun>& runs) const;
  bool sees(int column, int row, int to_column, int to_row) const;
  std::uint32_t cells_before(int column, int row) const {
    return rank_[static_cast<std::size_t>(row) * static_cast<std::size_t>(lattice_.columns + 1) +
                 static_cast<std::size_t>(column)];
  }

  Lattice lattice_;
  std::vector<MicroSegment> segments_;   // from the lattice's origin
  std::vector<std::uint32_t> start_;     // per slab, into pieces_
  std::vector<Piece> pieces_;            // within a slab by their left ends
  std::vector<double> farthest_;         // per piece: the greatest x of its slab up to it
  std::vector<std::uint32_t> rank_;      // rows x (columns + 1): cells before a place
  std::vector<std::int16_t> row_left_;   // per place: the first column seen in its own row
  std::vector<std::int16_t> row_right_;  // the last; below row_left_ when something touches it
  int highest_slab_ = -1;
};

}  // namespace trefpunt
