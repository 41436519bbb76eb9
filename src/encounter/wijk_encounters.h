// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "encounter/wijk_input.h"
#include "encounter/wijk_pairs.h"

namespace trefpunt {

// A link of the network.
struct StreetMeetings {
  StreetId street;
  double length = 0;               // m
  double walks = 0;                // people-walks a week, both directions; mean over its length
  double encounters = 0;           // expected passings a week
  std::vector<double> mix;         // share of each group in the walks; empty: nobody walks here
  std::optional<double> bridging;  // wijk_mix.h
};

struct WijkPlaceMeetings {
  double visits = 0;                     // a week; of a bench: walks past it
  double encounters = 0;                 // expected, a week
  std::optional<double> repeated_share;  // of these: between two who meet twice a week somewhere
  std::vector<double> mix;
  std::optional<double> bridging;
};

// Familiar others: whom a person is expected to meet at least twice in a week.
struct FamiliarOthers {
  double people = 0;
  Familiar mean;
  std::optional<double> standard_error;  // of mean.own + mean.other, by drawing pairs; of buurten
  // The worst-served fifth of the people has at most so many: of both together, and each apart.
  double fifth = 0;
  Familiar fifth_of;
};

struct BuurtMeetings {
  std::string code;  // empty: homes in no buurt
  FamiliarOthers familiar;
};

struct WijkGroupMeetings {
  std::string id;
  Text name;
  double people = 0;
  double trips = 0;       // a week, of all together
  double trips_lost = 0;  // of these: to a category without a place within their radius
  double metres = 0;      // walked a week by one person, mean
  FamiliarOthers familiar;
};

struct WijkTotals {
  double people = 0, homes = 0;
  double passings = 0, bench_encounters = 0, place_encounters = 0;  // expected, a week
  std::array<double, 3> kappas{};
  std::array<Sampled, 3> repeated;  // pairs of people that meet at least twice in a week, per kappa
  // Repeated pairs of two groups over all repeated pairs, divided by that share of all pairs of
  // people. Empty: no repeated pair, or one group only. Per kappa.
  std::array<std::optional<double>, 3> bridging;
  double drawn = 1;  // share of pairs worked out

  double encounters() const { return passings + bench_encounters + place_encounters; }
};

// What a wijk gives: model figures. Only differences between variants are news.
struct WijkEncounters {
  std::vector<StreetMeetings> streets;    // per link of the network
  std::vector<WijkPlaceMeetings> places;  // as WijkEncounterInput::places
  std::vector<WijkPlaceMeetings> benches;
  std::vector<PlaceId> place_ids;
  std::vector<FurnishingId> bench_ids;
  std::vector<BuurtMeetings> buurten;  // with people, as the areas; then those in none
  std::vector<WijkGroupMeetings> groups;
  std::vector<GroupPair> pairs;  // each two groups
  WijkTotals totals;
  double people_off_streets = 0;  // left out: no street near their home
  int places_off_streets = 0;
  std::vector<UsedAssumption> used;
  std::vector<Text> taken;   // what was taken for granted
  std::vector<Text> limits;  // to be printed with every figure
};

// Formulas and sources: docs/wijk-encounters.md. Without homes or places all is 0 and mixes are
// empty. The same whatever the number of threads. Errors: Cancelled.
Result<WijkEncounters> wijk_encounters(const WijkEncounterInput& input,
                                       const WijkPairOptions& options, Job& job);

}  // namespace trefpunt
