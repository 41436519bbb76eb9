// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan_mesh.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "report/drawing_legend.h"
#include "support/storey_from_text.h"

using namespace trefpunt;

namespace {

constexpr const char* kRoom = R"(
  ########
  #......#
  #..a...#
  #......#
  ########
)";

Storey room() {
  Space lounge;
  lounge.use = Use::Lounge;
  return storey_from_text(kRoom, {{'a', lounge}});
}

Layout layout_of(const Storey& storey) {
  Job job;
  Result<Layout> layout = make_layout(storey, {}, job);
  REQUIRE(layout);
  return *layout;
}

// m2 of the triangles per colour; lines have no width in metres.
std::map<std::uint32_t, double> areas(const PlanMesh& mesh) {
  std::map<std::uint32_t, double> areas;
  REQUIRE(mesh.vertices.size() % 3 == 0);
  for (std::size_t i = 0; i < mesh.vertices.size(); i += 3) {
    const PlanVertex &a = mesh.vertices[i], &b = mesh.vertices[i + 1], &c = mesh.vertices[i + 2];
    const double twice =
        (double{b.x} - a.x) * (double{c.y} - a.y) - (double{c.x} - a.x) * (double{b.y} - a.y);
    areas[a.fill] += std::abs(twice) / 2;
  }
  return areas;
}

Storey moved(Storey storey, Point by) {
  for (Wall& wall : storey.walls) {
    for (Point& p : wall.points) p = snap(p + by);
  }
  for (Space& space : storey.spaces) space.anchor = snap(space.anchor + by);
  return storey;
}

}  // namespace

TEST_CASE("the triangles of a room are its floor, those of its walls the walls") {
  const Storey storey = room();
  const Layout layout = layout_of(storey);
  const auto found = areas(plan_mesh(storey, &layout, {}));
  const std::uint32_t floor = paint_of(group_of(Use::Lounge)).fill;
  REQUIRE(floor != kWallColour);
  CHECK(found.at(floor) == Approx(18).epsilon(1e-6));
  CHECK(found.at(kWallColour) == Approx(8 * 5 - 18).epsilon(1e-6));
  CHECK(found.size() == 2);
}

TEST_CASE("a measure colours the spaces it has a row for and leaves others white") {
  const Storey storey = room();
  const Layout layout = layout_of(storey);
  RowColours colours;
  colours.entries = {{{0x123456, Hatch::Rising, 0x654321}, "veel"}};
  PlanLook look;
  look.colours = &colours;
  CHECK(areas(plan_mesh(storey, &layout, look)).at(0xffffff) == Approx(18));
  colours.entry_of = {{to_string(storey.spaces[0].id), 0}};
  const PlanMesh mesh = plan_mesh(storey, &layout, look);
  CHECK(areas(mesh).at(0x123456) == Approx(18));
  int hatched = 0;
  for (const PlanVertex& vertex : mesh.vertices) {
    hatched += vertex.hatch == static_cast<float>(Hatch::Rising) && vertex.ink == 0x654321;
  }
  CHECK(hatched >= 6);
}

TEST_CASE("what is of an earlier plan is greyed, and is the same otherwise") {
  const Storey storey = room();
  const Layout layout = layout_of(storey);
  const PlanMesh fresh = plan_mesh(storey, &layout, {});
  PlanLook look;
  look.is_stale = true;
  const PlanMesh stale = plan_mesh(storey, &layout, look);
  REQUIRE(stale.vertices.size() == fresh.vertices.size());
  std::set<std::uint32_t> before, after;
  for (const PlanVertex& vertex : fresh.vertices) before.insert(vertex.fill);
  for (const PlanVertex& vertex : stale.vertices) after.insert(vertex.fill);
  const std::uint32_t floor = paint_of(group_of(Use::Lounge)).fill;
  CHECK(before.contains(floor));
  CHECK_FALSE(after.contains(floor));
  CHECK(after.contains(kWallColour));  // a wall is of now
}

TEST_CASE("an empty storey gives nothing to draw") {
  CHECK(plan_mesh({}, nullptr, {}).vertices.empty());
  const Storey empty;
  const Layout layout = layout_of(empty);
  CHECK(plan_mesh(empty, &layout, {}).vertices.empty());
}

TEST_CASE("a wall without a layout is drawn, and a space that is gone is not") {
  Storey storey = room();
  const Layout layout = layout_of(storey);
  CHECK_FALSE(plan_mesh(storey, nullptr, {}).vertices.empty());
  storey.spaces.clear();  // the layout is still of the storey before
  CHECK_FALSE(areas(plan_mesh(storey, &layout, {})).contains(paint_of(group_of(Use::Lounge)).fill));
}

TEST_CASE("coordinates of RD New stay exact to a millimetre") {
  const Point far{130905.123, 450702.457};
  const Storey storey = moved(room(), far);
  const Layout layout = layout_of(storey);
  const PlanMesh mesh = plan_mesh(storey, &layout, {});
  for (const Wall& wall : storey.walls) {
    for (const Point corner : wall.points) {
      double nearest = 1e300;
      for (const PlanVertex& vertex : mesh.vertices) {
        nearest = std::min(nearest, distance(corner, mesh.origin + Point{vertex.x, vertex.y}));
      }
      CHECK(nearest < 0.001);
    }
  }
  CHECK(areas(mesh).at(paint_of(group_of(Use::Lounge)).fill) == Approx(18).epsilon(1e-5));
}

TEST_CASE("seats and furniture can be left out") {
  Storey storey = room();
  storey.seats = {{SeatId{1}, {3.5, 2.5}, 1, ""}};
  storey.furniture = {{FurnitureId{1}, {{2, 2}, {3, 2}, {3, 3}, {2, 3}}, false, "", ""}};
  PlanLook look;
  const std::size_t all = plan_mesh(storey, nullptr, look).vertices.size();
  look.show_seats = false;
  const std::size_t no_seats = plan_mesh(storey, nullptr, look).vertices.size();
  look.show_furniture = false;
  const std::size_t neither = plan_mesh(storey, nullptr, look).vertices.size();
  CHECK(all > no_seats);
  CHECK(no_seats > neither);
}
