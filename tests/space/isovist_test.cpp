// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/isovist.h"

#include <catch2/catch.hpp>
#include <numbers>

#include "field_plans.h"
#include "space/visibility_oracle.h"

using namespace trefpunt;

namespace {

using Edges = std::vector<IsovistEdge>;

std::vector<MicroSegment> ring(const std::vector<Point>& points) {
  std::vector<MicroSegment> segments;
  for (std::size_t i = 0; i < points.size(); ++i) {
    segments.push_back(micro(points[i], points[(i + 1) % points.size()]));
  }
  return segments;
}
std::vector<MicroSegment> room() {
  return ring({{0, 0}, {4, 0}, {4, 3}, {0, 3}});
}
SightMesh mesh_of(const std::vector<MicroSegment>& segments) {
  return *make_sight_mesh(segments);
}
Isovist isovist_of(const std::vector<MicroSegment>& segments, Point from) {
  return make_isovist(mesh_of(segments), from);
}
std::vector<MicroSegment> random_walls(unsigned seed, double step) {
  return make_sight_scene(random_plan(seed, 9.3, 7.1, 24, step)).sight;
}
std::vector<Point> random_points(unsigned seed, int count) {
  std::mt19937 random(seed);
  std::vector<Point> points;
  for (int i = 0; i < count; ++i) {
    const double x = 0.1 + 9.1 * static_cast<double>(random()) / 4294967296.0;
    const double y = 0.1 + 6.9 * static_cast<double>(random()) / 4294967296.0;
    // Every second one on a lattice, in line with walls and their ends.
    points.push_back(i % 2 ? snap({x, y}) : Point{std::round(x * 4) / 4, std::round(y * 4) / 4});
  }
  return points;
}
void check_same(const IsovistMeasures& one, const IsovistMeasures& other) {
  CHECK(one.area == Approx(other.area).epsilon(1e-9));
  CHECK(one.perimeter == Approx(other.perimeter).epsilon(1e-9));
  CHECK(one.occlusivity == Approx(other.occlusivity).epsilon(1e-9).margin(1e-9));
  CHECK(one.drift_magnitude == Approx(other.drift_magnitude).epsilon(1e-7).margin(1e-9));
  CHECK(one.min_radial == Approx(other.min_radial).epsilon(1e-9));
  CHECK(one.max_radial == Approx(other.max_radial).epsilon(1e-9));
}

}  // namespace

TEST_CASE("The isovist of a convex room is the room") {
  const Isovist isovist = isovist_of(room(), {1, 1});
  REQUIRE(isovist.state == Isovist::State::Seen);
  CHECK(isovist.is_closed);
  CHECK(isovist.corners == std::vector<Point>{{3, 2}, {-1, 2}, {-1, -1}, {3, -1}});
  CHECK(isovist.edges == Edges(4, IsovistEdge::Wall));
  CHECK(isovist.corner(0) == Point{4, 3});
  const IsovistMeasures m = measure(isovist);
  CHECK(m.area == Approx(12));
  CHECK(m.perimeter == Approx(14));
  CHECK(m.compactness == Approx(4 * std::numbers::pi * 12 / 196));
  CHECK(m.occlusivity == 0);
  // Centroid (2, 1.5): a drift of (1, 0.5).
  CHECK(m.drift_magnitude == Approx(std::sqrt(1.25)));
  CHECK(m.drift_angle == Approx(std::atan2(0.5, 1) * 180 / std::numbers::pi));
  CHECK(m.min_radial == Approx(1));
  CHECK(m.max_radial == Approx(std::sqrt(13.0)));
}

TEST_CASE("A whole isovist begins at the first corner from the direction of x") {
  const Isovist diamond = isovist_of(ring({{2, 0}, {0, 2}, {-2, 0}, {0, -2}}), {0, 0});
  REQUIRE(diamond.corners.size() == 4);
  CHECK(diamond.corners.front() == Point{2, 0});
  const Isovist square = isovist_of(room(), {1, 1});
  REQUIRE(square.corners.size() == 4);
  CHECK(square.corners.front() == Point{3, 2});
}

