// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "io/wijk_files.h"
#include "io/wijk_layer.h"

namespace trefpunt {

// CityJSON 1.0 to 2.0: a layer per type of object (Road, LandUse, PlantCover, WaterBody, Building
// ...), each object seen from above; parts belong to their parent. Errors: BadInput (malformed, an
// index out of range), TooLarge, Cancelled.
Result<std::vector<WijkSourceLayer>> read_cityjson(const WijkFile& file, Job& job);

}  // namespace trefpunt
