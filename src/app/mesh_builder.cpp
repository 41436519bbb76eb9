// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mesh_builder.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geom/triangulate.h"
#include "report/drawing_legend.h"

namespace trefpunt {

namespace {

constexpr Rgb kPane = 0xe3eef5;

// A fan from the first corner covers the ring.
bool is_convex(const Ring& ring) {
  bool turns_left = false, turns_right = false;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point a = ring[i], b = ring[(i + 1) % ring.size()], c = ring[(i + 2) % ring.size()];
    const double turn = cross(b - a, c - b);
    turns_left = turns_left || turn > 0;
    turns_right = turns_right || turn < 0;
  }
  // A star turns one way too; houses have few corners.
  return !(turns_left && turns_right) && ring.size() <= 5;
}

void add_segments(std::vector<Segment>& segments, const Ring& ring) {
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point next = ring[(i + 1) % ring.size()];
    if (next != ring[i]) segments.push_back({ring[i], next});
  }
}

}  // namespace

Rgb greyed(Rgb rgb) {
  const auto mix = [](Rgb a) { return (a + 2 * 0xd8) / 3; };
  return mix(rgb >> 16 & 255) << 16 | mix(rgb >> 8 & 255) << 8 | mix(rgb & 255);
}

Point unit_vector(Point v) {
  const double l = length(v);
  return l > 0 ? Point{v.x / l, v.y / l} : Point{1, 0};
}

void MeshBuilder::vertex(Point p, Point aside, const Paint& paint) {
  mesh_.vertices.push_back({static_cast<float>(p.x - mesh_.origin.x),
                            static_cast<float>(p.y - mesh_.origin.y), static_cast<float>(aside.x),
                            static_cast<float>(aside.y), paint.fill, paint.ink,
                            static_cast<float>(paint.hatch)});
}

void MeshBuilder::triangle(Point a, Point b, Point c, const Paint& paint) {
  for (const Point p : {a, b, c}) vertex(p, {}, paint);
}

void MeshBuilder::quad(const Ring& ring, const Paint& paint) {
  for (std::size_t i = 2; i < ring.size(); ++i) triangle(ring[0], ring[i - 1], ring[i], paint);
}

void MeshBuilder::polygon(const Polygon& polygon, const Paint& paint) {
  if (polygon.outer.size() < 3) return;
  if (polygon.holes.empty() && is_convex(polygon.outer)) return quad(polygon.outer, paint);
  std::vector<Segment> segments;
  add_segments(segments, polygon.outer);
  for (const Ring& hole : polygon.holes) add_segments(segments, hole);
  const RawMesh mesh = triangulate_raw(segments);
  for (const RawMesh::Triangle& one : mesh.triangles) {
    const auto at = [&](int i) {
      return mesh.points[static_cast<std::size_t>(one.corner[static_cast<std::size_t>(i)])];
    };
    const Point a = at(0), b = at(1), c = at(2);
    const Point heart{(a.x + b.x + c.x) / 3, (a.y + b.y + c.y) / 3};
    if (contains(polygon, heart)) triangle(a, b, c, paint);
  }
}

void MeshBuilder::line(Point a, Point b, double width, Rgb rgb) {
  const Point d = unit_vector(b - a);
  const Point side = (width / 2) * Point{-d.y, d.x};
  const Point back = -1.0 * side;
  const Paint paint{rgb};
  vertex(a, side, paint), vertex(a, back, paint), vertex(b, side, paint);
  vertex(b, side, paint), vertex(a, back, paint), vertex(b, back, paint);
}

void MeshBuilder::lines(const std::vector<Point>& points, bool is_closed, double width, Rgb rgb) {
  for (std::size_t i = 0; i + 1 < points.size(); ++i) line(points[i], points[i + 1], width, rgb);
  if (is_closed && points.size() > 2) line(points.back(), points.front(), width, rgb);
}

void MeshBuilder::dashes(const Line& points, double dash, double width, Rgb rgb) {
  double walked = 0;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const double part = distance(points[i], points[i + 1]);
    const Point along = unit_vector(points[i + 1] - points[i]);
    for (double at = 0; at < part;) {
      const double phase = std::fmod(walked + at, 2 * dash);
      const bool is_drawn = phase < dash;
      const double end = std::min(part, at + std::max(0.01, (is_drawn ? dash : 2 * dash) - phase));
      if (is_drawn) line(points[i] + at * along, points[i] + end * along, width, rgb);
      at = end;
    }
    walked += part;
  }
}

void MeshBuilder::double_line(Point a, Point b) {
  line(a, b, 4.5, kGlassColour);
  line(a, b, 2.2, kPane);
}

void MeshBuilder::disc(Point centre, double radius, Rgb rgb) {
  constexpr int kSides = 10;
  Ring ring;
  for (int i = 0; i < kSides; ++i) {
    const double angle = 2 * std::numbers::pi * i / kSides;
    ring.push_back(centre + radius * Point{std::cos(angle), std::sin(angle)});
  }
  quad(ring, {rgb});
}

void MeshBuilder::dot(Point centre, double radius, int sides, Rgb rgb) {
  const auto corner = [&](int i) {
    const double angle = std::numbers::pi * (0.5 + 2.0 * i / sides);
    return radius * Point{std::cos(angle), std::sin(angle)};
  };
  for (int i = 2; i < sides; ++i) {
    for (const int k : {0, i - 1, i}) vertex(centre, corner(k), {rgb});
  }
}

}  // namespace trefpunt
