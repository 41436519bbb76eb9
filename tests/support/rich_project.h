// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/project.h"

namespace trefpunt {

// Two buildings, three storeys, every kind of thing; each optional field once set and once empty;
// names that break what quotes, escapes or cuts them carelessly.
Project rich_project();

// A PNG of three by two pixels: red, green, blue; below them black, grey, white.
PictureBytes small_picture();

}  // namespace trefpunt
