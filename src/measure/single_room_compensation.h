// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/measure.h"

namespace trefpunt {

// Whether single rooms ask for meeting places in return. What the measure cannot see, the criteria
// resolve: above the trigger the headline stays open.
// Source and worked example: docs/measures/single_room_compensation.md.
class SingleRoomCompensation final : public Measure {
 public:
  const MeasureInfo& info() const override;
  Result<Outcome> evaluate(const Scene& scene, Job& job) const override;
};

}  // namespace trefpunt