TEST_CASE("In an L the corner hides a triangle behind an occluding edge") {
  // 4 x 4 without its upper right quarter; from (3, 1) the line over the corner (2, 2) meets the
  // top at (1, 3)... and the left wall at (0, 4): the corner of the room itself.
  const auto walls = ring({{0, 0}, {4, 0}, {4, 2}, {2, 2}, {2, 4}, {0, 4}});
  const Isovist isovist = isovist_of(walls, {3, 1});
  const IsovistMeasures m = measure(isovist);
  CHECK(m.area == Approx(12 - 2));  // the triangle (2, 2), (2, 4), (0, 4)
  CHECK(m.occlusivity == Approx(2 * std::sqrt(2.0)));
  CHECK(m.perimeter == Approx(4 + 2 + 2 + 2 * std::sqrt(2.0) + 4));
  CHECK(m.min_radial == Approx(1));
  CHECK(std::count(isovist.edges.begin(), isovist.edges.end(), IsovistEdge::Occluding) == 1);
}

TEST_CASE("The least radial counts the near end of an occluding edge, the greatest its far end") {
  auto walls = room();
  walls.push_back(micro({2, 0}, {2, 1.4}));  // a wall whose end is the nearest thing
  const IsovistMeasures m = measure(isovist_of(walls, {1.5, 1.5}));
  CHECK(m.min_radial == Approx(std::hypot(0.5, 0.1)));
  CHECK(m.max_radial == Approx(std::hypot(2.5, 1.5)));
}

TEST_CASE("Sight that meets nothing makes the isovist open, and it says where") {
  const Isovist corner = isovist_of({micro({0, 0}, {4, 0}), micro({0, 0}, {0, 3})}, {1, 1});
  REQUIRE(corner.state == Isovist::State::Seen);
  CHECK(!corner.is_closed);
  CHECK(std::count(corner.edges.begin(), corner.edges.end(), IsovistEdge::Open) > 0);
  const Isovist outdoors = isovist_of(room(), {5, 1});  // in no room
  CHECK(outdoors.state == Isovist::State::Seen);
  CHECK(!outdoors.is_closed);
  CHECK(isovist_of(room(), {15, 1}).state == Isovist::State::Outside);
  CHECK(isovist_of({}, {1, 1}).state == Isovist::State::Outside);
}

TEST_CASE("A point on a wall, on its end or on a crossing has no isovist") {
  auto walls = room();
  walls.push_back(micro({1, 1}, {3, 2}));
  walls.push_back(micro({1, 2}, {3, 1}));
  for (const Point p : {Point{2, 0}, Point{0, 0}, Point{2, 1.5}, Point{1.4, 1.2}, Point{1, 1}}) {
    CHECK(isovist_of(walls, p).state == Isovist::State::OnWall);
    CHECK(isovist_of(walls, p).corners.empty());
  }
}

TEST_CASE("Segments that repeat, overlap, have no length or stand behind walls change nothing") {
  const IsovistMeasures plain = measure(isovist_of(room(), {1.3, 0.7}));
  auto walls = room();
  walls.push_back(walls.front());
  walls.push_back(micro({1, 0}, {2, 0}));   // on a wall
  walls.push_back(micro({3, 0}, {6, 0}));   // on a wall and past it
  walls.push_back(micro({5, -2}, {5, 9}));  // behind
  walls.push_back(micro({4, 1}, {7, 1}));   // touches from behind
  walls.push_back(micro({9, 9}, {9, 9}));
  const Isovist isovist = isovist_of(walls, {1.3, 0.7});
  CHECK(isovist.is_closed);
  check_same(measure(isovist), plain);
}

