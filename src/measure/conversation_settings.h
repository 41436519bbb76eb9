// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/measure.h"

namespace trefpunt {

// Small groups of seats, screened from view and away from the main routes, per meeting place.
// Source and worked example: docs/measures/conversation_settings.md.
class ConversationSettings final : public Measure {
 public:
  const MeasureInfo& info() const override;
  Result<Outcome> evaluate(const Scene& scene, Job& job) const override;
};

}  // namespace trefpunt
