// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "base/result.h"
#include "street/foothold.h"
#include "street/network.h"
#include "wijk/wijk.h"

namespace trefpunt {

// Who lives behind one door, by group.
struct WijkHomePeople {
  Foothold at;
  double dwellings = 1;        // people of one dwelling never count as meeting each other
  std::vector<double> people;  // per group of the assumptions; may be broken numbers
  int buurt = -1;              // index into WijkEncounterInput::buurten; -1: in none
};

// A place that people go to.
struct WijkDestination {
  Foothold at;
  PlaceCategory category = PlaceCategory::Other;
  double attraction = 1;  // m2 where areas are known, before the exponent
  double hours = 70;      // a week in which people are there
  PlaceId id;
};

struct WijkBench {
  Foothold at;
  FurnishingId id;
};

// A number that the results rest on. Without a source it is an assumption.
struct UsedAssumption {
  Text name;
  double value = 0;
  std::string unit;
  std::string source;
};

// What encounters in a wijk are computed from: plain values, nothing points into a document.
struct WijkEncounterInput {
  std::shared_ptr<const StreetNetwork> network;
  std::vector<StreetId> street_of_link;  // per link
  WijkAssumptions assumptions;
  std::vector<WijkHomePeople> homes;
  std::vector<WijkDestination> places;
  std::vector<WijkBench> benches;
  std::vector<std::string> buurten;  // codes, of areas of level buurt
  double people_off_streets = 0;     // in homes with no street nearby: they are left out
  int places_off_streets = 0;
  std::vector<UsedAssumption> used;
  std::vector<Text> taken;  // what was taken for granted, in words
};

// Where homes, places and furnishings of the layers meet the network, as WijkGround has them; and
// the area of each home (index into *wijk.areas; -1: none).
struct WijkFootholds {
  std::vector<std::optional<Foothold>> homes, places, furnishings;
  std::vector<int> buurt_of_home;
};

// People: the residents of a home where stated; else its dwellings times the persons per household
// of its buurt (or inhabitants by dwellings), else assumptions.household. Groups: see WijkGroup.
// Planned homes, places and benches count. Attraction: the area; of places without one, the median
// of their category; without any, 1.
// Errors: NotFound without streets, homes or places; BadInput for assumptions that cannot be.
Result<WijkEncounterInput> wijk_encounter_input(const Wijk& wijk,
                                                std::shared_ptr<const StreetNetwork> network,
                                                const WijkFootholds& footholds);

// Empty: every number of the assumptions is one to compute with.
std::optional<Error> refuse(const WijkAssumptions& assumptions);

}  // namespace trefpunt
