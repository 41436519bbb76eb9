// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "measure/wijk_measure.h"

namespace trefpunt {

// All residents of the homes when each is known, planned homes too; else the inhabitants of the
// buurten when each is known. Empty: not known.
std::optional<double> residents_of(const WijkScene& scene);
std::optional<double> residents_of(const WijkScene& scene, int buurt);  // index into *wijk.areas

}  // namespace trefpunt
