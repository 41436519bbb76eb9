// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "space/sight_mesh.h"
#include "space/sight_runs.h"

namespace trefpunt {

// Who sees what on a storey, for measures of whole spaces. Sight does not leave the storey.
struct StoreySight {
  SightMesh open;                    // doors stand open
  std::vector<MicroSegment> leaves;  // what stops sight only when the doors are shut
  FieldGrid grid;  // of all floor that is reached from a door or a space; may have no cells
  std::vector<std::int32_t> space_of;  // per cell: index into Storey::spaces, or -1
  SightRuns runs;                      // doors stand open
  // Per cell, doors open (docs/measures/visibility.md), estimated from kSightSamples cells spread
  // evenly over the floor; exact where there are no more cells than that. NaN: missing.
  std::vector<double> integration_hh;
};
using StoreySights = std::vector<std::shared_ptr<const StoreySight>>;  // as Building::storeys

// Cells of kSightSpacing; of twice, four times ... that where the floor would have more than
// kSightCells. A storey without walls or floor has no cells. Errors: Cancelled.
Result<StoreySight> make_storey_sight(const Storey& storey, const Layout& layout, Job& job);

// Whether two cells that see each other still do with the doors shut.
bool sees_past_leaves(const StoreySight& sight, int from, int to);

std::size_t memory_of(const StoreySight& sight);

inline constexpr double kSightSpacing = 0.75;  // m, about a step; finer than a door is wide
inline constexpr int kSightCells = 40'000;
inline constexpr int kSightSamples = 512;

}  // namespace trefpunt
