// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/job.h"
#include "base/result.h"
#include "engine/session.h"

namespace trefpunt {

// The project file with the polygons of its spaces, for other readers. It takes the place of a file
// that is there only when it is whole.
Status write_project(const Project& project, Session& session, Job& job, const std::string& path);

}  // namespace trefpunt
