// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/isovist.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/check.h"
#include "base/index.h"

namespace trefpunt {

namespace {

constexpr double kMicro = 1e-6;

// 1: b lies to the left of a, seen from the viewpoint; exact.
int turn(MicroPoint a, MicroPoint b) {
  const std::int64_t left = a.x * b.y, right = a.y * b.x;
  return left > right ? 1 : left < right ? -1 : 0;
}
bool is_upper(MicroPoint p) {
  return p.y > 0 || (p.y == 0 && p.x > 0);
}

}  // namespace

IsovistMaker::Ray IsovistMaker::ray(const SightMesh& mesh, int vertex) const {
  const SightMesh::Vertex& v = mesh.vertices[at(vertex)];
  return {{v.place.x - eye_.x, v.place.y - eye_.y},
          v.x - static_cast<double>(eye_.x),
          v.y - static_cast<double>(eye_.y)};
}

// Where the ray along a vertex meets the edge from `right` to `left`. On the wall's own line, not
// its piece's: so the place does not depend on how others cut it.
Point IsovistMaker::hit(const SightMesh& mesh, int along, int right, int left, int wall) const {
  const Ray to = ray(mesh, along);
  for (const int end : {right, left}) {
    const Ray other = ray(mesh, end);
    if (turn(to.to, other.to) == 0) return {other.x * kMicro, other.y * kMicro};
  }
  double ax, ay, dx, dy;
  if (wall >= 0) {
    const MicroSegment& s = mesh.walls[at(wall)];
    ax = static_cast<double>(s.a.x - eye_.x);
    ay = static_cast<double>(s.a.y - eye_.y);
    dx = static_cast<double>(s.b.x - s.a.x);
    dy = static_cast<double>(s.b.y - s.a.y);
  } else {
    const Ray a = ray(mesh, right), b = ray(mesh, left);
    ax = a.x;
    ay = a.y;
    dx = b.x - a.x;
    dy = b.y - a.y;
  }
  const double s = (ax * dy - ay * dx) / (to.x * dy - to.y * dx) * kMicro;
  return {s * to.x, s * to.y};
}

void IsovistMaker::add_piece(const SightMesh& mesh, const Cone& cone, int right, int left,
                             int wall) {
  pieces_.push_back({hit(mesh, cone.right, right, left, wall),
                     hit(mesh, cone.left, right, left, wall), ray(mesh, cone.right).to, wall});
}

// Goes through every cone on the stack, from right to left.
void IsovistMaker::follow(const SightMesh& mesh) {
  // Far above what sight can pass; only a plan with crossings within a micrometre of each other
  // could lead round in a circle.
  std::size_t left_to_pass = 64 * mesh.triangles.size() + 64;
  while (!cones_.empty()) {
    const Cone cone = cones_.back();
    cones_.pop_back();
    const SightMesh::Triangle& from = mesh.triangles[at(cone.triangle)];
    const std::int32_t right = from.corner[at((cone.edge + 1) % 3)];
    const std::int32_t left = from.corner[at((cone.edge + 2) % 3)];
    const std::int32_t wall = from.wall[at(cone.edge)];
    const std::int32_t next = from.neighbour[at(cone.edge)];
    if (wall != SightMesh::kFree || next < 0 || left_to_pass == 0) {
      add_piece(mesh, cone, right, left, wall);
      continue;
    }
    --left_to_pass;
    const SightMesh::Triangle& to = mesh.triangles[at(next)];
    int apex = 0;  // opposite the edge come through
    while (to.corner[at(apex)] == right || to.corner[at(apex)] == left) ++apex;
    const std::int32_t v = to.corner[at(apex)];
    const MicroPoint place = ray(mesh, v).to;
    const int from_right = turn(ray(mesh, cone.right).to, place);
    const int to_left = turn(place, ray(mesh, cone.left).to);
    // Counter-clockwise: apex, left, right. The edge opposite `left` runs from right to the apex.
    const std::int32_t right_edge = (apex + 1) % 3, left_edge = (apex + 2) % 3;
    if (from_right > 0 && to_left > 0) {
      cones_.push_back({next, left_edge, v, cone.left});
      cones_.push_back({next, right_edge, cone.right, v});
    } else if (from_right <= 0) {
      cones_.push_back({next, left_edge, cone.right, cone.left});
    } else {
      cones_.push_back({next, right_edge, cone.right, cone.left});
    }
  }
}

// False: the viewpoint touches a wall.
bool IsovistMaker::look(const SightMesh& mesh, int triangle) {
  const SightMesh::Triangle& home = mesh.triangles[at(triangle)];
  for (int i = 2; i >= 0; --i) {  // the last pushed is the first followed
    const std::int32_t right = home.corner[at((i + 1) % 3)], left = home.corner[at((i + 2) % 3)];
    const MicroPoint r = ray(mesh, right).to, l = ray(mesh, left).to;
    if (r == MicroPoint{} || l == MicroPoint{}) return false;
    if (turn(r, l) > 0) {
      cones_.push_back({triangle, i, right, left});
      continue;
    }
    if (home.wall[at(i)] != SightMesh::kFree) return false;
    // On this edge: half of all directions lie beyond it.
    const SightMesh::Triangle& other = mesh.triangles[at(home.neighbour[at(i)])];
    int apex = 0;
    while (other.corner[at(apex)] == right || other.corner[at(apex)] == left) ++apex;
    const std::int32_t v = other.corner[at(apex)];
    if (ray(mesh, v).to == MicroPoint{}) return false;
    cones_.push_back({home.neighbour[at(i)], (apex + 2) % 3, v, left});
    cones_.push_back({home.neighbour[at(i)], (apex + 1) % 3, right, v});
  }
  return true;
}

void IsovistMaker::join(Isovist& out) const {
  const std::size_t n = pieces_.size();
  std::size_t first = 0;
  while (first < n &&
         !(is_upper(pieces_[first].ray) && !is_upper(pieces_[(first + n - 1) % n].ray)))
    ++first;
  out.is_closed = true;
  for (std::size_t k = 0; k < n; ++k) {
    const Piece& piece = pieces_[(first + k) % n];
    const Piece& after = pieces_[(first + k + 1) % n];
    const IsovistEdge kind = piece.wall >= 0 ? IsovistEdge::Wall : IsovistEdge::Open;
    if (kind == IsovistEdge::Open) out.is_closed = false;
    // Goes on along the wall it was on: one edge.
    const bool goes_on = !out.edges.empty() && out.edges.back() == kind &&
                         out.walls.back() == piece.wall && piece.wall >= 0 &&
                         pieces_[(first + k + n - 1) % n].to == piece.from;
    if (!goes_on) {
      out.corners.push_back(piece.from);
      out.edges.push_back(kind);
      out.walls.push_back(piece.wall >= 0 ? piece.wall : -1);
    }
    if (piece.to != after.from) {
      out.corners.push_back(piece.to);
      out.edges.push_back(IsovistEdge::Occluding);
      out.walls.push_back(-1);
    }
  }
}

void IsovistMaker::make(const SightMesh& mesh, MicroPoint from, Isovist& out) {
  out.from = metres(from);
  out.state = Isovist::State::Outside;
  out.is_closed = false;
  out.corners.clear();
  out.edges.clear();
  out.walls.clear();
  if (mesh.triangles.empty()) return;
  eye_ = {from.x - mesh.origin.x, from.y - mesh.origin.y};
  if (eye_.x <= 0 || eye_.y <= 0 || eye_.x >= mesh.far.x || eye_.y >= mesh.far.y) return;
  out.state = Isovist::State::OnWall;
  const int home = mesh.locate(eye_);
  cones_.clear();
  pieces_.clear();
  if (home < 0 || !look(mesh, home)) return;
  follow(mesh);
  join(out);
  out.state = Isovist::State::Seen;
}

Isovist make_isovist(const SightMesh& mesh, Point from) {
  Isovist out;
  IsovistMaker().make(mesh, micro(from), out);
  return out;
}

IsovistMeasures measure(const Isovist& isovist) {
  TP_CHECK(isovist.state == Isovist::State::Seen);
  IsovistMeasures m;
  double twice = 0, nearest2 = 1e300, farthest2 = 0;
  Point moment;  // six times the area times the centroid
  for (std::size_t i = 0; i < isovist.corners.size(); ++i) {
    const Point a = isovist.corners[i], b = isovist.corners[isovist.next(i)];
    const Point along = b - a;
    const double length2 = dot(along, along), long_as = std::sqrt(length2);
    const double part = cross(a, b);
    twice += part;
    moment = moment + part * (a + b);
    m.perimeter += long_as;
    if (isovist.edges[i] == IsovistEdge::Occluding) m.occlusivity += long_as;
    farthest2 = std::max(farthest2, dot(a, a));
    if (isovist.edges[i] == IsovistEdge::Side) continue;
    const double s = length2 > 0 ? std::clamp(-dot(a, along) / length2, 0.0, 1.0) : 0;
    const Point near = a + s * along;
    nearest2 = std::min(nearest2, dot(near, near));
  }
  m.area = twice / 2;
  m.min_radial = std::sqrt(nearest2);
  m.max_radial = std::sqrt(farthest2);
  if (m.area <= 0) return m;
  m.compactness = 4 * std::numbers::pi * m.area / (m.perimeter * m.perimeter);
  const Point drift = (1 / (3 * twice)) * moment;
  m.drift_magnitude = std::hypot(drift.x, drift.y);
  m.drift_angle = std::atan2(drift.y, drift.x) * 180 / std::numbers::pi;
  if (m.drift_angle < 0) m.drift_angle += 360;
  return m;
}

}  // namespace trefpunt
