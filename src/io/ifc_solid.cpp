// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/ifc_solid.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "io/polygon_repair.h"

namespace trefpunt {

namespace {

constexpr double kLeastFootprint = 1e-4;  // m2: less is no footprint
constexpr double kJoinEnds = 1e-5;        // m between ends of one outline
constexpr std::size_t kMostSides = 360;   // of a hull that are tried: more are a circle
constexpr double kBesideCorners = 0.000137;
constexpr double kFarthestCorner = 1e7;  // m: no system of coordinates goes further
constexpr double kWidestThing = 2e4;     // m: nothing built is wider

// What a plane cuts out of a flat piece: pairs of places along the cut.
void cut(const Facet& facet, double height, std::vector<Segment>& out) {
  std::vector<Point> at;
  for (const auto& loop : facet.loops) {
    for (std::size_t i = 0; i < loop.size(); ++i) {
      const Vec3& a = loop[i];
      const Vec3& b = loop[(i + 1) % loop.size()];
      if ((a.z < height) == (b.z < height)) continue;
      const double t = (height - a.z) / (b.z - a.z);
      at.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
    }
  }
  if (at.size() < 2) return;
  const auto [low, high] = std::minmax_element(at.begin(), at.end());
  const Point along = *high - *low;
  std::sort(at.begin(), at.end(), [&](Point a, Point b) {
    return dot(a - at.front(), along) < dot(b - at.front(), along);
  });
  for (std::size_t i = 0; i + 1 < at.size(); i += 2) {
    if (distance(at[i], at[i + 1]) > kJoinEnds) out.push_back({at[i], at[i + 1]});
  }
}

// Joins cuts into closed outlines; what stays open is dropped.
std::vector<Ring> rings_of(const std::vector<Segment>& cuts) {
  using Cell = std::pair<long, long>;
  const auto cell = [](Point p) {
    return Cell{std::lround(p.x / (4 * kJoinEnds)), std::lround(p.y / (4 * kJoinEnds))};
  };
  std::map<Cell, std::vector<std::size_t>> ends;
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    ends[cell(cuts[i].a)].push_back(i);
    ends[cell(cuts[i].b)].push_back(i);
  }
  std::vector<bool> is_used(cuts.size(), false);
  const auto next = [&](Point p) -> std::optional<std::size_t> {
    const Cell at = cell(p);
    std::optional<std::size_t> best;
    double nearest = 4 * kJoinEnds;
    for (long dx = -1; dx <= 1; ++dx) {
      for (long dy = -1; dy <= 1; ++dy) {
        const auto found = ends.find({at.first + dx, at.second + dy});
        if (found == ends.end()) continue;
        for (const std::size_t i : found->second) {
          const double away = std::min(distance(p, cuts[i].a), distance(p, cuts[i].b));
          if (!is_used[i] && away < nearest) best = i, nearest = away;
        }
      }
    }
    return best;
  };
  std::vector<Ring> rings;
  for (std::size_t start = 0; start < cuts.size(); ++start) {
    if (is_used[start]) continue;
    is_used[start] = true;
    Ring ring{cuts[start].a, cuts[start].b};
    while (const auto i = next(ring.back())) {
      is_used[*i] = true;
      const Segment& more = cuts[*i];
      ring.push_back(distance(ring.back(), more.a) < distance(ring.back(), more.b) ? more.b
                                                                                   : more.a);
      if (distance(ring.back(), ring.front()) < 4 * kJoinEnds) break;
    }
    if (ring.size() < 4 || distance(ring.back(), ring.front()) >= 4 * kJoinEnds) continue;
    ring.pop_back();
    rings.push_back(std::move(ring));
  }
  return rings;
}

// What a level plane sees of a half space, inside a box: the box cut by a line.
std::vector<Polygon> half_plane(const HalfSpace& half, double height, const Box& box) {
  const auto depth = [&](Point p) { return dot(Vec3{p.x, p.y, height} - half.at, half.outward); };
  const Ring corners{box.low, {box.high.x, box.low.y}, box.high, {box.low.x, box.high.y}};
  Ring kept;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const Point a = corners[i], b = corners[(i + 1) % corners.size()];
    const double in_a = depth(a), in_b = depth(b);
    if (in_a <= 0) kept.push_back(a);
    if ((in_a <= 0) != (in_b <= 0)) kept.push_back(a + (in_a / (in_a - in_b)) * (b - a));
  }
  if (kept.size() < 3) return {};
  std::vector<Polygon> pieces{{std::move(kept), {}}};
  if (half.within.empty()) return pieces;
  return overlaid(pieces, Overlay::Within, half.within).value_or(std::vector<Polygon>{});
}

