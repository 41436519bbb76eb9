// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/hash.h"
#include "base/text.h"
#include "wijk/place.h"

namespace trefpunt {

// A number that is an assumption until someone says where it comes from.
struct AssumedNumber {
  double value = 0;
  std::string source;  // empty: an assumption of ours
  bool operator==(const AssumedNumber&) const = default;
};

// People who walk alike. `share` comes from the key figures of a buurt where they have it.
struct WijkGroup {
  std::string id;  // "children", "adults", "older" ...
  Text name;
  AssumedNumber radius;  // m they walk at most; beta = 4 / radius
  AssumedNumber speed;   // m/s
  bool operator==(const WijkGroup&) const = default;
};

// How often someone of a group goes to a category, and how long they stay.
struct WijkErrand {
  std::string group;
  PlaceCategory category = PlaceCategory::Other;
  AssumedNumber per_week;  // trips a person
  AssumedNumber minutes;   // at the place
  bool operator==(const WijkErrand&) const = default;
};

// What encounters in a wijk are counted with (docs/wijk-encounter.md).
struct WijkAssumptions {
  std::vector<WijkGroup> groups;
  std::vector<WijkErrand> errands;
  AssumedNumber hours_per_week{70, {}};  // in which people are about
  AssumedNumber opportunity{1, {}};      // chance to notice each other at a place
  AssumedNumber kappa{1, {}};            // frailty, the middle of three
  AssumedNumber detour{1.05, {}};        // routes this much longer than the shortest are walked too
  bool operator==(const WijkAssumptions&) const = default;
};

// Children, adults, 65 to 75 and older, with errands to every category: all assumptions.
WijkAssumptions default_assumptions();

void hash_into(Hasher& hasher, const WijkAssumptions& assumptions);

}  // namespace trefpunt
