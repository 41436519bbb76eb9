// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare_encounters.h"
#include "app/encounter_view.h"
#include "app/panel_bench.h"
#include "app/shown_measure.h"
#include "project/programme_json.h"
#include "project/programme_presets.h"
#include "report/encounter_maps.h"
#include "support/large_project.h"
#include "support/storey_from_text.h"

using namespace trefpunt;

namespace {

Space space_of(const std::string& name, Use use) {
  Space space;
  space.name = name;
  space.use = use;
  return space;
}

// A lounge, two bedrooms and an office along a corridor with the entrance.
Project small_ward() {
  auto storey =
      std::make_shared<Storey>(storey_from_text(R"(
    ##################
    #.a.#.b.#.c.#ss..#
    #...#...#...#sd..#
    ##D###D###D###D###
    #.......e........E
    ##################
  )",
                                                {{'a', space_of("Kamer 1", Use::Bedroom)},
                                                 {'b', space_of("Kamer 2", Use::Bedroom)},
                                                 {'c', space_of("Teampost", Use::StaffRoom)},
                                                 {'d', space_of("Lounge", Use::Lounge)},
                                                 {'e', space_of("Gang", Use::Corridor)}}));
  storey->name = "begane grond";
  Project project;
  project.name = "afdeling";
  project.buildings = {{"afdeling", {storey}, {}, {}}};
  project.next = {2, 50, 50, 50, 50, 50, 50, 50, 50, 50};
  return project;
}

Errand errand_to(const std::string& id, Use use, double per_day, double minutes) {
  Errand errand;
  errand.id = id;
  errand.to.use = use;
  errand.per_day = per_day;
  errand.dwell_min = minutes;
  return errand;
}

Programme two_roles() {
  Programme programme;
  programme.name = "afdeling";
  Role patient;
  patient.id = "patient";
  patient.name = "Patiënt";
  patient.count = 4;
  patient.home.use = Use::Bedroom;
  patient.presence = {{0, 1440, 1, {1, 2, 3, 4, 5, 6, 7}, ""}};
  patient.errands = {errand_to("koffie", Use::Lounge, 3, 30)};
  Role nurse = patient;
  nurse.id = "verpleegkundige";
  nurse.name = "Verpleegkundige";
  nurse.kind = RoleKind::Staff;
  nurse.count = 2;
  nurse.home.use = Use::StaffRoom;
  nurse.presence = {{420, 960, 0.6, {1, 2, 3, 4, 5}, "aanname: rooster"}};
  Errand round = errand_to("ronde", Use::Bedroom, 6, 5);
  round.to.spread = true;
  nurse.errands = {round, errand_to("koffie", Use::Lounge, 2, 15)};
  programme.roles = {patient, nurse};
  programme.relations = {{"patient", "patient", Wish::Wanted},
                         {"patient", "verpleegkundige", Wish::Unwanted}};
  return programme;
}

std::unique_ptr<Workspace> workspace_with(const Programme& programme, Project project) {
  auto workspace = std::make_unique<Workspace>(surroundings());
  project.programme = programme;
  workspace->adopt({std::move(project), {}}, "");
  REQUIRE(until_evaluated(*workspace));
  return workspace;
}

void draw_both(const Workspace& workspace, const std::set<std::string>& selection = {}) {
  Bench bench(workspace, draw_encounters);
  for (const Lang lang : {Lang::Nl, Lang::En}) {
    bench.ui.lang = lang;
    bench.state.selection = selection;
    for (const bool is_programme : {false, true}) {
      bench.state.encounter.is_programme = is_programme;
      for (int i = 0; i < 3; ++i) bench.frame();
    }
  }
  CHECK(bench.request.edits.empty());
  CHECK(bench.request.command.empty());
}

// What comes back when a field is typed over and left.
Request typed(Bench& bench, const std::string& field, const std::string& text) {
  bench.request = {};
  bench.click(field);
  ImGui::GetIO().KeyCtrl = true;
  bench.press(ImGuiKey_A);
  ImGui::GetIO().KeyCtrl = false;
  bench.type(text);
  CHECK(bench.request.edits.empty());  // not while typing
  bench.press(ImGuiKey_Enter);
  bench.frame();
  return bench.request;
}

