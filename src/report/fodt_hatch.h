// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pugixml.hpp>

namespace trefpunt {

// Draws the hatching of an SVG as lines and dots of its own, in place of the fills by <pattern>,
// which office programs draw too slowly or not at all. Reads the paths and patterns that
// drawing_svg.cpp writes: M, L and Z in absolute numbers; tiles of 7 px, turned or not.
void draw_hatches(pugi::xml_node svg);

}  // namespace trefpunt
