// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/layout.h"

#include <catch2/catch.hpp>

#include "space/plans.h"

using namespace trefpunt;

namespace {

std::vector<int> codes(const Layout& layout) {
  std::vector<int> found;
  for (const Finding& finding : layout.findings) found.push_back(finding.code);
  return found;
}

}  // namespace

TEST_CASE("A space's area is the net floor between wall faces, without the doorway", "[layout]") {
  const Storey storey = two_rooms();
  const auto layout = layout_of(storey);
  REQUIRE(layout->shapes.size() == 2);
  CHECK(layout->shapes[0].area_m2 == Approx(4 * 3).epsilon(1e-9));
  CHECK(layout->shapes[1].area_m2 == Approx(4 * 3).epsilon(1e-9));
  REQUIRE(layout->shapes[0].polygon);
  CHECK(area(*layout->shapes[0].polygon) == Approx(12).epsilon(1e-9));
  CHECK(layout->shapes[0].polygon->outer.size() == 4);
  CHECK(codes(*layout).empty());
}

TEST_CASE("Spaces and walls fill the outline of the building", "[layout]") {
  const auto layout = layout_of(two_rooms());
  CHECK(layout->solid_area + 24 == Approx(8.6 * 3.4).epsilon(1e-9));
}

TEST_CASE("A door knows the spaces on both its sides and the outside", "[layout]") {
  const auto layout = layout_of(two_rooms());
  REQUIRE(layout->doors.size() == 2);
  const DoorSides& inner = layout->doors[0];
  CHECK(inner.left.space == SpaceId{1});
  CHECK(inner.right.space == SpaceId{2});
  const DoorSides& outer = layout->doors[1];
  CHECK(outer.left.is_outside);
  CHECK(outer.right.space == SpaceId{1});
}

TEST_CASE("A door drawn as a line on a wall without a gap opens that wall", "[layout]") {
  Storey storey;
  storey.walls = {wall_line(1, {{0, 0}, {8, 0}, {8, 3}, {0, 3}}, true),
                  wall_line(2, {{4, 0}, {4, 3}})};
  storey.walls[0].is_closed = false;
  storey.walls[0].points.push_back({0, 0});
  storey.doors = {door_line(1, {4, 1}, {4, 2})};
  storey.spaces = {space_at_point(1, {2, 1.5}, "a", Use::Office),
                   space_at_point(2, {6, 1.5}, "b", Use::Office)};
  const auto layout = layout_of(storey);
  CHECK(layout->doors[0].left.space == SpaceId{1});
  CHECK(layout->doors[0].right.space == SpaceId{2});
  CHECK(layout->shapes[0].area_m2 == Approx(12));
}

TEST_CASE("A column is taken off the floor, furniture is not", "[layout]") {
  Storey storey = two_rooms();
  storey.walls.push_back(solid(8, 6, 1, 6.5, 1.5));
  Furniture table;
  table.id = FurnitureId{1};
  table.ring = {{1, 1}, {2, 1}, {2, 2}, {1, 2}};
  storey.furniture = {table};
  const auto layout = layout_of(storey);
  CHECK(layout->shapes[0].area_m2 == Approx(12));
  CHECK(layout->shapes[1].area_m2 == Approx(12 - 0.25));
  REQUIRE(layout->shapes[1].polygon);
  CHECK(layout->shapes[1].polygon->holes.size() == 1);
}

TEST_CASE("A gap of a centimetre between walls is closed, a gap of ten leaks", "[layout]") {
  Storey storey = two_rooms();
  storey.walls[2] = solid(3, 8.2, 0.01, 8.4, 3);
  CHECK(layout_of(storey)->shapes[1].area_m2 == Approx(12).margin(0.01));
  storey.walls[2] = solid(3, 8.2, 0.1, 8.4, 3);
  CHECK(codes(*layout_of(storey)) == std::vector<int>{finding::kUnclosedWall});
}

TEST_CASE("A boundary parts two spaces and leaves a passage of its length", "[layout]") {
  Storey storey = two_rooms();
  storey.boundaries = {{BoundaryId{1}, {{6, 0}, {6, 3}}, false, ""}};
  storey.spaces[1].anchor = {5, 1.5};
  storey.spaces.push_back(space_at_point(3, {7, 1.5}, "zithoek", Use::Lounge));
  const auto layout = layout_of(storey);
  CHECK(codes(*layout).empty());
  REQUIRE(layout->passages.size() == 1);
  CHECK(layout->passages[0].width == Approx(3));
  CHECK(layout->shapes[1].area_m2 == Approx(1.8 * 3));
  CHECK(layout->shapes[2].area_m2 == Approx(2.2 * 3));
}

TEST_CASE("Each imperfection of a storey has its own code", "[layout]") {
  Storey storey = two_rooms();
  SECTION("two anchors in one face") {
    storey.spaces.push_back(space_at_point(3, {7, 2}, "dubbel", Use::Office));
    CHECK(codes(*layout_of(storey)) == std::vector<int>{finding::kTwoAnchors});
  }
  SECTION("an anchor in a wall") {
    storey.spaces.push_back(space_at_point(3, {4.1, 0.5}, "wand", Use::Office));
    CHECK(codes(*layout_of(storey)) == std::vector<int>{finding::kSpaceWithoutFace});
  }
  SECTION("a face that no space claims") {
    storey.spaces.pop_back();
    CHECK(codes(*layout_of(storey)) == std::vector<int>{finding::kFaceWithoutSpace});
  }
  SECTION("a seat outside every space") {
    storey.seats = {{SeatId{1}, {20, 20}, 1, ""}};
    CHECK(codes(*layout_of(storey)) == std::vector<int>{finding::kSeatOutside});
  }
  SECTION("a space without a door") {
    storey.doors.erase(storey.doors.begin());
    storey.walls.push_back(solid(8, 4, 1, 4.2, 1.9));
    CHECK(codes(*layout_of(storey)) == std::vector<int>{finding::kSpaceWithoutDoor});
  }
  SECTION("a door 900 m wide") {
    storey.doors[0].clear_width = 900;
    CHECK(codes(*layout_of(storey)) == std::vector<int>{finding::kDoorWidthSuspicious});
  }
  SECTION("a door to nowhere") {
    storey.doors.push_back(door_line(3, {1, -0.1}, {1.9, -0.1}));
    CHECK(codes(*layout_of(storey)) == std::vector<int>{finding::kDoorToNowhere});
  }
}

TEST_CASE("A cancelled layout is no layout", "[layout]") {
  std::stop_source stop;
  stop.request_stop();
  Job job(stop.get_token());
  const Result<Layout> layout = make_layout(two_rooms(), {}, job);
  REQUIRE_FALSE(layout);
  CHECK(layout.error().code == Code::Cancelled);
}

TEST_CASE("An empty storey has an empty layout", "[layout]") {
  const auto layout = layout_of(Storey{});
  CHECK(layout->shapes.empty());
  CHECK(layout->mesh->triangles.empty());
}
