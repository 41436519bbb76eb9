// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "measure/measure.h"

namespace trefpunt {

// What lay in the plugin folders: measures to use, and what was refused with the reason.
struct Plugins {
  std::vector<std::shared_ptr<const Measure>> measures;  // in the order they were found
  std::vector<Error> refused;                            // Error::where is the file
};

// The folders to look in: those named, $TREFPUNT_PLUGINS (separated by colons), then the folder
// beside an installed program (../lib/trefpunt/plugins). Each once; only the named ones must exist.
// Errors: NotFound with the first named folder that is not there.
Result<std::vector<std::string>> plugin_folders(const std::vector<std::string>& named);

// Loads every *.so in the folders, in the order of the folders and then of the file names. An id
// that a built-in measure or an earlier plugin has is refused with both paths named. A library
// stays loaded as long as the program runs; what was refused is never called.
Plugins load_plugins(const std::vector<std::string>& folders);

}  // namespace trefpunt
