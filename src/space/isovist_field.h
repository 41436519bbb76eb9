// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/job.h"
#include "space/isovist.h"

namespace trefpunt {

// The measures of the isovists of many points, one entry for each point. Where the state is not
// Seen the point has no measures; where it is not closed they depend on the frame (isovist.h).
struct IsovistField {
  static constexpr int kSectors = 16;
  // m, per sector of directions: nothing seen in it lies farther.
  using Reach = std::array<float, kSectors>;

  std::vector<IsovistMeasures> values;
  std::vector<Isovist::State> states;
  std::vector<char> is_closed;
  std::vector<Reach> reach;
  bool operator==(const IsovistField&) const = default;
};

// `sight` as in SightScene: sorted, each once. `threads` 0: as many as the machine has; the result
// is the same for any number. Errors: TooLarge (a plan wider than 2 km), Cancelled.
Result<IsovistField> make_isovist_field(const std::vector<MicroSegment>& sight,
                                        const std::vector<MicroPoint>& points, int threads,
                                        Job& job);

// The same as make_isovist_field(sight, points), made from the field of other points among other
// segments: only points whose isovist a changed segment may touch, and new points, are looked at
// again.
struct IsovistUpdate {
  IsovistField field;
  std::vector<std::int32_t> remade;  // indices of points
};
Result<IsovistUpdate> update_isovist_field(const IsovistField& before,
                                           const std::vector<MicroSegment>& sight_before,
                                           const std::vector<MicroPoint>& points_before,
                                           const std::vector<MicroSegment>& sight,
                                           const std::vector<MicroPoint>& points, int threads,
                                           Job& job);

}  // namespace trefpunt
