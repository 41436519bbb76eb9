// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/seen_from.h"

#include <algorithm>
#include <cmath>

#include "geom/mesh.h"

namespace trefpunt {

namespace {

struct Region {
  Ring ring;
  Box box;
};

Region region_of(const Isovist& isovist) {
  Region region;
  for (std::size_t i = 0; i < isovist.corners.size(); ++i) {
    region.ring.push_back(snap(isovist.corner(i)));
  }
  region.box = box_of(region.ring);
  return region;
}

// The floor within at least `least` of the regions. The plane is cut along all their edges, so
// that each triangle lies within a region or beside it; this never fails, however the edges touch.
void cover(const std::vector<Region>& regions, int least, SeenArea& seen) {
  std::vector<Barrier> edges;
  for (const Region& region : regions) {
    for (std::size_t i = 0; i < region.ring.size(); ++i) {
      Point a = region.ring[i], b = region.ring[(i + 1) % region.ring.size()];
      if (b < a) std::swap(a, b);
      if (a != b) edges.push_back({{a, b}, EdgeKind::Wall, -1});
    }
  }
  const auto before = [](const Barrier& x, const Barrier& y) {
    return std::pair(x.segment.a, x.segment.b) < std::pair(y.segment.a, y.segment.b);
  };
  std::sort(edges.begin(), edges.end(), before);
  edges.erase(
      std::unique(edges.begin(), edges.end(),
                  [](const Barrier& x, const Barrier& y) { return x.segment == y.segment; }),
      edges.end());
  const Mesh mesh = triangulate(edges);
  std::vector<bool> is_seen(mesh.triangles.size());
  for (int t = 0; t < static_cast<int>(mesh.triangles.size()); ++t) {
    const Point centre = mesh.centre(t);
    int count = 0;
    for (const Region& region : regions) {
      if (!region.box.contains(centre) || !contains(region.ring, centre)) continue;
      if (++count == least) break;
    }
    if (count < least) continue;
    is_seen[static_cast<std::size_t>(t)] = true;
    seen.area += mesh.area(t);
  }
  if (seen.area > 0) seen.outline = outline(mesh, is_seen);
}

Line viewpoints(const Line& route, double step) {
  Line points;
  for (std::size_t i = 0; i < route.size(); ++i) {
    if (i > 0) {
      const Point from = route[i - 1], along = route[i] - from;
      const int parts = static_cast<int>(std::ceil(length(along) / step - 1e-9));
      for (int k = 1; k < parts; ++k) {
        points.push_back(from + (static_cast<double>(k) / parts) * along);
      }
    }
    if (points.empty() || points.back() != route[i]) points.push_back(route[i]);
  }
  return points;
}

void add(const Isovist& isovist, std::vector<Region>& regions, SeenArea& seen) {
  if (isovist.state != Isovist::State::Seen) {
    ++seen.without;
    return;
  }
  ++seen.viewpoints;
  seen.is_closed = seen.is_closed && isovist.is_closed;
  regions.push_back(region_of(isovist));
}

}  // namespace

Result<SeenArea> seen_from_route(const SightMesh& mesh, const Line& route, double step, Job& job) {
  if (!(step > 0)) {
    return Error{Code::BadInput,
                 {"De afstand tussen kijkpunten moet groter zijn dan 0.",
                  "The distance between viewpoints must be above 0."},
                 {}};
  }
  double metres_long = 0;
  for (std::size_t i = 1; i < route.size(); ++i) metres_long += distance(route[i - 1], route[i]);
  if (!(metres_long / step + static_cast<double>(route.size()) <= kMaxViewpoints)) {
    return Error{Code::BadInput,
                 {"De route krijgt te veel kijkpunten; kies een grotere afstand ertussen.",
                  "The route gets too many viewpoints; choose a larger distance between them."},
                 {}};
  }
  SeenArea seen;
  std::vector<Region> regions;
  IsovistMaker maker;
  Isovist isovist;
  const Line points = viewpoints(route, step);
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!job.step(static_cast<int>(i), static_cast<int>(points.size()))) {
      return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
    }
    maker.make(mesh, micro(points[i]), isovist);
    add(isovist, regions, seen);
  }
  cover(regions, 1, seen);
  return seen;
}

CoVisibility co_visibility(const SightMesh& mesh, Point one, Point other) {
  CoVisibility result;
  std::vector<Region> regions;
  add(make_isovist(mesh, one), regions, result.both);
  add(make_isovist(mesh, other), regions, result.both);
  if (result.both.without > 0) return result;
  const auto from_origin = [&](Point p) {
    const MicroPoint m = micro(p);
    return MicroPoint{m.x - mesh.origin.x, m.y - mesh.origin.y};
  };
  MicroSegment line{from_origin(one), from_origin(other)};
  result.see_each_other = std::none_of(mesh.walls.begin(), mesh.walls.end(),
                                       [&](const MicroSegment& s) { return touch(s, line); });
  cover(regions, 2, result.both);
  return result;
}

}  // namespace trefpunt
