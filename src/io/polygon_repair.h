// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "geom/shapes.h"

namespace trefpunt {

// A polygon whose outline crosses itself, made whole: the one piece that is left when it has one
// (specks under a hundredth of it do not count), else nothing.
std::optional<Polygon> repaired(const Polygon& polygon);

// m2 that both cover. Polygons that cross themselves give 0.
double overlap_area(const Polygon& one, const Polygon& other);

enum class Overlay { Without, Within, Together };
// One without the other, what both cover, or what either covers. Nothing when a polygon crosses
// itself, so that the question has no answer.
std::optional<std::vector<Polygon>> overlaid(const std::vector<Polygon>& ones, Overlay how,
                                             const std::vector<Polygon>& others);

// One ring around a polygon with holes, joined by slits: a wall is a single ring.
Ring with_slits(const Polygon& polygon);

}  // namespace trefpunt
