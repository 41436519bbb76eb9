// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "report/drawing_colours.h"

namespace trefpunt {

// The signs of a drawing that a legend may explain beside its colours.
enum class Sign { Place, Seat, Glass, Stairs, Lift };

struct Legend {
  std::string title;
  std::vector<LegendEntry> entries;
  std::vector<Sign> signs;
};

// Draws the legend from `top` down over the width of the picture and returns where it ends.
double draw_legend(const Legend& legend, double left, double top, double width, Lang lang,
                   std::vector<Shape>& into);

// A bar of a round length, at most `longest` pixels.
void draw_scale_bar(const View& view, Point left_end, double longest, Lang lang,
                    std::vector<Shape>& into);

void draw_north(Point middle, std::vector<Shape>& into);

// The rim around a place to look at.
inline constexpr Rgb kPlaceColour = 0xb3261e;
inline constexpr Rgb kWallColour = 0x2b2f36;
inline constexpr Rgb kGlassColour = 0x6f9fbe;
inline constexpr Rgb kSeatColour = 0x3c4a5e;

}  // namespace trefpunt
