// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/sight_mesh.h"

#include <algorithm>
#include <cmath>

#include "base/index.h"
#include "geom/triangulate.h"

namespace trefpunt {

namespace {

// A whole number of micrometres, but for the rounding of a crossing.
constexpr double kWhole = 1e-4;

Point plain(MicroPoint p) {  // still micrometres: whole numbers, so predicates are exact
  return {static_cast<double>(p.x), static_cast<double>(p.y)};
}

SightMesh::Vertex vertex(Point p) {
  const MicroPoint place{std::llround(p.x), std::llround(p.y)};
  const Point whole = plain(place);
  if (std::abs(whole.x - p.x) < kWhole && std::abs(whole.y - p.y) < kWhole) p = whole;
  return {place, p.x, p.y};
}

// Where two segments cross, computed from their ends: the triangulation computes it from pieces,
// and how those are cut depends on walls elsewhere. Parallel: false.
bool crossing(const MicroSegment& one, const MicroSegment& other, SightMesh::Vertex& vertex) {
  const Point a = plain(one.a), d = plain(one.b) - a;
  const Point e = plain(other.b) - plain(other.a);
  const double across = cross(d, e);
  if (across == 0) return false;
  const Point p = a + (cross(plain(other.a) - a, e) / across) * d;
  vertex = {{std::llround(p.x), std::llround(p.y)}, p.x, p.y};
  return true;
}

void place_crossings(const RawMesh& raw, SightMesh& mesh) {
  struct At {
    int vertex, segment;
    auto operator<=>(const At&) const = default;
  };
  std::vector<At> through;
  for (const RawMesh::Piece& piece : raw.pieces) {
    if (piece.segment >= static_cast<int>(mesh.walls.size())) continue;
    for (const int v : {piece.from, piece.to}) {
      const SightMesh::Vertex& vertex = mesh.vertices[at(v)];
      const Point whole = plain(vertex.place);
      if (vertex.x != whole.x || vertex.y != whole.y) through.push_back({v, piece.segment});
    }
  }
  std::sort(through.begin(), through.end());
  for (std::size_t i = 0; i < through.size();) {
    const std::size_t first = i;
    bool is_placed = false;
    for (; i < through.size() && through[i].vertex == through[first].vertex; ++i) {
      if (is_placed) continue;
      is_placed =
          crossing(mesh.walls[at(through[first].segment)], mesh.walls[at(through[i].segment)],
                   mesh.vertices[at(through[first].vertex)]);
    }
  }
}

// Which segment lies on the edge between two vertices; of several the first.
class Pieces {
 public:
  Pieces(const std::vector<RawMesh::Piece>& pieces, int walls) {
    for (const RawMesh::Piece& piece : pieces) {
      items_.push_back({std::min(piece.from, piece.to), std::max(piece.from, piece.to),
                        piece.segment < walls ? piece.segment : INT32_MAX});
    }
    std::sort(items_.begin(), items_.end());
  }
  std::int32_t wall(int from, int to) const {
    const std::array<int, 3> key{std::min(from, to), std::max(from, to), 0};
    const auto found = std::lower_bound(items_.begin(), items_.end(), key);
    if (found == items_.end() || (*found)[0] != key[0] || (*found)[1] != key[1]) {
      return SightMesh::kFree;
    }
    return (*found)[2] == INT32_MAX ? SightMesh::kFrame : (*found)[2];
  }

