// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/measure.h"

namespace trefpunt {

// Where a meeting place stands between hidden and on display: how well it is seen into, as a
// percentile of the floor that is open to visitors.
// Source and worked example: docs/measures/visibility_percentile.md.
class VisibilityPercentile final : public Measure {
 public:
  const MeasureInfo& info() const override;
  Result<Outcome> evaluate(const Scene& scene, Job& job) const override;
};

}  // namespace trefpunt