TEST_CASE("A gap without width is not seen through, one of a micrometre is") {
  auto walls = room();
  walls.push_back(micro({2, 0}, {2, 1}));
  walls.push_back(micro({2, 1}, {2, 3}));
  CHECK(measure(isovist_of(walls, {1, 1})).area == Approx(6));
  // In line with the viewpoint: one ends below the line of sight, the other begins above it.
  walls = room();
  walls.push_back(micro({2, 0}, {2, 1}));
  walls.push_back(micro({3, 1}, {3, 3}));
  const IsovistMeasures pinched = measure(isovist_of(walls, {1, 1}));
  CHECK(pinched.max_radial < 2.9);
  walls.back() = micro({3, 1.000001}, {3, 3});
  CHECK(measure(isovist_of(walls, {1, 1})).max_radial == Approx(3));
}

TEST_CASE("A wall seen end on hides nothing") {
  auto walls = room();
  walls.push_back(micro({2, 1}, {3, 1}));
  const IsovistMeasures m = measure(isovist_of(walls, {1, 1}));
  CHECK(m.area == Approx(12));
  CHECK(m.occlusivity == Approx(0).margin(1e-12));
}

// m, of the walls that lie on a line through the point.
double length_end_on(const std::vector<MicroSegment>& walls, Point from) {
  double sum = 0;
  for (const MicroSegment& wall : walls) {
    if (side_of(wall.a, wall.b, micro(from)) == 0) sum += distance(metres(wall.a), metres(wall.b));
  }
  return sum;
}

TEST_CASE("Isovists agree with exact visibility by CGAL over random plans") {
  const double step = GENERATE(0.5, 0.25, 0.1, 0.0);
  const auto seed = static_cast<unsigned>(GENERATE(range(1, 7)));
  INFO("seed " << seed << " step " << step);
  const auto walls = random_walls(seed, step);
  const SightMesh mesh = mesh_of(walls);
  const auto points = random_points(seed, 30);
  std::vector<Segment> exact;
  const auto plain = [](MicroPoint p) {
    return Point{static_cast<double>(p.x), static_cast<double>(p.y)};
  };
  for (const MicroSegment& s : walls) exact.push_back({plain(s.a), plain(s.b)});
  const Point corner[] = {{-1e7, -1e7}, {19.3e6, -1e7}, {19.3e6, 17.1e6}, {-1e7, 17.1e6}};
  for (int i = 0; i < 4; ++i) exact.push_back({corner[i], corner[(i + 1) % 4]});
  std::vector<Point> queries;
  for (const Point& p : points) queries.push_back(plain(micro(p)));
  const auto theirs = visibility_oracle(exact, queries);
  int seen = 0, exactly_equal = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    INFO("from " << points[i].x << "," << points[i].y);
    const Isovist isovist = make_isovist(mesh, points[i]);
    REQUIRE((isovist.state == Isovist::State::Seen) == (theirs[i].area > 0));
    if (isovist.state != Isovist::State::Seen) continue;
    ++seen;
    const IsovistMeasures m = measure(isovist);
    CHECK(m.area == Approx(theirs[i].area * 1e-12).epsilon(1e-9));
    // A wall seen exactly end on adds nothing, unless it is cut where it crosses another: the place
    // of the crossing is rounded, and from there on it may be seen by half a micrometre.
    const double perimeter = theirs[i].perimeter * 1e-6;
    const double end_on = 2 * length_end_on(walls, points[i]);
    CHECK(m.perimeter >= Approx(perimeter).epsilon(1e-9));
    CHECK(m.perimeter <= Approx(perimeter + end_on).epsilon(1e-9));
    exactly_equal += end_on == 0;
    CHECK(m.max_radial == Approx(theirs[i].farthest * 1e-6).epsilon(1e-9));
  }
  CHECK(seen > 15);
  CHECK(exactly_equal > 8);
}

