// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/live_heat.h"

#include <algorithm>

namespace trefpunt {

namespace {

double length_of(const Line& line) {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) sum += distance(line[i], line[i + 1]);
  return sum;
}

}  // namespace

void prepare(LiveHeat& live, std::shared_ptr<const WijkGround> ground, double radius,
             const std::function<void()>& wake) {
  if (auto done = live.starting.take(); done && *done) live.streets = std::move(**done);
  if (live.ground == ground && live.radius == radius) return;
  live.ground = std::move(ground);
  live.radius = radius;
  live.streets.reset();
  live.is_moved = false;
  if (!live.ground || !live.ground->network) return;
  live.starting.start(
      [network = live.ground->network, radius](Job& job) -> Result<std::shared_ptr<LiveStreets>> {
        CentralityOptions options;
        options.radii = {radius};
        options.with_links = true;
        Result<LiveStreets> made = LiveStreets::make(*network, options, job);
        if (!made) return made.error();
        return std::make_shared<LiveStreets>(std::move(*made));
      },
      wake);
}

bool is_busy(const LiveHeat& live) {
  return live.starting.is_running();
}

MovedNetwork moved_network(const StreetNetwork& network, Point from, Point to) {
  MovedNetwork moved{network, {}};
  std::replace(moved.network.junctions.begin(), moved.network.junctions.end(), from, to);
  for (std::size_t i = 0; i < moved.network.links.size(); ++i) {
    StreetLink& link = moved.network.links[i];
    if (std::find(link.shape.begin(), link.shape.end(), from) == link.shape.end()) continue;
    std::replace(link.shape.begin(), link.shape.end(), from, to);
    link.length = length_of(link.shape);
    StreetChange change;
    change.kind = StreetChange::Kind::SetLength;
    change.link = static_cast<int>(i);
    change.length = link.length;
    moved.changes.push_back(change);
  }
  return moved;
}

const StreetValues* values_after(LiveHeat& live, const std::vector<StreetChange>& changes) {
  if (!live.streets) return nullptr;
  live.streets->apply(changes);
  live.is_moved = true;
  return &live.streets->values().front();
}

}  // namespace trefpunt
