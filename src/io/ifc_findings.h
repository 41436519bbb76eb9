// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plan/finding.h"

namespace trefpunt {

// The codes of reading a building model, beside those in plan/finding.h.
namespace finding {
inline constexpr int kZoneIsNoUnit = 131;      // a group of rooms that is no department
inline constexpr int kOtherStorey = 132;       // a thing stands on another storey than it says
inline constexpr int kLevelsContradict = 133;  // names of storeys against their heights
inline constexpr int kLinkFromSpace = 134;     // a lift or stair that only a room speaks of
inline constexpr int kMapPlaceUnused = 135;    // a place in another system than RD New
inline constexpr int kFloorDiffers = 136;      // from the shape of the space in the model
}  // namespace finding

}  // namespace trefpunt
