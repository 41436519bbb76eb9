// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <limits>

#include "project/edit.h"
#include "support/project_text.h"

using namespace trefpunt;

namespace {

// A room of 4 by 3 m of lines (W1 to W4) with a wall across (W5, 0.2 m thick) that carries a door
// with a footprint and a window that is a line. Another storey above.
Project room() {
  auto ground = std::make_shared<Storey>();
  ground->id = {1};
  ground->walls = {{{1}, {{0, 0}, {2, 0}, {4, 0}}},
                   {{2}, {{4, 0}, {4, 3}}},
                   {{3}, {{4, 3}, {2, 3}, {0, 3}}},
                   {{4}, {{0, 3}, {0, 0}}},
                   {{5}, {{2, 0}, {2.2, 0}, {2.2, 3}, {2, 3}}, true}};
  Door door;
  door.id = {1};
  door.a = {2.1, 1};
  door.b = {2.1, 2};
  door.footprint = {{2.2, 1}, {2, 1}, {2, 2}, {2.2, 2}};
  ground->doors = {door};
  ground->windows = {{{1}, {2.24, 0.2}, {2.24, 0.8}, {}, 0.9, ""},
                     {{2}, {4, 1}, {4, 2}, {}, 0.9, ""}};
  ground->spaces = {{{1}, {1, 1}, "links"}, {{2}, {3, 1}, "rechts"}};
  ground->seats = {{{1}, {2.1, 1.5}, 1, ""}};
  ground->furniture = {{{1}, {{3, 2}, {3.5, 2}, {3.5, 2.5}}, false, "tafel", ""}};
  ground->links = {{{1}, LinkKind::Lift, {{0, 2}, {1, 2}, {1, 3}}, {}, {}, ""}};
  ground->boundaries = {{{1}, {{2, 3}, {1, 1.5}}, false, ""}};
  ground->outline = {{0, 0}, {2, 0}, {4, 0}, {4, 3}, {0, 3}};
  auto first = std::make_shared<Storey>();
  first->id = {2};
  first->level = 1;
  Project project;
  project.buildings.push_back({"test", {ground, first}, {}, {}});
  project.next = {3, 3, 6, 2, 3, 2, 2, 2, 2, 1};
  return project;
}

const Storey& ground(const Project& project) {
  return *project.buildings[0].storeys[0];
}

// Checks that the project before stays as it was and that the other storey is shared.
Project after(const Project& before, const Edit& edit) {
  const std::string text = to_text(before);
  const Result<Project> project = trefpunt::apply(before, edit);
  if (!project) FAIL(to_string(project.error(), Lang::En));
  CHECK(to_text(before) == text);
  CHECK(project->buildings[0].storeys[1] == before.buildings[0].storeys[1]);
  return *project;
}

Error refusal(const Edit& edit) {
  const Result<Project> project = trefpunt::apply(room(), edit);
  REQUIRE_FALSE(project);
  CHECK_FALSE(project.error().sentence.nl.empty());
  CHECK(project.error().sentence.nl != project.error().sentence.en);
  return project.error();
}

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
using Points = std::vector<Point>;

}  // namespace

TEST_CASE("A wall that moves takes along what hangs on its vertices", "[edit]") {
  const Project moved = after(room(), edit::MoveThings{{1}, {"W5"}, {0.5, 0}});
  const Storey& storey = ground(moved);
  CHECK(storey.walls[4].points == Points{{2.5, 0}, {2.7, 0}, {2.7, 3}, {2.5, 3}});
  CHECK(storey.walls[0].points == Points{{0, 0}, {2.5, 0}, {4, 0}});
  CHECK(storey.walls[2].points == Points{{4, 3}, {2.5, 3}, {0, 3}});
  CHECK(storey.walls[1].points == ground(room()).walls[1].points);
  CHECK(storey.boundaries[0].points == Points{{2.5, 3}, {1, 1.5}});
  CHECK(storey.outline == Ring{{0, 0}, {2.5, 0}, {4, 0}, {4, 3}, {0, 3}});
}

TEST_CASE("A wall that moves takes along its doors and windows", "[edit]") {
  const Project moved = after(room(), edit::MoveThings{{1}, {"W5"}, {0.5, 0}});
  const Storey& storey = ground(moved);
  CHECK(storey.doors[0].a == Point{2.6, 1});
  CHECK(storey.doors[0].b == Point{2.6, 2});
  CHECK(storey.doors[0].footprint == Ring{{2.7, 1}, {2.5, 1}, {2.5, 2}, {2.7, 2}});
  CHECK(storey.windows[0].a == Point{2.74, 0.2});
  CHECK(storey.windows[0].b == Point{2.74, 0.8});
  CHECK(storey.windows[1].a == Point{4, 1});
}

