// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/measure.h"

namespace trefpunt {

// About how many bytes a remembered result holds; good to a factor of two.
std::size_t bytes_of(const Mesh& mesh);
std::size_t bytes_of(const Layout& layout);
std::size_t bytes_of(const AccessGraph& graph);
std::size_t bytes_of(const Outcome& outcome);

}  // namespace trefpunt
