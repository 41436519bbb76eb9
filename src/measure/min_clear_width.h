// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/measure.h"

namespace trefpunt {

// The narrowest door on the ways from the public entrances to the rooms that people come for.
// Source and worked example: docs/measures/min_clear_width.md.
class MinClearWidth final : public Measure {
 public:
  const MeasureInfo& info() const override;
  Result<Outcome> evaluate(const Scene& scene, Job& job) const override;
};

}  // namespace trefpunt
