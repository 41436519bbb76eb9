// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "base/result.h"
#include "io/drawing.h"
#include "io/plan_reader.h"

namespace trefpunt {

// Indoor GeoJSON: features with a `type` (space, wall, door, window, stairs, lift, ...) or OSM
// simple indoor tags (`indoor=room`, `level`). docs/file-format.md lists the keys.
Result<RawPlan> read_indoor_geojson(const std::string& path, const PlanOptions& options, Job& job);

}  // namespace trefpunt