 private:
  std::vector<std::array<int, 3>> items_;  // from, to, segment
};

void fill_buckets(SightMesh& mesh) {
  SightMesh::Buckets& buckets = mesh.buckets;
  const double area = static_cast<double>(mesh.far.x) * static_cast<double>(mesh.far.y);
  const double wanted = std::clamp(2.0 * static_cast<double>(mesh.triangles.size()), 1.0, 1e6);
  buckets.size = std::max<std::int64_t>(1, std::llround(std::sqrt(area / wanted)));
  buckets.columns = static_cast<int>(mesh.far.x / buckets.size) + 1;
  buckets.rows = static_cast<int>(mesh.far.y / buckets.size) + 1;
  struct Range {
    int column, last_column, row, last_row;
  };
  const auto range = [&](const SightMesh::Triangle& triangle) {
    MicroPoint low = mesh.far, high{0, 0};
    for (const std::int32_t corner : triangle.corner) {
      const MicroPoint p = mesh.vertices[at(corner)].place;
      low = {std::min(low.x, p.x), std::min(low.y, p.y)};
      high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    const auto bucket = [&](std::int64_t x) { return static_cast<int>(x / buckets.size); };
    return Range{bucket(low.x), bucket(high.x), bucket(low.y), bucket(high.y)};
  };
  const auto each = [&](auto act) {
    for (int t = 0; t < static_cast<int>(mesh.triangles.size()); ++t) {
      const Range r = range(mesh.triangles[at(t)]);
      for (int row = r.row; row <= r.last_row; ++row) {
        for (int column = r.column; column <= r.last_column; ++column) {
          act(at(row) * at(buckets.columns) + at(column), t);
        }
      }
    }
  };
  buckets.start.assign(at(buckets.columns) * at(buckets.rows) + 1, 0);
  each([&](std::size_t bucket, int) { ++buckets.start[bucket + 1]; });
  for (std::size_t i = 1; i < buckets.start.size(); ++i) buckets.start[i] += buckets.start[i - 1];
  buckets.triangle.resize(at(buckets.start.back()));
  std::vector<std::int32_t> next = buckets.start;
  each([&](std::size_t bucket, int t) { buckets.triangle[at(next[bucket]++)] = t; });
}

}  // namespace

int SightMesh::locate(MicroPoint place) const {
  if (place.x <= 0 || place.y <= 0 || place.x >= far.x || place.y >= far.y) return -1;
  const std::size_t bucket =
      static_cast<std::size_t>(place.y / buckets.size) * at(buckets.columns) +
      static_cast<std::size_t>(place.x / buckets.size);
  for (std::int32_t i = buckets.start[bucket]; i < buckets.start[bucket + 1]; ++i) {
    const std::int32_t t = buckets.triangle[at(i)];
    const auto& corner = triangles[at(t)].corner;
    const MicroPoint a = vertices[at(corner[0])].place, b = vertices[at(corner[1])].place,
                     c = vertices[at(corner[2])].place;
    if (side_of(a, b, place) >= 0 && side_of(b, c, place) >= 0 && side_of(c, a, place) >= 0) {
      return t;
    }
  }
  return -1;  // within a micrometre of a crossing
}

Result<SightMesh> make_sight_mesh(const std::vector<MicroSegment>& sight) {
  SightMesh mesh;
  if (sight.empty()) return mesh;
  MicroPoint low = sight.front().a, high = low;
  for (const MicroSegment& s : sight) {
    low = {std::min({low.x, s.a.x, s.b.x}), std::min({low.y, s.a.y, s.b.y})};
    high = {std::max({high.x, s.a.x, s.b.x}), std::max({high.y, s.a.y, s.b.y})};
  }
  mesh.origin = {low.x - kSightFrame, low.y - kSightFrame};
  mesh.far = {high.x + kSightFrame - mesh.origin.x, high.y + kSightFrame - mesh.origin.y};
  if (mesh.far.x > kReach || mesh.far.y > kReach) {
    return Error{Code::TooLarge,
                 {"De verdieping is breder dan 2 km; daarvoor wordt geen zichtveld berekend.",
                  "The storey is wider than 2 km; no isovist is computed for it."},
                 {}};
  }
  std::vector<Segment> segments;
  for (const MicroSegment& s : sight) {
    mesh.walls.push_back({{s.a.x - mesh.origin.x, s.a.y - mesh.origin.y},
                          {s.b.x - mesh.origin.x, s.b.y - mesh.origin.y}});
    segments.push_back({plain(mesh.walls.back().a), plain(mesh.walls.back().b)});
  }
  const MicroPoint corners[] = {{0, 0}, {mesh.far.x, 0}, mesh.far, {0, mesh.far.y}};
  for (std::size_t i = 0; i < 4; ++i) {
    segments.push_back({plain(corners[i]), plain(corners[(i + 1) % 4])});
  }
  const RawMesh raw = triangulate_raw(segments);
  for (const Point p : raw.points) mesh.vertices.push_back(vertex(p));
  place_crossings(raw, mesh);
  const Pieces pieces(raw.pieces, static_cast<int>(sight.size()));
  mesh.triangles.reserve(raw.triangles.size());
  for (const RawMesh::Triangle& from : raw.triangles) {
    SightMesh::Triangle triangle{from.corner, from.neighbour, {}};
    for (std::size_t i = 0; i < 3; ++i) {
      triangle.wall[i] = pieces.wall(from.corner[(i + 1) % 3], from.corner[(i + 2) % 3]);
    }
    mesh.triangles.push_back(triangle);
  }
  fill_buckets(mesh);
  return mesh;
}

}  // namespace trefpunt
