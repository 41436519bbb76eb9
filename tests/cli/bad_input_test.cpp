// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "cli/run.h"

using namespace run;

namespace {

// One line on stderr that starts as promised, exit 2, and nothing left behind.
void refused(const std::vector<std::string>& words, const std::vector<std::string>& says) {
  const Folder folder;
  const fs::path out = folder / "report";
  const Ran ran = trefpunt(std::vector<std::string>{"assess"} + words +
                           std::vector<std::string>{"-o", out.string()});
  INFO(ran.err);
  CHECK(ran.exit == 2);
  CHECK(ran.out.empty());
  CHECK(ran.err.starts_with("trefpunt: error: "));
  CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
  for (const std::string& part : says) {
    CAPTURE(part);
    CHECK(ran.err.find(part) != std::string::npos);
  }
  CHECK_FALSE(fs::exists(out));
}

std::string plan() {
  return kSample / "gezondheidscentrum.geojson";
}
std::string drawing(const std::string& name) {
  return kRoot / "tests/fixtures/dxf" / name;
}

// Four walls of this many metres, on a sheet of no place.
std::string square(double size) {
  const std::string s = std::to_string(size);
  return R"({"type":"FeatureCollection","crs":null,"features":[{"type":"Feature","properties":{"type":"space","level":0},"geometry":{"type":"Polygon","coordinates":[[[0,0],[)" +
         s + ",0],[" + s + "," + s + "],[0," + s + R"(],[0,0]]]}}]})";
}

// A report is made, with this finding in it.
void found(const std::string& path, int code, const std::vector<std::string>& says) {
  const Folder folder;
  const Ran ran = trefpunt({"assess", path, "-o", folder / "r"});
  INFO(ran.err);
  REQUIRE(ran.exit == 1);
  CHECK(ran.err.empty());
  const Json report = Json::parse(text_of(folder / "r/report.json"));
  const Ran show = trefpunt({"show", path, "--json"});
  REQUIRE(show.exit == 0);
  for (const Json& findings : {report["findings"], Json::parse(show.out)["findings"]}) {
    const auto at = std::find_if(findings.begin(), findings.end(),
                                 [&](const Json& finding) { return finding["code"] == code; });
    REQUIRE(at != findings.end());
    for (const std::string& part : says) {
      CAPTURE(part);
      CHECK(at->dump().find(part) != std::string::npos);
    }
  }
}

void run_sql(const fs::path& path, const char* sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  CHECK(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  CHECK(sqlite3_changes(database) == 1);
  sqlite3_close(database);
}

}  // namespace

TEST_CASE("A file that is not there is named", "[bad]") {
  refused({"nergens.dxf"}, {"nergens.dxf"});
}

TEST_CASE("A file that is no plan is refused", "[bad]") {
  const Folder folder;
  refused({folder.write("brief.txt", "Beste architect,\n").string()}, {"brief.txt"});
  refused({folder.write("leeg.geojson", "").string()}, {"leeg.geojson"});
  refused({folder.write("leeg.dxf", "").string()}, {"leeg.dxf"});
}

TEST_CASE("A DWG is refused with the way out", "[bad]") {
  const Folder folder;
  refused({folder.write("plan.dwg", "AC1032" + std::string(2000, '\0')).string()}, {"DXF"});
}

TEST_CASE("A truncated DXF is refused", "[bad]") {
  const Folder folder;
  const std::string whole = text_of(kSample / "bg.dxf");
  refused({folder.write("half.dxf", whole.substr(0, whole.size() / 2)).string()}, {"half.dxf"});
}

TEST_CASE("A GeoJSON or a room list that stops halfway is refused", "[bad]") {
  const Folder folder;
  const std::string whole = text_of(plan());
  refused({folder.write("half.geojson", whole.substr(0, whole.size() / 2)).string()},
          {"half.geojson"});
  refused({plan(), "--rooms", folder.write("half.xlsx", "PK\3\4 en dan niets").string()},
          {"half.xlsx", "XLSX"});
}

TEST_CASE("A drawing in degrees, and one with absurd coordinates, is refused", "[bad]") {
  refused({drawing("degrees.dxf")}, {"degrees.dxf", "graden"});
  refused({drawing("nan.dxf")}, {"nan.dxf", "muur", "geen getal"});
  refused({drawing("too_far.dxf")}, {"too_far.dxf", "te groot"});
}

TEST_CASE("A drawing without lines, or with too many, is refused", "[bad]") {
  refused({drawing("empty.dxf")}, {"empty.dxf", "leeg"});
  refused({drawing("bomb.dxf")}, {"bomb.dxf", "1.000.000"});
}

TEST_CASE("A drawing whose layers say nothing is refused with its layers", "[bad]") {
  refused({drawing("unknown_layers.dxf")}, {"'a1', 'b1'", "--layers"});
}

TEST_CASE("A plan of ten kilometres or of a third of a millimetre is read, and its size doubted",
          "[bad]") {
  const Folder folder;
  found(folder.write("breed.geojson", square(10000)), 102, {"10.000", "eenheid"});
  found(folder.write("smal.geojson", square(0.0003)), 102, {"eenheid"});
  found(drawing("third_of_a_millimetre.dxf"), 102, {"eenheid"});
}

TEST_CASE("A block that inserts itself is cut there, and the plan is read", "[bad]") {
  found(drawing("circle.dxf"), 113, {"een"});
}

TEST_CASE("Broken JSON is refused with line and column", "[bad]") {
  const Folder folder;
  refused({folder.write("plan.geojson", "{\"type\": \"FeatureCollection\",\n \"features\": [}")
               .string()},
          {"plan.geojson", "2"});
  refused({plan(), "--ambition", folder.write("a.json", "{\n  \"schema\": 1,\n  oeps\n}").string()},
          {"a.json", "3"});
  refused({plan(), "--answers", folder.write("b.json", "{").string()}, {"b.json"});
  const std::string broken = folder.write("c.json", "{\"schema\": 1,\n\"a\": [1 2]}").string();
  for (const char* option : {"--layers", "--uses", "--ambition", "--answers", "--catalogue"}) {
    CAPTURE(option);
    refused({plan(), option, broken}, {"c.json", "2", "9"});
  }
  refused({plan(), "--scope", broken}, {"c.json", "2", "9"});
}

TEST_CASE("A plan without anything in it is refused", "[bad]") {
  const Folder folder;
  refused({folder.write("leeg.geojson", R"({"type":"FeatureCollection","features":[]})").string()},
          {"leeg.geojson"});
}

TEST_CASE("Coordinates that are no numbers or absurd are refused", "[bad]") {
  const Folder folder;
  const auto with = [&](const std::string& number) {
    return folder
        .write(
            "plan.geojson",
            R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"type":"space"},"geometry":{"type":"Polygon","coordinates":[[[5,52],[5.001,52],[)" +
                number + R"(,52.001],[5,52]]]}}]})")
        .string();
  };
  refused({with("NaN")}, {"plan.geojson"});
  refused({with("1e300")}, {"plan.geojson"});
}

TEST_CASE("A room list with a number twice, or without numbers, is refused", "[bad]") {
  const Folder folder;
  refused({plan(), "--rooms",
           folder.write("r.csv", "Ruimtenummer;Naam\n0.01;a\n0.02;b\n0.01;c\n").string()},
          {"r.csv: rij 4: ", "0.01"});
  refused({plan(), "--lang", "en", "--rooms", (folder.path() / "r.csv").string()},
          {"r.csv: row 4: ", "0.01"});
  refused({plan(), "--rooms", folder.write("r.csv", "kleur;geur\nrood;zoet\n").string()},
          {"r.csv", "kleur"});
}

TEST_CASE("An unknown criterion, and a threshold without a reason, are refused", "[bad]") {
  const Folder folder;
  const std::string head = R"({"schema":1,"thresholds":[{"criterion":")";
  refused(
      {plan(), "--ambition",
       folder
           .write(
               "a.json",
               head + R"(XYZ-1","value":1,"reason":"r","declared_by":"b","date":"2026-01-01"}]})")
           .string()},
      {"a.json", "XYZ-1"});
  refused(
      {plan(), "--ambition",
       folder
           .write(
               "a.json",
               head + R"(RVS-4.1a","value":1,"reason":"","declared_by":"b","date":"2026-01-01"}]})")
           .string()},
      {"a.json", "RVS-4.1a"});
  refused(
      {plan(), "--answers",
       folder
           .write(
               "b.json",
               R"({"schema":1,"answers":[{"criterion":"XYZ-2","values":{},"answered_by":"b","date":"2026-01-01"}]})")
           .string()},
      {"b.json", "XYZ-2"});
  refused({plan(), "--ambition", folder.write("a.json", R"({"schema":99})").string()}, {"a.json"});
}

