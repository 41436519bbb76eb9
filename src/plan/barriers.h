// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "geom/mesh.h"
#include "plan/storey.h"

namespace trefpunt {

// Every line of a storey that parts spaces, doors closed; gaps narrower than `gap` metres between
// walls are bridged. A door's owner is its index in the storey.
std::vector<Barrier> storey_barriers(const Storey& storey, double gap);

// The edges of what stands on the floor.
std::vector<Barrier> furniture_barriers(const Storey& storey);

}  // namespace trefpunt
