// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/entrances.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/index.h"

namespace trefpunt {

namespace {

const Door& door_of(const Scene& scene, const PublicEntrance& entrance) {
  return scene.building.storeys[at(entrance.storey)]->doors[at(entrance.door)];
}

}  // namespace

std::vector<PublicEntrance> public_entrances(const Scene& scene) {
  std::vector<PublicEntrance> found;
  for (const int e : scene.access.edges_of[0]) {
    const AccessGraph::Edge& edge = scene.access.edges[at(e)];
    if (edge.via != AccessGraph::Via::Door) continue;
    const std::optional<bool> is_public =
        is_public_entrance(scene.building, scene.layouts, edge.storey, edge.index);
    if (is_public == false) continue;
    found.push_back({edge.storey, edge.index, edge.from == 0 ? edge.to : edge.from,
                     is_public ? YesNo::Yes : YesNo::Unknown});
  }
  return found;
}

std::optional<Place> inside_of(const Scene& scene, const PublicEntrance& entrance) {
  const AccessGraph::Node& node = scene.access.nodes[at(entrance.node)];
  if (node.space >= 0) {
    const SpaceId id = scene.building.storeys[at(node.storey)]->spaces[at(node.space)].id;
    return in_front_of(scene.building, scene.layouts, entrance.storey, entrance.door, id);
  }
  // A floor that no space claims: felt for from the middle of the door, on both sides.
  const Door& door = door_of(scene, entrance);
  const Layout& layout = *scene.layouts[at(entrance.storey)];
  const Point along = door.b - door.a;
  if (length(along) == 0) return std::nullopt;
  const Point normal = (1 / length(along)) * Point{-along.y, along.x};
  for (int step = 1; step <= 20; ++step) {
    for (const double side : {0.05, -0.05}) {
      const Point p = middle(door.a, door.b) + (step * side) * normal;
      const int t = layout.mesh->locate(p);
      if (t >= 0 && layout.region[at(t)] == node.region && !layout.is_furniture[at(t)]) {
        return Place{entrance.storey, p};
      }
    }
  }
  return std::nullopt;
}

bool has_certain_entrance(const std::vector<PublicEntrance>& entrances) {
  return std::any_of(entrances.begin(), entrances.end(), [](const PublicEntrance& entrance) {
    return entrance.is_public == YesNo::Yes;
  });
}

NotComputed no_public_entrance() {
  return {{"Het is niet bekend welke buitendeur een ingang voor publiek is.",
           "It is not known which outside door is a public entrance."}};
}

void note_entrances(const Scene& scene, const std::vector<PublicEntrance>& entrances,
                    Outcome& outcome) {
  for (const PublicEntrance& entrance : entrances) {
    const Door& door = door_of(scene, entrance);
    if (entrance.is_public != YesNo::Yes || door.entrance == Entrance::Public) continue;
    outcome.assumptions.push_back(
        {fmt::format("Deur {} telt als ingang voor publiek, omdat hij in een entree of balie "
                     "uitkomt en niet op slot is getekend.",
                     to_string(door.id)),
         fmt::format("Door {} counts as a public entrance, because it leads into an entrance hall "
                     "or reception and is not drawn as locked.",
                     to_string(door.id))});
  }
}

}  // namespace trefpunt
