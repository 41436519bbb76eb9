// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "geom/shapes.h"

namespace trefpunt {

// A line that follows a circle, in equal pieces of about 4 degrees: how doors are known by the
// swing of their leaf (io/dxf_arcs.h), however their curve was written. Another line as it is; in
// mm.
std::vector<Point> even_arc(std::vector<Point> line);

}  // namespace trefpunt
