// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/measure.h"

namespace trefpunt {

// Floor meant for being together, per bed; without beds per consulting or treatment room.
// Source and worked example: docs/measures/lounge_m2_per_bed.md.
class LoungeM2PerBed final : public Measure {
 public:
  const MeasureInfo& info() const override;
  Result<Outcome> evaluate(const Scene& scene, Job& job) const override;
};

}  // namespace trefpunt