std::vector<Polygon> boolean_section(const IfcBoolean& boolean, double height) {
  std::vector<Polygon> first = section(boolean.first, height);
  const bool is_union = boolean.kind == IfcBoolean::Kind::Union;
  if (first.empty() && !is_union) return first;
  std::vector<Polygon> second = section(boolean.second, height);
  Box box;
  for (const Polygon& piece : first) box.add(box_of(piece.outer));
  for (const HalfSpace& half : boolean.second.half_spaces) {
    for (Polygon& piece : half_plane(half, height, box.grown(1)))
      second.push_back(std::move(piece));
  }
  const bool is_difference = boolean.kind == IfcBoolean::Kind::Difference;
  if (second.empty()) return is_difference || is_union ? first : second;
  const Overlay how = is_union        ? Overlay::Together
                      : is_difference ? Overlay::Without
                                      : Overlay::Within;
  // An outline that crosses itself: the first body is nearer to the truth than nothing.
  return overlaid(first, how, second).value_or(first);
}

void each_corner(const Solid& solid, const auto& visit) {
  for (const Prism& prism : solid.prisms) {
    for (const Point p : prism.footprint.outer) {
      visit(Vec3{p.x, p.y, prism.low});
      visit(Vec3{p.x, p.y, prism.high});
    }
    for (const Ring& hole : prism.footprint.holes) {
      for (const Point p : hole) visit(Vec3{p.x, p.y, prism.low});
    }
  }
  for (const Facet& facet : solid.facets) {
    for (const auto& loop : facet.loops) {
      for (const Vec3& p : loop) visit(p);
    }
  }
  for (const auto& boolean : solid.booleans) {
    each_corner(boolean->first, visit);
    if (boolean->kind == IfcBoolean::Kind::Union) each_corner(boolean->second, visit);
  }
}

}  // namespace

void Solid::add(const Solid& other) {
  prisms.insert(prisms.end(), other.prisms.begin(), other.prisms.end());
  facets.insert(facets.end(), other.facets.begin(), other.facets.end());
  half_spaces.insert(half_spaces.end(), other.half_spaces.begin(), other.half_spaces.end());
  booleans.insert(booleans.end(), other.booleans.begin(), other.booleans.end());
}

bool is_sane(const Solid& solid) {
  bool is_good = true;
  Box box;
  each_corner(solid, [&](Vec3 p) {
    is_good &= std::abs(p.x) < kFarthestCorner && std::abs(p.y) < kFarthestCorner &&
               std::abs(p.z) < kFarthestCorner;
    box.add(flat(p));
  });
  return is_good && box.width() < kWidestThing && box.height() < kWidestThing;
}

std::optional<std::pair<double, double>> heights(const Solid& solid) {
  double low = 1e300, high = -1e300;
  each_corner(solid, [&](Vec3 p) {
    low = std::min(low, p.z);
    high = std::max(high, p.z);
  });
  if (low > high) return std::nullopt;
  return std::pair{low, high};
}