TEST_CASE("Moving, turning by 90 degrees, mirroring and reordering change no measure") {
  const auto seed = static_cast<unsigned>(GENERATE(range(1, 6)));
  INFO("seed " << seed);
  const auto walls = random_walls(seed, GENERATE(0.25, 0.0));
  const SightMesh mesh = mesh_of(walls);
  const auto changed = [&](auto change) {
    std::vector<MicroSegment> out;
    for (const MicroSegment& s : walls) {
      const MicroPoint a = change(s.a), b = change(s.b);
      out.push_back(a < b ? MicroSegment{a, b} : MicroSegment{b, a});
    }
    return out;
  };
  const auto check = [&](auto change) {
    auto other = changed(change);
    std::reverse(other.begin(), other.end());
    const SightMesh turned = mesh_of(other);
    for (const Point& p : random_points(seed, 20)) {
      const Isovist before = make_isovist(mesh, p);
      const Isovist after = make_isovist(turned, metres(change(micro(p))));
      REQUIRE(before.state == after.state);
      if (before.state != Isovist::State::Seen) continue;
      check_same(measure(before), measure(after));
    }
  };
  check([](MicroPoint p) { return MicroPoint{p.x + 155'000'123'457, p.y + 463'000'000'001}; });
  check([](MicroPoint p) { return MicroPoint{-p.y, p.x}; });
  check([](MicroPoint p) { return MicroPoint{-p.x, p.y}; });
}

TEST_CASE("A view takes its share of a room, and says where it ends") {
  const SightMesh mesh = mesh_of(ring({{-2, -2}, {2, -2}, {2, 2}, {-2, 2}}));
  const Isovist whole = make_isovist(mesh, {0, 0});
  using std::numbers::pi;
  const Isovist quarter = within_view(whole, {0, pi / 2});
  CHECK(measure(quarter).area == Approx(4));
  CHECK(quarter.edges.front() == IsovistEdge::Side);
  CHECK(quarter.edges.back() == IsovistEdge::Side);
  CHECK(quarter.corners.size() == 3);
  CHECK(measure(quarter).min_radial == Approx(2));
  CHECK(measure(within_view(whole, {pi, 3 * pi / 2})).area == Approx(12));
  CHECK(measure(within_view(whole, {1, pi})).area == Approx(8));
  CHECK(measure(within_view(whole, {1, 2 * pi})).area == Approx(16));
}

TEST_CASE("A view that looks outside is open, one that looks at the wall is closed") {
  // Nothing on the right.
  const Isovist whole =
      isovist_of({micro({0, 0}, {4, 0}), micro({0, 0}, {0, 3}), micro({0, 3}, {4, 3})}, {1, 1.5});
  CHECK(!whole.is_closed);
  CHECK(!within_view(whole, {0, 0.5}).is_closed);
  CHECK(within_view(whole, {std::numbers::pi, 0.5}).is_closed);
}

TEST_CASE("Views side by side add up to the whole, over random plans") {
  const auto seed = static_cast<unsigned>(GENERATE(range(1, 6)));
  const SightMesh mesh = mesh_of(random_walls(seed, 0));
  for (const Point& p : random_points(seed, 20)) {
    const Isovist whole = make_isovist(mesh, p);
    if (whole.state != Isovist::State::Seen) continue;
    const double first = 0.3 * (seed + 1);
    const double rest = 2 * std::numbers::pi - first;
    const double direction = 0.7;
    const double sum = measure(within_view(whole, {direction, first})).area +
                       measure(within_view(whole, {direction + std::numbers::pi, rest})).area;
    CHECK(sum == Approx(measure(whole).area).epsilon(1e-9));
  }
}

TEST_CASE("A plan wider than 2 km is refused") {
  const auto mesh = make_sight_mesh({micro({0, 0}, {1999, 0})});
  REQUIRE(!mesh);
  CHECK(mesh.error().code == Code::TooLarge);
}
