// SPDX-License-Identifier: GPL-3.0-or-later
// The panels beside the map of a wijk.
#include <fmt/format.h>

#include "app/panel_bench.h"
#include "app/plans_in_wijk.h"
#include "app/small_wijk.h"
#include "app/wijk_view.h"
#include "support/storey_from_text.h"

using namespace trefpunt;

namespace {

const std::vector<std::pair<std::string, Panel>> kPanels = {
    {"thing", draw_wijk_thing},       {"map", draw_map_panel},     {"numbers", draw_wijk_panel},
    {"contents", draw_wijk_contents}, {"findings", draw_findings}, {"criteria", draw_criteria}};

std::unique_ptr<Workspace> workspace_of(Project project, bool is_evaluated = true) {
  auto workspace = std::make_unique<Workspace>(surroundings());
  workspace->adopt({std::move(project), {}}, "");
  if (is_evaluated) REQUIRE(until_evaluated(*workspace));
  return workspace;
}

// Everything in every panel, in both languages: no crash, and nothing asked for.
void draw_all(const Workspace& workspace, const std::set<std::string>& selection) {
  for (const auto& [name, panel] : kPanels) {
    INFO(name);
    Bench bench(workspace, panel);
    for (const Lang lang : {Lang::Nl, Lang::En}) {
      bench.ui.lang = lang;
      bench.state.selection = selection;
      for (const StreetHeat heat : {StreetHeat::None, StreetHeat::Closeness,
                                    StreetHeat::Betweenness, StreetHeat::Encounters}) {
        bench.state.wijk.heat = heat;
        bench.frame();
      }
    }
    CHECK(bench.request.edits.empty());
    CHECK(bench.request.command.empty());
  }
}

Project with_plan(Project project) {
  auto storey = std::make_shared<Storey>(storey_from_text(R"(
    ########
    #......#
    #..s...#
    ####D###)"));
  storey->id = {1};
  project.buildings.push_back({"Zorgcentrum", {storey}, {}, {}});
  project.next.storey = 2;
  return project;
}

}  // namespace

TEST_CASE("panels of a wijk show whatever is selected") {
  const auto workspace = workspace_of(small_wijk());
  for (const char* one :
       {"E1", "H1", "P1", "M1", "M2", "O1", "G1", "BU00000001", "P99", "plan:0"}) {
    draw_all(*workspace, {one});
  }
  draw_all(*workspace, {});
  draw_all(*workspace, {"H1", "P1", "M1"});
}

TEST_CASE("panels of a wijk do without results and without layers") {
  draw_all(*workspace_of(small_wijk(), false), {"E1"});
  Project bare;
  bare.wijk = std::make_shared<const Wijk>();
  draw_all(*workspace_of(bare), {});
}

TEST_CASE("a layer that nobody gave is called missing, not empty") {
  Project project;
  Wijk wijk;
  wijk.places = std::make_shared<const std::vector<WijkPlace>>();
  project.wijk = std::make_shared<const Wijk>(wijk);
  const auto workspace = workspace_of(project);
  Bench bench(*workspace, draw_map_panel);
  bench.click(fmt::format("layer:{}", static_cast<int>(MapLayer::Places)));
  CHECK(bench.state.wijk.hidden.contains(MapLayer::Places));
  bench.click(fmt::format("layer:{}", static_cast<int>(MapLayer::Homes)));
  CHECK_FALSE(bench.state.wijk.hidden.contains(MapLayer::Homes));
}

TEST_CASE("a path is closed from its panel") {
  const auto workspace = workspace_of(small_wijk());
  Bench bench(*workspace, draw_wijk_thing);
  bench.state.selection = {"E2"};
  bench.click("street-close");
  CHECK(bench.edit<edit::RemoveStreet>().id == StreetId{2});
  CHECK(bench.state.selection.empty());
}

TEST_CASE("a place gets another category, and the rest of it stays") {
  const auto workspace = workspace_of(small_wijk());
  Bench bench(*workspace, draw_wijk_thing);
  bench.state.selection = {"P1"};
  bench.click("place-category");
  bench.click("place-category:1");  // bibliotheek, by the alphabet after apotheek
  const WijkPlace& place = bench.edit<edit::SetPlace>().thing;
  CHECK(place.category == PlaceCategory::Library);
  CHECK(place.name == "Buurthuis De Brink");
  CHECK(place.id == PlaceId{1});
}

TEST_CASE("the width of a street is typed with a comma") {
  const auto workspace = workspace_of(small_wijk());
  Bench bench(*workspace, draw_wijk_thing);
  bench.state.selection = {"E2"};
  bench.click("street-width");
  bench.type("1,8");
  bench.press(ImGuiKey_Enter);
  CHECK(bench.edit<edit::SetStreet>().thing.width == 1.8);
}

TEST_CASE("what is selected moves by numbers") {
  const auto workspace = workspace_of(small_wijk());
  Bench bench(*workspace, draw_wijk_thing);
  bench.state.selection = {"M1"};
  bench.state.move_x = 2;
  bench.state.move_y = -3;
  bench.click("move");
  CHECK(bench.edit<edit::MoveWijkThings>().by == Point{2, -3});
  CHECK(bench.edit<edit::MoveWijkThings>().objects == std::vector<std::string>{"M1"});
}

TEST_CASE("the planner states that all benches are on the map") {
  const auto workspace = workspace_of(small_wijk());
  Bench bench(*workspace, draw_wijk_thing);
  bench.click("benches-all");
  CHECK(bench.edit<edit::SetWijk>().benches_are_all);
  CHECK(bench.edit<edit::SetWijk>().name == "Proefwijk");
}

TEST_CASE("the own plan is put in the middle of the map and turned around itself") {
  const auto workspace = workspace_of(with_plan(small_wijk()));
  Bench bench(*workspace, draw_wijk_thing);
  bench.state.camera.centre = kWijkOrigin + Point{100, 100};
  bench.click("plan-place");
  const edit::PlaceBuilding placed = bench.edit<edit::PlaceBuilding>();
  REQUIRE(placed.position);
  REQUIRE(workspace->edit(placed));
  const auto heart = [&] {
    const std::vector<Point> ring = outline_of_plan(*workspace, bench.state, "plan:0");
    REQUIRE(ring.size() == 4);
    return middle(ring[0], ring[2]);
  };
  CHECK(distance(heart(), bench.state.camera.centre) < 1e-5);
  bench.state.selection = {"plan:0"};
  bench.click("plan-angle");
  bench.type("90");
  bench.press(ImGuiKey_Enter);
  REQUIRE(workspace->edit(bench.edit<edit::PlaceBuilding>()));
  CHECK(distance(heart(), bench.state.camera.centre) < 1e-5);
  CHECK(workspace->project().buildings[0].placement.in_wijk->angle == Approx(1.5707963));
  CHECK(plan_in_wijk_at(*workspace, bench.state, heart()) == "plan:0");
  CHECK(plan_in_wijk_at(*workspace, bench.state, heart() + Point{50, 0}).empty());
}

TEST_CASE("homes without a category in reach are asked for from the panel") {
  const auto workspace = workspace_of(small_wijk());
  Bench bench(*workspace, draw_map_panel);
  bench.click("missing");
  bench.click("missing:2");
  CHECK(bench.state.wijk.missing == all_place_categories()[1]);
  bench.click("reach");
  bench.type("250");
  bench.press(ImGuiKey_Enter);
  CHECK(bench.state.wijk.reach == 250);
}

TEST_CASE("what is chosen in the list of contents is selected on the map") {
  const auto workspace = workspace_of(small_wijk());
  Bench bench(*workspace, draw_wijk_contents);
  bench.click("object:P2");
  CHECK(bench.state.selection == std::set<std::string>{"P2"});
}
