// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/free_circle.h"
#include "measure/places.h"

namespace trefpunt {

// The floor of a space, which must have been found, with all furniture that may stand on it and a
// disc for each seat in or near it; without door swings.
FreeFloor furnished_floor(const Scene& scene, SpaceRef ref);

inline constexpr double kSeatRadius = 0.25;  // m that a seat and who sits on it take up: assumption

}  // namespace trefpunt
