// SPDX-License-Identifier: GPL-3.0-or-later
// A revised file in the place of the older one: by hand-made buildings, a rule at a time, and by
// the real institute when it is there.
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "engine/renew.h"
#include "io/project_file.h"
#include "project/decisions.h"
#include "project/edit.h"
#include "report/report.h"
#include "support/project_text.h"

using namespace trefpunt;

namespace {

// 22 characters, as a GlobalId has.
std::string key(const std::string& name) {
  return name + std::string(22 - name.size(), '0');
}

struct RoomOf {
  std::string key, number, name;
  double x = 0, width = 4;
  bool is_suggested = true;
  Use use = Use::Consulting;
};

// Rooms of 4 m deep, each in walls of its own with a door in the south wall.
struct HouseOf {
  std::vector<RoomOf> rooms;
  std::string storey_key = key("storey"), name = "begane grond";
  double level = 0;
  std::string keys = "wd";  // kinds of things with a key beside the spaces: walls, doors
};

Storey storey_of(const HouseOf& house, Counters& next) {
  Storey storey;
  storey.id = {next.storey++};
  storey.name = house.name;
  storey.level = house.level;
  storey.source_key = house.storey_key;
  for (const RoomOf& room : house.rooms) {
    Space space;
    space.id = {next.space++};
    space.source_key = room.key;
    space.anchor = {room.x + 0.3, 2};
    space.number = room.number;
    space.name = room.name;
    space.use = room.use;
    space.use_is_suggested = room.is_suggested;
    storey.spaces.push_back(space);
    const double x = room.x, end = room.x + room.width;
    const auto named = [&](char kind) {
      return house.keys.find(kind) == std::string::npos ? "" : key(kind + room.key.substr(0, 8));
    };
    storey.walls.push_back(
        {{next.wall++}, {{x, 0}, {end, 0}, {end, 4}, {x, 4}, {x, 0}}, false, false, named('w')});
    Door door;
    door.id = {next.door++};
    door.a = {x + 1, 0};
    door.b = {x + 2, 0};
    door.clear_width = 0.85;
    door.source_key = named('d');
    storey.doors.push_back(door);
  }
  return storey;
}

RevisedPlan plan_of(const std::vector<HouseOf>& storeys, const std::string& sum = "aa") {
  Counters next;
  RevisedPlan plan;
  plan.building.name = "Centrum";
  for (const HouseOf& house : storeys) {
    plan.building.storeys.push_back(std::make_shared<const Storey>(storey_of(house, next)));
  }
  plan.sources = {{"centrum.ifc", "plan", sum, "", "", ""}};
  return plan;
}

Project project_of(const std::vector<HouseOf>& storeys) {
  Counters next;
  for (const HouseOf& house : storeys) (void)storey_of(house, next);
  RevisedPlan plan = plan_of(storeys);
  Project project;
  project.name = "Centrum";
  project.buildings = {std::move(plan.building)};
  project.sources = std::move(plan.sources);
  project.next = next;
  return project;
}

const HouseOf kHouse{{{key("a"), "0.01", "Spreekkamer 1", 0},
                      {key("b"), "0.02", "Spreekkamer 2", 10},
                      {key("c"), "0.03", "Wachtruimte", 20, 6, true, Use::Waiting}}};

HouseOf with_room(HouseOf house, std::size_t i, auto change) {
  change(house.rooms[i]);
  return house;
}

Result<Renewal> try_renew(const Project& project, const RevisedPlan& plan, bool anyway = false) {
  Session session(builtin_catalogue());
  Job job;
  const FloorsOf floors = [&](const Building& building) -> Result<SpaceFloors> {
    const Result<Layouts> layouts = session.layouts(building, job);
    if (!layouts) return layouts.error();
    SpaceFloors all;
    for (const auto& layout : *layouts) {
      for (const SpaceShape& shape : layout->shapes) {
        if (shape.polygon) all[shape.id] = *shape.polygon;
      }
    }
    return all;
  };
  return renewed(project, 0, plan, floors, anyway);
}

Renewal renew(const Project& project, const RevisedPlan& plan, bool anyway = false) {
  Result<Renewal> renewal = try_renew(project, plan, anyway);
  if (!renewal) FAIL(renewal.error().sentence.en);
  return *std::move(renewal);
}
Renewal renew(const Project& project, const HouseOf& house) {
  return renew(project, plan_of({house}, "bb"));
}

// "S1 name,number; D3 moved_m"
std::string told(const std::vector<RenewalEntry>& entries) {
  std::string all;
  for (const RenewalEntry& entry : entries) {
    all += (all.empty() ? "" : "; ") + entry.id;
    char before = ' ';
    for (const RenewedField& field : entry.fields) {
      all += before + field.field;
      before = ',';
    }
  }
  return all;
}

const Storey& storey(const Project& project, std::size_t i = 0) {
  return *project.buildings[0].storeys[i];
}

template <typename Edit>
Project with(const Project& project, const Edit& one) {
  Result<Project> after = apply(project, one);
  if (!after) FAIL(after.error().sentence.en);
  return *std::move(after);
}

Project with_space(const Project& project, std::size_t i, auto change) {
  Space space = storey(project).spaces[i];
  change(space);
  return with(project, edit::SetSpace{storey(project).id, space});
}

// What a planner does between two versions of the file.
Project worked_on() {
  Project project = project_of({kHouse});
  project = with(project, edit::AddUnit{0, {{}, "Huisartsen", "", {}, {}}});
  project = with_space(project, 0, [&](Space& space) {
    space.use = Use::Lounge;
    space.use_is_suggested = false;
    space.unit = project.buildings[0].units[0].id;
    space.beds = 2;
    space.access = Access::Public;
    space.opening_hours = "ma-vr 9-17";
  });
  Door door = storey(project).doors[0];
  door.lock = Lock::Controlled;
  door.entrance = Entrance::Public;
  project = with(project, edit::SetDoor{storey(project).id, door});
  project = with(project, edit::AddSeat{storey(project).id, {{}, {1, 3}, 3, ""}});
  project =
      with(project, edit::AddWall{storey(project).id, {{}, {{22, 0}, {22, 2}}, false, true, ""}});
  project.answers.explanations = {
      {"RVS-2.2", "In S2 is geen ruimte.", "", "", "", "", "", "", "", "", "", "", {}, ""}};
  project.remarks = {{"R1", "Hier tocht het.", "bewoner", "", to_string(storey(project).id),
                      to_string(storey(project).spaces[1].id), std::nullopt}};
  Role role;
  role.id = "huisarts";
  role.home.number = "0.02";
  project.programme.roles = {role};
  return project;
}

bool says(const std::vector<Text>& sentences, const std::string& nl) {
  return std::any_of(sentences.begin(), sentences.end(),
                     [&](const Text& one) { return one.nl.find(nl) != std::string::npos; });
}

}  // namespace

