// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/walk.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <queue>

#include "base/index.h"
#include "plan/barriers.h"
#include "space/floor_graph.h"
#include "space/links.h"
#include "space/narrow_gaps.h"

namespace trefpunt {

namespace {

bool passes(const Walker& walker, const Door& door) {
  if (!walker.opens_controlled && door.lock == Lock::Controlled) return false;
  if (walker.width > 0) {
    if (door.clear_width) {
      if (*door.clear_width < walker.width - 1e-6) return false;
    } else if (door.opening_width() < walker.width - 1e-6) {
      return false;  // the opening is an upper bound
    } else if (!door.is_opening && !walker.unknown_is_open) {
      return false;
    }
  }
  if (walker.max_threshold < 1e8 && !door.is_opening) {
    if (door.threshold_height) return *door.threshold_height <= walker.max_threshold + 1e-6;
    return walker.unknown_is_open;
  }
  return true;
}

bool passes(const Walker& walker, const Link& link) {
  switch (link.kind) {
    case LinkKind::Stairs:
      return walker.takes_stairs;
    case LinkKind::Lift:
      return true;
    case LinkKind::Ramp:
      if (walker.takes_stairs) return true;
      return link.slope ? *link.slope <= 1.0 / 12 + 1e-9 : walker.unknown_is_open;
  }
  return false;
}

double length_of(const Link& link) {
  if (link.kind == LinkKind::Lift) return 0;
  return link.walking_length.value_or(kAssumedStairLength);
}

struct Arc {
  int to;
  double length;
};

}  // namespace

Walker walker() {
  return {};
}

Walker wheelchair_user() {
  Walker user;
  user.width = 0.85;
  user.max_threshold = 0.02;
  user.takes_stairs = false;
  return user;
}

class StoreyWalk {
 public:
  StoreyWalk(std::shared_ptr<const Mesh> mesh, const Layout& layout, const std::vector<bool>& open)
      : floor(std::move(mesh), layout, open) {
    for (int c = 0; c < floor.corner_count(); ++c) {
      std::vector<Arc> seen;
      floor.look_from_corner(c, [&](int corner, double d) { seen.push_back({corner, d}); });
      arcs.push_back(std::move(seen));
    }
  }

  FloorGraph floor;
  std::vector<std::vector<Arc>> arcs;  // per corner, to corners of this storey
};

// Nodes are the corners of all storeys one after another, then the two ends of every link.
class WalkGraph {
 public:
  explicit WalkGraph(std::vector<std::shared_ptr<const StoreyWalk>> all) : storeys(std::move(all)) {
    for (int s = 0; s < static_cast<int>(storeys.size()); ++s) {
      const FloorGraph& floor = storeys[at(s)]->floor;
      first_node.push_back(static_cast<int>(place_of.size()));
      for (int c = 0; c < floor.corner_count(); ++c) place_of.push_back({s, floor.corner(c)});
    }
    corners_ = static_cast<int>(place_of.size());
    link_arcs.resize(place_of.size());
  }

  std::vector<std::shared_ptr<const StoreyWalk>> storeys;
  std::vector<int> first_node;              // per storey
  std::vector<Place> place_of;              // per node
  std::vector<std::vector<Arc>> link_arcs;  // per node: from and to the ends of links

  // What can be seen from a place: nodes with their distance.
  std::vector<Arc> seen_from(const Place& place) const {
    std::vector<Arc> seen;
    const FloorGraph& floor = storeys[at(place.storey)]->floor;
    floor.look(place.at, [&](int corner, double d) {
      seen.push_back({first_node[at(place.storey)] + corner, d});
    });
    for (int n = corners_; n < static_cast<int>(place_of.size()); ++n) {
      if (place_of[at(n)].storey != place.storey) continue;
      if (floor.sees(place.at, place_of[at(n)].at)) {
        seen.push_back({n, distance(place.at, place_of[at(n)].at)});
      }
    }
    return seen;
  }

  void add_link_ends(const std::vector<std::pair<Place, Place>>& ends,
                     const std::vector<double>& lengths) {
    for (std::size_t i = 0; i < ends.size(); ++i) {
      for (const Place& end : {ends[i].first, ends[i].second}) {
        const std::vector<Arc> seen = seen_from(end);
        const int node = static_cast<int>(place_of.size());
        place_of.push_back(end);
        link_arcs.push_back(seen);
        for (const Arc& arc : seen) link_arcs[at(arc.to)].push_back({node, arc.length});
      }
      const int upper = static_cast<int>(place_of.size()) - 1;
      link_arcs[at(upper)].push_back({upper - 1, lengths[i]});
      link_arcs[at(upper - 1)].push_back({upper, lengths[i]});
    }
  }

