// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/dxf_gaps.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>

#include "geom/mesh.h"
#include "io/dxf_segments.h"
#include "plan/barriers.h"

namespace trefpunt {

namespace {

constexpr double kThinnestEnd = 0.02, kThickestEnd = 0.95;  // m, a wall's end
constexpr double kTouch = 0.005;                            // m
constexpr double kDoorway = 0.3;                            // m: a narrower gap is a crack
constexpr double kAlong = 0.05;                             // m: a face that less of it touches
constexpr double kNiche = 4.0;                              // m2: a smaller one is no room

std::size_t at_index(int i) {
  return static_cast<std::size_t>(i);
}

// Where a wall stops: the points of its end (twice the same for a single line), and which way on.
struct WallEnd {
  Point p, q;
  Point outward;
};

struct Gap {
  WallEnd end;
  Point p_there, q_there;
  double width = 0;
};

// Every line that stops a walker, with those of walls first.
struct Lines {
  SegmentIndex index;
  int walls = 0;  // segments below this number are walls

  explicit Lines(const Storey& storey) {
    for (const Wall& wall : storey.walls) index.add_line(wall.points, wall.is_closed);
    walls = static_cast<int>(index.segments().size());
    for (const Door& door : storey.doors) add(door.a, door.b, door.footprint);
    for (const Window& window : storey.windows) add(window.a, window.b, window.footprint);
  }
  void add(Point a, Point b, const Ring& footprint) {
    if (footprint.empty()) {
      index.add({a, b});
    } else {
      index.add_line(footprint, true);
    }
  }
};

// The side of the segment on which the lines at its end p run on, perpendicular to it: +1 or -1;
// 0: none, or both.
int side_of_neighbours(const Lines& lines, int segment, Point p) {
  const Segment& s = lines.index.segments()[at_index(segment)];
  const Point d = (1 / distance(s.a, s.b)) * (s.b - s.a);
  const Point n{-d.y, d.x};
  Box box;
  box.add(p);
  const Point onward = distance(p, s.a) < distance(p, s.b) ? -1.0 * d : d;
  bool plus = false, minus = false;
  for (const int i : lines.index.near(box.grown(kTouch))) {
    if (i == segment) continue;
    const Segment& other = lines.index.segments()[at_index(i)];
    if (distance(p, other) > kTouch) continue;
    for (const Point far : {other.a, other.b}) {
      const double across = dot(far - p, n);
      // A face that runs on past its corner is a side of the wall, not its end.
      if (std::abs(across) <= kTouch * 2 && dot(far - p, onward) > kTouch * 2) return 0;
      if (std::abs(across) > kTouch * 2) (across > 0 ? plus : minus) = true;
    }
  }
  return plus == minus ? 0 : plus ? 1 : -1;
}

std::vector<WallEnd> wall_ends(const Lines& lines) {
  std::vector<WallEnd> ends;
  for (int i = 0; i < lines.walls; ++i) {
    const Segment& s = lines.index.segments()[at_index(i)];
    const double size = distance(s.a, s.b);
    const Point d = (1 / size) * (s.b - s.a);
    if (size >= kThinnestEnd && size <= kThickestEnd) {
      const int side = side_of_neighbours(lines, i, s.a);
      if (side != 0 && side == side_of_neighbours(lines, i, s.b)) {
        const Point n{-d.y, d.x};
        ends.push_back({s.a, s.b, -static_cast<double>(side) * n});
      }
    }
    for (const auto& [end, outward] : {std::pair{s.a, -1.0 * d}, std::pair{s.b, d}}) {
      Box box;
      box.add(end);
      int touching = 0;
      for (const int k : lines.index.near(box.grown(kTouch))) {
        if (distance(end, lines.index.segments()[at_index(k)]) <= kTouch) ++touching;
      }
      if (touching == 1) ends.push_back({end, end, outward});
    }
  }
  return ends;
}

// From slightly inside the end's corners, so that a line that starts at the corner does not count.
std::optional<Gap> gap_at(const Lines& lines, const WallEnd& end, double max_width) {
  const double start = 2 * kTouch;
  const double inset = std::min(0.002, distance(end.p, end.q) / 4);
  const Point across =
      distance(end.p, end.q) > 0 ? (1 / distance(end.p, end.q)) * (end.q - end.p) : Point{0, 0};
  Gap gap{end, {}, {}, 0};
  for (const bool first : {true, false}) {
    const Point corner = first ? end.p + inset * across : end.q - inset * across;
    const auto hit =
        lines.index.first_hit(corner + start * end.outward, end.outward, max_width - start);
    if (!hit || hit->segment >= lines.walls) return std::nullopt;
    const Segment& met = lines.index.segments()[at_index(hit->segment)];
    Point there = hit->at - (first ? inset : -inset) * across;
    for (const Point vertex : {met.a, met.b}) {
      if (distance(vertex, there) < 0.02) there = vertex;
    }
    (first ? gap.p_there : gap.q_there) = snap(there);
    gap.width = std::max(gap.width, hit->distance + start);
    if (end.p == end.q) {
      gap.q_there = gap.p_there;
      break;
    }
  }
  const double p_width = distance(end.p, gap.p_there), q_width = distance(end.q, gap.q_there);
  if (std::abs(p_width - q_width) > 0.3 || std::min(p_width, q_width) < 2 * kTouch) {
    return std::nullopt;
  }
  return gap;
}

std::vector<Gap> gaps_of(const Lines& lines, double max_width) {
  std::vector<Gap> gaps;
  for (const WallEnd& end : wall_ends(lines)) {
    const auto gap = gap_at(lines, end, max_width);
    if (!gap) continue;
    const Point centre = middle(middle(gap->end.p, gap->end.q), middle(gap->p_there, gap->q_there));
    const bool twice = std::any_of(gaps.begin(), gaps.end(), [&](const Gap& other) {
      return distance(centre, middle(middle(other.end.p, other.end.q),
                                     middle(other.p_there, other.q_there))) < 0.1;
    });
    if (!twice) gaps.push_back(*gap);
  }
  // Wide ones first: they are the likeliest to be meant open.
  std::stable_sort(gaps.begin(), gaps.end(),
                   [](const Gap& a, const Gap& b) { return a.width > b.width; });
  return gaps;
}

// Faces that grow together where a gap stays open.
struct Merged {
  std::vector<int> parent;
  std::vector<bool> outside;
  std::vector<int> stamps;
  std::vector<double> area;

