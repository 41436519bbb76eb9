// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "io/sqlite.h"
#include "project/project.h"

namespace trefpunt {

class Reader;

// The wijk's part of a project file (docs/project-file.md), in the wijk's CRS, with a style of QGIS
// for each layer. The answer is what could not be written; `name` is the file's.
std::optional<Error> write_wijk(Database& database, const Project& project,
                                const std::string& name);

// Puts the wijk of a file that may hold one into the project; what is wrong is the reader's fault.
void read_wijk(Database& database, Reader& reader, Project& project);

}  // namespace trefpunt
