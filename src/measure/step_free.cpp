// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/step_free.h"

#include <algorithm>

#include "base/index.h"

namespace trefpunt {

namespace {

constexpr double kTolerance = 1e-6;
constexpr double kSteepest = 1.0 / 12;  // as in space/walk.cpp

}  // namespace

std::optional<double> clear_width_of(const Door& door) {
  if (door.clear_width) return door.clear_width;
  if (door.is_opening) return door.opening_width();
  return std::nullopt;
}

YesNo is_step_free(const Door& door) {
  const Walker user = wheelchair_user();
  const double at_most = clear_width_of(door).value_or(door.opening_width());
  if (at_most < user.width - kTolerance) return YesNo::No;
  const YesNo width = clear_width_of(door) ? YesNo::Yes : YesNo::Unknown;
  if (door.is_opening) return width;  // no leaf, no threshold
  if (!door.threshold_height) return YesNo::Unknown;
  return *door.threshold_height <= user.max_threshold + kTolerance ? width : YesNo::No;
}

YesNo is_step_free(const Scene& scene, const AccessGraph::Edge& edge) {
  const Storey& storey = *scene.building.storeys[at(edge.storey)];
  switch (edge.via) {
    case AccessGraph::Via::Door:
      return is_step_free(storey.doors[at(edge.index)]);
    case AccessGraph::Via::Passage: {
      const double width = scene.layouts[at(edge.storey)]->passages[at(edge.index)].width;
      return width < wheelchair_user().width - kTolerance ? YesNo::No : YesNo::Yes;
    }
    case AccessGraph::Via::Stairs:
      return YesNo::No;
    case AccessGraph::Via::Lift:
      return YesNo::Yes;
    case AccessGraph::Via::Ramp:
      break;
  }
  const std::optional<double> slope = storey.links[at(edge.index)].slope;
  if (!slope) return YesNo::Unknown;
  return *slope <= kSteepest + kTolerance ? YesNo::Yes : YesNo::No;
}

std::vector<YesNo> step_free_reach(const Scene& scene, const std::vector<PublicEntrance>& entrances,
                                   const std::vector<bool>& closed) {
  const AccessGraph& graph = scene.access;
  const auto reach = [&](YesNo least) {
    std::vector<int> start;
    for (const PublicEntrance& entrance : entrances) {
      const Door& door = scene.building.storeys[at(entrance.storey)]->doors[at(entrance.door)];
      const YesNo entry = std::min(entrance.is_public, is_step_free(door));
      if (entry >= least && !closed[at(entrance.node)]) start.push_back(entrance.node);
    }
    return reached(graph, start, [&](const AccessGraph::Edge& edge) {
      if (edge.from == 0 || edge.to == 0) return false;  // not out and in again
      if (closed[at(edge.from)] || closed[at(edge.to)]) return false;
      return is_step_free(scene, edge) >= least;
    });
  };
  const std::vector<bool> surely = reach(YesNo::Yes);
  const std::vector<bool> perhaps = reach(YesNo::Unknown);
  std::vector<YesNo> answers(graph.nodes.size(), YesNo::No);
  for (std::size_t n = 0; n < answers.size(); ++n) {
    if (perhaps[n]) answers[n] = surely[n] ? YesNo::Yes : YesNo::Unknown;
  }
  return answers;
}

Text step_free_unknown() {
  return {"Niet overal op de route is de vrije breedte en de drempel van deuren bekend.",
          "The clear width and the threshold of doors are not known everywhere on the way."};
}

}  // namespace trefpunt