TEST_CASE("A window further than 5 cm from the wall that moves stays", "[edit]") {
  Window window = ground(room()).windows[0];
  window.a.x = window.b.x = 2.26;
  const Project project = after(room(), edit::SetWindow{{1}, window});
  const Project moved = after(project, edit::MoveThings{{1}, {"W5"}, {0.5, 0}});
  CHECK(ground(moved).windows[0].a == Point{2.26, 0.2});
}

TEST_CASE("A door between two pieces of wall goes along when both move", "[edit]") {
  Project project = after(room(), edit::AddWall{{1}, {{}, {{0, 1}, {0.5, 1}}}});
  project = after(project, edit::AddWall{{1}, {{}, {{1.5, 1}, {2, 1}}}});
  project = after(project, edit::AddDoor{{1}, {{}, {0.5, 1}, {1.5, 1}, {}}});
  const Project both = after(project, edit::MoveThings{{1}, {"W6", "W7"}, {0, 1}});
  CHECK(ground(both).doors[1].a == Point{0.5, 2});
  CHECK(ground(both).doors[1].b == Point{1.5, 2});
  const Project one = after(project, edit::MoveThings{{1}, {"W6"}, {-0.25, 0}});
  CHECK(ground(one).doors[1].a == Point{0.25, 1});
  CHECK(ground(one).doors[1].b == Point{1.5, 1});
}

TEST_CASE("The end of a door follows the corners of its jamb", "[edit]") {
  const Project moved = after(room(), edit::MoveVertex{{1}, {2.2, 1}, {2.2, 0.8}});
  CHECK(ground(moved).doors[0].a == Point{2.1, 0.9});
  CHECK(ground(moved).doors[0].b == Point{2.1, 2});
}

TEST_CASE("Anchors, seats and furniture stay when a wall moves, unless they are named", "[edit]") {
  const Project walls = after(room(), edit::MoveThings{{1}, {"W5", "W2"}, {0.5, 0}});
  CHECK(ground(walls).spaces[0].anchor == Point{1, 1});
  CHECK(ground(walls).seats[0].at == Point{2.1, 1.5});
  const Project things =
      after(room(), edit::MoveThings{{1}, {"Z1", "F1", "K1", "S2", "B1", "D1", "V2"}, {0, 0.25}});
  const Storey& storey = ground(things);
  CHECK(storey.seats[0].at == Point{2.1, 1.75});
  CHECK(storey.furniture[0].ring == Ring{{3, 2.25}, {3.5, 2.25}, {3.5, 2.75}});
  CHECK(storey.links[0].footprint == Ring{{0, 2.25}, {1, 2.25}, {1, 3.25}});
  CHECK(storey.spaces[0].anchor == Point{1, 1});
  CHECK(storey.spaces[1].anchor == Point{3, 1.25});
  CHECK(storey.boundaries[0].points == Points{{2, 3.25}, {1, 1.75}});
  CHECK(storey.doors[0].a == Point{2.1, 1.25});
  CHECK(storey.doors[0].footprint[0] == Point{2.2, 1.25});
  CHECK(storey.windows[1].b == Point{4, 2.25});
  CHECK(storey.walls[2].points == ground(room()).walls[2].points);
}

TEST_CASE("Everything that moves there and back is where it was", "[edit]") {
  std::vector<std::string> all = {"W1", "W2", "W3", "W4", "W5", "D1", "V1", "V2",
                                  "S1", "S2", "Z1", "F1", "K1", "B1", "W1"};
  const Project there = after(room(), edit::MoveThings{{1}, all, {10, -0.25}});
  CHECK(box_of(ground(there)).low == Point{10, -0.25});
  CHECK(box_of(ground(there)).high == Point{14, 2.75});
  const Project back = after(there, edit::MoveThings{{1}, all, {-10, 0.25}});
  CHECK(first_difference(back, room()).empty());
}

