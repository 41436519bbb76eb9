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

// The same in parts, to remember what an edit of one storey leaves as it was: the floor that is
// wide enough for a walker, the ways of one storey on it, and the storeys joined by links.
std::shared_ptr<const Mesh> wide_enough(const Storey& storey, const Layout& layout, double width);
class StoreyWalk;
std::shared_ptr<const StoreyWalk> make_storey_walk(const Storey& storey, const Layout& layout,
                                                   std::shared_ptr<const Mesh> floor,
                                                   const Walker& walker);
std::shared_ptr<const WalkGraph> join_storeys(
    const Building& building, const Layouts& layouts,
    std::vector<std::shared_ptr<const StoreyWalk>> storeys, const Walker& walker);

// About how many bytes they hold; a graph without those of its storeys.
std::size_t memory_of(const StoreyWalk& storey);
std::size_t memory_of(const WalkGraph& graph);

// Path lengths in metres from one place to each other place; infinity when there is no way.
// Places in a wall or outside are unreachable.
std::vector<double> walking_distances(const WalkGraph& graph, const Place& from,
                                      const std::vector<Place>& to);

// From each place to the goal that is nearest on foot.
std::vector<double> distances_to_nearest(const WalkGraph& graph, const std::vector<Place>& goals,
                                         const std::vector<Place>& from);

// The ways there: corners from the place to its goal with the storey of each; none without a way.
struct WalkingPath {
  double length = std::numeric_limits<double>::infinity();  // m
  std::vector<Place> places;
};
std::vector<WalkingPath> paths_to_nearest(const WalkGraph& graph, const std::vector<Place>& goals,
                                          const std::vector<Place>& from);

// The way itself: corners from start to goal with the storey of each; empty when there is none.
std::vector<Place> walking_path(const WalkGraph& graph, const Place& from, const Place& to);

// m assumed for one storey of stairs whose walking line is not stated.
inline constexpr double kAssumedStairLength = 8.0;

// A point on the free floor just inside the space, in front of the door's middle.
std::optional<Place> in_front_of(const Building& building, const Layouts& layouts, int storey,
                                 int door, SpaceId space);

inline constexpr double kNoWay = std::numeric_limits<double>::infinity();

}  // namespace trefpunt
