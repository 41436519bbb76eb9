// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "street/network.h"

namespace trefpunt {

// Where a door or a bench meets the network: the nearest point of the nearest link.
struct Foothold {
  int link = 0;
  double along = 0;  // m from the link's first junction
  double away = 0;   // m from the point to the link, as the crow flies; walked as well
  Point at;          // on the link
};

// Finds footholds. Keeps a spatial index of its own; the network outlives it.
class FootholdFinder {
 public:
  explicit FootholdFinder(const StreetNetwork& network);
  ~FootholdFinder();

  // Empty: no link within `reach` m. Of equally near links the first.
  std::optional<Foothold> find(Point p, double reach) const;

 private:
  struct Index;
  std::unique_ptr<Index> index_;
};

// Per point; see find().
std::vector<std::optional<Foothold>> footholds(const StreetNetwork& network,
                                               const std::vector<Point>& points, double reach);

}  // namespace trefpunt
