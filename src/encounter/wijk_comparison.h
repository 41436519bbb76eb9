// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "encounter/wijk_encounters.h"

namespace trefpunt {

// A figure before and after; empty where the thing did not exist.
struct BeforeAfter {
  std::optional<double> before, after;
  double difference() const { return after.value_or(0) - before.value_or(0); }
};

struct StreetEncounters {
  StreetId street;
  BeforeAfter walks;       // a week, mean over its length
  BeforeAfter encounters;  // a week
};
template <typename Id>
struct PlaceChange {
  Id id;
  BeforeAfter visits, encounters;
};
struct BuurtChange {
  std::string code;
  BeforeAfter familiar;  // others whom a person meets twice a week, mean
  BeforeAfter fifth;     // that the worst-served fifth of the people has at most
};

// What an edit of a wijk changes: one more bench, path, square or community centre.
struct WijkComparison {
  BeforeAfter encounters, passings, bench_encounters, place_encounters;
  BeforeAfter trips_lost;               // a week, to categories without a place within reach
  std::array<BeforeAfter, 3> repeated;  // pairs, per kappa
  // Standard error of the difference by drawing pairs, at most: both draw the same pairs where
  // homes and streets are the same.
  std::array<double, 3> repeated_error{};
  std::array<BeforeAfter, 3> bridging;
  // The difference in repeated pairs has one sign for all three kappas and is in each above two
  // standard errors.
  bool is_steady = false;
  // Only what changed, largest difference in encounters first.
  std::vector<StreetEncounters> streets;
  std::vector<PlaceChange<PlaceId>> places;
  std::vector<PlaceChange<FurnishingId>> benches;
  std::vector<BuurtChange> buurten;  // all
};
WijkComparison compare(const WijkEncounters& before, const WijkEncounters& after);

}  // namespace trefpunt
