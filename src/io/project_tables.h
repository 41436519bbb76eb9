// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/project_file.h"

namespace trefpunt {

// The content of a project file; project_file.cpp says where it goes and when it counts. `name` is
// the file's, for messages.
Status write_tables(const Project& project, const SpacePolygons& polygons, const std::string& path,
                    const std::string& name);
Result<Project> read_tables(const std::string& path, const std::string& name);

}  // namespace trefpunt
