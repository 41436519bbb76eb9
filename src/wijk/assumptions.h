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

// People who walk alike. The key figures of a buurt know the shares of "children" (to 15),
// "older" (65 and over) and "adults" (the others); other groups, and buurten without figures, have
// `share`.
struct WijkGroup {
  std::string id;  // "children", "adults", "older" ...
  Text name;
  AssumedNumber radius;  // m they walk at most; beta = 4 / radius
  AssumedNumber speed;   // m/s
  AssumedNumber share;   // of the people; shares need not add up to 1
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

// What encounters in a wijk are counted with (docs/wijk-encounters.md).
struct WijkAssumptions {
  std::vector<WijkGroup> groups;
  std::vector<WijkErrand> errands;
  AssumedNumber hours_per_week{70, {}};  // in which people are about
  AssumedNumber opportunity{1, {}};      // chance to notice each other at a place
  AssumedNumber kappa{1, {}};            // frailty, the middle of three
  AssumedNumber detour{1.05, {}};        // routes this much longer than the shortest are walked too
  AssumedNumber attraction{1, {}};       // exponent of a place's area in the choice of places
  AssumedNumber towards{0.5, {}};  // of two people's walks in one street: in opposite directions
  AssumedNumber bench_minutes{0.5, {}};  // on a bench, mean over all who pass it
  AssumedNumber household{2.1, {}};      // people in a dwelling of which nothing is known
  bool operator==(const WijkAssumptions&) const = default;
};

// Children, adults, 65 and older, with errands to every category but Other: all assumptions.
WijkAssumptions default_assumptions();

void hash_into(Hasher& hasher, const WijkAssumptions& assumptions);

}  // namespace trefpunt