  // Least lengths from the nearest of some places to every node, and the node before each (-1:
  // straight from a place).
  void search(const std::vector<Place>& from, std::vector<double>& best,
              std::vector<int>& before) const {
    best.assign(place_of.size(), kNoWay);
    before.assign(place_of.size(), -1);
    using Entry = std::pair<double, int>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    for (const Place& place : from) {
      for (const Arc& arc : seen_from(place)) {
        if (arc.length >= best[at(arc.to)]) continue;
        best[at(arc.to)] = arc.length;
        queue.push({arc.length, arc.to});
      }
    }
    while (!queue.empty()) {
      const auto [length, node] = queue.top();
      queue.pop();
      if (length > best[at(node)]) continue;
      const auto follow = [&, from_node = node, so_far = length](const Arc& arc, int to) {
        const double next = so_far + arc.length;
        if (next >= best[at(to)]) return;
        best[at(to)] = next;
        before[at(to)] = from_node;
        queue.push({next, to});
      };
      if (node < corners_) {
        const int storey = place_of[at(node)].storey, first = first_node[at(storey)];
        for (const Arc& arc : storeys[at(storey)]->arcs[at(node - first)]) {
          follow(arc, first + arc.to);
        }
      }
      for (const Arc& arc : link_arcs[at(node)]) follow(arc, arc.to);
    }
  }

  // The last node before `to` on the way there (-1: none, it is in sight), and the whole length.
  std::pair<int, double> arrive(const Place& from, const Place& to,
                                const std::vector<double>& best) const {
    std::pair<int, double> result{-1, kNoWay};
    if (from.storey == to.storey && storeys[at(to.storey)]->floor.sees(from.at, to.at)) {
      return {-1, distance(from.at, to.at)};
    }
    for (const Arc& arc : seen_from(to)) {
      const double whole = best[at(arc.to)] + arc.length;
      if (whole < result.second) result = {arc.to, whole};
    }
    return result;
  }

