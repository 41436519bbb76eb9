// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "project/project.h"

namespace trefpunt {

// Every field of a project, one a line with its path, numbers to the last bit: two projects are
// the same when their texts are. A field that a struct gains does not compile until it is here.
std::string to_text(const Project& project);

// The first line in which they differ ("field 2.0.field 2.1 ...", by place in the struct); empty
// when they do not.
std::string first_difference(const Project& a, const Project& b);

}  // namespace trefpunt
