// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <vector>

#include "street/foothold.h"
#include "street/network.h"

namespace trefpunt {

inline constexpr double kUnreached = std::numeric_limits<double>::infinity();

// A point on the network to walk from or to, with metres already walked.
struct Start {
  Foothold at;
  double before = 0;  // m, besides at.away
};

// From the nearest of the starts to every junction: metres along the network, at most `radius`
// (kUnreached beyond). Includes Foothold::away.
std::vector<double> distances_from(const StreetNetwork& network, const std::vector<Start>& starts,
                                   double radius);
// The same, and which start is nearest (-1: none).
struct Nearest {
  std::vector<double> distance;  // per junction
  std::vector<int> start;        // per junction
};
Nearest nearest_start(const StreetNetwork& network, const std::vector<Start>& starts,
                      double radius);

// From what lies at `from`, over a field of distances_from(starts), to the nearest of the starts;
// also right when both lie on one link. Includes from.away.
double distance_to(const StreetNetwork& network, const Foothold& from,
                   const std::vector<Start>& starts, const std::vector<double>& field);

// Every pair with a way of at most `radius`, for routes one by one: distance and links on the way.
struct StreetWay {
  double length = 0;       // m, kUnreached: none
  std::vector<int> links;  // in order; the first and last only partly
};
StreetWay shortest_way(const StreetNetwork& network, const Foothold& from, const Foothold& to,
                       double radius);

}  // namespace trefpunt
