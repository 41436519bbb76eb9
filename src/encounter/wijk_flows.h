// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "encounter/wijk_input.h"
#include "encounter/wijk_stretches.h"

namespace trefpunt {

// The people of one group behind one door: they all walk alike.
struct WalkRow {
  int home = 0, group = 0;
  double people = 0;
};

struct SparseRows {
  std::vector<std::size_t> first{0};  // of row r: [first[r], first[r + 1])
  std::vector<int> column;            // ascending within a row
  std::vector<double> value;

  std::size_t size(std::size_t row) const { return first[row + 1] - first[row]; }
};

// What one person of each row does in a week.
struct WijkFlows {
  StreetStretches stretches;
  std::vector<WalkRow> rows;  // by home, then group; only with people
  // Walks there and back. Column p of the first pieces: the mean over the length of piece p. Column
  // pieces + s: on stretch s, what differs from that mean (0 over the length of a piece together),
  // so that sum L u v over stretches is that over pieces plus that over differences.
  SparseRows walks;
  // Column b of the first benches: walks past it. Column benches + z: visits to place z.
  SparseRows stays;
  std::vector<double> minutes;  // of a visit: [group * places + place]; 0 where nobody goes
  int benches = 0, places = 0;
  std::vector<double> trips;       // per group: of all its people
  std::vector<double> trips_lost;  // per group: no place of the category within the radius
  std::vector<double> metres;      // per group: walked there and back, doors included
};

// (9) and (10) of docs/wijk-encounters.md. Errors: Cancelled.

Result<WijkFlows> wijk_flows(const WijkEncounterInput& input, int threads, Job& job);

}  // namespace trefpunt