  int find(int i) {
    while (parent[at_index(i)] != i)
      i = parent[at_index(i)] = parent[at_index(parent[at_index(i)])];
    return i;
  }
  bool may_join(int a, int b) {
    a = find(a), b = find(b);
    if (a == b) return true;
    if (stamps[at_index(a)] > 0 && stamps[at_index(b)] > 0) return false;
    if (outside[at_index(a)] == outside[at_index(b)]) return true;
    const int inner = outside[at_index(a)] ? b : a;
    return stamps[at_index(inner)] == 0 && area[at_index(inner)] < kNiche;
  }
  void join(int a, int b) {
    a = find(a), b = find(b);
    if (a == b) return;
    parent[at_index(b)] = a;
    outside[at_index(a)] = outside[at_index(a)] || outside[at_index(b)];
    stamps[at_index(a)] += stamps[at_index(b)];
    area[at_index(a)] += area[at_index(b)];
  }
};

Merged merged_faces(const Mesh& mesh, const Components& faces, const std::vector<Point>& stamps) {
  Merged merged;
  merged.parent.resize(at_index(faces.count));
  std::iota(merged.parent.begin(), merged.parent.end(), 0);
  merged.outside.assign(at_index(faces.count), false);
  merged.stamps.assign(at_index(faces.count), 0);
  merged.area.assign(at_index(faces.count), 0);
  for (int t = 0; t < static_cast<int>(mesh.triangles.size()); ++t) {
    const std::size_t face = at_index(faces.of[at_index(t)]);
    merged.area[face] += mesh.area(t);
    for (const int next : mesh.triangles[at_index(t)].neighbour) {
      if (next < 0) merged.outside[face] = true;
    }
  }
  for (const Point p : stamps) {
    const int t = mesh.locate(p);
    // A text beside the building names nothing.
    if (t >= 0 && !merged.outside[at_index(faces.of[at_index(t)])]) {
      ++merged.stamps[at_index(faces.of[at_index(t)])];
    }
  }
  return merged;
}

}  // namespace

void close_gaps(Storey& storey, const std::vector<Point>& stamps, double max_width, double crack,
                std::vector<Finding>& findings) {
  const Lines lines(storey);
  const std::vector<Gap> gaps = gaps_of(lines, max_width);
  if (gaps.empty()) return;
  std::vector<Barrier> barriers = storey_barriers(storey, crack);
  for (int g = 0; g < static_cast<int>(gaps.size()); ++g) {
    const Gap& gap = gaps[at_index(g)];
    barriers.push_back({{gap.end.p, gap.p_there}, EdgeKind::Boundary, g});
    if (gap.end.p != gap.end.q)
      barriers.push_back({{gap.end.q, gap.q_there}, EdgeKind::Boundary, g});
  }
  const Mesh mesh = triangulate(barriers);
  const Components faces = components(mesh, [&](int t, int i) {
    return mesh.triangles[at_index(t)].edge[at_index(i)] == EdgeKind::Free;
  });
  std::vector<std::map<int, double>> touched(gaps.size());  // face -> metres of the gap's lines
  for (int t = 0; t < static_cast<int>(mesh.triangles.size()); ++t) {
    const Mesh::Triangle& triangle = mesh.triangles[at_index(t)];
    for (std::size_t i = 0; i < 3; ++i) {
      if (triangle.edge[i] != EdgeKind::Boundary || triangle.owner[i] < 0) continue;
      touched[at_index(triangle.owner[i])][faces.of[at_index(t)]] += distance(
          mesh.at(t, static_cast<int>((i + 1) % 3)), mesh.at(t, static_cast<int>((i + 2) % 3)));
    }
  }
  Merged merged = merged_faces(mesh, faces, stamps);
  int closed = 0;
  std::optional<Point> place;
  for (std::size_t g = 0; g < gaps.size(); ++g) {
    std::vector<int> sides;
    for (const auto& [face, along] : touched[g]) {
      if (along > std::min(kAlong, gaps[g].width / 4)) sides.push_back(face);
    }
    bool open = true;
    for (std::size_t i = 0; i < sides.size(); ++i) {
      for (std::size_t k = i + 1; k < sides.size(); ++k) {
        open = open && merged.may_join(sides[i], sides[k]);
      }
    }
    if (open) {
      for (std::size_t i = 1; i < sides.size(); ++i) merged.join(sides[0], sides[i]);
      continue;
    }
    const Gap& gap = gaps[g];
    ++closed;
    if (!place) place = middle(gap.end.p, gap.p_there);
    const bool is_thick = gap.end.p != gap.end.q;
    if (gap.width < kDoorway) {
      Wall piece;
      piece.points = {gap.end.p, gap.p_there};
      storey.walls.push_back(piece);
      piece.points = {gap.end.q, gap.q_there};
      if (is_thick) storey.walls.push_back(piece);
      continue;
    }
    Door door;
    door.is_opening = true;
    door.a = snap(middle(gap.end.p, gap.end.q));
    door.b = snap(middle(gap.p_there, gap.q_there));
    if (is_thick) door.footprint = {gap.end.p, gap.p_there, gap.q_there, gap.end.q};
    storey.doors.push_back(std::move(door));
  }
  if (closed == 0) return;
  findings.push_back(
      {finding::kGapsClosed,
       Severity::Warning,
       {closed == 1
            ? "Een gat in een muur, zonder getekende deur, is als doorgang gelezen om een "
              "ruimte te sluiten."
            : fmt::format("{} gaten in muren, zonder getekende deur, zijn als doorgang gelezen "
                          "om ruimten te sluiten.",
                          closed),
        closed == 1
            ? "A gap in a wall, without a door drawn, was read as an opening to close a space."
            : fmt::format("{} gaps in walls, without a door drawn, were read as openings to close "
                          "spaces.",
                          closed)},
       "",
       "",
       place});
}

}  // namespace trefpunt
