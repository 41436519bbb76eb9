// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "io/wijk_draft.h"

namespace trefpunt {

// Brings the layers that are used into one metric system, chosen by where they lie, and names it.
// `stated` is the CRS of layers that state none. Errors: BadInput (wijk_crs.h), Cancelled.
Result<WijkCrs> place_layers(std::vector<MappedLayer>& layers, const std::string& stated,
                             std::vector<Finding>& findings, Job& job);

}  // namespace trefpunt
