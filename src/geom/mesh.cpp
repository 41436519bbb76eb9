// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/mesh.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "geom/triangulate.h"

namespace trefpunt {

namespace {

double turn(Point a, Point b, Point c) {
  return cross(b - a, c - a);
}

std::uint64_t pair_key(int a, int b) {
  if (a > b) std::swap(a, b);
  return static_cast<std::uint64_t>(a) << 32 | static_cast<std::uint32_t>(b);
}

void fill_buckets(Mesh& mesh) {
  Mesh::Buckets& buckets = mesh.buckets;
  buckets.box = box_of(mesh.points);
  const double cells = std::max<double>(1, static_cast<double>(mesh.triangles.size()) / 2);
  const double size =
      std::max(1e-3, std::sqrt(std::max(1e-9, buckets.box.width() * buckets.box.height()) / cells));
  buckets.columns = std::clamp(static_cast<int>(buckets.box.width() / size) + 1, 1, 2048);
  buckets.rows = std::clamp(static_cast<int>(buckets.box.height() / size) + 1, 1, 2048);
  std::vector<std::vector<int>> lists(static_cast<std::size_t>(buckets.columns * buckets.rows));
  const auto column = [&](double x) {
    return std::clamp(
        static_cast<int>((x - buckets.box.low.x) / buckets.box.width() * buckets.columns), 0,
        buckets.columns - 1);
  };
  const auto row = [&](double y) {
    return std::clamp(
        static_cast<int>((y - buckets.box.low.y) / buckets.box.height() * buckets.rows), 0,
        buckets.rows - 1);
  };
  for (int t = 0; t < static_cast<int>(mesh.triangles.size()); ++t) {
    Box box;
    for (int i = 0; i < 3; ++i) box.add(mesh.at(t, i));
    for (int r = row(box.low.y); r <= row(box.high.y); ++r) {
      for (int c = column(box.low.x); c <= column(box.high.x); ++c) {
        lists[static_cast<std::size_t>(r * buckets.columns + c)].push_back(t);
      }
    }
  }
  buckets.start.push_back(0);
  for (const auto& list : lists) {
    buckets.triangle.insert(buckets.triangle.end(), list.begin(), list.end());
    buckets.start.push_back(static_cast<int>(buckets.triangle.size()));
  }
}

}  // namespace

double Mesh::area(int triangle) const {
  return turn(at(triangle, 0), at(triangle, 1), at(triangle, 2)) / 2;
}

Point Mesh::centre(int triangle) const {
  return (1.0 / 3) * (at(triangle, 0) + at(triangle, 1) + at(triangle, 2));
}

int Mesh::locate(Point p) const {
  if (triangles.empty() || !buckets.box.contains(p)) return -1;
  const int c = std::clamp(
      static_cast<int>((p.x - buckets.box.low.x) / buckets.box.width() * buckets.columns), 0,
      buckets.columns - 1);
  const int r =
      std::clamp(static_cast<int>((p.y - buckets.box.low.y) / buckets.box.height() * buckets.rows),
                 0, buckets.rows - 1);
  const auto cell = static_cast<std::size_t>(r * buckets.columns + c);
  for (int i = buckets.start[cell]; i < buckets.start[cell + 1]; ++i) {
    const int t = buckets.triangle[static_cast<std::size_t>(i)];
    if (turn(at(t, 0), at(t, 1), p) >= 0 && turn(at(t, 1), at(t, 2), p) >= 0 &&
        turn(at(t, 2), at(t, 0), p) >= 0) {
      return t;
    }
  }
  return -1;
}

Mesh triangulate(const std::vector<Barrier>& barriers) {
  Box box;
  std::vector<Segment> segments;
  for (const Barrier& barrier : barriers) {
    segments.push_back(barrier.segment);
    box.add(barrier.segment.a);
    box.add(barrier.segment.b);
  }
  Mesh mesh;
  if (box.empty()) return mesh;
  const Box frame = box.grown(kFrame);
  const Point corners[] = {
      frame.low, {frame.high.x, frame.low.y}, frame.high, {frame.low.x, frame.high.y}};
  for (int i = 0; i < 4; ++i) segments.push_back({corners[i], corners[(i + 1) % 4]});

  const RawMesh raw = triangulate_raw(segments);
  mesh.points = raw.points;
  std::unordered_map<std::uint64_t, std::pair<EdgeKind, int>> kinds;
  for (const RawMesh::Piece& piece : raw.pieces) {
    if (piece.segment >= static_cast<int>(barriers.size())) continue;  // the frame
    const Barrier& barrier = barriers[static_cast<std::size_t>(piece.segment)];
    const auto [at, is_new] =
        kinds.try_emplace(pair_key(piece.from, piece.to), std::pair{barrier.kind, barrier.owner});
    if (!is_new && barrier.kind > at->second.first) at->second = {barrier.kind, barrier.owner};
  }
  mesh.triangles.reserve(raw.triangles.size());
  for (const RawMesh::Triangle& from : raw.triangles) {
    Mesh::Triangle triangle;
    triangle.corner = from.corner;
    triangle.neighbour = from.neighbour;
    for (std::size_t i = 0; i < 3; ++i) {
      const auto kind = kinds.find(pair_key(from.corner[(i + 1) % 3], from.corner[(i + 2) % 3]));
      if (kind == kinds.end()) continue;
      triangle.edge[i] = kind->second.first;
      triangle.owner[i] = kind->second.second;
    }
    mesh.triangles.push_back(triangle);
  }
  fill_buckets(mesh);
  return mesh;
}

// m: a longer one is a slip of the drawing, and walking along it would take for ever.
constexpr double kLongestBarrier = 100'000;

std::vector<Barrier> bridges(const std::vector<Barrier>& barriers, double gap) {
  std::vector<Barrier> found;
  if (gap <= 0) return found;
  // Segments by grid cell, so that an end only looks around itself.
  const double cell = std::max(1.0, 2 * gap);
  std::map<std::pair<long, long>, std::vector<int>> grid;
  const auto cell_of = [&](double x) { return static_cast<long>(std::floor(x / cell)); };
  for (int i = 0; i < static_cast<int>(barriers.size()); ++i) {
    const Segment& s = barriers[static_cast<std::size_t>(i)].segment;
    if (distance(s.a, s.b) > kLongestBarrier) continue;
    // Walk along the segment; a step of half a cell touches every cell within reach.
    const int steps = static_cast<int>(distance(s.a, s.b) / (cell / 2)) + 1;
    std::pair<long, long> last{1L << 60, 0};
    for (int k = 0; k <= steps; ++k) {
      const Point p = s.a + (static_cast<double>(k) / steps) * (s.b - s.a);
      const std::pair here{cell_of(p.x), cell_of(p.y)};
      if (here != last) grid[here].push_back(i);
      last = here;
    }
  }
  std::map<Point, bool> done;
  for (const Barrier& barrier : barriers) {
    for (const Point end : {barrier.segment.a, barrier.segment.b}) {
      if (!done.try_emplace(end, true).second) continue;
      std::map<Point, int> near;  // where on another barrier: one bridge per place
      for (long dx = -1; dx <= 1; ++dx) {
        for (long dy = -1; dy <= 1; ++dy) {
          const auto at = grid.find({cell_of(end.x) + dx, cell_of(end.y) + dy});
          if (at == grid.end()) continue;
          for (const int i : at->second) {
            const Segment& other = barriers[static_cast<std::size_t>(i)].segment;
            const Point there = snap(closest(end, other));
            if (there != end && distance(end, there) < gap && other.a != end && other.b != end) {
              near.try_emplace(there, i);
            }
          }
        }
      }
      for (const auto& [there, i] : near) {
        found.push_back({{end, there}, EdgeKind::Wall, -1});
        static_cast<void>(i);
      }
    }
  }
  return found;
}

std::vector<Polygon> outline(const Mesh& mesh, const std::vector<bool>& inside) {
  // Edges with the set on their left, from corner to corner.
  std::multimap<int, int> next;
  const auto is_in = [&](int t) { return t >= 0 && inside[static_cast<std::size_t>(t)]; };
  for (int t = 0; t < static_cast<int>(mesh.triangles.size()); ++t) {
    if (!is_in(t)) continue;
    const Mesh::Triangle& triangle = mesh.triangles[static_cast<std::size_t>(t)];
    for (std::size_t i = 0; i < 3; ++i) {
      if (is_in(triangle.neighbour[i])) continue;
      next.emplace(triangle.corner[(i + 1) % 3], triangle.corner[(i + 2) % 3]);
    }
  }
  std::vector<Ring> outers, holes;
  while (!next.empty()) {
    // At a corner where the set touches itself, turn as far right as possible: rings stay simple.
    const int first = next.begin()->first;
    int from = first;
    int at = next.begin()->second;
    next.erase(next.begin());
    std::vector<int> ring{from};
    while (at != first) {
      ring.push_back(at);
      auto [low, high] = next.equal_range(at);
      if (low == high) break;  // cannot be: every corner is entered as often as left
      auto best = low;
      const Point back =
          mesh.points[static_cast<std::size_t>(from)] - mesh.points[static_cast<std::size_t>(at)];
      double best_angle = 10;
      for (auto candidate = low; candidate != high; ++candidate) {
        const Point ahead = mesh.points[static_cast<std::size_t>(candidate->second)] -
                            mesh.points[static_cast<std::size_t>(at)];
        double angle = std::atan2(cross(ahead, back), dot(ahead, back));  // from ahead to back, ccw
        if (angle <= 0) angle += 2 * 3.14159265358979323846;
        if (angle < best_angle) {
          best_angle = angle;
          best = candidate;
        }
      }
      from = at;
      at = best->second;
      next.erase(best);
    }
    // Cut loops that pass a corner twice into simple rings.
    std::vector<std::vector<int>> simple;
    std::vector<int> stack;
    std::map<int, std::size_t> seen;
    for (const int corner : ring) {
      if (const auto twice = seen.find(corner); twice != seen.end()) {
        std::vector<int> loop(stack.begin() + static_cast<long>(twice->second), stack.end());
        for (std::size_t k = twice->second + 1; k < stack.size(); ++k) seen.erase(stack[k]);
        stack.resize(twice->second + 1);
        simple.push_back(loop);
        continue;
      }
      seen[corner] = stack.size();
      stack.push_back(corner);
    }
    simple.push_back(stack);
    for (const auto& loop : simple) {
      Ring points;
      for (std::size_t k = 0; k < loop.size(); ++k) {
        const Point before =
            mesh.points[static_cast<std::size_t>(loop[(k + loop.size() - 1) % loop.size()])];
        const Point here = mesh.points[static_cast<std::size_t>(loop[k])];
        const Point after = mesh.points[static_cast<std::size_t>(loop[(k + 1) % loop.size()])];
        const double off = std::abs(turn(before, here, after));
        if (off > 1e-7 * std::max(1e-6, distance(before, after)) || loop.size() <= 3) {
          points.push_back(here);
        }
      }
      if (points.size() < 3) continue;
      (signed_area(points) > 0 ? outers : holes).push_back(points);
    }
  }
  std::vector<Polygon> polygons;
  std::sort(outers.begin(), outers.end(),
            [](const Ring& a, const Ring& b) { return signed_area(a) > signed_area(b); });
  for (Ring& outer : outers) polygons.push_back({std::move(outer), {}});
  for (Ring& hole : holes) {
    // The smallest outer ring around it; an edge middle nudged outwards lies in the set.
    const Point middle_point = middle(hole[0], hole[1]);
    const Point along = hole[1] - hole[0];
    const Point left = (1e-7 / std::max(1e-9, length(along))) * Point{-along.y, along.x};
    for (auto polygon = polygons.rbegin(); polygon != polygons.rend(); ++polygon) {
      if (contains(polygon->outer, middle_point + left)) {
        polygon->holes.push_back(std::move(hole));
        break;
      }
    }
  }
  return polygons;
}

}  // namespace trefpunt
