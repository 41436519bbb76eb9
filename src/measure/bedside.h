// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "measure/places.h"

namespace trefpunt {

// What the drawing calls a piece of furniture: a bed for a patient, a place for a relative to
// sleep, or neither.
bool is_bed(const std::string& name);             // "BED", "hoog-laagbed"
bool is_sleeping_place(const std::string& name);  // "SLAAPBANK_2P", "logeerbed"

// Why nothing can be said of bedrooms when none is known.
Value no_bedroom(const Scene& scene);

// The furniture that stands in a space: its middle lies on the space's floor.
std::vector<const Furniture*> furniture_in(const Scene& scene, SpaceRef ref);

}  // namespace trefpunt
