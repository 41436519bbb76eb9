// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "engine/read_input.h"

namespace trefpunt {

// Refuses to write over a file that is read, under whatever name: what someone made would be lost.
// A project (.trefpunt) may be written over. Errors: BadInput.
Status keep_inputs(const std::vector<std::string>& inputs, const std::vector<std::string>& outputs);

// Every file that the options name.
std::vector<std::string> files_of(const InputOptions& options);

}  // namespace trefpunt
