// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/measure.h"

namespace trefpunt {

// The share of meeting places that two groups or more pass or visit every week at the same time of
// day,n// where they can sit down; beside it the chance that pairs who are wanted together meet
// repeatedly, withn// crowding and walking. Source and worked example:
// docs/measures/recurrence_index.md.
class RecurrenceIndex final : public Measure {
 public:
  const MeasureInfo& info() const override;
  Result<Outcome> evaluate(const Scene& scene, Job& job) const override;
};

}  // namespace trefpunt
