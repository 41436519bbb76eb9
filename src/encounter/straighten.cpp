// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "base/index.h"
#include "encounter/route_graph.h"

namespace trefpunt {

namespace {

constexpr int kSweeps = 100;
constexpr double kFromCorner = 0.25;  // m, or half the edge
constexpr double kUnused = 0.01;      // flow counted where nobody walks
constexpr double kNear = 0.05;        // m: the pull of nearer knots grows no further

struct Pull {
  std::int32_t from = 0, knot = 0;
  double weight = 0;
};

// The pulls on each knot, in order of knots; from equal neighbours as one.
std::vector<Pull> pulls_of(const RouteGraph& graph, const std::vector<double>& flow_of_arc) {
  std::vector<Pull> pulls;
  for (std::size_t a = 0; a < graph.arcs.size(); ++a) {
    const RouteGraph::Arc& arc = graph.arcs[a];
    for (int s = arc.first; s < arc.first + arc.count; ++s) {
      const RouteGraph::Step& step = graph.steps[at(s)];
      if (step.storey < 0) continue;
      const double weight = flow_of_arc[a] + kUnused;
      pulls.push_back({step.to, step.from, weight});
      pulls.push_back({step.from, step.to, weight});
    }
  }
  std::stable_sort(pulls.begin(), pulls.end(),
                   [](const Pull& a, const Pull& b) { return a.knot < b.knot; });
  return pulls;
}

}  // namespace

// Weiszfeld's iteration (Tohoku Mathematical Journal 43, 1937) on all knots at once, so that their
// order does not matter; half its step, with which the sum can only fall.
void straighten(RouteGraph& graph, const std::vector<double>& flow_of_arc) {
  const std::vector<Pull> pulls = pulls_of(graph, flow_of_arc);
  std::vector<Point> now, next;
  for (const RouteGraph::Knot& knot : graph.knots) now.push_back(knot.place.at);
  next = now;
  for (int sweep = 0; sweep < kSweeps; ++sweep) {
    for (std::size_t i = 0; i < pulls.size();) {
      const std::size_t k = at(pulls[i].knot);
      Point sum;
      double weights = 0;
      for (; i < pulls.size() && at(pulls[i].knot) == k; ++i) {
        const Point other = now[at(pulls[i].from)];
        const double weight = pulls[i].weight / std::max(kNear, distance(other, now[k]));
        sum = sum + weight * other;
        weights += weight;
      }
      const Segment& edge = graph.knots[k].across;
      const Point along = edge.b - edge.a;
      const double squared = dot(along, along);
      if (squared == 0) continue;
      const double margin = std::min(0.5, kFromCorner / std::sqrt(squared));
      const double t = dot((1 / weights) * sum - edge.a, along) / squared;
      next[k] = middle(now[k], edge.a + std::clamp(t, margin, 1 - margin) * along);
    }
    std::swap(now, next);
  }
  for (std::size_t k = 0; k < now.size(); ++k) graph.knots[k].place.at = now[k];
  for (RouteGraph::Step& step : graph.steps) {
    if (step.storey >= 0) step.length = distance(now[at(step.from)], now[at(step.to)]);
  }
}

}  // namespace trefpunt
