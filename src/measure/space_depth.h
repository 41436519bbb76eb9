// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/measure.h"

namespace trefpunt {

// How many ways through lie between the public entrances and each space. Has no criterion.
// Source and worked example: docs/measures/space_depth.md.
class SpaceDepth final : public Measure {
 public:
  const MeasureInfo& info() const override;
  Result<Outcome> evaluate(const Scene& scene, Job& job) const override;
};

}  // namespace trefpunt
