// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/write_project.h"

#include "io/project_file.h"

namespace trefpunt {

Status write_project(const Project& project, Session& session, Job& job, const std::string& path) {
  SpacePolygons polygons;
  for (const Building& building : project.buildings) {
    Result<Layouts> layouts = session.layouts(building, job);
    if (!layouts) return layouts.error();
    polygons.emplace_back();
    for (const auto& layout : *layouts) {
      polygons.back().emplace_back();
      for (const SpaceShape& shape : layout->shapes)
        polygons.back().back().push_back(shape.polygon);
    }
  }
  return save_project(project, polygons, path);
}

}  // namespace trefpunt
