// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <limits>

#include "project/edit.h"
#include "support/project_text.h"
#include "support/rich_project.h"

using namespace trefpunt;

namespace {

// rich_project(): L7 (level 0) and L2 (level 0.5) in the first building, L1 alone in the second.
Project after(const Project& before, const Edit& edit) {
  const std::string text = to_text(before);
  const Result<Project> project = trefpunt::apply(before, edit);
  if (!project) FAIL(to_string(project.error(), Lang::En));
  CHECK(to_text(before) == text);
  return *project;
}

Error refusal(const Edit& edit) {
  const Result<Project> project = trefpunt::apply(rich_project(), edit);
  REQUIRE_FALSE(project);
  CHECK_FALSE(project.error().sentence.nl.empty());
  CHECK(project.error().sentence.nl != project.error().sentence.en);
  return project.error();
}

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

}  // namespace

TEST_CASE("A copied storey stands at its level with a new id for everything", "[edit]") {
  Project before = rich_project();
  before.next = {50, 50, 50, 50, 50, 50, 50, 50, 50, 50};
  const Project project = after(before, edit::CopyStorey{0, {7}, "kopie", -2});
  const auto& storeys = project.buildings[0].storeys;
  REQUIRE(storeys.size() == 3);
  CHECK(storeys[1] == before.buildings[0].storeys[0]);
  CHECK(storeys[2] == before.buildings[0].storeys[1]);
  CHECK(project.buildings[1].storeys == before.buildings[1].storeys);

  const Storey& copy = *storeys[0];
  const Storey& original = *storeys[1];
  CHECK(copy.id == StoreyId{50});
  CHECK(copy.name == "kopie");
  CHECK(copy.level == -2);
  CHECK(copy.outline == original.outline);
  REQUIRE(copy.spaces.size() == 3);
  CHECK(copy.spaces[0].id == SpaceId{50});
  CHECK(copy.spaces[2].id == SpaceId{52});
  CHECK(copy.spaces[0].unit == original.spaces[0].unit);
  CHECK(copy.spaces[0].source_key.empty());
  CHECK(copy.walls[5].id == WallId{55});
  CHECK(copy.walls[0].points == original.walls[0].points);
  CHECK(copy.doors[3].id == DoorId{53});
  CHECK(copy.windows[1].id == WindowId{51});
  CHECK(copy.seats[1].id == SeatId{51});
  CHECK(copy.furniture[1].id == FurnitureId{51});
  CHECK(copy.links[2].id == LinkId{52});
  CHECK(copy.boundaries[1].id == BoundaryId{51});
  CHECK(project.next.storey == 51);
  CHECK(project.next.wall == 56);
  CHECK(project.next.unit == 50);
}

TEST_CASE("A storey that gets another level takes its place among the others", "[edit]") {
  const Project before = rich_project();
  const Project project = after(before, edit::SetStorey{{7}, "boven", 3});
  const auto& storeys = project.buildings[0].storeys;
  CHECK(storeys[0] == before.buildings[0].storeys[1]);
  CHECK(storeys[1]->id == StoreyId{7});
  CHECK(storeys[1]->name == "boven");
  CHECK(storeys[1]->level == 3);
  CHECK(storeys[1]->walls.size() == 6);
}

TEST_CASE("A storey that shares its level can be renamed and leave it", "[edit]") {
  Project twice = rich_project();
  auto same = std::make_shared<Storey>(*twice.buildings[0].storeys[1]);
  same->level = 0;
  twice.buildings[0].storeys[1] = same;
  CHECK(after(twice, edit::SetStorey{{2}, "naam", 0}).buildings[0].storeys[1]->name == "naam");
  CHECK(after(twice, edit::SetStorey{{2}, "", -1}).buildings[0].storeys[0]->id == StoreyId{2});
}

TEST_CASE("A storey goes, but not the last one of a building", "[edit]") {
  const Project before = rich_project();
  const Project project = after(before, edit::RemoveStorey{{7}});
  REQUIRE(project.buildings[0].storeys.size() == 1);
  CHECK(project.buildings[0].storeys[0] == before.buildings[0].storeys[1]);
  CHECK(refusal(edit::RemoveStorey{{1}}).code == Code::BadInput);
  CHECK(refusal(edit::RemoveStorey{{9}}).code == Code::NotFound);
}

