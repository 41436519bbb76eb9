// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/measure.h"

namespace trefpunt {

// How far it is, step-free, from a bedroom to the nearest place to sit without an appointment.
// Source and worked example: docs/measures/room_to_lounge_distance.md.
class RoomToLoungeDistance final : public Measure {
 public:
  const MeasureInfo& info() const override;
  Result<Outcome> evaluate(const Scene& scene, Job& job) const override;
};

}  // namespace trefpunt
