// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/measure.h"

namespace trefpunt {

// The seats for visitors in the bedroom that has the fewest.
// Source and worked example: docs/measures/visitor_places_per_room.md.
class VisitorPlacesPerRoom final : public Measure {
 public:
  const MeasureInfo& info() const override;
  Result<Outcome> evaluate(const Scene& scene, Job& job) const override;
};

}  // namespace trefpunt
