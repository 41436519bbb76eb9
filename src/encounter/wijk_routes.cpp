// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/wijk_routes.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "street/distances.h"

namespace trefpunt {

HomeRoutes::HomeRoutes(const StreetNetwork& network, double detour)
    : network_(network), detour_(detour), nodes_(network.junctions.size(), {kUnreached, 0, 0}) {
  TP_CHECK(detour >= 1);
}

// Whether the link is the last of routes from home to `to` that count.
bool HomeRoutes::leads(int from, int to, int link, double length) const {
  const Node &before = nodes_[from], &after = nodes_[to];
  if (link == own_link_ || !(before.distance < after.distance)) return false;
  // The shortest route itself must not fall out by rounding.
  return before.distance + length <= after.distance ||
         before.longest + length <= detour_ * after.distance + kSameLength;
}

// The same for the end (0: from, 1: to) of the link of the door.
bool HomeRoutes::leads_over(int link, int end) const {
  if (link != home_.link || !has_start_[end]) return false;
  const StreetLink& own = network_.links[link];
  const Node& after = nodes_[end == 0 ? own.from : own.to];
  return start_[end] <= after.distance || start_[end] <= detour_ * after.distance + kSameLength;
}

void HomeRoutes::grow(const Foothold& from, double radius) {
  for (const int junction : order_) nodes_[junction] = {kUnreached, 0, 0};
  order_.clear();
  front_.clear();
  home_ = from;
  const StreetLink& own = network_.links[from.link];
  start_[0] = from.along;
  start_[1] = std::max(0.0, own.length - from.along);
  const bool is_at_from = start_[0] <= kSameLength, is_at_to = start_[1] <= kSameLength;
  has_start_[0] = !is_at_to || is_at_from;
  has_start_[1] = !is_at_from;
  own_link_ = is_at_from || is_at_to ? -1 : from.link;

  const auto reach = [&](int junction, double distance) {
    if (distance > radius || !(distance < nodes_[junction].distance)) return;
    nodes_[junction].distance = distance;
    front_.push_back({distance, junction});
    std::push_heap(front_.begin(), front_.end(), std::greater<>());
  };
  if (has_start_[0]) reach(own.from, start_[0]);
  if (has_start_[1]) reach(own.to, start_[1]);
  while (!front_.empty()) {
    std::pop_heap(front_.begin(), front_.end(), std::greater<>());
    const auto [distance, junction] = front_.back();
    front_.pop_back();
    if (distance > nodes_[junction].distance) continue;
    order_.push_back(junction);
    for (int a = network_.first_arc[junction]; a < network_.first_arc[junction + 1]; ++a) {
      reach(network_.arcs[a].to, distance + network_.arcs[a].length);
    }
  }
  for (const int to : order_) {
    Node& node = nodes_[to];
    for (int end = 0; end < 2; ++end) {
      if ((end == 0 ? own.from : own.to) != to || !leads_over(from.link, end)) continue;
      node.ways += 1;
      node.longest = std::max(node.longest, start_[end]);
    }
    for (int a = network_.first_arc[to]; a < network_.first_arc[to + 1]; ++a) {
      const StreetArc& arc = network_.arcs[a];
      if (!leads(arc.to, to, arc.link, arc.length)) continue;
      const Node& before = nodes_[arc.to];
      node.ways += before.ways;
      node.longest = std::max(node.longest, before.longest + arc.length);
    }
  }
}

std::optional<Arrival> HomeRoutes::arrive(const Foothold& to) const {
  const StreetLink& link = network_.links[to.link];
  const Node &from_end = nodes_[link.from], &to_end = nodes_[link.to];
  const double left = to.along, right = std::max(0.0, link.length - to.along);
  Arrival arrival;
  if (left <= kSameLength || right <= kSameLength) {  // at a junction
    const bool is_left = left <= kSameLength;
    arrival.distance = (is_left ? from_end : to_end).distance;
    (is_left ? arrival.by_from : arrival.by_to) = 1;
    if (arrival.distance == kUnreached) return std::nullopt;
    return arrival;
  }
  const bool is_own = to.link == own_link_;
  // Over an end only where no route to that end passes the place.
  const bool over_from =
      from_end.distance < kUnreached &&
      (is_own ? to.along < home_.along && !leads_over(to.link, 0)
              : link.from == link.to || !leads(link.to, link.from, to.link, link.length));
  const bool over_to =
      to_end.distance < kUnreached &&
      (is_own ? to.along > home_.along && !leads_over(to.link, 1)
              : link.from == link.to || !leads(link.from, link.to, to.link, link.length));
  const double straight = is_own ? std::abs(to.along - home_.along) : kUnreached;
  const double by_from = over_from ? from_end.distance + left : kUnreached;
  const double by_to = over_to ? to_end.distance + right : kUnreached;
  arrival.distance = std::min({straight, by_from, by_to});
  if (arrival.distance == kUnreached) return std::nullopt;
  const auto counts = [&](double shortest, double longest) {
    return shortest <= arrival.distance || longest <= detour_ * arrival.distance + kSameLength;
  };
  double ways = 0;
  if (is_own && counts(straight, straight)) ways += arrival.direct = 1;
  if (over_from && counts(by_from, from_end.longest + left)) {
    ways += arrival.by_from = from_end.ways;
  }
  if (over_to && counts(by_to, to_end.longest + right)) ways += arrival.by_to = to_end.ways;
  arrival.direct /= ways;
  arrival.by_from /= ways;
  arrival.by_to /= ways;
  return arrival;
}

void HomeRoutes::put(int junction, const double* rates, double share, int groups) {
  if (mass_.size() != nodes_.size() * groups) mass_.assign(nodes_.size() * groups, 0);
  double* mass = &mass_[static_cast<std::size_t>(junction) * groups];
  for (int g = 0; g < groups; ++g) mass[g] += share * rates[g];
}

}  // namespace trefpunt
