// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/seen_from.h"

#include <catch2/catch.hpp>

#include "field_plans.h"

using namespace trefpunt;

namespace {

SightMesh mesh_of(const std::vector<Segment>& walls) {
  std::vector<MicroSegment> segments;
  for (const Segment& s : walls) segments.push_back(micro(s.a, s.b));
  return *make_sight_mesh(segments);
}
// Two rooms of 4 x 4 m with a gap of 1 m in the wall between them, at x = 4.
SightMesh two_halves() {
  return mesh_of({{{0, 0}, {8, 0}},
                  {{8, 0}, {8, 4}},
                  {{8, 4}, {0, 4}},
                  {{0, 4}, {0, 0}},
                  {{4, 0}, {4, 1.5}},
                  {{4, 2.5}, {4, 4}}});
}
SeenArea seen(const SightMesh& mesh, const Line& route, double step) {
  Job job;
  const auto result = seen_from_route(mesh, route, step, job);
  REQUIRE(result);
  return *result;
}

}  // namespace

TEST_CASE("From one point a route sees that point's isovist") {
  const SightMesh mesh = two_halves();
  const SeenArea area = seen(mesh, {{2, 2}}, 1);
  CHECK(area.area == Approx(measure(make_isovist(mesh, {2, 2})).area).epsilon(1e-6));
  CHECK(area.viewpoints == 1);
  CHECK(area.is_closed);
  REQUIRE(area.outline.size() == 1);
  CHECK(trefpunt::area(area.outline.front()) == Approx(area.area).epsilon(1e-6));
}

TEST_CASE("A route that looks outside anywhere is open, whatever it sees last") {
  // A room of 4 x 4 m with a gap of 1 m to the outside, at the right.
  const SightMesh mesh = mesh_of({{{0, 0}, {4, 0}},
                                  {{4, 0}, {4, 1}},
                                  {{4, 2}, {4, 4}},
                                  {{4, 4}, {0, 4}},
                                  {{0, 4}, {0, 0}},
                                  {{3, 2.2}, {3, 4}},
                                  {{3, 2.2}, {4, 2.2}}});
  CHECK(!seen(mesh, {{1, 1.5}, {3.5, 3}}, 10).is_closed);
  CHECK(seen(mesh, {{3.5, 3}}, 10).is_closed);
}

TEST_CASE("A place that a route names twice is looked from once") {
  CHECK(seen(two_halves(), {{2, 2}, {2, 2}, {3, 2}}, 1).viewpoints == 2);
}

TEST_CASE("From beyond the frame nothing is seen, not even what nothing stands before") {
  const SightMesh mesh = mesh_of({{{0, 0}, {8, 0}}});
  const CoVisibility far = co_visibility(mesh, {2, 2}, {100, 2});
  CHECK(!far.see_each_other);
  CHECK(far.both.area == 0);
  CHECK(far.both.without == 1);
}

TEST_CASE("A route through the gap sees both rooms whole, one beside it does not") {
  const SightMesh mesh = two_halves();
  const SeenArea both = seen(mesh, {{2, 2}, {6, 2}}, 0.5);
  CHECK(both.area == Approx(32).epsilon(1e-6));
  CHECK(both.viewpoints == 9);
  const SeenArea left = seen(mesh, {{2, 2}, {3, 2}}, 0.5);
  CHECK(left.area > 16);
  CHECK(left.area < 32);
}

TEST_CASE("More viewpoints never see less, and all of it is what some viewpoint sees") {
  const SightMesh mesh = *make_sight_mesh(make_sight_scene(random_plan(5, 9.3, 7.1, 24, 0)).sight);
  const Line route{{1.03, 1.07}, {8.1, 5.9}};
  const SeenArea coarse = seen(mesh, route, 2), fine = seen(mesh, route, 0.25);
  CHECK(fine.viewpoints > coarse.viewpoints);
  CHECK(fine.area >= coarse.area - 1e-6);
  CHECK(fine.area < 9.3 * 7.1 + 1e-6);
  // By counting places: a place is in the outline when some viewpoint sees it.
  std::vector<Isovist> isovists;
  for (int k = 0; k <= 4; ++k) {
    isovists.push_back(make_isovist(mesh, route[0] + k / 4.0 * (route[1] - route[0])));
  }
  const SeenArea five = seen(mesh, route, distance(route[0], route[1]) / 4);
  REQUIRE(five.viewpoints + five.without == 5);
  for (double x = 0.11; x < 9.3; x += 0.37) {
    for (double y = 0.13; y < 7.1; y += 0.31) {
      const bool by_one = std::any_of(isovists.begin(), isovists.end(), [&](const Isovist& i) {
        return contains(i.corners, Point{x, y} - i.from);
      });
      const bool in_outline =
          std::any_of(five.outline.begin(), five.outline.end(), [&](const Polygon& p) {
            return contains(p, {x, y});
          });
      CHECK(by_one == in_outline);
    }
  }
}

TEST_CASE("A viewpoint on a wall sees nothing and is counted") {
  const SeenArea area = seen(two_halves(), {{4, 1}, {2, 1}}, 10);
  CHECK(area.viewpoints == 1);
  CHECK(area.without == 1);
}

TEST_CASE("Routes that cannot be looked from say why") {
  Job job;
  CHECK(!seen_from_route(two_halves(), {{1, 1}, {2, 1}}, 0, job));
  CHECK(!seen_from_route(two_halves(), {{1, 1}, {2, 1}}, 1e-7, job));
  std::stop_source stop;
  stop.request_stop();
  Job stopped(stop.get_token());
  CHECK(seen_from_route(two_halves(), {{1, 1}, {2, 1}}, 1, stopped).error().code ==
        Code::Cancelled);
}

TEST_CASE("Two in one room see it both; through the gap they share a part; round it they do not") {
  const SightMesh mesh = two_halves();
  const CoVisibility across = co_visibility(mesh, {2, 2}, {6, 2});
  CHECK(across.see_each_other);
  // Each sees, beyond its own room, a funnel through the gap: from 2 m before it 1 m wide at the
  // gap and 3 m wide 4 m further on, (1 + 3) / 2 x 4 = 8 m2.
  const double beyond = (1 + 3) / 2.0 * 4;
  CHECK(across.both.area == Approx(2 * beyond).epsilon(1e-6));
  const CoVisibility same = co_visibility(mesh, {1, 1}, {1, 3});
  CHECK(same.see_each_other);
  CHECK(same.both.area >= 16);
  const CoVisibility apart = co_visibility(mesh, {3.9, 0.2}, {4.1, 0.2});
  CHECK(!apart.see_each_other);
  CHECK(co_visibility(mesh, {4, 1}, {2, 2}).both.area == 0);
}
