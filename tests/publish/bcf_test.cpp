// SPDX-License-Identifier: GPL-3.0-or-later
// Departures and findings as BCF: valid, about the right things, and the same topics each time.
#include "report/bcf.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "bcf_structure.h"
#include "criteria/scale.h"
#include "engine/read_input.h"
#include "io/files.h"
#include "publish/publish.h"
#include "report/bcf_guid.h"
#include "report/report_model.h"
#include "report/support/report_fixture.h"
#include "report/zip.h"

using namespace trefpunt;
namespace fs = std::filesystem;

namespace {

const std::string kStorey = "1QBGh5csbBJAW2bT8EMyIU", kRoom = "2_rG4oliv3CxmStpGPieup",
                  kDoor = "0V4W5jZhz0f8tq2_N$t1aB";

// The hand-made report as if its plan came from an IFC file.
struct OfModel : ReportFixture {
  OfModel() {
    Storey own = storey();
    own.source_key = kStorey;
    own.elevation = 3.2;
    own.spaces.front().source_key = kRoom;
    own.doors.front().source_key = kDoor;
    set_storey(own);
    project.sources = {{"huis.ifc", "plan", "ab12", "", ""}};
    evaluation.findings = {
        {203,
         Severity::Warning,
         {"Deur D1 gaat nergens heen.", "Door D1 leads nowhere."},
         "begane grond",
         "D1",
         Point{7.5, 2.5}},
        {301,
         Severity::Warning,
         {"Ruimte 9 staat niet op de plattegrond.", "Space 9 is not on the plan."},
         "",
         "ruimtestaat.csv: row 70",
         std::nullopt}};
  }
};

BcfProject made(const ReportFixture& fixture, Lang lang = Lang::Nl) {
  Job job;
  const Result<BcfProject> project = bcf_project(fixture.input(), lang, job);
  REQUIRE(project);
  return *project;
}

void check_structure(const BcfProject& project) {
  CHECK(wrong_in_bcf(bcf_of(project, BcfVersion::V30), true) == "");
  CHECK(wrong_in_bcf(bcf_of(project, BcfVersion::V21), false) == "");
}

std::vector<std::string> guids_of(const BcfProject& project) {
  std::vector<std::string> guids;
  for (const BcfTopic& topic : project.topics) {
    guids.push_back(topic.guid);
    for (const BcfView& view : topic.views) guids.push_back(view.guid);
  }
  return guids;
}

bool says(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// A plan read and judged as `trefpunt assess` does, without a programme.
BcfProject of_files(const InputOptions& options, const std::string& scope_name = "") {
  const Catalogue& catalogue = builtin_catalogue();
  Session session(catalogue);
  Job job;
  const Result<Input> input = read_input(options, catalogue, session, job);
  if (!input) FAIL(input.error().sentence.en + " " + input.error().where);
  const std::string name = scope_name.empty() ? usual_scope(input->project) : scope_name;
  const Scale scale = scale_for(name, input->project);
  const Catalogue& own = session.catalogue(scale);
  const auto evaluation = session.evaluate(
      input->project, {*named_scope(own, name), "2026-11-05", SimulationOptions{}, scale}, job);
  REQUIRE(evaluation);
  const auto project = bcf_project({input->project, *evaluation, own, "2026-11-05"}, Lang::Nl, job);
  REQUIRE(project);
  return *project;
}

}  // namespace

TEST_CASE("A zip holds its files and folders as they are, and the same bytes each time", "[bcf]") {
  const std::vector<ZipEntry> entries = {{"a/", ""}, {"a/b.txt", "123456789"}};
  const std::string zip = zip_of(entries);
  CHECK(zip == zip_of(entries));
  const auto files = files_of_zip(zip);
  REQUIRE(files.size() == 2);
  CHECK(files.at("a/b.txt") == "123456789");
  CHECK(says(zip, "\x26\x39\xF4\xCB"));  // the check value of CRC-32
  CHECK(files_of_zip(zip_of({})).empty());
  CHECK(zip_of({}).size() == 22);
}

TEST_CASE("A GUID follows from its words and never changes with the program", "[bcf]") {
  CHECK(guid_of("Trefpunt") == "2c159f84-9d5f-8556-b757-ff48399580e8");
  CHECK(is_of_kind(guid_of(""), "#guid"));
  CHECK(guid_of("a") != guid_of("b"));
  CHECK(is_global_id(kRoom));
  CHECK_FALSE(is_global_id("4_rG4oliv3CxmStpGPieup"));  // more than 128 bits
  CHECK_FALSE(is_global_id("2_rG4oliv3CxmStpGPieu"));
  CHECK_FALSE(is_global_id("2_rG4oliv3CxmStpGPieu,"));
  CHECK_FALSE(is_global_id("2AF"));
}

TEST_CASE("Both versions have the structure of the published schemas, in both languages", "[bcf]") {
  for (const Lang lang : {Lang::Nl, Lang::En}) {
    check_structure(made(OfModel(), lang));
    check_structure(made(ReportFixture(), lang));
  }
  // The check itself sees what is wrong.
  BcfProject project = made(OfModel());
  project.topics.front().guid[0] = 'X';
  CHECK(says(wrong_in_bcf(bcf_of(project, BcfVersion::V30), true), "Topic: X"));
  project = made(OfModel());
  project.topics.front().status = "Klaar";
  CHECK(says(wrong_in_bcf(bcf_of(project, BcfVersion::V30), true), "Klaar is not in"));
  CHECK(says(wrong_in_bcf(bcf_of(project, BcfVersion::V30), false), "out of place"));
  project.topics.front().views.front().snapshot.clear();
  CHECK(says(wrong_in_bcf(bcf_of(project, BcfVersion::V21), false), project.topics.front().guid));
}

TEST_CASE("A topic says status with its basis, value, threshold, explanation and source", "[bcf]") {
  const BcfProject project = made(OfModel());
  REQUIRE(project.topics.size() == 3);
  const BcfTopic& topic = project.topics.front();
  CHECK(topic.title == "PRI-1 Te vermijden: Wijkt af, met uitleg");
  CHECK(topic.type == "Afwijking");
  CHECK(topic.status == "Uitgelegd");
  CHECK(topic.label == "Privacy en rust");
  for (const char* part :
       {"Grondslag: eigen drempel van de planner; er is geen norm.", "Gemeten: 50% van de kamers.",
        "Drempel: ten minste 100% van de kamers.", "Plekken, begane grond: 0.01 Spreekkamer.",
        "Waarom: De gang was te kort.", "Bron: Bron van PRI-1, paragraaf 1",
        "Gemeten door Trefpunt met de maat avoidability"}) {
    INFO(part);
    CHECK(says(topic.description, part));
  }
  REQUIRE(topic.documents.size() == 1);
  CHECK(topic.documents[0].url == "https://example.org/PRI-1");
  CHECK(project.topics[1].title == "Deur D1 gaat nergens heen (begane grond)");
  CHECK(project.topics[1].status == "Open");
  CHECK(project.topics[2].views.empty());
  CHECK(made(OfModel(), Lang::En).topics.front().status == "Explained");
  // Without an explanation there is none: the program writes no word of it.
  OfModel open;
  open.project.answers.explanations.clear();
  Verdict& verdict = open.evaluation.judgement.verdicts.back();
  verdict.status = StatusCode::X;
  verdict.missing = {{"De uitleg ontbreekt.", "The explanation is missing."}};
  const BcfTopic unexplained = made(open).topics.front();
  CHECK(unexplained.status == "Open");
  CHECK(says(unexplained.description, "De uitleg ontbreekt."));
  CHECK_FALSE(says(unexplained.description, "Waarom"));
}

TEST_CASE("The places of a topic are those of its GlobalIds, seen from above at the cut", "[bcf]") {
  const BcfProject project = made(OfModel());
  const BcfView& room = project.topics[0].views.at(0);
  CHECK(room.components == std::vector<std::string>{kRoom});
  CHECK(room.shows_spaces);
  CHECK(room.storey == kStorey);
  // By hand: the room is 6 by 4 m from (1, 1); 2 m around it; the floor lies at 3.2 m.
  CHECK(room.middle == Point{4, 3});
  CHECK(room.size == Approx(8));
  CHECK(*room.cut == Approx(4.2));
  CHECK(room.eye == Approx(14.2));
  const BcfView& door = project.topics[1].views.at(0);
  CHECK(door.components == std::vector<std::string>{kDoor});
  CHECK_FALSE(door.shows_spaces);
  CHECK(door.middle == Point{7.5, 2.5});
  CHECK(door.size == Approx(6));
  const auto files = files_of_zip(bcf_of(project, BcfVersion::V30));
  const std::string view = files.at(project.topics[0].guid + "/viewpoint.bcfv");
  CHECK(says(view, "IfcGuid=\"" + kRoom + "\""));
  CHECK(says(view, "<Z>14.2</Z>"));
  const std::string markup = files.at(project.topics[0].guid + "/markup.bcf");
  CHECK(says(markup, "<Filename>huis.ifc</Filename>"));
  CHECK(says(markup, "IfcSpatialStructureElement=\"" + kStorey + "\""));
  // A drawing has no GlobalIds and no heights: no components, no cut.
  const BcfView drawn = made(ReportFixture()).topics[0].views.at(0);
  CHECK(drawn.components.empty());
  CHECK_FALSE(drawn.cut);
}

TEST_CASE("Values, words, dates and order may change: a topic keeps its GUID", "[bcf]") {
  OfModel fixture;
  const std::vector<std::string> before = guids_of(made(fixture));
  REQUIRE(before.size() == 5);
  CHECK(guids_of(made(fixture, Lang::En)) == before);
  fixture.evaluation.judgement.verdicts.back().value = 0.25;
  fixture.project.name = "Huis De Nieuwe Proef";
  fixture.project.answers.explanations.clear();
  fixture.evaluation.findings[0].sentence = {"Deur D1 is weg.", "Door D1 is gone."};
  fixture.evaluation.findings[0].place->x += 0.3;
  Storey storey = fixture.storey();
  storey.name = "beletage";
  storey.doors.front().id = DoorId{77};  // read in another order
  fixture.set_storey(storey);
  fixture.evaluation.findings[0].object = "D77";
  fixture.evaluation.findings[0].storey = "beletage";
  CHECK(guids_of(made(fixture)) == before);
  // What is put right is no longer there, and the others stay who they are.
  fixture.evaluation.findings.erase(fixture.evaluation.findings.begin());
  CHECK(guids_of(made(fixture)) == std::vector<std::string>{before[0], before[1], before.back()});
  // The same finding twice: two topics.
  fixture.evaluation.findings.push_back(fixture.evaluation.findings.front());
  const BcfProject twice = made(fixture);
  CHECK(std::set<std::string>{twice.topics[1].guid, twice.topics[2].guid}.size() == 2);
  check_structure(twice);
}

TEST_CASE("Nothing departs and nothing is found: a valid file without topics", "[bcf]") {
  OfModel fixture;
  fixture.evaluation.findings.clear();
  fixture.evaluation.judgement.verdicts.back().status = StatusCode::A;
  const BcfProject project = made(fixture);
  CHECK(project.topics.empty());
  check_structure(project);
}

TEST_CASE("A departure without places is a topic without a view", "[bcf]") {
  OfModel fixture;
  fixture.outcome("avoidability").places.clear();
  const BcfProject project = made(fixture);
  CHECK(project.topics.front().views.empty());
  check_structure(project);
}

TEST_CASE("Findings of the wijk and those without a place stay out; more than 1000 are counted",
          "[bcf]") {
  OfModel fixture;
  fixture.evaluation.findings = {
      {401, Severity::Warning, {"Los einde.", "Loose end."}, "", "9000135", Point{1, 2}},
      {107, Severity::Note, {"Niets.", "Nothing."}, "", "", std::nullopt}};
  CHECK(made(fixture).topics.size() == 1);
  // One about a storey as a whole does not name it by the program's own number.
  fixture.evaluation.findings = {
      {209, Severity::Warning, {"Zonder trap.", "No stairs."}, "begane grond", "L1", std::nullopt}};
  const BcfTopic on_storey = made(fixture).topics.back();
  CHECK(on_storey.title == "Zonder trap (begane grond)");
  CHECK_FALSE(says(on_storey.description, "L1"));
  fixture.evaluation.findings.front().object = "L4";
  CHECK(made(fixture).topics.back().guid == on_storey.guid);
  fixture.evaluation.findings.clear();
  for (int i = 0; i < 1100; ++i) {
    fixture.evaluation.findings.push_back(
        {301, Severity::Warning, {"Rij.", "Row."}, "", "lijst.csv: row " + std::to_string(i), {}});
  }
  const BcfProject project = made(fixture);
  CHECK(project.topics.size() == 1000);
  CHECK(project.left_out == 101);
}

TEST_CASE("Words from outside stay words", "[bcf]") {
  for (const std::string& words :
       {std::string("<Topic Guid='x'/>&amp;]]>"), std::string("\x01\x1B[31m\x7F\xC3\x28"),
        std::string("../../etc/passwd"),
        std::string("a\xE2\x80\xAE"
                    "fdp.exe"),
        std::string(10000, 'w'), std::string("   ")}) {
    INFO(words.substr(0, 30));
    OfModel fixture;
    fixture.project.name = words;
    fixture.project.sources = {{words + ".ifc", "plan", "", "", ""}};
    fixture.project.answers.explanations.front().why = words;
    Storey storey = fixture.storey();
    storey.name = words;
    storey.source_key = words;
    for (Space& space : storey.spaces) space.name = space.source_key = words;
    fixture.set_storey(storey);
    for (Finding& finding : fixture.evaluation.findings) {
      finding.storey = words;
      finding.sentence = {"Over " + words, "About " + words};
    }
    fixture.catalogue.criteria.back().sources.front().url = "javascript:" + words;
    const BcfProject project = made(fixture);
    check_structure(project);
    CHECK(project.topics.front().documents.empty());
    for (const auto& [name, content] : files_of_zip(bcf_of(project, BcfVersion::V30))) {
      CHECK_FALSE(says(name, ".."));
      if (name.ends_with(".png")) continue;
      CHECK_FALSE(says(content, "\x1B"));
      CHECK_FALSE(says(content, "<Topic Guid='x'/>"));
    }
  }
}

TEST_CASE("Without a plan there is a sentence and no file; who stops gets nothing", "[bcf]") {
  OfModel fixture;
  std::stop_source source;
  source.request_stop();
  Job stopped(source.get_token());
  CHECK(bcf_project(fixture.input(), Lang::Nl, stopped).error().code == Code::Cancelled);
  fixture.project.buildings.clear();
  fixture.evaluation.buildings.clear();
  Job job;
  const auto none = bcf_project(fixture.input(), Lang::Nl, job);
  REQUIRE_FALSE(none);
  CHECK(none.error().code == Code::NotFound);
  const fs::path folder = fs::temp_directory_path() / "trefpunt-bcf-none";
  PublishOptions options;
  options.forms = *forms_named("bcf,bcf21");
  const auto published = publish(fixture.input(), folder.string(), options, job);
  REQUIRE(published);
  CHECK(published->files == std::vector<std::string>{"report.json", "report.html"});
  REQUIRE(published->notices.size() == 1);
  CHECK(published->notices[0].nl == "Er is geen BCF gemaakt: dit project heeft geen plattegrond.");
  fs::remove_all(folder);
}

TEST_CASE("The samples give valid files in both versions", "[bcf]") {
  for (const std::string& name :
       {std::string("gezondheidscentrum"), std::string("verpleegafdeling")}) {
    const std::string folder = std::string(TREFPUNT_ROOT) + "/samples/" + name + "/";
    InputOptions options;
    options.inputs = {folder + name + ".geojson"};
    options.rooms = folder + "ruimtestaat.csv";
    options.uses = folder + "uses.json";
    options.ambition = folder + "ambition.json";
    options.answers = folder + "answers.json";
    const BcfProject project = of_files(options);
    CHECK(project.topics.size() >= 4);
    check_structure(project);
  }
}

TEST_CASE("The Institute gives the GlobalIds of its own file", "[bcf]") {
  const char* set = std::getenv("TREFPUNT_DATA");
  const fs::path file = (set ? fs::path(set) : fs::path(TREFPUNT_ROOT) / "../shared/data") /
                        "ifc-institute/AC11-Institute-Var-2-IFC.ifc";
  if (!fs::exists(file)) {
    std::cerr << "Notice: ifc-institute is not there; this test is skipped.\n";
    return;
  }
  InputOptions options;
  options.inputs = {file.string()};
  const BcfProject project = of_files(options);
  check_structure(project);
  const std::string ifc = *read_file(file.string());
  int components = 0;
  for (const BcfTopic& topic : project.topics) {
    for (const BcfView& view : topic.views) {
      CHECK(view.cut);
      CHECK(says(ifc, "IFCBUILDINGSTOREY('" + view.storey + "'"));
      for (const std::string& id : view.components) {
        ++components;
        CHECK(says(ifc, "('" + id + "'"));
      }
    }
  }
  CHECK(components > 0);
}
