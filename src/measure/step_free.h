// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "measure/entrances.h"

namespace trefpunt {

// The free passage of a door: as stated; of an opening without a leaf also its width on the plan.
std::optional<double> clear_width_of(const Door& door);

// Whether wheelchair_user() (space/walk.h) can use it; a lock is no matter here.
YesNo is_step_free(const Door& door);
YesNo is_step_free(const Scene& scene, const AccessGraph::Edge& edge);

// Nodes reached from the certain public entrances along step-free ways, without leaving the
// building and without entering `closed` nodes: surely (Yes), perhaps (Unknown) or not.
std::vector<YesNo> step_free_reach(const Scene& scene, const std::vector<PublicEntrance>& entrances,
                                   const std::vector<bool>& closed);

Text step_free_unknown();  // what is not known when an answer is Unknown

}  // namespace trefpunt