std::vector<Polygon> section(const Solid& solid, double height) {
  std::vector<Polygon> pieces;
  for (const Prism& prism : solid.prisms) {
    if (prism.low <= height && height <= prism.high) pieces.push_back(prism.footprint);
  }
  std::vector<Segment> cuts;
  // Beside the corners that models put at whole centimetres.
  for (const Facet& facet : solid.facets) cut(facet, height + kBesideCorners, cuts);
  for (Polygon& piece : polygons_of(rings_of(cuts))) pieces.push_back(std::move(piece));
  for (const auto& boolean : solid.booleans) {
    for (Polygon& piece : boolean_section(*boolean, height)) pieces.push_back(std::move(piece));
  }
  return pieces;
}

std::vector<Point> seen_from_above(const Solid& solid) {
  std::vector<Point> points;
  each_corner(solid, [&](Vec3 p) {
    if (points.empty() || points.back() != flat(p)) points.push_back(flat(p));
  });
  return points;
}

Ring convex_hull(std::vector<Point> points) {
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  if (points.size() < 3) return points;
  Ring hull;
  const auto half = [&](auto from, auto to) {
    const std::size_t start = hull.size();
    for (auto at = from; at != to; ++at) {
      while (hull.size() >= start + 2 &&
             cross(hull.back() - hull[hull.size() - 2], *at - hull.back()) <= 0) {
        hull.pop_back();
      }
      hull.push_back(*at);
    }
    hull.pop_back();
  };
  half(points.begin(), points.end());
  half(points.rbegin(), points.rend());
  return hull;
}

Ring smallest_rectangle(const std::vector<Point>& points) {
  const Ring hull = convex_hull(points);
  Ring best;
  double least = 1e300;
  const std::size_t stride = 1 + hull.size() / kMostSides;
  for (std::size_t i = 0; hull.size() >= 3 && i < hull.size(); i += stride) {
    const Point side = hull[(i + 1) % hull.size()] - hull[i];
    const double size = length(side);
    if (size < kJoinEnds) continue;
    const Point u = (1 / size) * side, v{-u.y, u.x};
    Box box;
    for (const Point p : hull) box.add(Point{dot(p, u), dot(p, v)});
    const double covered = box.width() * box.height();
    if (covered >= least) continue;
    least = covered;
    const auto corner = [&](double a, double b) { return a * u + b * v; };
    best = {corner(box.low.x, box.low.y), corner(box.high.x, box.low.y),
            corner(box.high.x, box.high.y), corner(box.low.x, box.high.y)};
  }
  return least > kLeastFootprint ? best : Ring{};
}

std::vector<Polygon> polygons_of(std::vector<Ring> rings) {
  std::erase_if(rings, [](const Ring& ring) {
    return ring.size() < 3 || std::abs(signed_area(ring)) < kLeastFootprint;
  });
  // From large to small, so that what holds a ring comes before it.
  std::stable_sort(rings.begin(), rings.end(), [](const Ring& a, const Ring& b) {
    return std::abs(signed_area(a)) > std::abs(signed_area(b));
  });
  std::vector<Polygon> polygons;
  std::vector<Box> boxes;
  std::vector<int> depth(rings.size(), 0);
  std::vector<std::size_t> polygon_of(rings.size(), 0);
  for (std::size_t i = 0; i < rings.size(); ++i) {
    Ring ring = rings[i];
    if (signed_area(ring) < 0) std::reverse(ring.begin(), ring.end());
    boxes.push_back(box_of(ring));
    std::optional<Point> inside;
    std::optional<std::size_t> holder;
    for (std::size_t k = 0; k < i; ++k) {
      if (!boxes[k].contains(boxes[i].low) || !boxes[k].contains(boxes[i].high)) continue;
      if (!inside) inside = label_point({ring, {}});
      if (contains(rings[k], *inside)) holder = k;  // the smallest that holds it is the last
    }
    depth[i] = holder ? depth[*holder] + 1 : 0;
    if (depth[i] % 2 == 0) {
      polygon_of[i] = polygons.size();
      polygons.push_back({std::move(ring), {}});
    } else {
      polygon_of[i] = polygon_of[*holder];
      std::reverse(ring.begin(), ring.end());
      polygons[polygon_of[i]].holes.push_back(std::move(ring));
    }
  }
  return polygons;
}

}  // namespace trefpunt