TEST_CASE("A renewal with the file that was read before changes nothing", "[renewal]") {
  const Project project = worked_on();
  const Renewal renewal = renew(project, plan_of({kHouse}));
  CHECK(renewal.is_unchanged());
  CHECK(renewal.depended.empty());
  CHECK(first_difference(project, renewal.project) == "");
  CHECK(told(renewal.kept) == "S1 use; Z1 own; W4 own");
}

TEST_CASE("A renewal twice is a renewal once", "[renewal]") {
  HouseOf house = with_room(kHouse, 2, [](RoomOf& room) { room.x += 3; });
  house.rooms.erase(house.rooms.begin() + 1);
  house.rooms.push_back({key("e"), "0.04", "Keuken", 40});
  const RevisedPlan plan = plan_of({house}, "bb");
  const Renewal once = renew(worked_on(), plan);
  CHECK_FALSE(once.is_unchanged());
  const Renewal twice = renew(once.project, plan);
  CHECK(twice.is_unchanged());
  CHECK(first_difference(once.project, twice.project) == "");
}

TEST_CASE("What follows from a renewed project is what follows from it from scratch", "[renewal]") {
  const auto report_of = [](Session& session, const Project& project) {
    Job job;
    const Result<Scope> scope = named_scope(builtin_catalogue(), "gebouw");
    REQUIRE(scope);
    const Result<Evaluation> evaluation = session.evaluate(project, {*scope, "2026-11-05"}, job);
    REQUIRE(evaluation);
    return report_json({project, *evaluation, builtin_catalogue(), "2026-11-05"});
  };
  Session session(builtin_catalogue()), fresh(builtin_catalogue());
  Project project = worked_on();
  project.programme = {};
  const std::string before = report_of(session, project);
  const Renewal renewal =
      renew(project, with_room(kHouse, 2, [](RoomOf& room) { room.width = 9; }));
  CHECK(told(renewal.changed) == "S3 area_m2,moved_m; W3 moved_m");
  const std::string after = report_of(session, renewal.project);
  CHECK(after == report_of(fresh, renewal.project));
  CHECK(after != before);
}

