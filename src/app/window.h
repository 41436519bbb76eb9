// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/desktop.h"

namespace trefpunt {

// The program in a window, until it is closed. `paths` are opened first. Errors: no display, or no
// OpenGL 3.3.
Result<int> run_window(Surroundings surroundings, const std::string& sample_path,
                       const std::vector<std::string>& paths);

}  // namespace trefpunt
