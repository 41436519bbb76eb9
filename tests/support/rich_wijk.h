// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/project.h"

namespace trefpunt {

// A wijk with every kind of thing; each optional field once set and once empty; one layer that
// nobody gave (footprints) and one that is empty (furnishings).
std::shared_ptr<const Wijk> rich_wijk();

// The rich project with that wijk, a building in it and sources to be named.
Project project_with_wijk();

}  // namespace trefpunt
