// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels.h"

#include "app/panel_bench.h"
#include "measure/plugin_host.h"
#include "support/large_project.h"
#include "support/storey_from_text.h"

using namespace trefpunt;

namespace {

const std::vector<std::pair<std::string, Panel>> kPanels = {
    {"properties", draw_properties}, {"criteria", draw_criteria}, {"measures", draw_measures},
    {"encounters", draw_encounters}, {"findings", draw_findings}, {"contents", draw_contents}};

// Everything in every panel, in both languages, selected or not: no crash, and nothing asked for.
void draw_all(const Workspace& workspace, const std::set<std::string>& selection) {
  for (const auto& [name, panel] : kPanels) {
    INFO(name);
    Bench bench(workspace, panel);
    for (const Lang lang : {Lang::Nl, Lang::En}) {
      bench.ui.lang = lang;
      bench.state.selection = selection;
      for (int i = 0; i < 3; ++i) bench.frame();
      for (const Criterion& criterion : workspace.catalogue().criteria) {
        if (name != "criteria") break;
        bench.state.criterion = criterion.id;
        bench.frame();
      }
      for (const bool is_programme : {false, true}) {
        if (name != "encounters") break;
        bench.state.encounter.is_programme = is_programme;
        for (int i = 0; i < 3; ++i) bench.frame();
      }
      for (const Measure* measure : all_measures()) {
        if (name != "measures") break;
        bench.state.measure = measure->info().id;
        bench.frame();
      }
    }
    CHECK(bench.request.edits.empty());
    CHECK(bench.request.command.empty());
  }
}

// A lounge, an office, and a door between them; a seat, a table, stairs.
Project practice() {
  Space lounge, office;
  lounge.name = "Lounge";
  lounge.use = Use::Lounge;
  office.name = "Kantoor";
  office.use = Use::Office;
  auto storey = std::make_shared<Storey>(storey_from_text(R"(
    ##########
    #..s.#...#
    #.a..D.b.#
    #.%..#.^^#
    ###E######
  )",
                                                          {{'a', lounge}, {'b', office}}));
  storey->name = "begane grond";
  Project project;
  project.name = "praktijk";
  project.buildings = {{"praktijk", {storey}, {}, {}}};
  project.next = {2, 50, 50, 50, 50, 50, 50, 50, 50, 50};
  return project;
}

std::unique_ptr<Workspace> workspace_of(Project project) {
  auto workspace = std::make_unique<Workspace>(surroundings());
  workspace->adopt({std::move(project), {}}, "");
  REQUIRE(until_evaluated(*workspace));
  return workspace;
}

}  // namespace

TEST_CASE("panels of an empty design") {
  Workspace workspace(surroundings());
  draw_all(workspace, {});  // before there is any
  workspace.start_new({"Nieuw ontwerp", "New design"});
  draw_all(workspace, {});  // before it is computed
  REQUIRE(until_evaluated(workspace));
  draw_all(workspace, {});
  draw_all(workspace, {"W1", "S1"});  // what is no more
}

TEST_CASE("panels of a large design") {
  Workspace workspace(surroundings());
  const Project project = large_project(20, 15, 8);
  REQUIRE(project.buildings[0].storeys[0]->spaces.size() == 300);
  REQUIRE(project.buildings[0].storeys[0]->walls.size() == 5080);
  workspace.adopt({project, {}}, "");
  draw_all(workspace, {"S17"});
  Bench bench(workspace, draw_contents);
  bench.frame();
  CHECK(bench.ui.marks.contains("object:S300"));
  bench.click("object:S290");  // far below
  CHECK(bench.state.selection == std::set<std::string>{"S290"});
  bench.click("contents-walls");
  CHECK(bench.ui.marks.contains("object:W5080"));
}

