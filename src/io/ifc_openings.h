// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "geom/shapes.h"

namespace trefpunt {

// Where a hole of this shape (seen from above) goes through one of the walls: from jamb to jamb,
// with its footprint in the wall in the order of Door::footprint. Nothing when it goes through
// none: then the shape itself is the answer of in_own_shape().
struct IfcPassage {
  Point a, b;
  Ring footprint;
};
std::optional<IfcPassage> through_wall(const Ring& rectangle, const std::vector<Ring>& walls);
IfcPassage in_own_shape(const Ring& rectangle);

}  // namespace trefpunt
