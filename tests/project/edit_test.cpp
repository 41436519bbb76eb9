// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/edit.h"

#include <catch2/catch.hpp>
#include <limits>

#include "support/project_text.h"

using namespace trefpunt;

namespace {

// Two storeys; the lower one has a room of four walls that meet in the corners, with a door.
Project two_storeys() {
  auto ground = std::make_shared<Storey>();
  ground->id = {1};
  ground->walls = {{{1}, {{0, 0}, {4, 0}}},
                   {{2}, {{4, 0}, {4, 3}}},
                   {{3}, {{4, 3}, {0, 3}}},
                   {{4}, {{0, 3}, {0, 0}}}};
  Door door;
  door.id = {1};
  door.a = {4, 0};
  door.b = {4, 1};
  ground->doors = {door};
  ground->seats = {{{1}, {4, 0}, 1, ""}};
  auto first = std::make_shared<Storey>();
  first->id = {2};
  first->level = 1;
  Project project;
  project.buildings.push_back({"test", {ground, first}, {}, {}});
  project.next.wall = 5;
  project.next.door = 2;
  project.next.seat = 2;
  return project;
}

const Storey& storey(const Project& project, std::size_t index) {
  return *project.buildings[0].storeys[index];
}

const Ring kTriangle = {{0, 0}, {1, 0}, {1, 1}};
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

}  // namespace

TEST_CASE("An edit leaves the project before it as it was and shares the other storey", "[edit]") {
  const Project before = two_storeys();
  const auto after = apply(before, edit::AddWall{{1}, {{}, {{1, 0}, {1, 3}}}});
  REQUIRE(after);
  CHECK(storey(before, 0).walls.size() == 4);
  CHECK(before.next.wall == 5);
  REQUIRE(storey(*after, 0).walls.size() == 5);
  CHECK(storey(*after, 0).walls.back().id == WallId{5});
  CHECK(after->next.wall == 6);
  CHECK(after->buildings[0].storeys[1] == before.buildings[0].storeys[1]);
  CHECK(after->buildings[0].storeys[0] != before.buildings[0].storeys[0]);
}

TEST_CASE("The number of a removed wall is never used again", "[edit]") {
  const auto with = apply(two_storeys(), edit::AddWall{{2}, {{}, {{0, 0}, {1, 0}}}});
  REQUIRE(with);
  const auto without = apply(*with, edit::RemoveWall{{2}, {5}});
  REQUIRE(without);
  CHECK(storey(*without, 1).walls.empty());
  const auto again = apply(*without, edit::AddWall{{2}, {{}, {{0, 0}, {1, 0}}}});
  REQUIRE(again);
  CHECK(storey(*again, 1).walls[0].id == WallId{6});
}

TEST_CASE("Moving a vertex takes along every wall and jamb that meets there", "[edit]") {
  const auto after = apply(two_storeys(), edit::MoveVertex{{1}, {4, 0}, {5, 0}});
  REQUIRE(after);
  const Storey& moved = storey(*after, 0);
  CHECK(moved.walls[0].points[1] == Point{5, 0});
  CHECK(moved.walls[1].points[0] == Point{5, 0});
  CHECK(moved.walls[2].points[0] == Point{4, 3});
  CHECK(moved.doors[0].a == Point{5, 0});
  CHECK(moved.doors[0].b == Point{4, 1});
}

TEST_CASE("A seat in the corner stays when the corner moves", "[edit]") {
  const auto after = apply(two_storeys(), edit::MoveVertex{{1}, {4, 0}, {5, 0}});
  REQUIRE(after);
  CHECK(storey(*after, 0).seats[0].at == Point{4, 0});
}

TEST_CASE("What an edit brings is rounded to whole micrometres", "[edit]") {
  const auto after = apply(two_storeys(), edit::MoveVertex{{1}, {4, 0}, {4.00000049, 0}});
  REQUIRE(after);
  CHECK(storey(*after, 0).walls[0].points[1] == snap({4.00000049, 0}));
}

TEST_CASE("A door, a space and a seat can be added, changed and removed", "[edit]") {
  Door door;
  door.a = {0, 1};
  door.b = {0, 2};
  auto project = apply(two_storeys(), edit::AddDoor{{1}, door});
  REQUIRE(project);
  door = storey(*project, 0).doors[1];
  CHECK(door.id == DoorId{2});
  door.clear_width = 0.9;
  project = apply(*project, edit::SetDoor{{1}, door});
  REQUIRE(project);
  CHECK(storey(*project, 0).doors[1].clear_width == 0.9);
  project = apply(*project, edit::RemoveDoor{{1}, {2}});
  REQUIRE(project);
  CHECK(storey(*project, 0).doors.size() == 1);

  Space space;
  space.anchor = {1, 1};
  project = apply(*project, edit::AddSpace{{1}, space});
  REQUIRE(project);
  space = storey(*project, 0).spaces[0];
  CHECK(space.id == SpaceId{1});
  space.use = Use::Lounge;
  project = apply(*project, edit::SetSpace{{1}, space});
  REQUIRE(project);
  CHECK(storey(*project, 0).spaces[0].use == Use::Lounge);
  project = apply(*project, edit::RemoveSpace{{1}, {1}});
  REQUIRE(project);
  CHECK(storey(*project, 0).spaces.empty());

  project = apply(*project, edit::AddSeat{{1}, {{}, {2, 2}, 3, ""}});
  REQUIRE(project);
  CHECK(storey(*project, 0).seats[1].id == SeatId{2});
  project = apply(*project, edit::RemoveSeat{{1}, {2}});
  REQUIRE(project);
  CHECK(storey(*project, 0).seats.size() == 1);
}

