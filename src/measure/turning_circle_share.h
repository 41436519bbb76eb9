// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/measure.h"

namespace trefpunt {

// The share of meeting rooms in which a wheelchair can turn, clear of furniture and door swings.
// Source and worked example: docs/measures/turning_circle_share.md.
class TurningCircleShare final : public Measure {
 public:
  const MeasureInfo& info() const override;
  Result<Outcome> evaluate(const Scene& scene, Job& job) const override;
};

}  // namespace trefpunt
