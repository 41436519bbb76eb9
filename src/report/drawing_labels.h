// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/drawing_scene.h"

namespace trefpunt {

// An upper estimate of the width of a text in any plain sans-serif, in pixels.
double text_width(std::string_view text, double size, bool is_bold = false);

// Broken at spaces so that no line is wider than `width`, as far as single words allow.
std::vector<std::string> wrapped(const std::string& text, double width, double size);

// Number and name in the largest of three sizes that stays inside the face (in pixels); the number
// alone when the name does not fit; nothing when that does not either. Covers as few `dots` as it
// can.
std::vector<Word> label_in(const Polygon& face, const std::vector<Point>& dots,
                           const std::string& number, const std::string& name);

}  // namespace trefpunt
