// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "street/distances.h"
#include "street/home_groups.h"
#include "wijk/wijk.h"

namespace trefpunt {

// How near one kind of place is to a group in one area, weighed by how many of the group live at
// each home. Homes without a foothold, or of which the figures are missing, are in none of these.
struct AccessCell {
  double people = 0;                  // of the group, at homes joined to the streets
  double share_within = 0;            // of those, with a way of at most the declared distance
  double no_way = 0;                  // people without any way; in share_within, in no mean
  std::optional<double> mean;         // m, of who has a way
  std::optional<double> worst_fifth;  // m, mean of the worst 20 %; empty when it has no way at all
  int homes_unknown = 0;              // joined homes whose number of people is not known
};

// Access to the places of one category, or to any meeting place.
struct CategoryAccess {
  std::optional<PlaceCategory> category;  // empty: any meeting place
  int places = 0;
  std::vector<int> places_not_joined;  // indexes: too far from a street
  // Per home of the layer; kUnreached and -1 where there is no way or no foothold.
  std::vector<double> distance;  // m along the streets to the nearest
  std::vector<int> nearest;      // index of the place
  std::vector<int> within;       // places within the declared distance
  std::vector<double> gravity;   // sum of clipped_decay(d, declared distance)
  std::vector<int> left_out;     // joined homes with none within the distance
  // [group][area]: areas as WijkAccess::areas and last the whole. Empty: cannot be known.
  std::vector<std::vector<std::optional<AccessCell>>> cells;

  const std::optional<AccessCell>& whole(HomeGroup group) const;
};

struct WijkAccess {
  double distance = 0;                     // m, declared
  std::vector<int> areas;                  // the buurten, as indexes into *wijk.areas
  std::vector<int> not_joined;             // homes without a foothold: neither reached nor left out
  std::vector<CategoryAccess> categories;  // any meeting place, then each category that is there
};

// Footholds are per home and per place. Needs homes, places and a network.
struct AccessInput {
  const Wijk& wijk;
  const StreetNetwork& network;
  const std::vector<std::optional<Foothold>>& homes;
  const std::vector<std::optional<Foothold>>& places;
  const std::vector<int>& buurt_of_home;  // index into *wijk.areas; -1: none
};

// Error: Cancelled.
Result<WijkAccess> wijk_access(const AccessInput& input, double distance, Job& job);

// Mean of the worst `share` by weight; people at the edge count in part. Empty without weight, or
// when an infinite value is among them.
std::optional<double> mean_of_worst(std::vector<std::pair<double, double>> value_and_weight,
                                    double share);

std::size_t memory_of(const WijkAccess& access);

}  // namespace trefpunt