TEST_CASE("What people said of a space and a door stays when the file moves and renames them",
          "[renewal]") {
  const Renewal renewal = renew(worked_on(), with_room(kHouse, 0, [](RoomOf& room) {
                                  room.x = -5;
                                  room.name = "Balie";
                                  room.number = "0.11";
                                  room.use = Use::Reception;
                                }));
  const Space& space = storey(renewal.project).spaces[0];
  CHECK(to_string(space.id) == "S1");
  CHECK(space.name == "Balie");
  CHECK(space.number == "0.11");
  CHECK(space.use == Use::Lounge);
  CHECK_FALSE(space.use_is_suggested);
  CHECK(space.unit);
  CHECK(space.beds == 2);
  CHECK(space.access == Access::Public);
  CHECK(space.opening_hours == "ma-vr 9-17");
  CHECK(storey(renewal.project).doors[0].lock == Lock::Controlled);
  CHECK(storey(renewal.project).doors[0].entrance == Entrance::Public);
  CHECK(told(renewal.changed) == "S1 name,number,moved_m; D1 moved_m; W1 moved_m");
  CHECK(words_of(renewal.changed[0], Lang::Nl) ==
        "ruimte 0.11 Balie (begane grond): naam: was Spreekkamer 1, nu Balie; nummer: was 0.01, nu "
        "0.11; 5,00 m verschoven");
  CHECK(told(renewal.kept).starts_with("S1 use;"));
  CHECK(renewal.kept[0].fields[0].words.nl ==
        "gebruik blijft ontmoetingsruimte; in het bestand staat balie");
  // The seat stood in it.
  CHECK(says(renewal.depended, "Zitplek Z1 stond in ruimte 0.01 Spreekkamer 1"));
  CHECK(storey(renewal.project).seats.size() == 1);
}

TEST_CASE("A use that was only suggested follows the file, one that a list says goes before all",
          "[renewal]") {
  const HouseOf house = with_room(kHouse, 1, [](RoomOf& room) { room.use = Use::Office; });
  const Renewal renewal = renew(project_of({kHouse}), house);
  CHECK(storey(renewal.project).spaces[1].use == Use::Office);
  CHECK(told(renewal.changed) == "S2 use");
  RevisedPlan listed = plan_of({with_room(kHouse, 0, [](RoomOf& room) {
    room.use = Use::Quiet;
    room.is_suggested = false;
  })});
  listed.has_use_list = true;
  CHECK(storey(renew(worked_on(), listed).project).spaces[0].use == Use::Quiet);
}

