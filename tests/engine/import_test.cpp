// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "engine/import_choices.h"
#include "engine/sort_files.h"

using namespace trefpunt;

namespace {

namespace fs = std::filesystem;

std::string sample(const std::string& name) {
  return TREFPUNT_ROOT "/samples/gezondheidscentrum/" + name;
}

Space room(int id, const std::string& number, const std::string& name, const std::string& key) {
  Space space;
  space.id = {id};
  space.number = number;
  space.name = name;
  space.source_key = key;
  return space;
}

// Two storeys with three rooms each; ids count from `first`, as after another reading.
Project house(int first = 1) {
  Project project;
  Building building;
  for (int level = 0; level < 2; ++level) {
    Storey storey;
    storey.id = {first + level};
    storey.level = level;
    storey.name = level == 0 ? "begane grond" : "verdieping 1";
    const int id = first + 10 * level;
    const std::string l = std::to_string(level);
    storey.spaces = {room(id, l + ".01", "Slaapkamer", "A" + l),
                     room(id + 1, "", "slaapkamer ", ""), room(id + 2, "", "Gang", "")};
    building.storeys.push_back(std::make_shared<const Storey>(storey));
  }
  project.buildings = {building};
  project.import_findings = {
      {finding::kLevelGuessed, Severity::Warning, {"a", "a"}, "", "", std::nullopt},
      {finding::kSpaceWithoutDoor,
       Severity::Warning,
       {"b", "b"},
       "verdieping 1",
       "",
       std::nullopt}};
  return project;
}

const Storey& storey(const Project& project, std::size_t i) {
  return *project.buildings[0].storeys[i];
}

Use use_of(const Project& project, SpaceId id) {
  for (const auto& one : project.buildings[0].storeys) {
    for (const Space& space : one->spaces) {
      if (space.id == id) return space.use;
    }
  }
  return Use::Other;
}

}  // namespace

TEST_CASE("Files that come together each find their place") {
  InputOptions options;
  REQUIRE(add_files({sample("answers.json"), sample("bg.dxf"), sample("ruimtestaat.csv"),
                     sample("ambition.json"), sample("uses.json"), sample("verdieping-1.dxf")},
                    options));
  CHECK(options.inputs == std::vector<std::string>{sample("bg.dxf"), sample("verdieping-1.dxf")});
  CHECK(options.rooms == sample("ruimtestaat.csv"));
  CHECK(options.ambition == sample("ambition.json"));
  CHECK(options.uses == sample("uses.json"));
  CHECK(options.answers == sample("answers.json"));
  CHECK(kind_of_file(sample("gezondheidscentrum.geojson")) == FileKind::Plan);
  CHECK(kind_of_file("/nowhere/x.json") == FileKind::Plan);
  CHECK(kind_of_file("X.TREFPUNT") == FileKind::Project);

  // A later list takes the place of the one before; a plan that is there is not read twice.
  REQUIRE(add_files({"/nowhere/other.XLSX", sample("bg.dxf")}, options));
  CHECK(options.rooms == "/nowhere/other.XLSX");
  CHECK(options.inputs.size() == 2);
}

TEST_CASE("JSON is known by its members, not by its name") {
  const fs::path folder = fs::temp_directory_path() / ("trefpunt-sort-" + std::to_string(getpid()));
  fs::create_directories(folder);
  const auto kind = [&](const char* text) {
    const std::string path = folder / "file.json";
    std::ofstream(path) << text;
    return kind_of_file(path);
  };
  CHECK(kind(R"({"schema":1,"layers":{"a":"wall"}})") == FileKind::LayerMap);
  CHECK(kind(R"({"schema":1,"not_applicable":[]})") == FileKind::Answers);
  CHECK(kind(R"({"schema":1,"roles":[]})") == FileKind::Programme);
  CHECK(kind(R"({"schema":1,"thresholds":[]})") == FileKind::Ambition);
  CHECK(kind(R"({"type":"FeatureCollection","spaces":[],"features":[]})") == FileKind::Plan);
  CHECK(kind("{ half") == FileKind::Plan);
  fs::remove_all(folder);
}

TEST_CASE("Files that cannot come together are refused, and nothing is taken") {
  InputOptions options;
  const Status two = add_files({sample("bg.dxf"), "a.csv", "b.ods"}, options);
  REQUIRE_FALSE(two);
  CHECK(two.error().where == "b.ods");
  CHECK_FALSE(add_files({"a.trefpunt", "b.dxf"}, options));
  CHECK(options.inputs.empty());
  CHECK(options.rooms.empty());
}

