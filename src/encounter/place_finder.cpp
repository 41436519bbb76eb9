// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/place_finder.h"

#include <algorithm>
#include <optional>

#include "base/index.h"

namespace trefpunt {

bool fits(const PlaceQuery& query, const Space& space, const Building& building) {
  if (!query.use && query.unit.empty() && query.number.empty()) return false;
  if (query.use && space.use != *query.use) return false;
  if (!query.number.empty() && space.number != query.number) return false;
  if (query.unit.empty()) return true;
  return std::any_of(building.units.begin(), building.units.end(), [&](const Unit& unit) {
    return unit.id == space.unit && unit.name == query.unit;
  });
}

PlaceFinder::PlaceFinder(const EncounterGround& ground, double sight_m)
    : ground_(ground), sight_m_(sight_m) {
  find_components();
  find_entrances(true);
  has_certain_entrance_ = !entrances_.empty();
  if (!has_certain_entrance_) find_entrances(false);
}

int PlaceFinder::station_of(int storey, int space) {
  const auto found = station_of_space_.find({storey, space});
  if (found != station_of_space_.end()) return found->second;
  int index = -1;
  if (const std::optional<Point> point = floor_point(storey, space)) {
    Station station;
    station.storey = storey;
    station.space = space;
    station.place = {storey, *point};
    station.chance = chance_to_notice(ground_, storey, space, sight_m_);
    for (const Seat& seat : ground_.building.storeys[at(storey)]->seats) {
      if (space_at(*ground_.layouts[at(storey)], seat.at) ==
          ground_.building.storeys[at(storey)]->spaces[at(space)].id) {
        station.seats += seat.places;
      }
    }
    index = static_cast<int>(stations_.size());
    stations_.push_back(station);
  }
  station_of_space_[{storey, space}] = index;
  return index;
}

bool PlaceFinder::is_walked(int storey, Point p) const {
  return ground_.network.cell_at({storey, p}) >= 0;
}

// Free floor near the middle of a space.
std::optional<Point> PlaceFinder::floor_point(int storey, int space) const {
  const std::optional<Polygon>& polygon = ground_.layouts[at(storey)]->shapes[at(space)].polygon;
  if (!polygon) return std::nullopt;
  const Point middle_point = label_point(*polygon);
  if (is_walked(storey, middle_point)) return middle_point;
  const StoreySight& sight = *ground_.sights[at(storey)];
  std::optional<Point> best;
  for (int cell = 0; cell < sight.grid.size(); ++cell) {
    if (sight.space_of[at(cell)] != space) continue;
    const Point p = sight.grid.centre(cell);
    if (best && distance(p, middle_point) >= distance(*best, middle_point)) continue;
    if (is_walked(storey, p)) best = p;
  }
  return best;
}

void PlaceFinder::find_entrances(bool certain) {
  const Building& building = ground_.building;
  for (int s = 0; s < static_cast<int>(building.storeys.size()); ++s) {
    const Storey& storey = *building.storeys[at(s)];
    for (int d = 0; d < static_cast<int>(storey.doors.size()); ++d) {
      const DoorSides& sides = ground_.layouts[at(s)]->doors[at(d)];
      if (sides.left.is_outside == sides.right.is_outside) continue;
      const std::optional<bool> open = is_public_entrance(building, ground_.layouts, s, d);
      if (certain ? open != true : open.has_value()) continue;
      const auto space = sides.left.is_outside ? sides.right.space : sides.left.space;
      if (!space) continue;
      const auto inside = in_front_of(building, ground_.layouts, s, d, *space);
      if (!inside || !is_walked(s, inside->at)) continue;
      Station station;
      station.storey = s;
      for (std::size_t i = 0; i < storey.spaces.size(); ++i) {
        if (storey.spaces[i].id == *space) station.space = static_cast<int>(i);
      }
      station.place = *inside;
      station.chance = chance_to_notice(ground_, s, station.space, sight_m_);
      entrances_.push_back(static_cast<int>(stations_.size()));
      stations_.push_back(station);
    }
  }
}

std::vector<int> PlaceFinder::fitting(const PlaceQuery& query) {
  if (query.is_entrance) return entrances_;
  std::vector<int> found;
  for (int s = 0; s < static_cast<int>(ground_.building.storeys.size()); ++s) {
    const Storey& storey = *ground_.building.storeys[at(s)];
    for (int i = 0; i < static_cast<int>(storey.spaces.size()); ++i) {
      if (!fits(query, storey.spaces[at(i)], ground_.building)) continue;
      if (const int station = station_of(s, i); station >= 0) found.push_back(station);
    }
  }
  return found;
}

// Parts of the floor without a way between them.
void PlaceFinder::find_components() {
  const WalkNetwork& network = ground_.network;
  component_.assign(network.nodes.size(), -1);
  std::int32_t count = 0;
  for (std::size_t first = 0; first < component_.size(); ++first) {
    if (component_[first] >= 0) continue;
    std::vector<std::int32_t> stack{static_cast<std::int32_t>(first)};
    component_[first] = count;
    while (!stack.empty()) {
      const std::int32_t node = stack.back();
      stack.pop_back();
      for (std::int32_t i = network.start[at(node)]; i < network.start[at(node) + 1]; ++i) {
        const WalkNetwork::Link& link = network.links[at(network.at[at(i)])];
        const std::int32_t other = link.from == node ? link.to : link.from;
        if (component_[at(other)] >= 0) continue;
        component_[at(other)] = count;
        stack.push_back(other);
      }
    }
    ++count;
  }
}

// A closed room has no node: it is a part of its own.
int PlaceFinder::component_of(int station) const {
  const WalkNetwork& network = ground_.network;
  const auto nodes = network.nodes_in(network.cell_at(stations_[at(station)].place));
  return nodes.empty() ? -1 - station : component_[at(nodes.front())];
}

bool PlaceFinder::is_way(int from, int to) const {
  return from == to || component_of(from) == component_of(to);
}

const std::vector<double>& PlaceFinder::lengths_from(int station) {
  std::vector<double>& known = lengths_[station];
  if (known.size() < stations_.size()) {
    std::vector<Place> places;
    for (const Station& to : stations_) places.push_back(to.place);
    known = walking_distances(ground_.on_foot, stations_[at(station)].place, places);
  }
  return known;
}

int PlaceFinder::nearest(const std::vector<int>& candidates, int to) {
  std::vector<int> reachable;
  for (const int candidate : candidates) {
    if (is_way(candidate, to)) reachable.push_back(candidate);
  }
  if (reachable.size() <= 1) return reachable.empty() ? -1 : reachable.front();
  int best = -1;
  double least = kNoWay;
  for (const int candidate : reachable) {
    const double length = candidate == to ? 0 : lengths_from(candidate)[at(to)];
    if (length < least) {
      least = length;
      best = candidate;
    }
  }
  return best >= 0 ? best : reachable.front();
}

}  // namespace trefpunt
