// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "geom/shapes.h"
#include "project/project.h"

namespace trefpunt {

inline constexpr int kProjectSchema = 6;

// Polygons of spaces for other readers (QGIS): per building, per storey, as Storey::spaces. They
// are saved, never read back.
using SpacePolygons = std::vector<std::vector<std::vector<std::optional<Polygon>>>>;

// One GeoPackage (design.md section 5), written to a new file that then replaces the old one: a
// kill at any moment leaves one of the two. Errors: NotWritable.
Status save_project(const Project& project, const SpacePolygons& polygons, const std::string& path);

// Errors: NotFound, BadInput (not a project, with table and row), Newer.
Result<Project> load_project(const std::string& path);

}  // namespace trefpunt