const Programme& programme_in(const Request& request) {
  REQUIRE(request.edits.size() == 1);
  return std::get<edit::SetProgramme>(request.edits[0]).programme;
}

}  // namespace

TEST_CASE("without a programme a preset is one click, and the panel says why there is nothing") {
  Workspace workspace(surroundings());
  workspace.start_new({"Nieuw ontwerp", "New design"});
  REQUIRE(until_evaluated(workspace));
  Bench bench(workspace, draw_encounters);
  REQUIRE_FALSE(presets().empty());
  const std::string id(presets().front().id);
  bench.click("preset:" + id);
  CHECK(programme_in(bench.request).preset == id);
  CHECK(bench.request.label.nl.starts_with("Programma beginnen: "));
  CHECK(bench.ui.marks.contains("programme-open"));
}

TEST_CASE("the panels of encounters of a ward, a large design and one without a plan") {
  const auto ward = workspace_with(two_roles(), small_ward());
  draw_both(*ward);
  draw_both(*ward, {"S4"});
  draw_both(*ward, {"S99", "W1"});
  Project only_answers;
  only_answers.name = "antwoorden";
  draw_both(*workspace_with(two_roles(), only_answers));
  Workspace large(surroundings());
  Project project = large_project(20, 15, 8);
  project.programme = two_roles();
  large.adopt({project, {}}, "");
  draw_both(large);  // before it is computed
}

TEST_CASE("a programme that does not fit says why, and can be changed") {
  Programme programme = two_roles();
  programme.roles[0].errands[0].to = {};
  programme.roles[0].errands[0].to.number = "9.99";
  const auto workspace = workspace_with(programme, small_ward());
  REQUIRE(encounter_of(workspace->evaluated())->refused);
  draw_both(*workspace);
  Bench bench(*workspace, draw_encounters);
  bench.frame();
  CHECK(bench.ui.marks.contains("encounters-refused"));
  bench.click("encounters-mend");
  CHECK(bench.state.encounter.is_programme);
  bench.click("role:patient");
  bench.click("errand:0:");
  const Request request = typed(bench, "errand:0:to-number", "9.98");
  const Programme& mended = programme_in(request);
  CHECK(mended.roles[0].errands[0].to.number == "9.98");
}

TEST_CASE("a map is chosen as a measure is, and its rows colour the plan") {
  const auto workspace = workspace_with(two_roles(), small_ward());
  Bench bench(*workspace, draw_encounters);
  bench.state.field.is_shown = true;
  bench.click("map:encounters_distinct_pairs");
  CHECK(bench.state.measure == "encounters_distinct_pairs");
  CHECK_FALSE(bench.state.field.is_shown);
  const Outcome* outcome = shown_outcome(workspace->evaluated(), bench.state.measure);
  REQUIRE(outcome);
  double lounge = 0;
  for (const Row& row : outcome->rows) {
    if (row.object == "S4") lounge = std::get<double>(row.value);
  }
  CHECK(lounge > 0);
  bench.click("place:S4");
  CHECK(bench.state.selection == std::set<std::string>{"S4"});
  for (const EncounterMap map : encounter_maps()) {
    CHECK(shown_outcome(workspace->evaluated(), encounter_info(map).id));
  }
  CHECK(shown_info("encounters_peak")->name.nl == encounter_info(EncounterMap::Peak).name.nl);
  CHECK(shown_info("open_reach"));
  CHECK_FALSE(shown_info("no such"));
}