TEST_CASE("A storey that gets a taken level changes places with the one that is there") {
  const Result<Project> after = with_level(house(), {1}, 1);
  REQUIRE(after);
  CHECK(storey(*after, 0).id == StoreyId{2});
  CHECK(storey(*after, 0).level == 0);
  CHECK(storey(*after, 0).name == "begane grond");  // both were called after their level
  CHECK(storey(*after, 1).name == "verdieping 1");
  REQUIRE(after->import_findings.size() == 1);  // no level is guessed any more
  CHECK(after->import_findings[0].storey == "begane grond");
}

TEST_CASE("A storey keeps a name of its own, and two cannot have the same") {
  const Result<Project> named = with_storeys(house(), {{StoreyId{2}, {"dak", 1}}});
  REQUIRE(named);
  CHECK(named->import_findings.size() == 2);
  CHECK(named->import_findings[1].storey == "dak");
  const Result<Project> higher = with_level(*named, {2}, 4.5);
  REQUIRE(higher);
  CHECK(storey(*higher, 1).name == "dak");
  CHECK(storey(*higher, 1).level == 4.5);
  CHECK_FALSE(with_storeys(house(), {{StoreyId{2}, {"Begane grond", 1}}}));
  CHECK_FALSE(with_storeys(house(), {{StoreyId{2}, {" ", 1}}}));
}

TEST_CASE("All spaces of a name get one use") {
  const Project before = house();
  const std::vector<SpaceId> same = spaces_called(before, "SLAAPKAMER");
  CHECK(same.size() == 4);
  CHECK(spaces_called(before, "").empty());
  const Project after = with_use(before, same, Use::Bedroom);
  CHECK(use_of(after, {2}) == Use::Bedroom);
  CHECK(use_of(after, {11}) == Use::Bedroom);
  CHECK(use_of(after, {3}) == Use::Unknown);
  CHECK(use_of(before, {2}) == Use::Unknown);
}

TEST_CASE("Choices are found again after the files were read once more") {
  const Project read = house(1), again = house(100);
  Project corrected = with_use(read, {{1}, {2}, {13}}, Use::Lounge);
  corrected = *with_storeys(corrected, {{StoreyId{1}, {"kelder", -1}}, {StoreyId{2}, {"hal", 0}}});
  corrected.name = "praktijk";
  const Carried carried = carry_choices(read, corrected, again);
  CHECK(carried.lost == 0);
  CHECK(carried.project.name == "praktijk");
  CHECK(use_of(carried.project, {100}) == Use::Lounge);
  CHECK(use_of(carried.project, {101}) == Use::Lounge);
  CHECK(use_of(carried.project, {112}) == Use::Lounge);
  CHECK(use_of(carried.project, {110}) == Use::Unknown);
  CHECK(storey(carried.project, 0).name == "kelder");
  CHECK(storey(carried.project, 1).name == "hal");
  CHECK(storey(carried.project, 1).level == 0);
}

TEST_CASE("A choice that fits more than one space, or none, is counted as lost") {
  const Project read = house(1);
  const Project corrected = with_use(read, {{1}, {2}}, Use::Lounge);
  Project again = house(100);
  Storey low = storey(again, 0);
  low.spaces.erase(low.spaces.begin());
  low.spaces.push_back(room(150, "", "Slaapkamer", ""));
  again.buildings[0].storeys[0] = std::make_shared<const Storey>(low);
  const Carried carried = carry_choices(read, corrected, again);
  CHECK(carried.lost == 2);
  CHECK(use_of(carried.project, {101}) == Use::Unknown);
}

TEST_CASE("A list joins a project that is already there, and may come again") {
  Session session(builtin_catalogue());
  Job job;
  InputOptions plans;
  plans.inputs = {sample("bg.dxf"), sample("verdieping-1.dxf")};
  const Result<Input> input = read_input(plans, builtin_catalogue(), session, job);
  REQUIRE(input);
  InputOptions lists;
  lists.rooms = sample("ruimtestaat.csv");
  lists.ambition = sample("ambition.json");
  const auto once = with_lists(input->project, lists, builtin_catalogue(), session, job);
  REQUIRE(once);
  CHECK_FALSE(once->ambition.thresholds.empty());
  CHECK_FALSE(once->buildings[0].units.empty());
  const auto twice = with_lists(*once, lists, builtin_catalogue(), session, job);
  REQUIRE(twice);
  CHECK(twice->import_findings.size() == once->import_findings.size());
  CHECK(twice->sources.size() == once->sources.size());
}