TEST_CASE("An unwritable folder is refused before anything is written", "[bad]") {
  const Ran ran = trefpunt({"assess", plan(), "-o", "/dev/null/rapport"});
  CHECK(ran.exit == 2);
  CHECK(ran.err.starts_with("trefpunt: error: "));
}

TEST_CASE("What cannot be written is refused, and what was there stays", "[bad]") {
  const Folder folder;
  const fs::path file = folder.write("vast", "x");
  for (const auto& words :
       std::vector<std::vector<std::string>>{{"assess", plan(), "-o", file},
                                             {"assess", plan(), "-o", file / "rapport"},
                                             {"new", plan(), "-o", file / "p.trefpunt"},
                                             {"new", plan(), "-o", folder / "weg/p.trefpunt"},
                                             {"picture", plan(), "-o", file / "p.svg"},
                                             {"picture", plan(), "-o", file / "p.png"},
                                             {"picture", plan(), "-o", folder / "weg/p.png"}}) {
    const Ran ran = trefpunt(words);
    CAPTURE(words, ran.err);
    CHECK(ran.exit == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err.starts_with("trefpunt: error: "));
    CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
    CHECK(text_of(file) == "x");
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
  }
}

TEST_CASE("When the second half of a report cannot be written, the first is not either", "[bad]") {
  const Folder folder;
  fs::create_directories(folder / "r/report.html");
  CHECK(trefpunt({"assess", plan(), "-o", folder / "r"}).exit == 2);
  CHECK(std::distance(fs::directory_iterator(folder / "r"), {}) == 1);
}

