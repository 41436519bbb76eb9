// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/dxf_openings.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace trefpunt {

namespace {

constexpr double kThickest = 0.95;  // m, a facade
constexpr double kInward = 0.2;     // m: a jamb may lie this far inside the drawn opening
constexpr double kAside = 0.45;     // m: the drawn line may lie this far beside its wall
constexpr double kStep = 0.12;      // m: layers of one wall may differ this much at a jamb
constexpr double kAttach = 0.35;    // m
constexpr double kSliver = 0.002;   // m

// The opening's own axes: s along it from its middle, t across.
struct Frame {
  Point origin, u, n;
  double half = 0;

  Frame(Point a, Point b)
      : origin(middle(a, b)),
        u((1 / distance(a, b)) * (b - a)),
        n{-u.y, u.x},
        half(distance(a, b) / 2) {}
  double s(Point p) const { return dot(p - origin, u); }
  double t(Point p) const { return dot(p - origin, n); }
  Point at(double along, double across) const { return origin + (along * u + across * n); }
};

// The direction of the walls around is the opening's own: a swing is drawn a little askew. Turns
// about its first end, at most 8 degrees.
Segment straightened(Point a, Point b, const SegmentIndex& walls, const std::vector<int>& near) {
  const Point u = (1 / distance(a, b)) * (b - a);
  double longest = 0;
  Point along = u;
  for (const int i : near) {
    const Segment& segment = walls.segments()[static_cast<std::size_t>(i)];
    const double size = distance(segment.a, segment.b);
    if (size < 0.02) continue;
    Point d = (1 / size) * (segment.b - segment.a);
    if (std::abs(dot(d, u)) < std::abs(cross(d, u))) d = {-d.y, d.x};
    if (dot(d, u) < 0) d = -1.0 * d;
    // Walls that touch the opening count, however short; those farther off do not.
    const double away = std::min(distance(a, segment), distance(b, segment));
    const double weight = std::min(size, 1.0) / (0.05 + away);
    if (std::abs(cross(d, u)) < 0.14 && weight > longest) {
      longest = weight;
      along = d;
    }
  }
  return {a, a + distance(a, b) * along};
}

// A layer of the wall: the same two jambs over a stretch of t.
struct Band {
  double from, to, left, right;  // left and right as distances from the middle
};

std::vector<double> corners_across(const Frame& frame, const SegmentIndex& walls, double slack,
                                   const std::vector<int>& near) {
  std::vector<double> values;
  for (const int i : near) {
    const Segment& segment = walls.segments()[static_cast<std::size_t>(i)];
    for (const Point p : {segment.a, segment.b}) {
      const double along = std::abs(frame.s(p)), across = frame.t(p);
      if (along >= frame.half - kInward && along <= frame.half + slack + 0.05 &&
          std::abs(across) <= kThickest) {
        values.push_back(across);
      }
    }
  }
  std::sort(values.begin(), values.end());
  values.erase(
      std::unique(values.begin(), values.end(), [](double p, double q) { return q - p < kSliver; }),
      values.end());
  return values;
}

std::vector<Band> bands(const Frame& frame, const SegmentIndex& walls, double slack,
                        const std::vector<double>& across) {
  const double reach = frame.half + slack;
  const double least = std::max(0.05, frame.half - kInward);
  std::vector<Band> found;
  for (std::size_t i = 0; i + 1 < across.size(); ++i) {
    const double t = (across[i] + across[i + 1]) / 2;
    const auto left = walls.first_hit(frame.at(0, t), -1.0 * frame.u, reach);
    const auto right = walls.first_hit(frame.at(0, t), frame.u, reach);
    if (!left || !right || left->distance < least || right->distance < least) continue;
    // A wall ends on one side at least; two long faces are the room beside it.
    const auto height = [&](const SegmentIndex::Hit& hit) {
      const Segment& segment = walls.segments()[static_cast<std::size_t>(hit.segment)];
      return std::abs(frame.t(segment.a) - frame.t(segment.b));
    };
    if (std::min(height(*left), height(*right)) > kThickest) continue;
    Band band{across[i], across[i + 1], left->distance, right->distance};
    if (!found.empty() && found.back().to == band.from &&
        std::abs(found.back().left - band.left) < kStep &&
        std::abs(found.back().right - band.right) < kStep) {
      // The narrower layer is the free passage.
      found.back().to = band.to;
      found.back().left = std::min(found.back().left, band.left);
      found.back().right = std::min(found.back().right, band.right);
    } else {
      found.push_back(band);
    }
  }
  return found;
}

Opening between(const Frame& frame, double from, double to, double left, double right, Fit fit) {
  Opening opening;
  opening.footprint = {frame.at(-left, from), frame.at(right, from), frame.at(right, to),
                       frame.at(-left, to)};
  for (Point& corner : opening.footprint) corner = snap(corner);
  opening.a = snap(middle(opening.footprint[0], opening.footprint[3]));
  opening.b = snap(middle(opening.footprint[1], opening.footprint[2]));
  opening.fit = fit;
  opening.moved = std::abs(left - frame.half) + std::abs(right - frame.half);
  return opening;
}

std::optional<Opening> between_walls(const Frame& frame, const SegmentIndex& walls, double slack,
                                     const std::vector<int>& near) {
  const std::vector<Band> found =
      bands(frame, walls, slack, corners_across(frame, walls, slack, near));
  const Band* best = nullptr;
  double best_aside = kAside;
  for (const Band& band : found) {
    if (band.to - band.from > kThickest) continue;
    const double aside = std::max({0.0, band.from, -band.to});
    if (aside < best_aside ||
        (best != nullptr && aside == best_aside && band.to - band.from > best->to - best->from)) {
      best = &band;
      best_aside = aside;
    }
  }
  if (best == nullptr) return std::nullopt;
  return between(frame, best->from, best->to, best->left, best->right, Fit::Between);
}

// Wall lines that run on past both jambs.
std::optional<Opening> on_wall(const Frame& frame, const SegmentIndex& walls,
                               const std::vector<int>& near) {
  std::vector<double> offsets;
  for (const int i : near) {
    const Segment& segment = walls.segments()[static_cast<std::size_t>(i)];
    const Point d = segment.b - segment.a;
    if (std::abs(cross(frame.u, d)) > 0.03 * length(d)) continue;
    const double from = std::min(frame.s(segment.a), frame.s(segment.b));
    const double to = std::max(frame.s(segment.a), frame.s(segment.b));
    if (from > -frame.half + 0.1 || to < frame.half - 0.1) continue;
    const double share = -frame.s(segment.a) / (frame.s(segment.b) - frame.s(segment.a));
    const double across = frame.t(segment.a + share * d);
    if (std::abs(across) <= kThickest) offsets.push_back(across);
  }
  if (offsets.empty()) return std::nullopt;
  std::sort(offsets.begin(), offsets.end(),
            [](double p, double q) { return std::abs(p) < std::abs(q); });
  const double first = offsets.front();
  if (std::abs(first) > 0.15) return std::nullopt;
  for (const double other : offsets) {
    if (std::abs(other - first) < 0.03 || std::abs(other - first) > 0.6) continue;
    return between(frame, std::min(first, other), std::max(first, other), frame.half, frame.half,
                   Fit::OnWall);
  }
  Opening opening;
  opening.a = snap(frame.at(-frame.half, first));
  opening.b = snap(frame.at(frame.half, first));
  opening.fit = Fit::OnWall;
  return opening;
}

// The wall that a jamb belongs to: straight on first, else whatever is nearest.
std::optional<Point> jamb(Point end, Point outward, const SegmentIndex& walls, double slack) {
  std::optional<SegmentIndex::Hit> best;
  const Point n{-outward.y, outward.x};
  for (const double aside : {0.0, 0.03, -0.03, 0.08, -0.08}) {
    const double back = 0.1;
    const auto hit = walls.first_hit(end + (aside * n - back * outward), outward, back + slack);
    if (hit && (!best || hit->distance < best->distance - 1e-6)) best = hit;
    if (best && aside == 0.0) break;
  }
  const auto nearest = walls.nearest(end, kAttach);
  if (best && (!nearest || distance(best->at, end) < nearest->distance + 0.02)) return best->at;
  if (nearest) return nearest->at;
  return std::nullopt;
}

}  // namespace

Opening fit_opening(Point a, Point b, const SegmentIndex& walls, double slack) {
  Opening opening;
  opening.a = a;
  opening.b = b;
  if (distance(a, b) < 0.01) return opening;
  Box box;
  box.add(a);
  box.add(b);
  const std::vector<int> near = walls.near(box.grown(kThickest + slack));
  if (near.empty()) return opening;
  const Segment straight = straightened(a, b, walls, near);
  const Frame frame(straight.a, straight.b);
  if (auto found = between_walls(frame, walls, slack, near)) return *found;
  if (auto found = on_wall(frame, walls, near)) return *found;
  const auto first = jamb(a, -1.0 * frame.u, walls, slack);
  const auto second = jamb(b, frame.u, walls, slack);
  const double width = distance(a, b);
  if (first && second && distance(*first, *second) < width / 2) return opening;
  if (first) opening.a = snap(*first);
  if (second) opening.b = snap(*second);
  opening.moved = distance(opening.a, a) + distance(opening.b, b);
  opening.fit = first && second ? Fit::Ends : first || second ? Fit::OneEnd : Fit::Loose;
  return opening;
}

}  // namespace trefpunt
