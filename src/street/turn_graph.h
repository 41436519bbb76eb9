// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "street/network.h"

namespace trefpunt {

// From the middle of a link in one direction to the middle of the next.
struct TurnArc {
  double length = 0;  // m
  int turn = 0;       // thousandths of a degree, so that equal turns are equal
  int to = 0;         // state
};

// A state is a link and the direction in which it is walked: 2 k from its first junction to its
// last, 2 k + 1 the other way, where k counts the links along a curve that fills the plane.
struct TurnGraph {
  std::vector<int> link;       // of k
  std::vector<int> first_arc;  // per state, and one past the last
  std::vector<TurnArc> arcs;
  int largest_turn = 0;

  int states() const { return static_cast<int>(first_arc.size()) - 1; }
};

TurnGraph make_turn_graph(const StreetNetwork& network);

}  // namespace trefpunt
