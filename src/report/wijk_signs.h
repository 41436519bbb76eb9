// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "report/drawing_scene.h"
#include "wijk/ground.h"
#include "wijk/place.h"

namespace trefpunt {

// The signs of a map, about the origin. Meeting places are round, other places square; both carry
// letters_of() their category.
std::vector<Shape> sign_of(PlaceCategory category, bool is_meeting_place, Lang lang);
std::vector<Shape> sign_of(FurnishingKind kind);

// Empty: not drawn as ground (streets are lines, other ground is white).
std::optional<Paint> printed_paint_of(Ground ground);

}  // namespace trefpunt