TEST_CASE("a cell of the matrix is chosen with mouse or keyboard and taken apart") {
  const auto workspace = workspace_with(two_roles(), small_ward());
  Bench bench(*workspace, draw_encounters);
  const std::string cell = "cell:patient:verpleegkundige";
  bench.click(cell);
  CHECK(bench.state.encounter.role_a == "patient");
  CHECK(bench.state.encounter.role_b == "verpleegkundige");
  CHECK(bench.ui.marks.contains("hours"));
  const auto& parts = bench.state.encounter.taken_apart.found.parts;
  REQUIRE_FALSE(parts.empty());
  for (const Contributor& part : parts) CHECK(part.role_a != part.role_b);
  bench.click("pair-all");
  CHECK(bench.state.encounter.role_a.empty());
  bench.ui.focus = cell;
  bench.frame();
  bench.frame();
  bench.press(ImGuiKey_Space);
  CHECK(bench.state.encounter.role_b == "verpleegkundige");
}

TEST_CASE("what contributes in the selected space is of that space alone") {
  const auto workspace = workspace_with(two_roles(), small_ward());
  Bench bench(*workspace, draw_encounters);
  bench.state.selection = {"S4"};
  bench.frame();
  const auto& taken = bench.state.encounter.taken_apart;
  REQUIRE_FALSE(taken.found.parts.empty());
  for (const Contributor& part : taken.found.parts) CHECK(part.space == taken.which.space);
  bench.click("place-all");
  CHECK(bench.state.selection.empty());
  CHECK(taken.which.space == -1);
}

TEST_CASE("a number of the programme is a step with its name when the field is left") {
  const auto workspace = workspace_with(two_roles(), small_ward());
  Bench bench(*workspace, draw_encounters);
  bench.state.encounter.is_programme = true;
  bench.click("role:verpleegkundige");
  bench.click("errand:1:");
  const Request request = typed(bench, "errand:1:per-day", "3,5");
  CHECK(programme_in(request).roles[1].errands[1].per_day == 3.5);
  CHECK(request.label.nl == "Programma wijzigen: Verpleegkundige, koffie per dag");
  CHECK(request.label.en == "Change the programme: Verpleegkundige, koffie per day");
  REQUIRE(workspace->edit(request.label, request.edits));
  REQUIRE(until_evaluated(*workspace));
  CHECK(workspace->project().programme.roles[1].errands[1].per_day == 3.5);
  workspace->undo();
  CHECK(workspace->project().programme.roles[1].errands[1].per_day == 2);

  const Request named = typed(bench, "role-name", "Nachtdienst");
  CHECK(programme_in(named).roles[1].name == "Nachtdienst");
  bench.click("presence:0:");
  CHECK(programme_in(typed(bench, "presence:0:from", "23:00")).roles[1].presence[0].to_min == 2400);
}

TEST_CASE("Escape drops what was typed in a programme, and leaving a field by a click keeps it") {
  const auto workspace = workspace_with(two_roles(), small_ward());
  Bench bench(*workspace, draw_encounters);
  bench.state.encounter.is_programme = true;
  bench.click("role:patient");
  bench.click("role-name");
  bench.type("x");
  bench.press(ImGuiKey_Escape);
  bench.frame();
  CHECK(bench.request.edits.empty());
  bench.click("role-name");
  bench.press(ImGuiKey_End);
  bench.type(" lang");
  bench.click("role-count");
  CHECK(programme_in(bench.request).roles[0].name == "Patiënt lang");
}

TEST_CASE("a number that cannot be is refused with the reason, and kept until it is put right") {
  const auto workspace = workspace_with(two_roles(), small_ward());
  Bench bench(*workspace, draw_encounters);
  bench.state.encounter.is_programme = true;
  bench.click("role:patient");
  CHECK(typed(bench, "role-speed", "30").edits.empty());
  bench.frame();
  CHECK(bench.ui.marks.contains("programme-refused"));
  REQUIRE(bench.state.programme.refused);
  CHECK(bench.state.programme.refused->roles[0].speed == 30);
  CHECK_FALSE(bench.state.programme.why.empty());
  CHECK(typed(bench, "role-count", "6").edits.empty());  // still the speed
  const Programme mended = programme_in(typed(bench, "role-speed", "1,1"));
  CHECK(mended.roles[0].speed == 1.1);
  CHECK(mended.roles[0].count == 6);
  CHECK_FALSE(bench.state.programme.refused);

  typed(bench, "role-speed", "0");
  bench.click("programme-back");
  CHECK_FALSE(bench.state.programme.refused);
}