TEST_CASE("A bad programme is refused with file, line and key", "[bad]") {
  const Folder folder;
  const std::string text = text_of(kSample / "programme.json");
  const auto with = [&](const std::string& old, const std::string& by,
                        const std::vector<std::string>& says) {
    std::string bad = text;
    const std::size_t at = bad.find(old);
    REQUIRE(at != std::string::npos);
    bad.replace(at, old.size(), by);
    const auto line = 1 + std::count(bad.begin(), bad.begin() + static_cast<long>(at), '\n');
    std::vector<std::string> all = says;
    all.push_back("programme.json: regel " + std::to_string(line) + ": ");
    refused({plan(), "--programme", folder.write("programme.json", bad)}, all);
  };
  with("\"per_day\": 1", "\"per_day\": -1", {"errands 1 (wachten): per_day", "-1"});
  with("\"count\": 60", "\"count\": 0", {"roles 1 (patient_huisarts): count"});
  with("\"to\": \"17:00\"", "\"to\": \"33:00\"", {"presence 1: to", "24 uur"});
  with("\"use\": \"waiting\"", "\"use\": \"wachten\"", {"to: use", "wachten"});
  with("\"buurtgenoot\", \"huisarts\"", "\"buurtgenoot\", \"tandarts\"", {"roles", "tandarts"});
  refused({plan(), "--programme", folder.write("p.json", "{\"roles\": []}")}, {"p.json", "rollen"});
  refused({plan(), "--programme", folder / "weg.json"}, {"weg.json"});
}

TEST_CASE("An unknown scope, storey option or date is refused", "[bad]") {
  refused({plan(), "--scope", "dorp"}, {"dorp", "gebouw"});
  refused({plan(), "--date", "5 november"}, {"JJJJ-MM-DD"});
  refused({"--storey", "begane grond"}, {"NAAM=BESTAND"});
  refused({}, {"--answers"});
}

TEST_CASE("A rectangle that is none, is empty, or holds nothing is refused", "[bad]") {
  const std::string sheet = kRoot / "tests/fixtures/dxf/sheet.dxf";
  const auto with = [&](const std::string& rectangle, const std::vector<std::string>& says) {
    CAPTURE(rectangle);
    refused({"--storey", "bg=" + sheet + "@" + rectangle}, says);
  };
  with("1,-1,13", {"@x1,y1,x2,y2"});
  with("1,-1,13,7,9", {"@x1,y1,x2,y2"});
  with("1,-1,dertien,7", {"@x1,y1,x2,y2"});
  with("1,-1,nan,7", {"@x1,y1,x2,y2"});
  with("1,-1,1e300,7", {"@x1,y1,x2,y2"});
  with("13,7,1,-1", {"leeg", "linksonder"});
  with("1,-1,1,7", {"leeg"});
  with("100,100,120,110", {"sheet.dxf@100,100,120,110", "2,0,30,6"});
  refused({"--storey", "bg=" + plan() + "@1,-1,13,7"}, {"level"});
  refused({"--storey", "bg=nergens.dxf@1,-1,13,7"}, {"nergens.dxf"});
  refused({sheet, "--storey", "bg=" + sheet + "@1,-1,13,7"}, {"twee keer"});
}

TEST_CASE("A command without a plan is refused", "[bad]") {
  for (const char* command : {"show", "new", "picture"}) {
    CAPTURE(command);
    const Ran ran =
        trefpunt(std::string(command) == "show" ? std::vector<std::string>{command}
                                                : std::vector<std::string>{command, "-o", "x.svg"});
    CHECK(ran.exit == 2);
    CHECK(ran.err == "trefpunt: error: geef een plattegrond of een project op\n");
  }
}

TEST_CASE("A project of a newer version, and one cut in half, are refused", "[bad]") {
  const Folder folder;
  const fs::path project = folder / "p.trefpunt";
  REQUIRE(trefpunt({"new", plan(), "-o", project}).exit == 0);
  const std::string bytes = text_of(project);
  refused({folder.write("half.trefpunt", bytes.substr(0, bytes.size() / 2)).string()},
          {"half.trefpunt"});
  run_sql(project, "UPDATE meta SET schema_version = 99");
  refused({project}, {"p.trefpunt", "nieuwere", "99"});
  for (const char* command : {"show", "new", "picture"}) {
    CAPTURE(command);
    std::vector<std::string> words = {command, project};
    if (std::string(command) != "show") words = words + std::vector<std::string>{"-o", "x.svg"};
    CHECK(trefpunt(words).exit == 2);
  }
}

TEST_CASE("An unknown option or command exits with 2", "[bad]") {
  CHECK(trefpunt({"assess", "--kleur", "rood"}).exit == 2);
  CHECK(trefpunt({"dansen"}).exit == 2);
  CHECK(trefpunt({}).exit == 2);
}