TEST_CASE("panels of a design that is not whole") {
  Project project;
  project.name = "half";
  auto storey = std::make_shared<Storey>();
  storey->id = {1};
  storey->walls = {{WallId{1}, {{0, 0}, {4, 0}, {4, 3}}, false, false, ""},
                   {WallId{2}, {{0, 0}, {0, 1}}, false, true, ""}};
  Space outside, twice, again;
  outside.id = {1};
  outside.anchor = {50, 50};
  twice.id = {2};
  twice.anchor = {1, 1};
  again.id = {3};
  again.anchor = {1.1, 1};
  again.name = "\xc3\xa9\xe2\x82\xac %s %n ###naam";
  storey->spaces = {outside, twice, again};
  Door nowhere;
  nowhere.id = {1};
  nowhere.a = {20, 20};
  nowhere.b = {20.9, 20};
  storey->doors = {nowhere};
  project.buildings = {{"half", {storey}, {}, {}}};
  const auto workspace = workspace_of(project);
  draw_all(*workspace, {"S1"});
  draw_all(*workspace, {"S3"});
  draw_all(*workspace, {"D1"});
  draw_all(*workspace, {"W2"});
  Bench bench(*workspace, draw_findings);
  REQUIRE_FALSE(workspace->evaluated()->evaluation.findings.empty());
  bench.click("finding:0");
  CHECK(bench.state.camera.is_placed);
}

TEST_CASE("panels of answers without a building") {
  Project project;
  project.name = "antwoorden";
  const auto workspace = workspace_of(project);
  draw_all(*workspace, {});
  draw_all(*workspace, {"S1"});
  Bench bench(*workspace, draw_findings);
  bench.frame();
  if (bench.ui.marks.contains("finding:0")) bench.click("finding:0");
}

TEST_CASE("another use of a space is an edit of that space alone") {
  const auto workspace = workspace_of(practice());
  Bench bench(*workspace, draw_properties);
  bench.state.selection = {"S2"};
  bench.click("space-use");
  // The uses in the order of their Dutch names; one that is not the office's.
  bench.click("space-use:0");
  const Space& space = bench.edit<edit::SetSpace>().thing;
  CHECK(space.id == SpaceId{2});
  CHECK(space.use != Use::Office);
  CHECK(space.name == "Kantoor");
  CHECK_FALSE(space.use_is_suggested);
  CHECK(workspace->history().can_undo() == false);  // the panel itself changes nothing
}

TEST_CASE("a name is an edit when the field is left, with whatever key") {
  const auto workspace = workspace_of(practice());
  for (const ImGuiKey key : {ImGuiKey_Enter, ImGuiKey_Tab}) {
    Bench bench(*workspace, draw_properties);
    bench.state.selection = {"S1"};
    bench.click("space-name");
    bench.press(ImGuiKey_End);
    bench.type(" oost");
    CHECK(bench.request.edits.empty());
    bench.press(key);
    bench.frame();
    CHECK(bench.edit<edit::SetSpace>().thing.name == "Lounge oost");
  }
  Bench bench(*workspace, draw_properties);
  bench.state.selection = {"S1"};
  bench.click("space-name");
  bench.type("x");
  bench.press(ImGuiKey_Escape);
  bench.frame();
  CHECK(bench.request.edits.empty());
}

TEST_CASE("a number is taken with comma or point, and refused when it is none") {
  const auto workspace = workspace_of(practice());
  const auto typed = [&](const std::string& text) {
    Bench bench(*workspace, draw_properties);
    bench.state.selection = {"D1"};
    bench.click("door-width");
    bench.type(text);  // over what stood there
    bench.press(ImGuiKey_Enter);
    bench.frame();
    return bench.request;
  };
  for (const char* text : {"0,85", "0.85"}) {
    const Request request = typed(text);
    REQUIRE(request.edits.size() == 1);
    CHECK(std::get<edit::SetDoor>(request.edits[0]).thing.clear_width == 0.85);
  }
  for (const char* text : {"breed", "1e999", "nan", "-"}) {
    INFO(text);
    CHECK(typed(text).edits.empty());
  }
}