TEST_CASE("A space that went is told, and everything that was said of it is told and kept",
          "[renewal]") {
  HouseOf house = kHouse;
  house.rooms.erase(house.rooms.begin() + 1);
  const Project project = worked_on();
  const Renewal renewal = renew(project, house);
  CHECK(told(renewal.went) == "S2; D2; W2");
  CHECK(renewal.came.empty());
  CHECK(renewal.changed.empty());
  CHECK(renewal.depended.size() == 3);
  CHECK(says(renewal.depended, "Opmerking R1 gaat over ruimte 0.02 Spreekkamer 2, die weg is"));
  CHECK(says(renewal.depended, "Het programma noemt ruimte 0.02 (rol huisarts)"));
  CHECK(says(renewal.depended, "In de uitleg bij RVS-2.2 staat “S2”"));
  CHECK(renewal.project.remarks.size() == 1);
  CHECK(renewal.project.programme.roles.size() == 1);
  CHECK(renewal.project.answers.explanations[0].departs == "In S2 is geen ruimte.");
  const Renewal first = renew(project, with_room(kHouse, 0, [](RoomOf& room) {
                                room.key = key("z");
                                room.x = 60;
                              }));
  CHECK(told(first.went) == "S1 use,unit,beds,access,opening_hours; D1 lock,entrance; W1");
  CHECK(says(first.depended, "Afdeling Huisartsen heeft geen ruimten meer"));
  CHECK(says(first.depended, "De ingang voor iedereen is weg"));
}

TEST_CASE("What came gets an id that nothing ever had", "[renewal]") {
  Project project = worked_on();
  project = with(project, edit::RemoveSeat{storey(project).id, {1}});
  HouseOf house = kHouse;
  house.rooms.insert(house.rooms.begin(), {key("n"), "0.00", "Koffiehoek", 40});
  const Renewal renewal = renew(project, house);
  CHECK(told(renewal.came) == "S4; D4; W5");
  CHECK(to_string(storey(renewal.project).spaces[0].id) == "S4");
  CHECK(renewal.project.next.space == 5);
  CHECK(renewal.project.next.seat == 2);
}

TEST_CASE("Geometry that was drawn by hand stays, and parts a space as before", "[renewal]") {
  Project project = worked_on();
  project =
      with(project, edit::AddBoundary{storey(project).id, {{}, {{23, 0}, {23, 4}}, false, ""}});
  Space corner;
  corner.anchor = {25, 2};
  corner.name = "Hoek";
  project = with(project, edit::AddSpace{storey(project).id, corner});
  const Renewal same = renew(project, plan_of({kHouse}));
  CHECK(same.is_unchanged());
  CHECK(first_difference(project, same.project) == "");
  CHECK(told(same.kept) == "S1 use; S4 own; Z1 own; W4 own; B1 own");
  // The room now ends before the line: nothing is left of the corner.
  const Renewal smaller =
      renew(project, with_room(kHouse, 2, [](RoomOf& room) { room.width = 2.5; }));
  CHECK(told(smaller.went) == "S4");
  CHECK(told(smaller.kept) == "S1 use; Z1 own; W4 own; B1 own");
}

TEST_CASE("A space without a key is recognised when half of either lies in the other",
          "[renewal]") {
  HouseOf keyless = kHouse;
  keyless.keys = "";
  for (RoomOf& room : keyless.rooms) room.key = "";
  const Project project = project_of({keyless});
  const auto moved = [&](double by) {
    return renew(project, with_room(keyless, 1, [&](RoomOf& room) { room.x += by; }));
  };
  const Renewal near = moved(1.5);
  CHECK(told(near.changed) == "S2 moved_m; W2 moved_m");
  CHECK(near.changed[0].is_by_place);
  CHECK(told(near.went) == "D2");  // a metre wide: its half does not reach
  CHECK(told(near.came) == "D4");
  CHECK(near.by_key == 1);  // the storey
  const Renewal far = moved(2.5);
  CHECK(told(far.went) == "S2; D2; W2");
  CHECK(told(far.came) == "S4; D4; W4");
}