TEST_CASE("A level that is taken or no number is refused", "[edit]") {
  CHECK(refusal(edit::CopyStorey{0, {7}, "", 0.5}).sentence.nl ==
        "Op niveau 0,5 is al een verdieping.");
  CHECK(refusal(edit::CopyStorey{0, {7}, "", 0}).code == Code::BadInput);
  CHECK(refusal(edit::CopyStorey{0, {7}, "", kNaN}).code == Code::BadInput);
  CHECK(refusal(edit::SetStorey{{7}, "", 0.5}).code == Code::BadInput);
  CHECK(refusal(edit::SetStorey{{7}, "", std::numeric_limits<double>::infinity()}).code ==
        Code::BadInput);
  // In another building it is free.
  CHECK(after(rich_project(), edit::CopyStorey{1, {1}, "", 0.5}).buildings[1].storeys.size() == 2);
}

TEST_CASE("A storey or a building that is not there is refused", "[edit]") {
  CHECK(refusal(edit::CopyStorey{2, {7}, "", 4}).sentence.en ==
        "Building 3 is not in this project.");
  CHECK(refusal(edit::CopyStorey{1, {7}, "", 4}).code == Code::NotFound);
  CHECK(refusal(edit::SetStorey{{9}, "", 4}).code == Code::NotFound);
  CHECK(refusal(edit::AddUnit{2, {}}).code == Code::NotFound);
  CHECK(refusal(edit::SetUnit{2, {{1}, "", "", {}, {}}}).code == Code::NotFound);
  CHECK(refusal(edit::SetUnit{0, {{9}, "", "", {}, {}}}).code == Code::NotFound);
  CHECK(refusal(edit::SetUnit{1, {{1}, "", "", {}, {}}}).code == Code::NotFound);
}

TEST_CASE("Units are added and changed; beds are not fewer than none", "[edit]") {
  Project project = rich_project();
  project.next.unit = 4;
  project = after(project, edit::AddUnit{1, {{1}, "Fysio", "praktijk", {}, false}});
  REQUIRE(project.buildings[1].units.size() == 1);
  CHECK(project.buildings[1].units[0].id == UnitId{4});
  CHECK(project.next.unit == 5);
  project = after(project, edit::SetUnit{1, {{4}, "Fysiotherapie", "praktijk", 0, false}});
  CHECK(project.buildings[1].units[0].name == "Fysiotherapie");
  CHECK(project.buildings[1].units[0].beds == 0);
  CHECK(refusal(edit::AddUnit{0, {{}, "", "", -1, {}}}).code == Code::BadInput);
  CHECK(refusal(edit::SetUnit{0, {{1}, "", "", -1, {}}}).code == Code::BadInput);
}

TEST_CASE("A space belongs to a unit of its own building or to none", "[edit]") {
  Space space;
  space.unit = {2};
  CHECK(after(rich_project(), edit::AddSpace{{7}, space}).buildings[0].storeys[0]->spaces.size() ==
        4);
  CHECK(refusal(edit::AddSpace{{1}, space}).sentence.en == "U2 is not in this project.");
  space.id = {1};
  space.unit = {9};
  CHECK(refusal(edit::SetSpace{{7}, space}).code == Code::NotFound);
}

TEST_CASE("Renaming a project shares every storey", "[edit]") {
  const Project before = rich_project();
  const Project project = after(before, edit::RenameProject{"Nieuw"});
  CHECK(project.name == "Nieuw");
  CHECK(project.buildings[0].storeys == before.buildings[0].storeys);
}

TEST_CASE("An undo menu calls an edit by what it does", "[edit]") {
  CHECK(label_of(edit::AddWall{}) == Text{"Wand tekenen", "Draw wall"});
  CHECK(label_of(edit::SetSpace{}) == Text{"Ruimte wijzigen", "Change space"});
  CHECK(label_of(edit::RemoveLink{}) == Text{"Trap of lift verwijderen", "Remove stairs or lift"});
  CHECK(label_of(edit::SplitWall{}) == Text{"Wand splitsen", "Split wall"});
  CHECK(label_of(edit::MoveThings{{}, {"D4"}, {}}) == Text{"Deur verplaatsen", "Move door"});
  CHECK(label_of(edit::MoveThings{{}, {"D4", "D5"}, {}}) ==
        Text{"Deuren verplaatsen", "Move doors"});
  CHECK(label_of(edit::RemoveThings{{}, {"D4", "W5", "Z1"}}) ==
        Text{"3 dingen verwijderen", "Remove 3 things"});
  CHECK_FALSE(label_of(edit::RemoveThings{{}, {"", "?"}}).empty());
  CHECK(label_of(edit::CopyStorey{}) == Text{"Verdieping kopiëren", "Copy storey"});
  CHECK(label_of(edit::AddUnit{}) == Text{"Afdeling toevoegen", "Add unit"});
}
