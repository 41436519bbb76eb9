// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catch2/catch.hpp>

#include "street/foothold.h"
#include "wijk/wijk.h"

namespace trefpunt {

// Of streets given as lines.
inline StreetNetwork network_of(const std::vector<Line>& lines) {
  std::vector<Street> streets;
  for (const Line& line : lines) {
    Street street;
    street.line = line;
    streets.push_back(street);
  }
  Job job;
  Result<StreetNetwork> network = make_street_network(streets, {}, job);
  REQUIRE(network);
  return *std::move(network);
}

template <typename Thing>
WijkLayer<Thing> layer(std::vector<Thing> things) {
  return std::make_shared<const std::vector<Thing>>(std::move(things));
}

template <typename Thing>
std::vector<std::optional<Foothold>> join(const StreetNetwork& network,
                                          const WijkLayer<Thing>& things) {
  std::vector<Point> points;
  if (things) {
    for (const Thing& thing : *things) points.push_back(thing.at);
  }
  return footholds(network, points, 100);
}

inline Polygon rectangle(Point low, Point high) {
  return {{low, {high.x, low.y}, high, {low.x, high.y}}, {}};
}

}  // namespace trefpunt
