// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/measure.h"

namespace trefpunt {

// The share of units with a place to sit without an appointment on their own floor.
// Source and worked example: docs/measures/unit_lounge_coverage.md.
class UnitLoungeCoverage final : public Measure {
 public:
  const MeasureInfo& info() const override;
  Result<Outcome> evaluate(const Scene& scene, Job& job) const override;
};

}  // namespace trefpunt
