// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "geom/shapes.h"

namespace trefpunt {

// What two polygons have in common, in m2. Empty when an outline crosses itself and the
// question has no answer.
std::optional<double> common_area(const Polygon& one, const Polygon& other);
// Of parts that do not overlap each other.
std::optional<double> common_area(const Polygon& one, const std::vector<Polygon>& parts);

}  // namespace trefpunt
