// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/measure.h"

namespace trefpunt {

// How near each space lies to all others, counted in ways through. Has no criterion.
// Source and worked example: docs/measures/space_integration.md.
class SpaceIntegration final : public Measure {
 public:
  const MeasureInfo& info() const override;
  Result<Outcome> evaluate(const Scene& scene, Job& job) const override;
};

}  // namespace trefpunt
