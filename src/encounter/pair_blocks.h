// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "encounter/wijk_flows.h"
#include "geom/shapes.h"

namespace trefpunt {

// Rows of one group whose homes lie in one square cell.
struct PairBlock {
  int first = 0, end = 0;  // positions in PairBlocks::order
  Box box;                 // of the homes
};

// Which pairs of rows are drawn, with what chance. A pair is one row and one behind it in the
// order, which begins with the group whose people walk most links.
struct PairBlocks {
  std::vector<int> order;         // rows
  std::vector<int> block_of;      // per position
  std::vector<PairBlock> blocks;  // by position
  double near = kAllPairs;        // m: pairs of homes up to here are all drawn
  double share = 1;               // expected share of all pairs that is drawn

  static constexpr double kAllPairs = 1e300;
  // That a row with its home at `at` is drawn with each row of the block.
  double chance(Point at, const PairBlock& block) const;
};

PairBlocks pair_blocks(const WijkEncounterInput& input, const WijkFlows& flows,
                       double pairs_at_most);

}  // namespace trefpunt
