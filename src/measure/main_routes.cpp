// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/main_routes.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "base/index.h"
#include "measure/places.h"

namespace trefpunt {

namespace {

bool is_goal(Use use) {
  return is_meeting_place(use) || is_private_room(use) || use == Use::AccessibleToilet;
}

void add_leg(Point from, Point to, std::vector<Point>& places) {
  const int steps = std::max(1, static_cast<int>(std::ceil(distance(from, to) / kRouteStep)));
  for (int i = 0; i <= steps; ++i) {
    places.push_back(from + (static_cast<double>(i) / steps) * (to - from));
  }
}

}  // namespace

bool MainRoutes::empty() const {
  return std::all_of(places.begin(), places.end(),
                     [](const std::vector<Point>& storey) { return storey.empty(); });
}

MainRoutes main_routes(const Scene& scene, const std::vector<PublicEntrance>& entrances) {
  std::vector<Place> goals, from;
  for (const PublicEntrance& entrance : entrances) {
    if (entrance.is_public != YesNo::Yes) continue;
    if (const auto inside = inside_of(scene, entrance)) goals.push_back(*inside);
  }
  // Of a room with several doors the one nearest to the entrance is the one people take.
  std::vector<std::pair<std::size_t, std::size_t>> rooms;
  for (const SpaceRef ref : spaces_of(scene, is_goal)) {
    const std::vector<Place> doors = ways_in(scene, ref);
    rooms.emplace_back(from.size(), from.size() + doors.size());
    from.insert(from.end(), doors.begin(), doors.end());
  }
  const auto paths = paths_to_nearest(scene.on_foot, goals, from);
  MainRoutes routes;
  routes.places.resize(scene.building.storeys.size());
  std::set<std::tuple<int, Point, Point>> taken;
  for (const auto& [first, last] : rooms) {
    const auto shortest =
        std::min_element(paths.begin() + static_cast<std::ptrdiff_t>(first),
                         paths.begin() + static_cast<std::ptrdiff_t>(last),
                         [](const auto& a, const auto& b) { return a.length < b.length; });
    if (first == last) continue;
    for (std::size_t i = 1; i < shortest->places.size(); ++i) {
      const Place &a = shortest->places[i - 1], &b = shortest->places[i];
      if (a.storey != b.storey || !taken.emplace(a.storey, a.at, b.at).second) continue;
      add_leg(a.at, b.at, routes.places[at(a.storey)]);
    }
  }
  return routes;
}

}  // namespace trefpunt
