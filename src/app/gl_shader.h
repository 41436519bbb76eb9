// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace trefpunt {

// A program of the graphics card from two shaders of ours, which compile or are a bug.
unsigned make_program(std::string_view vertex, std::string_view fragment);

}  // namespace trefpunt
