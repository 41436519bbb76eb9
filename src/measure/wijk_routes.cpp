// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/wijk_routes.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace trefpunt {

RoutesTo::RoutesTo(const StreetNetwork& network, std::vector<Start> goals, double radius)
    : network_(network),
      goals_(std::move(goals)),
      radius_(radius),
      field_(nearest_start(network, goals_, radius)),
      on_link_(network.links.size()) {
  for (std::size_t g = 0; g < goals_.size(); ++g) {
    on_link_[goals_[g].at.link].push_back(static_cast<int>(g));
  }
}

std::optional<StreetRoute> RoutesTo::from(const Foothold& door) const {
  const StreetLink& link = network_.links[door.link];
  StreetRoute route;
  route.before = door.away;
  route.length = kUnreached;
  for (const int g : on_link_[door.link]) {
    const Start& goal = goals_[g];
    const double length =
        door.away + std::abs(goal.at.along - door.along) + goal.at.away + goal.before;
    if (length >= route.length) continue;
    route.length = length;
    route.goal = g;
    route.pieces = {{door.link, door.along, goal.at.along}};
  }
  int by = -1;
  const auto offer = [&](int junction, double own, double end) {
    const double length = door.away + own + field_.distance[junction];
    if (length >= route.length) return;
    route.length = length;
    by = junction;
    route.pieces = {{door.link, door.along, end}};
  };
  offer(link.from, door.along, 0);
  offer(link.to, std::max(0.0, link.length - door.along), link.length);
  if (!(route.length <= radius_)) return std::nullopt;
  if (by >= 0) add_from_junction(by, route);
  return route;
}

// Along the arcs that explain each distance, to a goal.
void RoutesTo::add_from_junction(int junction, StreetRoute& route) const {
  route.goal = field_.start[junction];
  const Start& goal = goals_[route.goal];
  const StreetLink& last = network_.links[goal.at.link];
  const double walked = goal.before + goal.at.away;
  const double rest = std::max(0.0, last.length - goal.at.along);
  std::size_t steps = 0;
  for (int at = junction;;) {
    TP_CHECK(++steps <= network_.junctions.size());
    const double own = field_.distance[at];
    if (at == last.from && own == walked + goal.at.along) {
      route.pieces.push_back({goal.at.link, 0, goal.at.along});
      return;
    }
    if (at == last.to && own == walked + rest) {
      route.pieces.push_back({goal.at.link, last.length, goal.at.along});
      return;
    }
    int next = -1;
    for (int a = network_.first_arc[at]; a < network_.first_arc[at + 1]; ++a) {
      const StreetArc& arc = network_.arcs[a];
      if (arc.to == at || field_.start[arc.to] != route.goal) continue;
      if (field_.distance[arc.to] + arc.length != own) continue;
      const bool forward = network_.links[arc.link].from == at;
      route.pieces.push_back({arc.link, forward ? 0 : arc.length, forward ? arc.length : 0});
      next = arc.to;
      break;
    }
    TP_CHECK(next >= 0);
    at = next;
  }
}

std::vector<std::vector<Beside>> beside_links(const StreetNetwork& network,
                                              const std::vector<std::optional<Foothold>>& footholds,
                                              const std::vector<int>& things, double reach) {
  std::vector<std::vector<Beside>> beside(network.links.size());
  for (const int thing : things) {
    const std::optional<Foothold>& at = footholds[thing];
    if (at && at->away <= reach) beside[at->link].push_back({at->along, thing});
  }
  for (std::vector<Beside>& own : beside) {
    std::sort(own.begin(), own.end(), [](const Beside& a, const Beside& b) {
      return a.along != b.along ? a.along < b.along : a.thing < b.thing;
    });
  }
  return beside;
}

std::vector<Passed> passed_on(const StreetRoute& route,
                              const std::vector<std::vector<Beside>>& beside) {
  std::vector<Passed> passed;
  double walked = route.before;
  for (const LinkPart& piece : route.pieces) {
    const double low = std::min(piece.from, piece.to), high = std::max(piece.from, piece.to);
    for (const Beside& own : beside[piece.link]) {
      if (own.along < low || own.along > high) continue;
      passed.push_back({walked + std::abs(own.along - piece.from), own.thing});
    }
    walked += high - low;
  }
  std::stable_sort(passed.begin(), passed.end(),
                   [](const Passed& a, const Passed& b) { return a.at < b.at; });
  return passed;
}

}  // namespace trefpunt