TEST_CASE("what is removed is what is selected") {
  const auto workspace = workspace_of(practice());
  Bench bench(*workspace, draw_properties);
  bench.state.selection = {"D1", "Z1", "F1"};
  bench.click("remove");
  CHECK(bench.edit<edit::RemoveThings>().objects == std::vector<std::string>{"D1", "F1", "Z1"});
  CHECK(bench.state.selection.empty());
}

TEST_CASE("a threshold is an ambition with reason, function and date") {
  const auto workspace = workspace_of(practice());
  Bench bench(*workspace, draw_criteria);
  bench.click("criterion:RVS-4.1a");
  CHECK(bench.state.criterion == "RVS-4.1a");
  bench.click("threshold");
  bench.click("threshold-save");  // not without a reason
  CHECK(bench.request.edits.empty());
  bench.click("threshold-value");
  bench.type("12");
  bench.click("threshold-reason");
  bench.type("Groepen van twaalf.");
  bench.click("threshold-by");
  bench.type("architect");
  bench.click("threshold-save");
  const auto& thresholds = bench.edit<edit::SetAmbition>().ambition.thresholds;
  REQUIRE(thresholds.size() == 1);
  CHECK(thresholds[0].criterion == "RVS-4.1a");
  CHECK(thresholds[0].value == 12);
  CHECK(thresholds[0].reason == "Groepen van twaalf.");
  CHECK(thresholds[0].declared_by == "architect");
  CHECK(thresholds[0].date == "2026-11-05");
  CHECK(thresholds[0].after_value_shown);
}

TEST_CASE("an answer that is given is kept with who gave it") {
  const auto workspace = workspace_of(practice());
  Bench bench(*workspace, draw_criteria);
  bench.click("criterion:RVS-4.3a");
  bench.click("answer");
  bench.click("answer:values");
  bench.type("Privacy.");
  bench.click("answer-by");
  bench.type("bestuur");
  bench.click("answer-save");
  const auto& answers = bench.edit<edit::SetAnswers>().answers.answers;
  REQUIRE(answers.size() == 1);
  CHECK(answers[0].criterion == "RVS-4.3a");
  CHECK(answers[0].values.at("values") == "Privacy.");
  CHECK(answers[0].answered_by == "bestuur");
}

TEST_CASE("the parts of a measure can be read") {
  const auto workspace = workspace_of(practice());
  Bench bench(*workspace, draw_measures);
  bench.click("measure:open_reach");
  CHECK(bench.state.measure == "open_reach");
  bench.click("measure:use");
  CHECK(bench.state.measure.empty());
}

TEST_CASE("a parameter of a plugin is a field, and its value belongs to the project") {
  Plugins plugins = load_plugins({std::string(TREFPUNT_BIN) + "/../plugins"});
  REQUIRE(plugins.measures.size() == 2);
  use_measures(std::move(plugins.measures));
  {
    const auto workspace = workspace_of(practice());
    draw_all(*workspace, {"S1"});
    const auto typed = [&](const std::string& text) {
      Bench bench(*workspace, draw_measures);
      bench.click("measure:seat_company");
      bench.click("parameter:seat_company:reach");
      bench.type(text);
      bench.press(ImGuiKey_Enter);
      bench.frame();
      return bench.request;
    };
    const auto parameters = [](const Request& request) {
      REQUIRE(request.edits.size() == 1);
      return std::get<edit::SetAmbition>(request.edits[0]).ambition.parameters;
    };
    const Request request = typed("1,5");
    REQUIRE(parameters(request).size() == 1);
    CHECK(parameters(request)[0].criterion == "seat_company");
    CHECK(parameters(request)[0].parameter == "reach");
    CHECK(parameters(request)[0].value == 1.5);
    CHECK(parameters(typed("20"))[0].value == 3.6);  // the bound
    CHECK(typed("2,1").edits.empty());               // as it was
    REQUIRE(workspace->edit(request.label, request.edits));
    CHECK(parameters(typed("2,1")).empty());  // the default needs no declaration
    workspace->undo();
    CHECK(workspace->project().ambition.parameters.empty());
  }
  use_measures({});
}
