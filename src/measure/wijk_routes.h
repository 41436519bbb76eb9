// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "street/distances.h"

namespace trefpunt {

// Part of a link, walked from one place along it to another; m from the link's first junction.
struct LinkPart {
  int link = 0;
  double from = 0, to = 0;
};

// The way from a door to the nearest of several goals, along the streets.
struct StreetRoute {
  double length = 0;  // m, with what is walked beside the streets at both ends
  int goal = 0;       // index into the goals
  double before = 0;  // m from the door to the street
  std::vector<LinkPart> pieces;
};

class RoutesTo {
 public:
  // The network outlives it.
  RoutesTo(const StreetNetwork& network, std::vector<Start> goals, double radius);

  // Empty: no way of at most the radius. Of equally long ways the same one each time.
  std::optional<StreetRoute> from(const Foothold& door) const;

 private:
  void add_from_junction(int junction, StreetRoute& route) const;

  const StreetNetwork& network_;
  std::vector<Start> goals_;
  double radius_;
  Nearest field_;
  std::vector<std::vector<int>> on_link_;  // goals per link
};

// Things beside the streets: per link, where along it, and which.
struct Beside {
  double along = 0;
  int thing = 0;
};
std::vector<std::vector<Beside>> beside_links(const StreetNetwork& network,
                                              const std::vector<std::optional<Foothold>>& footholds,
                                              const std::vector<int>& things, double reach);

// What a route passes, in order: m from its door, and which thing.
struct Passed {
  double at = 0;
  int thing = 0;
};
std::vector<Passed> passed_on(const StreetRoute& route,
                              const std::vector<std::vector<Beside>>& beside);

}  // namespace trefpunt
