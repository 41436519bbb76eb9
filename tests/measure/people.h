// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/clinic.h"

namespace trefpunt {

inline PlaceQuery any_of(Use use) {
  PlaceQuery query;
  query.use = use;
  return query;
}

// A visit once a day per person, begun between these hours, of some minutes.
inline Errand errand(const char* id, Use to, double from_hour, double to_hour,
                     double minutes = 10) {
  Errand made;
  made.id = id;
  made.to = any_of(to);
  made.per_day = 1;
  made.when = {{from_hour * 60, to_hour * 60, 1}};
  made.dwell_min = minutes;
  return made;
}

// People who are there day and night.
inline Role people(const char* id, RoleKind kind, int count, Use home,
                   std::vector<Errand> errands) {
  Role made;
  made.id = made.name = id;
  made.kind = kind;
  made.count = count;
  made.home = any_of(home);
  made.presence = {Presence{}};
  made.errands = std::move(errands);
  return made;
}

// Without detours: everyone takes the shortest way.
inline Programme programme_of(std::vector<Role> roles) {
  Programme made;
  made.name = "test";
  made.roles = std::move(roles);
  made.rules.detour.value = 0;
  return made;
}

}  // namespace trefpunt
