// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "report/drawing_scene.h"

namespace trefpunt {

// Walls, glass, doors, windows, furniture, seats, stairs and lifts of a storey.
void draw_structure(const Storey& storey, const Layout& layout, const View& view,
                    std::vector<Shape>& into);

// A door in the colour of its row: a bar over the opening.
void mark_door(const Door& door, const View& view, Paint paint, std::vector<Shape>& into);

// A rim around a space, a ring around anything else.
void mark_place(const Building& building, const Layout& layout, const PlanPlace& place,
                const View& view, std::vector<Shape>& into);

// Discs with numbers, above all else.
void mark_numbers(const std::vector<NumberedPoint>& numbers, const View& view,
                  std::vector<Shape>& into);

// The parts of the line through `through` in that direction that lie inside the ring.
std::vector<Segment> clipped(const Ring& ring, Point through, Point direction);

}  // namespace trefpunt