TEST_CASE("what is no time of day stays in its field and changes nothing") {
  const auto workspace = workspace_with(two_roles(), small_ward());
  Bench bench(*workspace, draw_encounters);
  bench.state.encounter.is_programme = true;
  bench.click("role:patient");
  bench.click("presence:0:");
  CHECK(typed(bench, "presence:0:from", "half acht").edits.empty());
  bench.frame();
  CHECK(bench.state.programme.typed == "half acht");
  CHECK(bench.state.programme.is_no_time);
  CHECK(programme_in(typed(bench, "presence:0:from", "7:30")).roles[0].presence[0].from_min == 450);
}

TEST_CASE("roles, errands and wishes are added and taken away as steps") {
  const auto workspace = workspace_with(two_roles(), small_ward());
  Bench bench(*workspace, draw_encounters);
  bench.state.encounter.is_programme = true;
  bench.click("role-add");
  CHECK(programme_in(bench.request).roles.size() == 3);
  CHECK(programme_from_json(to_json(programme_in(bench.request)), ""));
  bench.state.programme.role = "patient";
  bench.click("role-errand-add");
  CHECK(programme_in(bench.request).roles[0].errands.size() == 2);
  bench.click("wishes");
  bench.click("wish:verpleegkundige");
  bench.click("wish:verpleegkundige:1");
  CHECK(programme_in(bench.request).wish("verpleegkundige", "patient") == Wish::Wanted);
  CHECK(programme_in(bench.request).relations.size() == 2);
  bench.click("role-remove");
  CHECK(programme_in(bench.request).roles.size() == 1);
  CHECK(programme_in(bench.request).relations.empty());
  bench.click("programme-remove");
  CHECK(programme_in(bench.request).empty());
}

TEST_CASE("variants are compared by wanted pairs, privacy, encounters and walking") {
  const auto first = workspace_with(two_roles(), small_ward());
  Programme more = two_roles();
  more.roles[0].errands[0].per_day = 6;
  const auto other = workspace_with(more, small_ward());
  const auto a = encounter_figures(first->evaluated());
  const auto b = encounter_figures(other->evaluated());
  REQUIRE(a);
  REQUIRE(b);
  CHECK(a->programme != b->programme);
  REQUIRE(a->wanted);
  CHECK((*b->wanted)[1] > (*a->wanted)[1]);
  CHECK((*a->wanted)[2] <= 6);  // of four patients
  CHECK(a->unwanted);
  CHECK(b->per_week > a->per_week);
  CHECK(b->walk_m_per_day > a->walk_m_per_day);
  const std::vector<FigureRow> rows = figure_rows({a, b, std::nullopt});
  REQUIRE(rows.size() == 8);
  CHECK(rows[0].name.nl.starts_with("Privacy"));
  for (const FigureRow& row : rows) {
    REQUIRE(row.values.size() == 3);
    CHECK(row.values[0]);
    CHECK_FALSE(row.values[2]);
  }
  CHECK(figure_rows({std::nullopt}).empty());
}

TEST_CASE("numbers of encounters are written with as many digits as say something") {
  CHECK(amount(0, Lang::Nl) == "0");
  CHECK(amount(0.001, Lang::Nl) == "< 0,01");
  CHECK(amount(0.349, Lang::Nl) == "0,35");
  CHECK(amount(12.34, Lang::En) == "12.3");
  CHECK(amount(1234.4, Lang::Nl) == "1.234");
  CHECK(percent(0.354, Lang::Nl) == "35%");
  CHECK(percent(0.001, Lang::Nl) == "< 1%");
  CHECK(difference_words(-0.35, Lang::Nl) == "−0,35");
  CHECK(difference_words(0, Lang::En) == "equal");
}
