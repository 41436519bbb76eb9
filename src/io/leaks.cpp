// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/leaks.h"

#include <algorithm>
#include <map>
#include <queue>

#include "base/index.h"
#include "io/implied_spaces.h"
#include "plan/barriers.h"

namespace trefpunt {

namespace {

constexpr double kWorthClosing = 2.0;  // m2
constexpr std::size_t kMostLeaks = 100;
constexpr double kWideOpen = 1e9;  // m

// How wide the narrowest gap is on the widest way from the outside to each triangle, and which.
struct Ways {
  std::vector<double> width;   // 0: no way
  std::vector<int> candidate;  // the narrowest gap, or -1
};

Ways widest_ways(const Mesh& mesh, const std::vector<double>& width_of_candidate) {
  Ways ways{std::vector<double>(mesh.triangles.size(), 0),
            std::vector<int>(mesh.triangles.size(), -1)};
  std::priority_queue<std::pair<double, int>> queue;
  for (int t = 0; t < static_cast<int>(mesh.triangles.size()); ++t) {
    const auto& neighbour = mesh.triangles[at(t)].neighbour;
    if (std::find(neighbour.begin(), neighbour.end(), -1) == neighbour.end()) continue;
    ways.width[at(t)] = kWideOpen;
    queue.push({kWideOpen, t});
  }
  while (!queue.empty()) {
    const auto [width, t] = queue.top();
    queue.pop();
    if (width < ways.width[at(t)]) continue;
    const Mesh::Triangle& triangle = mesh.triangles[at(t)];
    for (std::size_t i = 0; i < 3; ++i) {
      const int next = triangle.neighbour[i];
      if (next < 0) continue;
      double through = width;
      int candidate = ways.candidate[at(t)];
      if (triangle.edge[i] == EdgeKind::Furniture) {  // stands for a candidate here
        const double here = width_of_candidate[at(triangle.owner[i])];
        if (here < through) {
          through = here;
          candidate = triangle.owner[i];
        }
      } else if (triangle.edge[i] != EdgeKind::Free) {
        continue;
      }
      if (through <= ways.width[at(next)]) continue;
      ways.width[at(next)] = through;
      ways.candidate[at(next)] = candidate;
      queue.push({through, next});
    }
  }
  return ways;
}

}  // namespace

std::vector<Leak> find_leaks(const Storey& storey, const std::vector<Polygon>& outlines, double gap,
                             double widest) {
  std::vector<Leak> leaks;
  std::vector<Barrier> barriers = storey_barriers(storey, gap);
  std::vector<Barrier> walls;
  for (const Barrier& barrier : barriers) {
    if (barrier.kind != EdgeKind::Boundary) walls.push_back(barrier);
  }
  for (const Polygon& outline : outlines) {  // cut along, stops nobody
    for (std::size_t i = 0; i < outline.outer.size(); ++i) {
      barriers.push_back(
          {{outline.outer[i], outline.outer[(i + 1) % outline.outer.size()]}, EdgeKind::Free, -1});
    }
  }
  std::vector<Segment> candidates;
  std::vector<double> widths;
  for (Barrier candidate : bridges(walls, widest)) {
    candidate.kind = EdgeKind::Furniture;
    candidate.owner = static_cast<int>(candidates.size());
    candidates.push_back(candidate.segment);
    widths.push_back(distance(candidate.segment.a, candidate.segment.b));
    barriers.push_back(candidate);
  }
  const Mesh mesh = triangulate(barriers);
  std::vector<bool> is_inside(mesh.triangles.size(), false);
  for (int t = 0; t < static_cast<int>(mesh.triangles.size()); ++t) {
    const Point centre = mesh.centre(t);
    is_inside[at(t)] = std::any_of(outlines.begin(), outlines.end(), [&](const Polygon& outline) {
      return contains(outline, centre);
    });
  }
  while (leaks.size() < kMostLeaks) {
    const Ways ways = widest_ways(mesh, widths);
    std::map<int, double> area_behind;
    for (int t = 0; t < static_cast<int>(mesh.triangles.size()); ++t) {
      if (is_inside[at(t)] && ways.candidate[at(t)] >= 0 && ways.width[at(t)] > 0) {
        area_behind[ways.candidate[at(t)]] += mesh.area(t);
      }
    }
    int best = -1;
    for (const auto& [candidate, area] : area_behind) {
      if (area >= kWorthClosing && (best < 0 || area > area_behind[best])) best = candidate;
    }
    if (best < 0) break;
    // Closing the narrowest gap may leave a wider one beside it: then that is the next leak.
    leaks.push_back({candidates[at(best)], area_behind[best]});
    widths[at(best)] = 0;
  }
  return leaks;
}

}  // namespace trefpunt
