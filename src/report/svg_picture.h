// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace trefpunt {

// A drawing as pixels on white paper: red, green, blue and opacity (255), a byte each, rows from
// above.
struct SvgPicture {
  int width = 0, height = 0;
  std::vector<unsigned char> rgba;
};

// Draws an SVG document of our own making so many pixels wide and high; what it refers to elsewhere
// is not loaded. Errors BadInput: no SVG; TooLarge: more than 16 million pixels.
Result<SvgPicture> svg_picture(const std::string& svg, int width, int height);

}  // namespace trefpunt
