// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/measure.h"

namespace trefpunt {

// Floor of third places that anyone may walk into: a place for coffee apart from treatment.
// Source and worked example: docs/measures/third_place_m2.md.
class ThirdPlaceM2 final : public Measure {
 public:
  const MeasureInfo& info() const override;
  Result<Outcome> evaluate(const Scene& scene, Job& job) const override;
};

}  // namespace trefpunt
