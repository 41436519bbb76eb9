// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "io/wijk_draft.h"

namespace trefpunt {

// What the licences of the layers from `first` on ask to be said: as their file states it, else by
// the source that their columns and codes are of. Empty when neither is known.
std::string attribution_of(const std::vector<MappedLayer>& layers, std::size_t first);

// The coordinate systems that those layers state, by name.
std::string crs_of(const std::vector<MappedLayer>& layers, std::size_t first);

}  // namespace trefpunt
