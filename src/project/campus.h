// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "project/project.h"

namespace trefpunt {

// A place of the plan in the wijk: by the building's position there, else by its own coordinates
// when they are in the wijk's CRS; none when neither says where it stands.
std::optional<Point> in_wijk(const Wijk& wijk, const Placement& placement, Point on_plan);

// The institution's open ground floor as places of its wijk: each space there to meet or to be
// received (a meeting place as plan/use.h has it, or a reception) whose access is stated to be
// public, at the nearest entrance that is stated to be public. `source_key` is the space ("S12").
// The category is care, and one may meet there; what the plan does not say stays unknown. Ids count
// on after those in use and are not reserved. A building without a public entrance, or one that
// stands nowhere in the wijk, gives none.
std::vector<WijkPlace> campus_places(const Project& project);

// The wijk with those among its places, every other layer shared; the wijk itself when there are
// none, or when nobody gave its places: one known place does not make the others absent.
std::shared_ptr<const Wijk> wijk_with_campus(const Project& project);

}  // namespace trefpunt