 private:
  int corners_ = 0;  // nodes before the ends of links
};

std::shared_ptr<const Mesh> wide_enough(const Storey& storey, const Layout& layout, double width) {
  if (width <= 0) return layout.mesh;
  std::vector<Barrier> barriers = storey_barriers(storey, LayoutParameters{}.gap);
  const std::vector<Barrier> furniture = furniture_barriers(storey);
  barriers.insert(barriers.end(), furniture.begin(), furniture.end());
  const std::vector<Barrier> gaps = narrow_gaps(storey, layout, barriers, width);
  barriers.insert(barriers.end(), gaps.begin(), gaps.end());
  return std::make_shared<const Mesh>(triangulate(barriers));
}

std::shared_ptr<const StoreyWalk> make_storey_walk(const Storey& storey, const Layout& layout,
                                                   std::shared_ptr<const Mesh> floor,
                                                   const Walker& who) {
  std::vector<bool> open;
  for (const Door& door : storey.doors) open.push_back(passes(who, door));
  return std::make_shared<const StoreyWalk>(std::move(floor), layout, open);
}

std::shared_ptr<const WalkGraph> make_walk_graph(const Building& building, const Layouts& layouts,
                                                 const Walker& who, Job& job) {
  std::vector<std::shared_ptr<const StoreyWalk>> storeys;
  const int count = static_cast<int>(building.storeys.size());
  for (int s = 0; s < count; ++s) {
    if (!job.step(s, count)) return nullptr;
    const Storey& storey = *building.storeys[at(s)];
    const Layout& layout = *layouts[at(s)];
    storeys.push_back(
        make_storey_walk(storey, layout, wide_enough(storey, layout, who.width), who));
  }
  job.step(count, count);
  return join_storeys(building, layouts, std::move(storeys), who);
}

std::shared_ptr<const WalkGraph> join_storeys(
    const Building& building, const Layouts& layouts,
    std::vector<std::shared_ptr<const StoreyWalk>> storeys, const Walker& who) {
  auto graph = std::make_shared<WalkGraph>(std::move(storeys));
  std::vector<std::pair<Place, Place>> ends;
  std::vector<double> lengths;
  for (const VerticalLink& pair : vertical_links(building)) {
    const Link& lower = building.storeys[at(pair.lower_storey)]->links[at(pair.lower)];
    const Link& upper = building.storeys[at(pair.lower_storey + 1)]->links[at(pair.upper)];
    if (!passes(who, lower) || !passes(who, upper)) continue;
    const auto place = [&](int s, const Link& link) -> std::optional<Place> {
      const Layout& layout = *layouts[at(s)];
      const int t = floor_triangle(layout, link);
      if (t < 0) return std::nullopt;
      const Point middle_point = label_point({link.footprint, {}});
      return Place{s,
                   layout.mesh->locate(middle_point) == t ? middle_point : layout.mesh->centre(t)};
    };
    const auto below = place(pair.lower_storey, lower);
    const auto above = place(pair.lower_storey + 1, upper);
    if (!below || !above) continue;
    ends.emplace_back(*below, *above);
    lengths.push_back(length_of(lower));
  }
  graph->add_link_ends(ends, lengths);
  return graph;
}

std::size_t memory_of(const StoreyWalk& storey) {
  std::size_t bytes = sizeof(StoreyWalk) + storey.floor.memory();
  for (const auto& arcs : storey.arcs) bytes += sizeof(arcs) + arcs.capacity() * sizeof(Arc);
  return bytes;
}

std::size_t memory_of(const WalkGraph& graph) {
  std::size_t bytes = sizeof(WalkGraph) + graph.place_of.size() * sizeof(Place);
  for (const auto& arcs : graph.link_arcs) bytes += sizeof(arcs) + arcs.capacity() * sizeof(Arc);
  return bytes;
}

std::vector<double> walking_distances(const WalkGraph& graph, const Place& from,
                                      const std::vector<Place>& to) {
  std::vector<double> best;
  std::vector<int> before;
  graph.search({from}, best, before);
  std::vector<double> lengths;
  for (const Place& place : to) lengths.push_back(graph.arrive(from, place, best).second);
  return lengths;
}

namespace {

// How a place gets to the nearest goal: past this node, or straight to this goal; both -1: not.
struct FirstLeg {
  int node = -1;
  int goal = -1;
  double length = kNoWay;
};
FirstLeg first_leg(const WalkGraph& graph, const std::vector<Place>& goals,
                   const std::vector<double>& best, const Place& from) {
  FirstLeg leg;
  for (const Arc& arc : graph.seen_from(from)) {
    const double whole = best[at(arc.to)] + arc.length;
    if (whole < leg.length) leg = {arc.to, -1, whole};
  }
  for (int g = 0; g < static_cast<int>(goals.size()); ++g) {
    const Place& goal = goals[at(g)];
    const double straight = distance(from.at, goal.at);
    if (goal.storey != from.storey || straight >= leg.length) continue;
    if (graph.storeys[at(goal.storey)]->floor.sees(goal.at, from.at)) leg = {-1, g, straight};
  }
  return leg;
}

}  // namespace

std::vector<double> distances_to_nearest(const WalkGraph& graph, const std::vector<Place>& goals,
                                         const std::vector<Place>& from) {
  std::vector<double> best;
  std::vector<int> before;
  graph.search(goals, best, before);
  std::vector<double> lengths;
  for (const Place& place : from) lengths.push_back(first_leg(graph, goals, best, place).length);
  return lengths;
}

std::vector<WalkingPath> paths_to_nearest(const WalkGraph& graph, const std::vector<Place>& goals,
                                          const std::vector<Place>& from) {
  std::vector<double> best;
  std::vector<int> before;
  graph.search(goals, best, before);
  std::vector<WalkingPath> paths;
  for (const Place& place : from) {
    const FirstLeg leg = first_leg(graph, goals, best, place);
    std::vector<Place>& path = paths.emplace_back().places;
    paths.back().length = leg.length;
    if (leg.length == kNoWay) continue;
    path.push_back(place);
    if (leg.goal >= 0) path.push_back(goals[at(leg.goal)]);
    for (int node = leg.node; node >= 0; node = before[at(node)]) {
      path.push_back(graph.place_of[at(node)]);
      if (before[at(node)] >= 0) continue;
      // The search began at all goals together: the last leg is to the one that fits its length.
      const Place& last = graph.place_of[at(node)];
      const auto misfit = [&](const Place& goal) {
        if (goal.storey != last.storey) return kNoWay;
        return std::abs(distance(goal.at, last.at) - best[at(node)]);
      };
      path.push_back(
          *std::min_element(goals.begin(), goals.end(),
                            [&](const Place& a, const Place& b) { return misfit(a) < misfit(b); }));
    }
  }
  return paths;
}

std::vector<Place> walking_path(const WalkGraph& graph, const Place& from, const Place& to) {
  std::vector<double> best;
  std::vector<int> before;
  graph.search({from}, best, before);
  const auto [last, length] = graph.arrive(from, to, best);
  if (length == kNoWay) return {};
  std::vector<Place> path{to};
  for (int node = last; node >= 0; node = before[at(node)])
    path.push_back(graph.place_of[at(node)]);
  path.push_back(from);
  std::reverse(path.begin(), path.end());
  return path;
}

std::optional<Place> in_front_of(const Building& building, const Layouts& layouts, int storey,
                                 int door, SpaceId space) {
  const Door& what = building.storeys[at(storey)]->doors[at(door)];
  const Layout& layout = *layouts[at(storey)];
  const DoorSides& sides = layout.doors[at(door)];
  const bool is_left = sides.left.space == space;
  if (!is_left && sides.right.space != space) return std::nullopt;
  const Point along = what.b - what.a;
  if (length(along) == 0) return std::nullopt;
  const Point left = (1 / length(along)) * Point{-along.y, along.x};
  const Point inward = is_left ? left : -1.0 * left;
  Point edge = middle(what.a, what.b);
  if (what.footprint.size() == 4) {
    const Point one = middle(what.footprint[0], what.footprint[1]);
    const Point two = middle(what.footprint[2], what.footprint[3]);
    edge = dot(one - two, inward) > 0 ? one : two;
  }
  const int region = is_left ? sides.left.region : sides.right.region;
  for (const double step : {0.001, 0.03, 0.1, 0.25}) {
    const Point p = edge + step * inward;
    const int t = layout.mesh->locate(p);
    if (t >= 0 && layout.region[at(t)] == region && !layout.is_furniture[at(t)]) {
      return Place{storey, p};
    }
  }
  return std::nullopt;
}

}  // namespace trefpunt
