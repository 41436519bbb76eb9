// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace trefpunt {

// Pixels as blue, green, red, unused; rows from below to above. Errors: NotWritable.
Status write_png(const std::vector<unsigned char>& pixels, int width, int height,
                 const std::string& path);

}  // namespace trefpunt