TEST_CASE("A window, furniture, a link, a boundary and a seat can be changed too", "[edit]") {
  auto project = apply(two_storeys(), edit::AddWindow{{1}, {{}, {0, 1}, {0, 2}, {}, {}, ""}});
  REQUIRE(project);
  CHECK(project->next.window == 2);
  project = apply(*project, edit::SetWindow{{1}, {{1}, {0, 1}, {0, 2.0000001}, {}, 0.9, ""}});
  REQUIRE(project);
  CHECK(storey(*project, 0).windows[0].sill_height == 0.9);
  CHECK(storey(*project, 0).windows[0].b == Point{0, 2});
  project = apply(*project, edit::RemoveWindow{{1}, {1}});
  REQUIRE(project);
  CHECK(storey(*project, 0).windows.empty());

  const Ring ring = {{1, 1}, {2, 1}, {2, 2}};
  project = apply(*project, edit::AddFurniture{{1}, {{}, ring, false, "kast", ""}});
  REQUIRE(project);
  project = apply(*project, edit::SetFurniture{{1}, {{1}, ring, true, "kast", ""}});
  REQUIRE(project);
  CHECK(storey(*project, 0).furniture[0].blocks_sight);
  project = apply(*project, edit::RemoveFurniture{{1}, {1}});
  REQUIRE(project);
  CHECK(storey(*project, 0).furniture.empty());

  project = apply(*project, edit::AddLink{{1}, {{}, LinkKind::Stairs, ring, {}, {}, ""}});
  REQUIRE(project);
  project = apply(*project, edit::SetLink{{1}, {{1}, LinkKind::Ramp, ring, 12, 0.05, ""}});
  REQUIRE(project);
  CHECK(storey(*project, 0).links[0].kind == LinkKind::Ramp);
  project = apply(*project, edit::RemoveLink{{1}, {1}});
  REQUIRE(project);
  CHECK(storey(*project, 0).links.empty());

  project = apply(*project, edit::AddBoundary{{1}, {{}, {{1, 0}, {1, 3}}, false, ""}});
  REQUIRE(project);
  project = apply(*project, edit::SetBoundary{{1}, {{1}, {{2, 0}, {2, 3}}, false, ""}});
  REQUIRE(project);
  CHECK(storey(*project, 0).boundaries[0].points[0] == Point{2, 0});
  project = apply(*project, edit::RemoveBoundary{{1}, {1}});
  REQUIRE(project);
  CHECK(storey(*project, 0).boundaries.empty());

  project = apply(*project, edit::SetSeat{{1}, {{1}, {1, 1}, 4, ""}});
  REQUIRE(project);
  CHECK(storey(*project, 0).seats[0].places == 4);
  project = apply(*project, edit::SetWall{{1}, {{2}, {{4, 0}, {4, 2}, {4, 3}}, false, true}});
  REQUIRE(project);
  CHECK(storey(*project, 0).walls[1].is_glass);
  CHECK(storey(*project, 0).walls[1].points.size() == 3);
}

TEST_CASE("Ambition and answers are replaced while every storey is shared", "[edit]") {
  const Project before = two_storeys();
  Ambition ambition;
  ambition.work = "verbouw";
  auto after = apply(before, edit::SetAmbition{ambition});
  REQUIRE(after);
  CHECK(after->ambition.work == "verbouw");
  CHECK(after->buildings[0].storeys == before.buildings[0].storeys);
  Answers answers;
  answers.project = "test";
  after = apply(*after, edit::SetAnswers{answers});
  REQUIRE(after);
  CHECK(after->answers.project == "test");
}

TEST_CASE("A programme is set and taken away, and nothing else changes", "[edit]") {
  const Project before = two_storeys();
  Programme programme;
  programme.roles.resize(1);
  auto after = apply(before, edit::SetProgramme{programme});
  REQUIRE(after);
  CHECK(after->programme.roles.size() == 1);
  CHECK(after->buildings[0].storeys == before.buildings[0].storeys);
  after = apply(*after, edit::SetProgramme{});
  REQUIRE(after);
  CHECK(first_difference(before, *after) == "");
  CHECK(label_of(edit::SetProgramme{}) == Text{"Programma wijzigen", "Change programme"});
}