TEST_CASE("Of two spaces with one GlobalId each stays itself, by where it lies", "[renewal]") {
  const HouseOf twins = with_room(kHouse, 1, [](RoomOf& room) { room.key = key("a"); });
  const Project project = project_of({twins});
  const Renewal renewal =
      renew(project, with_room(twins, 1, [](RoomOf& room) { room.name = "Spreekkamer B"; }));
  CHECK(told(renewal.changed) == "S2 name");
  CHECK(renewal.by_place == 0);
}

TEST_CASE("Handles of a drawing that mean something else are not believed", "[renewal]") {
  HouseOf drawn = kHouse;
  drawn.keys = "";
  for (std::size_t i = 0; i < 3; ++i)
    drawn.rooms[i].key = std::string(1, static_cast<char>('A' + i));
  HouseOf other = drawn;
  std::rotate(other.rooms.begin(), other.rooms.begin() + 1, other.rooms.end());
  for (std::size_t i = 0; i < 3; ++i) other.rooms[i].key = drawn.rooms[i].key;
  const Renewal renewal = renew(project_of({drawn}), other);
  CHECK(renewal.is_unchanged());
  CHECK(renewal.by_place == 9);
  const Renewal same =
      renew(project_of({drawn}), with_room(drawn, 0, [](RoomOf& room) { room.x = 50; }));
  CHECK(told(same.changed).starts_with("S1 moved_m"));
}

TEST_CASE("Another building is refused with a sentence, unless someone says it is the same",
          "[renewal]") {
  HouseOf other = kHouse;
  other.storey_key = key("t");
  for (RoomOf& room : other.rooms) {
    room.key = key("x" + room.number);
    room.x += 500;
  }
  const RevisedPlan plan = plan_of({other}, "bb");
  const Result<Renewal> refused = try_renew(worked_on(), plan);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().sentence.nl.find("Waarschijnlijk is het een ander gebouw") !=
        std::string::npos);
  const Renewal renewal = renew(worked_on(), plan, true);
  CHECK(renewal.went.size() == 9);
  CHECK(renewal.came.size() == 9);
  CHECK_FALSE(try_renew(Project{}, plan));
}

TEST_CASE("A storey that comes between others shifts levels, not what is known of them",
          "[renewal]") {
  HouseOf upper{{{key("u"), "1.01", "Slaapkamer", 0}}, key("up"), "Etage", 1};
  Project project = project_of({kHouse, upper});
  project = with(project, edit::SetStorey{storey(project, 1).id, "Afdeling Noord", 1});
  HouseOf middle{{{key("m"), "1.01", "Kantine", 0}}, key("mid"), "Tussen", 1};
  HouseOf top = upper;
  top.level = 2;
  top.rooms.push_back(kHouse.rooms[0]);  // moved upstairs
  top.rooms.back().x = 10;
  HouseOf ground = kHouse;
  ground.rooms.erase(ground.rooms.begin());
  const Renewal renewal = renew(project, plan_of({ground, middle, top}, "bb"));
  REQUIRE(renewal.project.buildings[0].storeys.size() == 3);
  CHECK(storey(renewal.project, 1).name == "Tussen");
  CHECK(storey(renewal.project, 2).name == "Afdeling Noord");
  CHECK(storey(renewal.project, 2).level == 2);
  CHECK(told(renewal.came) == "L3; S5; D5; W5");
  CHECK(told(renewal.changed).starts_with("L2 level; S1 storey,moved_m"));
  CHECK(to_string(storey(renewal.project, 2).spaces[1].id) == "S1");
  // And the other way round a storey goes, with what lay on it.
  const Renewal back = renew(project, plan_of({kHouse}, "bb"));
  CHECK(told(back.went) == "L2; S4; D4; W4");
}

