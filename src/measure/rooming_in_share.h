// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/measure.h"

namespace trefpunt {

// The share of bedrooms where a relative can sleep, in the room or in a family room nearby.
// Source and worked example: docs/measures/rooming_in_share.md.
class RoomingInShare final : public Measure {
 public:
  const MeasureInfo& info() const override;
  Result<Outcome> evaluate(const Scene& scene, Job& job) const override;
};

}  // namespace trefpunt
