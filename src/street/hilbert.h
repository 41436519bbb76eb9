// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "geom/shapes.h"

namespace trefpunt {

// The numbers of the points in their order along Hilbert's curve: who follow each other lie near
// each other.
std::vector<int> along_curve(const std::vector<Point>& points);

}  // namespace trefpunt
