// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <span>
#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "encounter/model.h"

namespace trefpunt {

// The pieces of floor that trips share: what the closed form needs of the routes. Made when routes
// or destinations change, not when a rate does.
//
// A bundle is one leg (there or back) of one visit of a class: a mix of directed routes. All
// figures are for one walk of each bundle, expected over both mixes, which are independent. A walk
// that goes nowhere counts with its probability, and adds nothing.
struct Overlaps {
  // A kind of place: pieces of one space (-1: none) where one can stop, or where one cannot.
  struct Spot {
    int storey = -1, space = -1;  // storey -1: between storeys
    bool can_stop = false;
  };
  struct Walked {
    int spot = 0;
    double m = 0;
  };
  struct Shared {
    int spot = 0;
    double opp_m = 0;   // m that both walk, in opposite directions
    double same_m = 0;  // m that both walk in the same direction
    // Unbroken stretches in the same direction, counted in the spot where they begin: pieces less
    // turns from one piece to the next.
    double same_stretches = 0;
  };
  std::vector<Spot> spots;  // by storey, space and can_stop

  // Per class, visit and leg (0 out, 1 back): which bundle; -1: never walked. Equal mixes are one.
  std::vector<std::vector<std::array<int, 2>>> bundle_of;
  std::vector<double> length;               // per bundle: mean m
  std::vector<std::vector<Walked>> walked;  // per bundle, by spot
  int bundles() const { return static_cast<int>(length.size()); }

  // Spots that the bundles share, in order; symmetric.
  std::span<const Shared> shared(int a, int b) const;

  std::vector<std::size_t> first;  // per pair a <= b, in rows of a; one more at the end
  std::vector<Shared> table;
};

// Errors: Cancelled. `threads` 0: as many as there are; any number gives the same result.
Result<std::shared_ptr<const Overlaps>> make_overlaps(const EncounterModel& model, Job& job,
                                                      int threads = 0);
std::size_t memory_of(const Overlaps& overlaps);  // bytes

// Minutes by which one may set out before or after the other so that both meet on what their ways
// share (the width of the window, both sides together): times the density of the difference of
// their starts it is the chance to meet. Speeds in m/s; `beside_m`: who walks the same way within
// this distance meets.
//   opposite: opp (1/va + 1/vb), at one time on the stretch;
//   same:     R/fast + max(R/slow, R/fast + same (1/slow - 1/fast)): they walk together from the
//             start, or the faster catches up; R = min(beside times stretches, same).
double passing_window(const Overlaps::Shared& shared, double va, double vb, double beside_m);

}  // namespace trefpunt
