// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "base/result.h"

namespace trefpunt {

// Has `write` make a new file beside the target, of the name it gets, and then puts that in its
// place: a kill at any moment leaves the old file or the new one. A link stays a link and rights
// stay as they are. Refuses a file that another program has open. Errors: NotWritable, or what
// `write` says; then the old file is untouched and nothing lies beside it.
Status replace_file(const std::string& path,
                    const std::function<Status(const std::string& beside)>& write);

}  // namespace trefpunt
