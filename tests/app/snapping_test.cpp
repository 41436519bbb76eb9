// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/snapping.h"

#include <catch2/catch.hpp>

using namespace trefpunt;

namespace {

Wall line(int id, std::vector<Point> points) {
  return {WallId{id}, std::move(points), false, false, ""};
}
Wall ring(int id, Point low, Point high) {
  return {WallId{id}, {low, {high.x, low.y}, high, {low.x, high.y}}, true, false, ""};
}

// A corner: along the x-axis, then up.
Storey corner() {
  Storey storey;
  storey.walls = {line(1, {{0, 0}, {10, 0}}), line(2, {{10, 0}, {10, 6}})};
  return storey;
}

}  // namespace

TEST_CASE("a vertex comes on the nearest end, else on the wall's line, else where the mouse is") {
  const Storey storey = corner();
  CHECK(snap_to(storey, {0.1, 0.1}, {}).at == Point{0, 0});
  CHECK(snap_to(storey, {0.1, 0.1}, {}).to.nl == "hoekpunt");
  CHECK(snap_to(storey, {9.9, 0.2}, {}).at == Point{10, 0});
  CHECK(snap_to(storey, {4, 0.2}, {}).at == Point{4, 0});
  CHECK(snap_to(storey, {4, 0.2}, {}).to.nl == "wand");
  CHECK(snap_to(storey, {4.1234567891, 1}, {}).at == Point{4.123457, 1});
  CHECK(snap_to(storey, {4, 1}, {}).to.empty());
}

TEST_CASE("jambs and boundaries attract, vertices that are being moved do not") {
  Storey storey = corner();
  Door door;
  door.a = {3, 0};
  door.b = {3.9, 0};
  storey.doors = {door};
  storey.boundaries.push_back({BoundaryId{1}, {{5, 3}, {7, 3}}, false, ""});
  CHECK(snap_to(storey, {3.05, 0.1}, {}).to.nl == "deurstijl");
  CHECK(snap_to(storey, {5.1, 3.1}, {}).at == Point{5, 3});
  SnapOptions options;
  options.ignored = {{0, 0}};
  CHECK(snap_to(storey, {0.1, 0.1}, options).to.empty());
}

TEST_CASE("a wall that is drawn comes down square on another") {
  SnapOptions options;
  options.from = Point{3, 4};
  const Snapped snapped = snap_to(corner(), {3.15, 0.1}, options);
  CHECK(snapped.at == Point{3, 0});
  CHECK(snapped.to.en == "perpendicular to wall");
  options.from.reset();
  CHECK(snap_to(corner(), {3.15, 0.1}, options).at == Point{3.15, 0});
}

TEST_CASE("the grid counts only where no wall is near") {
  SnapOptions options;
  options.to_grid = true;
  options.grid = 0.5;
  CHECK(snap_to(corner(), {4.2, 1.3}, options).at == Point{4, 1.5});
  CHECK(snap_to(corner(), {4.2, 1.3}, options).to.en == "grid");
  CHECK(snap_to(corner(), {4.2, 0.2}, options).at == Point{4.2, 0});
}

TEST_CASE("ortho stays on its line, also when an end is near") {
  SnapOptions options;
  options.from = Point{3, 4};
  options.is_ortho = true;
  CHECK(snap_to(corner(), {3.2, 2}, options).at == Point{3, 2});
  CHECK(snap_to(corner(), {6, 4.5}, options).at == Point{6, 4});
  options.from = Point{9.9, 4};
  CHECK(snap_to(corner(), {9.95, 0.05}, options).at == Point{9.9, 0});
  options.from = Point{10, 4};  // straight above the end
  CHECK(snap_to(corner(), {10.1, 0.1}, options).at == Point{10, 0});
}

TEST_CASE("a typed length wins over everything that is near") {
  SnapOptions options;
  options.from = Point{0, 4};
  options.length = 2.5;
  options.is_ortho = true;
  CHECK(snap_to(corner(), {7, 4.4}, options).at == Point{2.5, 4});
  CHECK(snap_to(corner(), {0.1, 0.1}, options).at == Point{0, 1.5});
  options.is_ortho = false;
  options.from = Point{0, 0};
  CHECK(snap_to(corner(), {3, 4}, options).at == Point{1.5, 2});
}

