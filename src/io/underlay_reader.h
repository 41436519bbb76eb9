// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/raster.h"
#include "plan/underlay.h"

namespace trefpunt {

struct ReadUnderlay {
  Underlay underlay;
  bool is_placed = false;  // the file says where it lies and how large it is
};

// A picture as it goes into the project: a PNG or JPEG keeps its bytes, all else is made one.
// Errors: as read_raster(), and TooLarge when it stays above kLargestPicture.
Result<ReadUnderlay> read_underlay(const std::string& path, const RasterOptions& options, Job& job);

}  // namespace trefpunt