TEST_CASE("When a file has another origin, what was placed here moves along", "[renewal]") {
  Project project = worked_on();
  project.buildings[0].placement.in_wijk = WijkPosition{{1000, 2000}, 0};
  HouseOf moved = kHouse;
  for (RoomOf& room : moved.rooms) room.x += 100;
  const Renewal renewal = renew(project, moved);
  CHECK(renewal.shift == Point{100, 0});
  CHECK_FALSE(renewal.is_unchanged());
  CHECK(renewal.changed.empty());
  CHECK(renewal.depended.empty());
  CHECK(storey(renewal.project).seats[0].at == Point{101, 3});
  CHECK(renewal.project.buildings[0].placement.in_wijk->at == Point{900, 2000});
  CHECK(summary_of(renewal).nl.find("(x 100,00 m, y 0,00 m)") != std::string::npos);
  CHECK(renew(renewal.project, moved).is_unchanged());
}

TEST_CASE("The width of a door is the file's, and stays where the file does not say it",
          "[renewal]") {
  Project project = project_of({kHouse});
  RevisedPlan plan = plan_of({kHouse}, "bb");
  Storey revised = *plan.building.storeys[0];
  revised.doors[0].clear_width = 0.93;
  revised.doors[1].clear_width.reset();
  plan.building.storeys[0] = std::make_shared<const Storey>(revised);
  const Renewal renewal = renew(project, plan);
  CHECK(told(renewal.changed) == "D1 clear_width");
  CHECK(renewal.changed[0].fields[0].words.nl == "vrije doorgang: was 0,85 m, nu 0,93 m");
  CHECK(storey(renewal.project).doors[1].clear_width == 0.85);
}

TEST_CASE("The new file takes the place of the older one among the sources and in the history",
          "[renewal]") {
  Project project = worked_on();
  project.sources.push_back({"antwoorden.json", "answers", "cc", "", "", ""});
  RevisedPlan plan = plan_of({kHouse}, "bb");
  plan.sources[0].name = "centrum-2.ifc";
  plan.findings = {
      {finding::kWithoutGeometry, Severity::Note, {"n", "n"}, "begane grond", "S3", {}}};
  const Renewal renewal = renew(project, plan);
  REQUIRE(renewal.project.sources.size() == 2);
  CHECK(renewal.project.sources[0].name == "centrum-2.ifc");
  CHECK(renewal.project.sources[0].sha256 == "bb");
  REQUIRE(renewal.project.import_findings.size() == 1);
  const Project kept = with_history(project, renewal.project, "", "2026-11-05");
  REQUIRE(kept.decisions.size() == 1);
  CHECK(kept.decisions[0].kind == "plan");
  CHECK(kept.decisions[0].before == R"({"files":["centrum.ifc"],"sha256":["aa"]})");
  CHECK(kept.decisions[0].after == R"({"files":["centrum-2.ifc"],"sha256":["bb"]})");
}

TEST_CASE("A print is read again at the scale that is said of it", "[renewal]") {
  Session session(builtin_catalogue());
  Job job;
  InputOptions print;
  print.inputs = {TREFPUNT_ROOT "/samples/gezondheidscentrum/bg.pdf"};
  print.layer_meanings = {{"vlak zwart", Meaning::Wall}};
  const Result<Input> input = read_input(print, builtin_catalogue(), session, job);
  if (!input) FAIL(input.error().sentence.en);
  RenewOptions options;
  options.files = print;
  const auto same = renew_project(input->project, options, builtin_catalogue(), session, job);
  REQUIRE(same);
  CHECK(same->is_unchanged());
  options.files.scale = "1:200";
  options.is_same_building = true;
  const auto doubled = renew_project(input->project, options, builtin_catalogue(), session, job);
  REQUIRE(doubled);
  CHECK_FALSE(doubled->is_unchanged());
}