TEST_CASE("An edit of what is not there is refused", "[edit]") {
  const Project project = two_storeys();
  Door door;
  door.id = {7};
  Space space;
  space.id = {7};
  const Edit edits[] = {
      edit::AddWall{{9}, {{}, {{0, 0}, {1, 0}}}},
      edit::RemoveWall{{1}, {7}},
      edit::RemoveWall{{2}, {1}},
      edit::SetDoor{{1}, door},
      edit::RemoveDoor{{1}, {7}},
      edit::SetSpace{{1}, space},
      edit::RemoveSpace{{1}, {7}},
      edit::RemoveSeat{{1}, {7}},
      edit::MoveVertex{{1}, {9, 9}, {8, 8}},
      edit::SetWall{{1}, {{7}, {{0, 0}, {1, 0}}}},
      edit::SetWindow{{1}, {{7}, {0, 0}, {1, 0}, {}, {}, ""}},
      edit::RemoveWindow{{1}, {7}},
      edit::SetSeat{{1}, {{7}, {0, 0}, 1, ""}},
      edit::SetFurniture{{1}, {{7}, kTriangle, false, "", ""}},
      edit::RemoveFurniture{{1}, {7}},
      edit::SetLink{{1}, {{7}, LinkKind::Lift, kTriangle, {}, {}, ""}},
      edit::RemoveLink{{1}, {7}},
      edit::AddBoundary{{9}, {{}, {{0, 0}, {1, 0}}, false, ""}},
      edit::SetBoundary{{1}, {{7}, {{0, 0}, {1, 0}}, false, ""}},
      edit::RemoveBoundary{{1}, {7}},
  };
  for (const Edit& edit : edits) {
    const auto after = apply(project, edit);
    REQUIRE_FALSE(after);
    CHECK(after.error().code == Code::NotFound);
    CHECK_FALSE(after.error().sentence.en.empty());
  }
  CHECK(apply(project, edits[1]).error().sentence.en == "W7 is not in this project.");
}

TEST_CASE("Coordinates that are no numbers, and shapes that cannot be, are refused", "[edit]") {
  const Project project = two_storeys();
  Door bent;
  bent.footprint = {{0, 0}, {1, 0}, {1, 1}};
  Door narrow;
  narrow.clear_width = -1;
  Space lost;
  lost.anchor = {0, kNaN};
  Space sized;
  sized.stated_area_m2 = -1;
  Space bedded;
  bedded.beds = -1;
  const Edit edits[] = {
      edit::AddWall{{1}, {{}, {{0, 0}}}},
      edit::AddWall{{1}, {{}, {{0, 0}, {1, 0}}, true}},
      edit::AddWall{{1}, {{}, {{0, 0}, {kNaN, 0}}}},
      edit::MoveVertex{{1}, {4, 0}, {std::numeric_limits<double>::infinity(), 0}},
      edit::AddDoor{{1}, bent},
      edit::AddDoor{{1}, narrow},
      edit::AddSpace{{1}, lost},
      edit::AddSpace{{1}, sized},
      edit::SetSpace{{1}, bedded},
      edit::AddSeat{{1}, {{}, {0, 0}, 0, ""}},
      edit::SetSeat{{1}, {{1}, {0, kNaN}, 1, ""}},
      edit::SetWall{{1}, {{1}, {{0, 0}}}},
      edit::SetWall{{1}, {{1}, {{0, 0}, {1e10, 0}}}},
      edit::AddWindow{{1}, {{}, {0, 0}, {kNaN, 0}, {}, {}, ""}},
      edit::AddWindow{{1}, {{}, {0, 0}, {1, 0}, kTriangle, {}, ""}},
      edit::SetWindow{{1}, {{1}, {0, 0}, {1, 0}, {}, -0.1, ""}},
      edit::AddFurniture{{1}, {{}, {{0, 0}, {1, 0}}, false, "", ""}},
      edit::SetFurniture{{1}, {{1}, {{0, 0}, {1, 0}, {kNaN, 1}}, false, "", ""}},
      edit::AddLink{{1}, {{}, LinkKind::Lift, {{0, 0}, {1, 0}}, {}, {}, ""}},
      edit::AddLink{{1}, {{}, LinkKind::Stairs, kTriangle, kNaN, {}, ""}},
      edit::AddLink{{1}, {{}, LinkKind::Stairs, kTriangle, -1, {}, ""}},
      edit::SetLink{{1}, {{1}, LinkKind::Ramp, kTriangle, {}, -0.05, ""}},
      edit::SetLink{
          {1}, {{1}, LinkKind::Ramp, kTriangle, {}, std::numeric_limits<double>::infinity(), ""}},
      edit::AddBoundary{{1}, {{}, {{0, 0}}, false, ""}},
      edit::AddBoundary{{1}, {{}, {{0, 0}, {1, 0}}, true, ""}},
      edit::SetBoundary{{1}, {{1}, {{0, 0}, {kNaN, 0}}, false, ""}},
  };
  for (const Edit& edit : edits) {
    const auto after = apply(project, edit);
    REQUIRE_FALSE(after);
    CHECK(after.error().code == Code::BadInput);
    CHECK_FALSE(after.error().sentence.nl.empty());
    CHECK(after.error().sentence.nl != after.error().sentence.en);
  }
}
