// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/distances.h"

#include <algorithm>
#include <cmath>
#include <queue>

namespace trefpunt {

namespace {

struct Reached {
  double distance;
  int junction;
  bool operator>(const Reached& other) const {
    return distance != other.distance ? distance > other.distance : junction > other.junction;
  }
};

}  // namespace

Nearest nearest_start(const StreetNetwork& network, const std::vector<Start>& starts,
                      double radius) {
  Nearest found{std::vector<double>(network.junctions.size(), kUnreached),
                std::vector<int>(network.junctions.size(), -1)};
  std::priority_queue<Reached, std::vector<Reached>, std::greater<>> front;
  const auto reach = [&](int junction, double distance, int start) {
    double& best = found.distance[junction];
    if (distance > radius || distance > best) return;
    if (distance == best && found.start[junction] >= 0 && start >= found.start[junction]) return;
    best = distance;
    found.start[junction] = start;
    front.push({distance, junction});
  };
  for (std::size_t s = 0; s < starts.size(); ++s) {
    const Foothold& at = starts[s].at;
    const StreetLink& link = network.links[at.link];
    const double walked = starts[s].before + at.away;
    reach(link.from, walked + at.along, static_cast<int>(s));
    reach(link.to, walked + std::max(0.0, link.length - at.along), static_cast<int>(s));
  }
  while (!front.empty()) {
    const Reached next = front.top();
    front.pop();
    if (next.distance > found.distance[next.junction]) continue;
    for (int a = network.first_arc[next.junction]; a < network.first_arc[next.junction + 1]; ++a) {
      const StreetArc& arc = network.arcs[a];
      reach(arc.to, next.distance + arc.length, found.start[next.junction]);
    }
  }
  return found;
}

std::vector<double> distances_from(const StreetNetwork& network, const std::vector<Start>& starts,
                                   double radius) {
  return nearest_start(network, starts, radius).distance;
}

double distance_to(const StreetNetwork& network, const Foothold& from,
                   const std::vector<Start>& starts, const std::vector<double>& field) {
  const StreetLink& link = network.links[from.link];
  double best = std::min(field[link.from] + from.along,
                         field[link.to] + std::max(0.0, link.length - from.along));
  for (const Start& start : starts) {
    if (start.at.link != from.link) continue;
    best = std::min(best, start.before + start.at.away + std::abs(start.at.along - from.along));
  }
  return best + from.away;
}

StreetWay shortest_way(const StreetNetwork& network, const Foothold& from, const Foothold& to,
                       double radius) {
  StreetWay way{kUnreached, {}};
  if (from.link == to.link) {
    way = {from.away + to.away + std::abs(from.along - to.along), {from.link}};
  }
  const std::vector<Start> starts = {{from, 0}};
  const std::vector<double> field = distances_from(network, starts, radius);
  const StreetLink& last = network.links[to.link];
  const double by_from = field[last.from] + to.along + to.away;
  const double by_to = field[last.to] + std::max(0.0, last.length - to.along) + to.away;
  const double best = std::min(by_from, by_to);
  if (best >= way.length || best > radius) {
    return way.length <= radius ? way : StreetWay{kUnreached, {}};
  }
  way = {best, {to.link}};
  const StreetLink& first = network.links[from.link];
  int at = by_from <= by_to ? last.from : last.to;
  // Back along the arcs that explain each distance.
  while (true) {
    const double own = field[at];
    const bool is_start =
        (at == first.from && own == from.away + from.along) ||
        (at == first.to && own == from.away + std::max(0.0, first.length - from.along));
    if (is_start) break;
    int before = -1, by = -1;
    for (int a = network.first_arc[at]; a < network.first_arc[at + 1]; ++a) {
      const StreetArc& arc = network.arcs[a];
      if (arc.to != at && field[arc.to] + arc.length == own) {
        before = arc.to;
        by = arc.link;
        break;
      }
    }
    TP_CHECK(before >= 0);
    way.links.push_back(by);
    at = before;
  }
  if (way.links.back() != from.link) way.links.push_back(from.link);
  std::reverse(way.links.begin(), way.links.end());
  return way;
}

}  // namespace trefpunt
