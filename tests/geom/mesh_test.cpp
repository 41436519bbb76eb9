// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/mesh.h"

#include <catch2/catch.hpp>

using namespace trefpunt;

namespace {

std::vector<Barrier> square(double x, double y, double size) {
  const Point p[] = {{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}};
  std::vector<Barrier> barriers;
  for (int i = 0; i < 4; ++i) barriers.push_back({{p[i], p[(i + 1) % 4]}, EdgeKind::Wall, i});
  return barriers;
}

std::vector<bool> face_of(const Mesh& mesh, Point p) {
  const Components faces = components(mesh, [&](int t, int i) {
    return mesh.triangles[static_cast<std::size_t>(t)].edge[static_cast<std::size_t>(i)] ==
           EdgeKind::Free;
  });
  const int face = faces.of[static_cast<std::size_t>(mesh.locate(p))];
  std::vector<bool> inside;
  for (const int f : faces.of) inside.push_back(f == face);
  return inside;
}

}  // namespace

TEST_CASE("The triangles fill the frame and keep the barriers", "[mesh]") {
  const Mesh mesh = triangulate(square(0, 0, 4));
  double sum = 0;
  for (int t = 0; t < static_cast<int>(mesh.triangles.size()); ++t) {
    CHECK(mesh.area(t) > 0);
    sum += mesh.area(t);
  }
  CHECK(sum == Approx((4 + 2 * kFrame) * (4 + 2 * kFrame)));
  const auto polygons = outline(mesh, face_of(mesh, {2, 2}));
  REQUIRE(polygons.size() == 1);
  CHECK(area(polygons[0]) == Approx(16));
  CHECK(polygons[0].outer.size() == 4);
  CHECK(signed_area(polygons[0].outer) > 0);
}

TEST_CASE("Crossing walls are cut where they cross", "[mesh]") {
  std::vector<Barrier> barriers = square(0, 0, 4);
  barriers.push_back({{{-1, 1}, {5, 3}}, EdgeKind::Wall, 9});
  const Mesh mesh = triangulate(barriers);
  const auto lower = outline(mesh, face_of(mesh, {2, 1}));
  const auto upper = outline(mesh, face_of(mesh, {2, 3}));
  CHECK(area(lower[0]) == Approx(8));
  CHECK(area(upper[0]) == Approx(8));
}

TEST_CASE("Of two lines that coincide the stronger kind wins, in any order", "[mesh]") {
  for (const bool door_first : {true, false}) {
    std::vector<Barrier> barriers = square(0, 0, 4);
    const Barrier door{{{4, 1}, {4, 2}}, EdgeKind::Door, 77};
    barriers.insert(door_first ? barriers.begin() : barriers.end(), door);
    const Mesh mesh = triangulate(barriers);
    int doors = 0;
    for (const auto& triangle : mesh.triangles) {
      for (std::size_t i = 0; i < 3; ++i) {
        if (triangle.edge[i] == EdgeKind::Door && triangle.owner[i] == 77) ++doors;
      }
    }
    CHECK(doors == 2);  // one edge, seen from both its triangles
  }
}

TEST_CASE("A square in a square leaves a hole", "[mesh]") {
  std::vector<Barrier> barriers = square(0, 0, 10);
  const std::vector<Barrier> inner = square(3, 3, 2);
  barriers.insert(barriers.end(), inner.begin(), inner.end());
  const Mesh mesh = triangulate(barriers);
  const auto polygons = outline(mesh, face_of(mesh, {1, 1}));
  REQUIRE(polygons.size() == 1);
  REQUIRE(polygons[0].holes.size() == 1);
  CHECK(area(polygons[0]) == Approx(96));
  CHECK(signed_area(polygons[0].holes[0]) < 0);
}

TEST_CASE("Bridges close gaps up to their width and no wider", "[mesh]") {
  const std::vector<Barrier> apart = {{{{0, 0}, {1, 0}}, EdgeKind::Wall, 0},
                                      {{{1.015, 0}, {2, 0}}, EdgeKind::Wall, 1}};
  CHECK(bridges(apart, 0.02).size() == 2);  // from either end
  CHECK(bridges(apart, 0.01).empty());
  const std::vector<Barrier> touching = {{{{0, 0}, {1, 0}}, EdgeKind::Wall, 0},
                                         {{{1, 0}, {2, 0}}, EdgeKind::Wall, 1}};
  CHECK(bridges(touching, 0.02).empty());
}

TEST_CASE("A line to the moon is not walked along for its gaps", "[mesh]") {
  const std::vector<Barrier> barriers = {{{{0, 0}, {4e12, 0}}, EdgeKind::Wall, 0},
                                         {{{0, 0.01}, {0, 3}}, EdgeKind::Wall, 1}};
  CHECK(bridges(barriers, 0.02).size() == 1);  // from its own end
}

TEST_CASE("A point is located in a triangle that holds it, or nowhere", "[mesh]") {
  const Mesh mesh = triangulate(square(0, 0, 4));
  for (double x = -9.5; x < 14; x += 0.7) {
    for (double y = -9.5; y < 14; y += 0.7) {
      const int t = mesh.locate({x, y});
      REQUIRE(t >= 0);
      const Ring ring{mesh.at(t, 0), mesh.at(t, 1), mesh.at(t, 2)};
      CHECK((contains(ring, {x, y}) || distance({x, y}, Segment{ring[0], ring[1]}) < 1e-9 ||
             distance({x, y}, Segment{ring[1], ring[2]}) < 1e-9 ||
             distance({x, y}, Segment{ring[2], ring[0]}) < 1e-9));
    }
  }
  CHECK(mesh.locate({100, 100}) == -1);
  CHECK(triangulate({}).locate({0, 0}) == -1);
}
