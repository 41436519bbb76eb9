// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/measure.h"

namespace trefpunt {

// The number of places per storey where the ways of two groups or more run together beside seats
// thatn// leave the way free: where a chance meeting can become a talk. Source and worked example:
// docs/measures/chance_nodes.md.
class ChanceNodes final : public Measure {
 public:
  const MeasureInfo& info() const override;
  Result<Outcome> evaluate(const Scene& scene, Job& job) const override;
};

}  // namespace trefpunt