TEST_CASE("A project, a list, nothing and a building of no such name are refused", "[renewal]") {
  const Project project = project_of({kHouse});
  const auto refused = [&](const RenewOptions& options) {
    Session session(builtin_catalogue());
    Job job;
    const Result<Renewal> renewal =
        renew_project(project, options, builtin_catalogue(), session, job);
    REQUIRE_FALSE(renewal);
    return renewal.error().sentence.nl;
  };
  RenewOptions options;
  CHECK(refused(options) == "Noem het nieuwe bestand.");
  options.files.inputs = {"ander.trefpunt"};
  CHECK(refused(options).starts_with("Dit is geen plattegrond."));
  options.building = "Zuid";
  CHECK(refused(options) == "Er is geen gebouw dat zo heet; er zijn: Centrum.");
}

namespace {

// Changes the line of the instance that holds these words.
void revise(std::string& ifc, const std::string& holding, auto change,
            const std::string& type = "= IFC") {
  std::size_t at = ifc.find(type);
  const auto is_there = [&] {
    return ifc.substr(at, ifc.find('\n', at) - at).find(holding) != std::string::npos;
  };
  while (at != std::string::npos && !is_there()) at = ifc.find(type, at + 1);
  REQUIRE(at != std::string::npos);
  const std::size_t start = ifc.rfind("\n#", at) + 1, end = ifc.find('\n', at) + 1;
  std::string line = ifc.substr(start, end - start);
  change(line);
  ifc.replace(start, end - start, line);
}

// "#29" of "#7= IFCX('a',#29,...)" for 2.
std::string nth_reference(const std::string& line, int n) {
  std::size_t at = 0;
  for (int i = 1; i < n; ++i) at = line.find('#', at + 1);
  return line.substr(at, line.find_first_not_of("0123456789", at + 1) - at);
}

}  // namespace

