// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace trefpunt {

// Text from anywhere, made safe between tags and in quoted attributes of HTML and SVG. Broken
// UTF-8 and control characters, those that turn the direction of reading included, become U+FFFD.
std::string escaped(std::string_view text);

// The same without escaping, for back-ends that take plain text.
std::string cleaned(std::string_view text);

// JSON in which those characters are written as \u202e: the same values, and an editor that shows
// the file is not misled. Control characters below a space are escaped in JSON already.
std::string with_marks_escaped(std::string_view json);

}  // namespace trefpunt
