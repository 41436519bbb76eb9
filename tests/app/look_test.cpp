// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk.h"
#include "app/look_view.h"
#include "app/plan_view.h"

using namespace trefpunt;

namespace {

// A room of 4 by 3 m beside one of 2 by 3, with an open passage 1 m wide between them.
std::shared_ptr<const Storey> rooms() {
  Storey storey;
  storey.id = {1};
  storey.walls = {Wall{{1}, {{0, 0}, {6, 0}, {6, 3}, {0, 3}}, true, false, ""},
                  Wall{{2}, {{4, 0}, {4, 1}}, false, false, ""},
                  Wall{{3}, {{4, 2}, {4, 3}}, false, false, ""}};
  return std::make_shared<const Storey>(std::move(storey));
}

struct Looking {
  Workspace workspace{surroundings()};
  UiState state;
  LookView view;
  std::shared_ptr<const Storey> storey = rooms();

  Looking() { state.tool = Tool::Look; }
  bool settle() {
    const auto start = std::chrono::steady_clock::now();
    do {
      if (std::chrono::steady_clock::now() - start > std::chrono::seconds(30)) return false;
      follow_look(view, workspace, state, storey);
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    } while (is_busy(view));
    follow_look(view, workspace, state, storey);
    return true;
  }
};

double area_of(const SeenTogether& seen) {
  double area = 0;
  for (const auto& [a, b, c] : seen.triangles) area += cross(b - a, c - a) / 2;
  return area;
}

}  // namespace

TEST_CASE("The view under the pointer is the exact isovist, and follows at once") {
  Looking at;
  at.state.cursor = Point{2, 1.5};
  REQUIRE(at.settle());
  REQUIRE(at.view.has_isovist);
  const Isovist exact = make_isovist(*at.view.mesh, {2, 1.5});
  CHECK(at.view.isovist.corners == exact.corners);
  // The room, and of the other a wedge from 1 m wide at 2 m to 2 m wide at 4 m: 12 + 3 m2.
  CHECK(at.view.measures.area == Approx(15));
  const auto mesh = at.view.mesh;
  at.state.cursor = Point{1, 1};
  follow_look(at.view, at.workspace, at.state, at.storey);
  CHECK(at.view.mesh == mesh);
  CHECK(at.view.isovist.from == Point{1, 1});
}

TEST_CASE("Half a turn of view of half the room is half of it") {
  Looking at;
  at.state.cursor = Point{2, 1.5};
  at.state.look_angle = 180;
  at.state.look_direction = 180;
  REQUIRE(at.settle());
  CHECK(at.view.measures.area == Approx(6));
}

TEST_CASE("Triangles are made anew when the storey changes or the doors close, else kept") {
  Looking at;
  at.state.cursor = Point{2, 1.5};
  REQUIRE(at.settle());
  const auto mesh = at.view.mesh;
  REQUIRE(at.settle());
  CHECK(at.view.mesh == mesh);
  Storey other = *at.storey;
  other.walls.push_back(Wall{{4}, {{3, 0}, {3, 3}}, false, false, ""});
  at.storey = std::make_shared<const Storey>(other);
  REQUIRE(at.settle());
  CHECK(at.view.mesh != mesh);
  CHECK(at.view.measures.area == Approx(9));
}

TEST_CASE("Two places: whether they see each other, and what both see") {
  Looking at;
  at.state.drawing = {{2, 1.5}, {5, 1.5}};
  REQUIRE(at.settle());
  CHECK_FALSE(at.view.has_isovist);
  CHECK(at.view.seen.see_each_other);
  const CoVisibility both = co_visibility(*at.view.mesh, {2, 1.5}, {5, 1.5});
  CHECK(at.view.seen.area.area == both.both.area);
  CHECK(area_of(at.view.seen) == Approx(both.both.area));
  at.state.drawing = {{1, 0.5}, {5, 0.5}};
  REQUIRE(at.settle());
  CHECK_FALSE(at.view.seen.see_each_other);
}

TEST_CASE("More places are a route, and its area is drawn whole, holes left out") {
  Looking at;
  at.state.drawing = {{1, 1.5}, {3, 1.5}, {5, 1.5}};
  REQUIRE(at.settle());
  Job job;
  const auto route = seen_from_route(*at.view.mesh, at.state.drawing, kLookStep, job);
  REQUIRE(route);
  CHECK(at.view.seen.area.area == route->area);
  CHECK(at.view.seen.area.area == Approx(18));  // all of both rooms
  CHECK(area_of(at.view.seen) == Approx(route->area));
  // A column in the middle is seen around and not through.
  Storey other = *at.storey;
  other.walls.push_back(Wall{{4}, {{2, 1}, {2.5, 1}, {2.5, 2}, {2, 2}}, true, false, ""});
  at.storey = std::make_shared<const Storey>(other);
  at.state.drawing = {{0.5, 0.5}, {3.5, 0.5}, {3.5, 2.5}, {0.5, 2.5}, {0.5, 0.5}};
  REQUIRE(at.settle());
  REQUIRE(at.view.seen.area.outline.size() == 1);
  CHECK(at.view.seen.area.outline.front().holes.size() == 1);
  CHECK(area_of(at.view.seen) == Approx(at.view.seen.area.area));
}

TEST_CASE("A click keeps a place, on a wall there is no view, and words say so") {
  Looking at;
  Pointer pointer;
  pointer.at = {2, 0};
  pointer.is_over = pointer.is_pressed = true;
  look_tool(pointer, at.state);
  REQUIRE(at.state.drawing == std::vector<Point>{{2, 0}});
  look_tool(pointer, at.state);  // twice the same place is one
  CHECK(at.state.drawing.size() == 1);
  REQUIRE(at.settle());
  CHECK(at.view.isovist.state == Isovist::State::OnWall);
  CHECK(look_words(at.view, at.state, Lang::Nl).back() == "dit punt ligt op een wand");
  at.state.drawing = {{2, 1}};
  REQUIRE(at.settle());
  CHECK(look_words(at.view, at.state, Lang::Nl).back() == "gesloten: overal een wand");
}

TEST_CASE("Another tool looks at nothing and computes nothing") {
  Looking at;
  at.state.tool = Tool::Wall;
  at.state.cursor = Point{2, 1.5};
  REQUIRE(at.settle());
  CHECK_FALSE(at.view.has_isovist);
  CHECK_FALSE(at.view.mesh);
}