TEST_CASE("a door in a line is as wide as asked and stays within its wall") {
  const auto opening = opening_on_wall(corner(), {4, 0.1}, 0.9, 0.5);
  REQUIRE(opening);
  CHECK(opening->wall == WallId{1});
  CHECK(opening->a == Point{3.55, 0});
  CHECK(opening->b == Point{4.45, 0});
  CHECK(opening->footprint.empty());
  const auto at_end = opening_on_wall(corner(), {0.1, 0.1}, 0.9, 0.5);
  REQUIRE(at_end);
  CHECK(at_end->a == Point{0, 0});
  CHECK(at_end->b == Point{0.9, 0});
}

TEST_CASE("a door in a thick wall goes through it") {
  Storey storey;
  storey.walls = {ring(7, {0, 0}, {10, 0.3})};
  for (const Point p : {Point{4, -0.05}, Point{4, 0.33}, Point{4, 0.14}}) {
    const auto opening = opening_on_wall(storey, p, 0.9, 0.5);
    REQUIRE(opening);
    CHECK(opening->wall == WallId{7});
    REQUIRE(opening->footprint.size() == 4);
    CHECK(std::abs(signed_area(opening->footprint)) == Approx(0.9 * 0.3));
    CHECK(distance(opening->a, opening->b) == Approx(0.9));
    CHECK(opening->a.y == Approx(0.15));
    CHECK(opening->b.y == Approx(0.15));
    CHECK(middle(opening->a, opening->b).x == Approx(4));
  }
}

TEST_CASE("there is no door where the wall is too short or too far") {
  Storey storey = corner();
  storey.walls.push_back(line(3, {{20, 0}, {20.8, 0}}));
  CHECK_FALSE(opening_on_wall(storey, {20.4, 0}, 0.9, 0.5));
  CHECK(opening_on_wall(storey, {20.4, 0}, 0.8, 0.5));
  CHECK_FALSE(opening_on_wall(storey, {4, 0.6}, 0.9, 0.5));
  CHECK_FALSE(opening_on_wall({}, {4, 0.6}, 0.9, 0.5));
}

TEST_CASE("of what lies on top of each other the smallest is taken") {
  Storey storey = corner();
  storey.walls.push_back(ring(3, {0, 8}, {4, 8.3}));
  Door door;
  door.id = {1};
  door.a = {3, 0};
  door.b = {3.9, 0};
  storey.doors = {door};
  Window window;
  window.id = {2};
  window.a = {6, 0};
  window.b = {7, 0};
  storey.windows = {window};
  storey.furniture.push_back({{4}, {{5, 2}, {7, 2}, {7, 4}, {5, 4}}, false, ""});
  storey.seats.push_back({{5}, {6, 3}, 1, ""});
  Link link;
  link.id = {6};
  link.footprint = {{1, 2}, {3, 2}, {3, 4}, {1, 4}};
  storey.links = {link};
  CHECK(object_at(storey, {6.1, 3}, 0.1) == "Z5");
  CHECK(object_at(storey, {6.5, 3}, 0.1) == "F4");
  CHECK(object_at(storey, {3.5, 0.05}, 0.1) == "D1");
  CHECK(object_at(storey, {6.5, 0.05}, 0.1) == "V2");
  CHECK(object_at(storey, {8, 0.05}, 0.1) == "W1");
  CHECK(object_at(storey, {9.93, 2}, 0.1) == "W2");
  CHECK(object_at(storey, {2, 8.15}, 0.01) == "W3");  // within a thick wall
  CHECK(object_at(storey, {2, 3}, 0.1) == "K6");
  CHECK(object_at(storey, {8, 5}, 0.1).empty());

  CHECK(objects_in(storey, {{-1, -1}, {11, 5}}) ==
        std::vector<std::string>{"W1", "D1", "V2", "Z5", "F4", "K6"});
  CHECK(objects_in(storey, {{4, 1}, {6.5, 5}}) == std::vector<std::string>{"Z5"});
  CHECK(handles_of(storey, "W1") == std::vector<Point>{{0, 0}, {10, 0}});
  CHECK(handles_of(storey, "Z5") == std::vector<Point>{{6, 3}});
  CHECK(handles_of(storey, "W99").empty());
}
