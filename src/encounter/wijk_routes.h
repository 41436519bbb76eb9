// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "street/foothold.h"
#include "street/network.h"

namespace trefpunt {

// Lengths are equal within this; half of what two different coordinates are apart.
inline constexpr double kSameLength = 5e-7;  // m

// Which part of the people who go somewhere come over which end of its link; adds up to 1.
struct Arrival {
  double distance = 0;  // m along the network, doors not included
  double direct = 0;    // home and place on one link, no junction on the way
  double by_from = 0, by_to = 0;
};

// The ways from one door to everywhere within a radius, and back again as shares. All routes to a
// junction count alike (Brandes 2001: sigma) when none of them, up to each junction on it, is
// longer than `detour` (>= 1) times the shortest, and each link leads away from home; with detour 1
// these are all shortest routes. No route turns around in a street.
class HomeRoutes {
 public:
  HomeRoutes(const StreetNetwork& network, double detour);

  // Routes of at most `radius` m to junctions; the place behind the last one may be further.
  void grow(const Foothold& from, double radius);

  // Empty: beyond the radius or on another island.
  std::optional<Arrival> arrive(const Foothold& to) const;

  // Puts `rates` (one for each of some groups) on the way back from an end of a link.
  void put(int junction, const double* rates, double share, int groups);
  // Walks all that was put back home: on_link(link, rates) for whole links and on_start(end, rates)
  // for the stretch from the door to an end of its link (0: from, 1: to). Leaves nothing behind.
  template <typename OnLink, typename OnStart>
  void trace(int groups, OnLink on_link, OnStart on_start);

 private:
  struct Node {
    double distance;  // shortest
    double longest;   // of the routes that count
    double ways;      // sigma
  };
  bool leads(int from, int to, int link, double length) const;
  bool leads_over(int link, int end) const;

  const StreetNetwork& network_;
  double detour_;
  Foothold home_;
  int own_link_ = -1;         // -1: the door is at a junction
  double start_[2] = {0, 0};  // m from the door to both ends of its link
  bool has_start_[2] = {false, false};
  std::vector<Node> nodes_;
  std::vector<int> order_;  // junctions reached, nearest first
  std::vector<std::pair<double, int>> front_;
  std::vector<double> mass_, carried_;  // per junction and group
};

template <typename OnLink, typename OnStart>
void HomeRoutes::trace(int groups, OnLink on_link, OnStart on_start) {
  if (mass_.empty()) return;  // nothing was ever put
  carried_.resize(groups);
  const StreetLink& own = network_.links[home_.link];
  for (auto it = order_.rbegin(); it != order_.rend(); ++it) {
    const int to = *it;
    double* mass = &mass_[static_cast<std::size_t>(to) * groups];
    bool is_empty = true;
    for (int g = 0; g < groups; ++g) is_empty = is_empty && mass[g] == 0;
    if (is_empty) continue;
    for (int a = network_.first_arc[to]; a < network_.first_arc[to + 1]; ++a) {
      const StreetArc& arc = network_.arcs[a];
      if (!leads(arc.to, to, arc.link, arc.length)) continue;
      const double share = nodes_[arc.to].ways / nodes_[to].ways;
      double* before = &mass_[static_cast<std::size_t>(arc.to) * groups];
      for (int g = 0; g < groups; ++g) {
        carried_[g] = share * mass[g];
        before[g] += carried_[g];
      }
      on_link(arc.link, carried_.data());
    }
    for (int end = 0; end < 2; ++end) {
      if ((end == 0 ? own.from : own.to) != to || !leads_over(home_.link, end)) continue;
      for (int g = 0; g < groups; ++g) carried_[g] = mass[g] / nodes_[to].ways;
      on_start(end, carried_.data());
    }
    for (int g = 0; g < groups; ++g) mass[g] = 0;
  }
}

}  // namespace trefpunt