TEST_CASE("Several things go in one edit", "[edit]") {
  const Project less = after(
      room(), edit::RemoveThings{{1}, {"W5", "D1", "V2", "S1", "Z1", "F1", "K1", "B1", "W5"}});
  const Storey& storey = ground(less);
  CHECK(storey.walls.size() == 4);
  CHECK(storey.doors.empty());
  REQUIRE(storey.windows.size() == 1);
  CHECK(storey.windows[0].id == WindowId{1});
  REQUIRE(storey.spaces.size() == 1);
  CHECK(storey.spaces[0].id == SpaceId{2});
  CHECK(storey.seats.empty());
  CHECK(storey.furniture.empty());
  CHECK(storey.links.empty());
  CHECK(storey.boundaries.empty());
}

TEST_CASE("A wall is split at its point nearest to the place that was pointed at", "[edit]") {
  Project project = after(room(), edit::SetWall{{1}, {{3}, {{4, 3}, {2, 3}, {0, 3}}, false, true}});
  project = after(project, edit::SplitWall{{1}, {3}, {1, 3.4}});
  const Storey& storey = ground(project);
  REQUIRE(storey.walls.size() == 6);
  CHECK(storey.walls[2].points == Points{{4, 3}, {2, 3}, {1, 3}});
  CHECK(storey.walls[5].points == Points{{1, 3}, {0, 3}});
  CHECK(storey.walls[5].id == WallId{6});
  CHECK(storey.walls[5].is_glass);
  CHECK(project.next.wall == 7);
}

TEST_CASE("A wall split at a vertex has that vertex in both parts once", "[edit]") {
  const Project project = after(room(), edit::SplitWall{{1}, {3}, {2, 2}});
  CHECK(ground(project).walls[2].points == Points{{4, 3}, {2, 3}});
  CHECK(ground(project).walls[5].points == Points{{2, 3}, {0, 3}});
}

TEST_CASE("A closed wall, or a wall at its end, cannot be split", "[edit]") {
  CHECK(refusal(edit::SplitWall{{1}, {5}, {2.1, 0}}).code == Code::BadInput);
  CHECK(refusal(edit::SplitWall{{1}, {1}, {-1, 0}}).code == Code::BadInput);
  CHECK(refusal(edit::SplitWall{{1}, {1}, {4, 1}}).code == Code::BadInput);
  CHECK(refusal(edit::SplitWall{{1}, {1}, {3.9999999, 0}}).code == Code::BadInput);
  CHECK(refusal(edit::SplitWall{{1}, {1}, {kNaN, 0}}).code == Code::BadInput);
  CHECK(refusal(edit::SplitWall{{1}, {9}, {1, 0}}).code == Code::NotFound);
  CHECK(refusal(edit::SplitWall{{2}, {1}, {1, 0}}).code == Code::NotFound);
}

TEST_CASE("Moving or removing what is not on the storey is refused whole", "[edit]") {
  for (const char* name : {"W9", "S9", "U1", "L1", "W", "", "w1", "W01", "1", "W1 "}) {
    CAPTURE(name);
    CHECK(refusal(edit::MoveThings{{1}, {"W1", name}, {1, 0}}).code == Code::NotFound);
    CHECK(refusal(edit::RemoveThings{{1}, {"W1", name}}).code == Code::NotFound);
  }
  CHECK(refusal(edit::MoveThings{{2}, {"W1"}, {1, 0}}).code == Code::NotFound);
  CHECK(refusal(edit::RemoveThings{{3}, {"W1"}}).code == Code::NotFound);
  CHECK(refusal(edit::RemoveThings{{1}, {"W9"}}).sentence.en == "W9 is not in this project.");
}

TEST_CASE("Moving nothing, or by what is no number, is refused", "[edit]") {
  CHECK(refusal(edit::MoveThings{{1}, {}, {1, 0}}).code == Code::BadInput);
  CHECK(refusal(edit::RemoveThings{{1}, {}}).code == Code::BadInput);
  CHECK(refusal(edit::MoveThings{{1}, {"W1"}, {kNaN, 0}}).code == Code::BadInput);
  CHECK(refusal(edit::MoveThings{{1}, {"W1"}, {0, 1e300}}).code == Code::BadInput);
}

TEST_CASE("An id is read back from its name, and from no other text", "[ids]") {
  CHECK(id_from<DoorId>("D12") == DoorId{12});
  for (const char* text : {"", "D", "W12", "d12", "D012", "D+12", "D-1", "D0", "D12 ", "12",
                           "D99999999999999999999"}) {
    CAPTURE(text);
    CHECK_FALSE(id_from<DoorId>(text));
  }
}
