// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "io/wijk_files.h"
#include "io/wijk_layer.h"

namespace trefpunt {

inline constexpr int kMostWijkFeatures = 2'000'000;  // of one file
inline constexpr int kMostWijkPoints = 20'000'000;

// All layers of a file that GDAL reads: with the one driver of its format, no other file (but the
// .dbf, .shx, .prj and .cpg of a shapefile), no network; references inside it are not followed.
// Coordinates are as in the file. Of OpenStreetMap every tag is a column. Errors: BadInput
// (damaged), TooLarge with the bound, Cancelled.
Result<std::vector<WijkSourceLayer>> read_gdal_layers(const WijkFile& file, Job& job);

}  // namespace trefpunt