TEST_CASE("The institute is renewed from a file in which five things differ", "[real][renewal]") {
  const char* data = std::getenv("TREFPUNT_DATA");
  const std::string path =
      std::string(data ? data : "") + "/ifc-institute/AC11-Institute-Var-2-IFC.ifc";
  if (!data || !std::filesystem::exists(path)) {
    WARN("No real data: the institute is not renewed.");
    return;
  }
  std::ifstream file(path, std::ios::binary);  // its lines end in CRLF or LF
  std::string ifc{std::istreambuf_iterator<char>(file), {}};
  Session session(builtin_catalogue());
  Job job;
  InputOptions first;
  first.inputs = {path};
  const Result<Input> read = read_input(first, builtin_catalogue(), session, job);
  REQUIRE(read);
  Project project = read->project;
  const StoreyId ground = project.buildings[0].storeys[1]->id;
  std::vector<Space> spaces = project.buildings[0].storeys[1]->spaces;
  REQUIRE(spaces.size() > 8);
  const Space known = spaces[0], renamed = spaces[1], gone = spaces[2];
  Space said = known;
  said.use = Use::Lounge;
  said.use_is_suggested = false;
  project = with(project, edit::SetSpace{ground, said});
  project = with(project, edit::AddSeat{ground, {{}, said.anchor, 2, ""}});
  project.answers.explanations = {{"RVS-2.2",
                                   to_string(gone.id) + " is te klein.",
                                   "",
                                   "",
                                   "",
                                   "",
                                   "",
                                   "",
                                   "",
                                   "",
                                   "",
                                   "",
                                   {},
                                   ""}};
  // Saved and loaded, as between two visits of the architect.
  const std::string folder = "/tmp/trefpunt-renew-" + std::to_string(getpid());
  std::filesystem::create_directory(folder);
  REQUIRE(save_project(project, {}, folder + "/p.trefpunt"));
  const Result<Project> loaded = load_project(folder + "/p.trefpunt");
  REQUIRE(loaded);

  const auto renew_with = [&](const std::string& text) {
    std::ofstream(folder + "/v2.ifc", std::ios::binary) << text;
    RenewOptions options;
    options.files.inputs = {folder + "/v2.ifc"};
    Result<Renewal> renewal = renew_project(*loaded, options, builtin_catalogue(), session, job);
    if (!renewal) FAIL(renewal.error().sentence.en);
    return *std::move(renewal);
  };
  const Renewal same = renew_with(ifc);
  CHECK(same.is_unchanged());
  Project but_source = same.project;
  but_source.sources = loaded->sources;
  CHECK(first_difference(*loaded, but_source) == "");

  std::string revised = ifc;
  std::string gone_line, gone_number;
  const auto first_id = [](const std::string& line) { return line.substr(0, line.find('=')); };
  revise(revised, "'" + renamed.source_key + "'",
         [](std::string& line) { line.replace(line.find("'Labor I'"), 9, "'Labor Nord'"); });
  revise(revised, "'" + gone.source_key + "'", [&](std::string& line) {
    gone_line = line;
    gone_number = first_id(line);
    line.replace(line.find("IFCSPACE"), 8, "IFCPROXY");
  });
  const Door& no_door = project.buildings[0].storeys[1]->doors[3];
  revise(revised, "'" + no_door.source_key + "'",
         [](std::string& line) { line.replace(line.find("IFCDOOR"), 7, "IFCPROXY"); });
  // A new space of the same shape, 100 m to the east of the one that went.
  std::string added = gone_line;
  const std::string placement = nth_reference(added, 3);
  added.replace(0, added.find('='), "#9000001");
  added.replace(added.find(gone.source_key), 22, "0NieuweRuimte000000000");
  added.replace(added.find(placement + ","), placement.size(), "#9000002");
  revise(
      revised, gone_number + ",",
      [&](std::string& line) {
        line.replace(line.find(gone_number + ","), gone_number.size(), "#9000001");
      },
      "IFCRELAGGREGATES");
  // A wall half a metre along its own y.
  const Wall& wall = project.buildings[0].storeys[1]->walls[5];
  std::string wall_placement;
  revise(revised, "'" + wall.source_key + "'", [&](std::string& line) {
    wall_placement = nth_reference(line, 3);
    line.replace(line.find(wall_placement + ","), wall_placement.size(), "#9000005");
  });
  revised.insert(revised.find("ENDSEC;", revised.find("DATA;")),
                 added + "#9000002= IFCLOCALPLACEMENT(" + placement +
                     ",#9000003);\n#9000003= IFCAXIS2PLACEMENT3D(#9000004,$,$);\n#9000004= "
                     "IFCCARTESIANPOINT((100.,0.,0.));\n#9000005= IFCLOCALPLACEMENT(" +
                     wall_placement +
                     ",#9000006);\n#9000006= IFCAXIS2PLACEMENT3D(#9000007,$,$);\n#9000007= "
                     "IFCCARTESIANPOINT((0.,0.5,0.));\n");
  const Renewal renewal = renew_with(revised);
  CAPTURE(told(renewal.came), told(renewal.went), told(renewal.changed), told(renewal.kept));
  // With the space goes the furniture that the file has in it.
  CHECK(told(renewal.went).starts_with(to_string(gone.id) + "; " + to_string(no_door.id)));
  CHECK(std::all_of(renewal.went.begin() + 2, renewal.went.end(),
                    [](const RenewalEntry& entry) { return entry.id.starts_with('F'); }));
  CHECK(told(renewal.came) == "S83");
  CHECK(told(renewal.changed) ==
        to_string(renamed.id) + " name; " + to_string(wall.id) + " moved_m");
  CHECK(says(renewal.depended, "“" + to_string(gone.id) + "”"));
  const Storey& now = storey(renewal.project, 1);
  CHECK(now.spaces[0].use == Use::Lounge);
  CHECK(now.seats.back().places == 2);
  CHECK(renewal.project.answers.explanations.size() == 1);
  std::filesystem::remove_all(folder);
}
