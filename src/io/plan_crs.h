// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "io/geojson.h"
#include "plan/building.h"
#include "plan/finding.h"

namespace trefpunt {

// Turns the file's coordinates into metres rounded to micrometres, and says where they lie.
// Degrees (GeoJSON's WGS84, or another geographic `crs` member) are projected to `crs` or, when
// that is empty, to RD New in the Netherlands and elsewhere to a transverse Mercator around the
// plan, which is true to scale within 1e-7. A projected `crs` member is kept as it is.
// Errors: BadInput (unknown CRS, degrees out of range, absurd coordinates).
Result<Placement> to_metres(GeoFile& file, const std::string& crs, std::vector<Finding>& findings);

// A few kilometres generous at sea and rough at the land border.
bool is_in_the_netherlands(Point lon_lat);

}  // namespace trefpunt
