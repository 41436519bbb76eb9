// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/measure.h"

namespace trefpunt {

// The share of meeting places that a wheelchair user reaches from a public entrance.
// Source and worked example: docs/measures/step_free_share.md.
class StepFreeShare final : public Measure {
 public:
  const MeasureInfo& info() const override;
  Result<Outcome> evaluate(const Scene& scene, Job& job) const override;
};

}  // namespace trefpunt
