// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/project_file.h"

#include <filesystem>

#include "io/files.h"
#include "io/project_tables.h"
#include "io/replace_file.h"

namespace trefpunt {

namespace fs = std::filesystem;

Status save_project(const Project& project, const SpacePolygons& polygons,
                    const std::string& path) {
  return replace_file(path, [&](const std::string& beside) -> Status {
    if (const Status written = write_tables(project, polygons, beside, path); !written) {
      return written;
    }
    // What cannot be read back does not replace what can.
    const Result<Project> again = read_tables(beside, path);
    return again ? Status(Done{}) : Status(again.error());
  });
}

Result<Project> load_project(const std::string& path) {
  std::error_code failed;
  const fs::file_status status = fs::status(path, failed);
  if (status.type() == fs::file_type::not_found) {
    return Error{Code::NotFound, {"Dit bestand bestaat niet.", "This file does not exist."}, path};
  }
  if (!fs::is_regular_file(status)) {
    return Error{Code::BadInput,
                 {"Dit bestand kan niet worden gelezen.", "This file cannot be read."},
                 path};
  }
  return read_tables(path, file_name(path));
}

}  // namespace trefpunt
