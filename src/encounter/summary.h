// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <functional>

#include "encounter/encounters.h"

namespace trefpunt {

// The chance that two people, one of each class, meet on each weekday, apart from groups of which
// both are members.
struct MeetingDays {
  WeekChances any{};
  WeekChances stop{};  // where one can stop or stay
};

// The chance that two people, one of each class, meet in a group on each weekday.
WeekChances session_days(const EncounterModel& model, const PersonClass& one,
                         const PersonClass& other);

// A row for each two roles with a pair of people, with the number of pairs and the window.
std::vector<RolePair> role_pairs(const EncounterModel& model);

// Fills in what follows from the chances per day, for two classes (the first index not above the
// second): repeats per pair of roles, familiar others, bridging and the E-I index. For the closed
// form and the simulation alike.
void summarise_repeats(const EncounterModel& model,
                       const std::function<MeetingDays(int, int)>& meeting_days,
                       Encounters& encounters);

}  // namespace trefpunt
