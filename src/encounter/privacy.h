// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/job.h"
#include "encounter/lay_out.h"

namespace trefpunt {

// The other side of encounter: a private room (bedroom, consulting, treatment) and a role that has
// no business there. Business: a home, an errand or a group there, or Role::business.
struct PrivacyCost {
  int storey = 0, space = 0;
  int role = 0;
  double in_view_min = 0;  // min per week, all people of the role together, standing or walking
                           // where some of the room's floor is seen, all doors open;
                           // who walks through the room sees it
  double in_view_shut_min = 0;  // the same with all doors shut
  double at_door_min = 0;       // of that or apart from it: walking within 2 m of one of its doors,
                                // in the space that the door opens into
};

// Of each private room that someone else sees or passes, by storey, space and role. Positions:
// whole floor of the place where one stays; on the way every piece of the routes.
// Errors: Cancelled.
Result<std::vector<PrivacyCost>> privacy_costs(const Programme& programme,
                                               const EncounterModel& model,
                                               const EncounterGround& ground, Job& job);

inline constexpr double kDoorDistance = 2;  // m from the middle of a door

}  // namespace trefpunt
