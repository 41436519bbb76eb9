// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/measure.h"

namespace trefpunt {

// Floor to do something on, per bed; without beds per consulting or treatment room.
// Source and worked example: docs/measures/activity_space.md.
class ActivitySpace final : public Measure {
 public:
  const MeasureInfo& info() const override;
  Result<Outcome> evaluate(const Scene& scene, Job& job) const override;
};

}  // namespace trefpunt
