// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <vector>

#include "base/job.h"
#include "space/access_graph.h"

namespace trefpunt {

// Who walks. What is not known (a door's clear width) is decided by `unknown_is_open`, so that a
// caller can ask for both a lower and an upper value.
struct Walker {
  double width = 0;            // m of free passage needed; 0: anything wider than nothing
  double max_threshold = 1e9;  // m
  bool takes_stairs = true;
  bool unknown_is_open = true;   // unknown widths and thresholds
  bool opens_controlled = true;  // may pass doors with a lock
};
Walker walker();           // on foot, any door
Walker wheelchair_user();  // 0.85 m, thresholds to 0.02 m, no stairs (ACC-1, ACC-2)

struct Place {
  int storey = 0;  // index into Building::storeys
  Point at;
};

// The shortest ways over the free floor, exact in the plane of each storey: a taut string around
// corners of walls and furniture. Stairs cost their walking line, lifts nothing.
class WalkGraph;
std::shared_ptr<const WalkGraph> make_walk_graph(const Building& building, const Layouts& layouts,
                                                 const Walker& walker, Job& job);

// About how many bytes it holds.
std::size_t memory_of(const WalkGraph& graph);

// Path lengths in metres from one place to each other place; infinity when there is no way.
// Places in a wall or outside are unreachable.
std::vector<double> walking_distances(const WalkGraph& graph, const Place& from,
                                      const std::vector<Place>& to);

// The way itself: corners from start to goal with the storey of each; empty when there is none.
std::vector<Place> walking_path(const WalkGraph& graph, const Place& from, const Place& to);

// m assumed for one storey of stairs whose walking line is not stated.
inline constexpr double kAssumedStairLength = 8.0;

// A point on the free floor just inside the space, in front of the door's middle.
std::optional<Place> in_front_of(const Building& building, const Layouts& layouts, int storey,
                                 int door, SpaceId space);

inline constexpr double kNoWay = std::numeric_limits<double>::infinity();

}  // namespace trefpunt
