// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/measure.h"

namespace trefpunt {

// The share of private rooms that can be reached from a public entrance, step-free, without
// crossing a place to meet: whoever wants rest is not forced to meet.
// Source and worked example: docs/measures/avoidability.md.
class Avoidability final : public Measure {
 public:
  const MeasureInfo& info() const override;
  Result<Outcome> evaluate(const Scene& scene, Job& job) const override;
};

}  // namespace trefpunt
