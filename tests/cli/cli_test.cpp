// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "cli/run.h"

using namespace run;

TEST_CASE("The sample gives a final report and its profile, privacy first", "[cli]") {
  const Folder folder;
  const Ran ran = trefpunt(std::vector<std::string>{"assess"} + sample_words() +
                           std::vector<std::string>{"--date", "2026-11-05", "-o", folder / "r"});
  INFO(ran.err);
  CHECK(ran.exit == 0);
  CHECK(ran.err.empty());
  CHECK(ran.out.find("RVS-4.1j") < ran.out.find("RVS-4.1a"));
  CHECK(ran.out.find("report.html") != std::string::npos);
  const Json report = Json::parse(text_of(folder / "r/report.json"));
  CHECK(report["status"] == "final");
  CHECK(report["scope"] == "gebouw");
  CHECK(report["criteria"].size() == 35);
  for (const Json& input : report["inputs"]) CHECK(input["sha256"].get<std::string>().size() == 64);
  CHECK(text_of(folder / "r/report.html").find("<!DOCTYPE html>") == 0);
}

TEST_CASE("Without answers the report is a draft and exits with 1", "[cli]") {
  const Folder folder;
  const Ran ran = trefpunt({"assess", kSample / "gezondheidscentrum.geojson", "-o", folder / "r"});
  CHECK(ran.exit == 1);
  const Json report = Json::parse(text_of(folder / "r/report.json"));
  CHECK(report["status"] == "draft");
  for (const Json& criterion : report["criteria"]) {
    CHECK(criterion["status"].get<std::string>().find_first_not_of("ABCDEFX") == std::string::npos);
  }
}

TEST_CASE("Answers alone give a report of scope rvs-a4", "[cli]") {
  const Folder folder;
  const Ran ran = trefpunt({"assess", "--answers", kSample / "answers.json", "-o", folder / "r"});
  INFO(ran.err);
  CHECK(ran.exit <= 1);
  const Json report = Json::parse(text_of(folder / "r/report.json"));
  CHECK(report["scope"] == "rvs-a4");
  CHECK(report["criteria"].size() == 6);
}

TEST_CASE("One thread and two write the same bytes, and so does a second run", "[cli]") {
  const Folder folder;
  for (const auto& [name, threads] : {std::pair{"a", "1"}, {"b", "2"}, {"c", "2"}}) {
    const Ran ran = trefpunt(std::vector<std::string>{"assess"} + sample_words() +
                             std::vector<std::string>{"--date", "2026-11-05", "--threads", threads,
                                                      "-o", folder / name});
    REQUIRE(ran.exit == 0);
  }
  for (const char* file : {"report.json", "report.html"}) {
    const std::string first = text_of(folder.path() / "a" / file);
    CHECK(first == text_of(folder.path() / "b" / file));
    CHECK(first == text_of(folder.path() / "c" / file));
  }
}

TEST_CASE("A project keeps everything: its report equals the report of its files", "[cli]") {
  const Folder folder;
  const Ran made = trefpunt(std::vector<std::string>{"new"} + sample_words() +
                            std::vector<std::string>{"-o", folder / "p.trefpunt"});
  INFO(made.err);
  REQUIRE(made.exit == 0);
  REQUIRE(trefpunt({"assess", folder / "p.trefpunt", "--date", "2026-11-05", "-o", folder / "a"})
              .exit == 0);
  REQUIRE(trefpunt(std::vector<std::string>{"assess"} + sample_words() +
                   std::vector<std::string>{"--date", "2026-11-05", "-o", folder / "b"})
              .exit == 0);
  const Json from_project = Json::parse(text_of(folder / "a/report.json"));
  const Json from_files = Json::parse(text_of(folder / "b/report.json"));
  CHECK(from_project["criteria"] == from_files["criteria"]);
  CHECK(from_project["findings"] == from_files["findings"]);
}

TEST_CASE("What is decided otherwise than in a project is its history, and the same again is none",
          "[cli]") {
  const Folder folder;
  const fs::path plan = folder.write("huis.geojson", R"({"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"type": "wall", "level": 0}, "geometry": {"type":
     "LineString", "coordinates": [[5.0359, 52.0440], [5.0360, 52.0440], [5.0360, 52.0441],
     [5.0359, 52.0441], [5.0359, 52.0440]]}}]})");
  const auto ambition = [&](const std::string& value, const std::string& by) {
    return folder.write("a" + value + ".json",
                        R"({"thresholds": [{"criterion": "RVS-4.1d", "value": )" + value +
                            R"(, "reason": "omdat", "declared_by": ")" + by +
                            R"(", "date": "2026-09-14"}]})");
  };
  const std::string project = folder / "p.trefpunt";
  const auto decide = [&](const fs::path& input, const fs::path& decided, const char* date) {
    const Ran ran = trefpunt({"new", input, "--ambition", decided, "--date", date, "-o", project});
    INFO(ran.err);
    REQUIRE(ran.exit == 0);
  };
  const auto history = [&](const std::vector<std::string>& words) {
    const Ran ran =
        trefpunt(std::vector<std::string>{"assess", project, "-o", folder / "r"} + words);
    REQUIRE(ran.exit == 1);
    return Json::parse(text_of(folder / "r/report.json"))["decisions"];
  };
  decide(plan, ambition("60", "architect"), "2026-10-01");
  CHECK(history({}).empty());
  decide(project, ambition("40", "raad van bestuur"), "2026-11-01");
  decide(project, ambition("40", "raad van bestuur"), "2026-11-02");
  const Json kept = history({});
  REQUIRE(kept.size() == 1);
  CHECK(kept[0]["moment"] == "2026-11-01");
  CHECK(kept[0]["by"] == "raad van bestuur");
  CHECK(kept[0]["before"]["value"] == 60);
  CHECK(kept[0]["after"]["value"] == 40);
  const Json shown = history({"--ambition", ambition("50", "bestuur"), "--date", "2026-11-05"});
  REQUIRE(shown.size() == 2);
  CHECK(shown[1]["moment"] == "2026-11-05");
  CHECK(history({}).size() == 1);  // assess saves nothing
  CHECK(trefpunt({"new", project, "--date", "2026-02-31", "-o", project}).exit == 2);
}

TEST_CASE("Show tells storeys, spaces, doors and findings to programs", "[cli]") {
  const Ran ran = trefpunt({"show", kSample / "gezondheidscentrum.geojson", "--json"});
  REQUIRE(ran.exit == 0);
  const Json shown = Json::parse(ran.out);
  REQUIRE(shown["storeys"].size() == 2);
  CHECK(shown["storeys"][0]["level"] == 0);
  CHECK(shown["storeys"][0]["spaces"].size() == 35);
  CHECK(shown["storeys"][1]["spaces"].size() == 34);
  for (const char* key : {"id", "name", "number", "use", "area_m2"}) {
    CHECK(shown["storeys"][0]["spaces"][0].contains(key));
  }
  for (const char* key : {"id", "width", "spaces"}) {
    CHECK(shown["storeys"][0]["doors"][0].contains(key));
  }
  for (const Json& finding : shown["findings"]) {
    for (const char* key : {"code", "severity", "sentence", "where"}) CHECK(finding.contains(key));
  }
}

TEST_CASE("Show tells per drawing its layers and what they are taken for", "[cli]") {
  const std::string plan = kRoot / "tests/findings/110.dxf";
  const Ran words = trefpunt({"show", plan});
  REQUIRE(words.exit == 0);
  CHECK(words.out.find("Lagen van 110.dxf:") != std::string::npos);
  CHECK(words.out.find("  diversen      1  unknown       niet bekend") != std::string::npos);
  CHECK(words.out.find("  MUUR          7  wall          muur\n") != std::string::npos);
  CHECK(trefpunt({"show", plan, "--lang", "en"}).out.find("Layers of 110.dxf") !=
        std::string::npos);
  const Json layers = Json::parse(trefpunt({"show", plan, "--json"}).out)["layers"];
  REQUIRE(layers.size() == 3);
  CHECK(layers[1] ==
        Json({{"file", "110.dxf"}, {"name", "MUUR"}, {"count", 7}, {"meaning", "wall"}}));
}

TEST_CASE("What has no layers shows none", "[cli]") {
  const Folder folder;
  const std::string project = folder / "p.trefpunt";
  REQUIRE(trefpunt({"new", kRoot / "tests/fixtures/dxf/house.dxf", "-o", project}).exit == 0);
  for (const std::string& input : {project, (kRoot / "tests/findings/none.geojson").string()}) {
    CAPTURE(input);
    CHECK(trefpunt({"show", input}).out.find("Lagen") == std::string::npos);
    CHECK(Json::parse(trefpunt({"show", input, "--json"}).out)["layers"].empty());
  }
}

TEST_CASE("The built-in layer map can be saved, edited and given back", "[cli]") {
  const Folder folder;
  const std::string plan = kRoot / "tests/findings/110.dxf";
  std::string map = trefpunt({"formats", "--layers"}).out;
  const fs::path same = folder.write("same.json", map);
  CHECK(trefpunt({"show", plan, "--layers", same}).out == trefpunt({"show", plan}).out);
  const std::string start = "\"layers\": {";
  map.insert(map.find(start) + start.size(), "\"diversen\": \"ignore\",");
  const fs::path edited = folder.write("edited.json", map);
  const Json shown = Json::parse(trefpunt({"show", plan, "--layers", edited, "--json"}).out);
  CHECK(shown["layers"][2]["meaning"] == "ignore");
  CHECK(shown["findings"].empty());
}

TEST_CASE("A room list gives the same report as CSV, with other signs, as XLSX and as ODS",
          "[cli]") {
  const Folder folder;
  const std::string list = kSample / "ruimtestaat.csv";
  const auto report = [&](const fs::path& rooms) {
    const Ran ran = trefpunt({"assess", kSample / "gezondheidscentrum.geojson", "--rooms", rooms,
                              "--date", "2026-11-05", "-o", folder / "r"});
    INFO(ran.err);
    REQUIRE(ran.exit == 1);
    std::string text = text_of(folder / "r/report.json");
    const std::string name = rooms.filename();
    for (std::size_t at = 0; (at = text.find(name)) != std::string::npos;) {
      text.replace(at, name.size(), "the list");
    }
    Json made = Json::parse(text);
    made.erase("inputs");  // their checksums differ
    return made.dump(1);
  };
  const std::string expected = report(list);
  for (const auto& [format, name] : {std::pair{"XLSX", "r.xlsx"}, {"ODS", "r.ods"}}) {
    CAPTURE(name);
    const fs::path path = folder / name;
    const std::string convert = "ogr2ogr -f " + std::string(format) + " " + quoted(path) + " " +
                                quoted(list) + " -oo AUTODETECT_TYPE=NO";
    REQUIRE(std::system(convert.c_str()) == 0);
    CHECK((report(path) == expected));
  }
  std::string tabs = text_of(list), english;
  std::replace(tabs.begin(), tabs.end(), ';', '\t');
  CHECK((report(folder.write("tabs.txt", tabs)) == expected));
  bool is_quoted = false;
  for (const char c : text_of(list)) {
    if (c == '"') is_quoted = !is_quoted;
    english += is_quoted ? c : c == ',' ? '.' : c == ';' ? ',' : c;
  }
  CHECK((report(folder.write("english.csv", english)) == expected));
}

namespace {

std::vector<std::string> sheet_words(const std::string& sheet) {
  return {"--storey", "bg=" + sheet + "@1,-1,13,7", "--storey", "1=" + sheet + "@19,-1,31,7"};
}

}  // namespace

TEST_CASE("Storeys next to each other on a sheet are laid over one another by every command",
          "[cli]") {
  const Folder folder;
  const std::vector<std::string> words = sheet_words(kRoot / "tests/fixtures/dxf/sheet.dxf");
  const Ran show = trefpunt(std::vector<std::string>{"show", "--json"} + words);
  INFO(show.err);
  REQUIRE(show.exit == 0);
  const Json shown = Json::parse(show.out);
  REQUIRE(shown["storeys"].size() == 2);
  CHECK(shown["storeys"][1]["name"] == "1");
  CHECK(shown["storeys"][1]["spaces"].size() == 4);
  CHECK(shown["findings"].empty());  // so the stairs meet: nothing is out of reach

  const std::string project = folder / "p.trefpunt";
  REQUIRE(
      trefpunt(std::vector<std::string>{"new"} + words + std::vector<std::string>{"-o", project})
          .exit == 0);
  CHECK(Json::parse(trefpunt({"show", project, "--json"}).out)["storeys"] == shown["storeys"]);
  CHECK(trefpunt(std::vector<std::string>{"picture"} + words +
                 std::vector<std::string>{"--of", "1", "-o", folder / "1.svg"})
            .exit == 0);
  const Ran assessed = trefpunt(std::vector<std::string>{"assess"} + words +
                                std::vector<std::string>{"-o", folder / "r"});
  CHECK(assessed.exit == 1);
  CHECK(Json::parse(text_of(folder / "r/report.json"))["inputs"].size() == 1);
}

TEST_CASE("The rectangles that a finding gives can be pasted", "[cli]") {
  const std::string sheet = kRoot / "tests/fixtures/dxf/sheet.dxf";
  const std::string out = trefpunt({"show", sheet}).out;
  for (const std::string& word : sheet_words("sheet.dxf")) {
    if (word.starts_with("--")) continue;
    CHECK(out.find(word.substr(word.find('='))) != std::string::npos);
  }
}

TEST_CASE("A file with an at sign in its name is a file", "[cli]") {
  const Folder folder;
  const std::string text = text_of(kRoot / "tests/fixtures/dxf/sheet.dxf");
  for (const char* name : {"plan@thuis.dxf", "plan.dxf@1,2", "plan.dxf@1,2,3,4"}) {
    CAPTURE(name);
    const std::string path = folder.write(name, text);
    const Ran whole = trefpunt({"show", "--json", "--storey", "bg=" + path});
    REQUIRE(whole.exit == 0);
    CHECK(Json::parse(whole.out)["storeys"][0]["spaces"].size() == 8);
    const Ran part = trefpunt({"show", "--json", "--storey", "bg=" + path + "@1,-1,13,7"});
    REQUIRE(part.exit == 0);
    CHECK(Json::parse(part.out)["storeys"][0]["spaces"].size() == 4);
  }
}

TEST_CASE("Measures, criteria and formats are listed in words and as JSON", "[cli]") {
  for (const char* command : {"measures", "criteria", "formats"}) {
    CAPTURE(command);
    const Ran words = trefpunt({command});
    CHECK(words.exit == 0);
    CHECK_FALSE(words.out.empty());
    const Ran json = trefpunt({command, "--json"});
    CHECK(json.exit == 0);
    CHECK(Json::parse(json.out).is_array());
  }
  for (const Json& criterion : Json::parse(trefpunt({"criteria", "--json"}).out)) {
    CAPTURE(criterion["id"]);
    for (const char* key :
         {"id", "entry_type", "kind", "scale", "title", "sources", "threshold", "evidence"}) {
      CHECK(criterion.contains(key));
    }
    if (criterion["threshold"]["basis"] == "planner_declared") {
      CHECK(criterion["threshold"]["default"].is_null());
    }
    for (const char* key : {"text", "unit", "parameters", "fields", "evidence_note", "pair_with",
                            "rvs_approach", "wac_elements", "parts", "needs_declaration", "wijk"}) {
      CHECK(criterion.contains(key));
    }
    for (const Json& source : criterion["sources"]) {
      for (const char* key :
           {"document", "locator", "document_text", "locator_text", "url", "read"}) {
        CHECK(source.contains(key));
      }
    }
  }
}

TEST_CASE("docs/criteria.md is the catalogue as it is, with a place for every entry", "[cli]") {
  const std::string page = text_of(kRoot / "docs/criteria.md");
  // Out of date? trefpunt criteria --markdown > docs/criteria.md
  const bool is_up_to_date = trefpunt({"criteria", "--markdown"}).out == page;
  CHECK(is_up_to_date);
  for (const Json& criterion : Json::parse(trefpunt({"criteria", "--json"}).out)) {
    std::string anchor = criterion["id"];
    for (char& c : anchor) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    INFO(anchor);
    CHECK(page.find("<a id=\"" + anchor + "\"></a>") != std::string::npos);
  }
  const std::string english = trefpunt({"criteria", "--markdown", "--lang", "en"}).out;
  for (const char* dutch : {" drempel", " geen ", "Bronnen", "Rekenwaarde"}) {
    INFO(dutch);
    CHECK(english.find(dutch) == std::string::npos);
  }
}

TEST_CASE("A gemeente's own criteria are judged, and the report says whose they are", "[cli]") {
  const std::string format = text_of(kRoot / "docs/criteria-format.md");
  const std::size_t from = format.find("```json\n") + 8;
  const Folder folder;
  const fs::path own =
      folder.write("eigen.json", format.substr(from, format.find("\n```", from) - from));
  const Ran listed = trefpunt({"criteria", "--catalogue", own});
  CHECK(listed.exit == 0);
  CHECK(listed.out.find("VB-1") != std::string::npos);
  const Ran ran = trefpunt({"assess", kRoot / "samples/wijk/wijk.gpkg", "--catalogue", own,
                            "--date", "2026-11-05", "-o", folder / "uit"});
  INFO(ran.err);
  CHECK(ran.exit == 1);  // VB-1 has no answer
  const Json report = Json::parse(text_of(folder / "uit" / "report.json"));
  CHECK(report["own_criteria"]["file"] == "eigen.json");
  CHECK(report["own_criteria"]["added"] == Json{"VB-1"});
  CHECK(report["own_criteria"]["replaced"] == Json{"RMO-02"});
  CHECK(report["own_criteria"]["sha256"].get<std::string>().size() == 64);
  int found = 0;
  for (const Json& criterion : report["criteria"]) {
    if (criterion["id"] == "VB-1") found += criterion["status"] == "X";
    if (criterion["id"] == "RMO-02") found += criterion["threshold"] == 0.8;
  }
  CHECK(found == 2);
  const std::string page = text_of(folder / "uit" / "report.html");
  CHECK(page.find("Toegevoegd: VB-1") != std::string::npos);
  CHECK(page.find("Gemeente Voorbeeld, criteria 2026") != std::string::npos);

  const fs::path wrong = folder.write("fout.json", R"({"extends":"trefpunt","name":"x"})");
  const Ran refused = trefpunt({"criteria", "--catalogue", wrong});
  CHECK(refused.exit == 2);
  CHECK(refused.err.find("ten minste één criterium") != std::string::npos);
}

TEST_CASE("A storey is drawn as SVG and PNG, plain and with a measure", "[cli]") {
  const Folder folder;
  const std::string plan = kSample / "gezondheidscentrum.geojson";
  REQUIRE(trefpunt({"picture", plan, "-o", folder / "plain.svg"}).exit == 0);
  CHECK(text_of(folder / "plain.svg").find("role=\"img\"") != std::string::npos);
  REQUIRE(
      trefpunt({"picture", plan, "--show", "space_depth", "--of", "1", "-o", folder / "depth.png"})
          .exit == 0);
  CHECK(text_of(folder / "depth.png").substr(1, 3) == "PNG");
}

TEST_CASE("The flag --explain says why each stage was made", "[cli]") {
  const Folder folder;
  const Ran ran =
      trefpunt({"assess", kSample / "gezondheidscentrum.geojson", "--explain", "-o", folder / "r"});
  CHECK(ran.err.find("layout L1") != std::string::npos);
  CHECK(ran.err.find("measure avoidability") != std::string::npos);
}

TEST_CASE("The presets of a programme are listed, printed and written", "[cli]") {
  const Folder folder;
  const Ran list = trefpunt({"programme"});
  CHECK(list.exit == 0);
  CHECK(list.out.find("gezondheidscentrum") != std::string::npos);
  CHECK(list.out.find("verpleegafdeling") != std::string::npos);
  const Ran printed = trefpunt({"programme", "--preset", "verpleegafdeling"});
  CHECK(Json::parse(printed.out)["preset"] == "verpleegafdeling");
  const fs::path file = folder / "p.json";
  CHECK(trefpunt({"programme", "--preset", "verpleegafdeling", "-o", file}).exit == 0);
  CHECK(text_of(file) == printed.out);
  const Ran unknown = trefpunt({"programme", "--preset", "kantoor"});
  CHECK(unknown.exit == 2);
  CHECK(unknown.err.find("kantoor: deze preset is er niet; kies uit: gezondheidscentrum, ") !=
        std::string::npos);
  CHECK(trefpunt({"programme", "-o", folder / "q.json"}).exit == 2);
}

TEST_CASE("A programme goes into the project, and its file among the sources", "[cli]") {
  const Folder folder;
  const fs::path file = folder / "p.trefpunt";
  const Ran made = trefpunt(std::vector<std::string>{"new"} + sample_words() +
                            std::vector<std::string>{"-o", file});
  CAPTURE(made.err);
  REQUIRE(made.exit == 0);
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
  const auto said = [&](const char* sql) {
    std::string text;
    const auto keep = [](void* into, int, char** values, char**) {
      *static_cast<std::string*>(into) = values[0] ? values[0] : "";
      return 0;
    };
    CHECK(sqlite3_exec(database, sql, keep, &text, nullptr) == SQLITE_OK);
    return text;
  };
  CHECK(Json::parse(said("SELECT json FROM programme"))["name"] ==
        "Gezondheidscentrum De Veldkers");
  CHECK(said("SELECT name FROM sources WHERE role = 'programme'") == "programme.json");
  sqlite3_close(database);
}

TEST_CASE("Two reports or projects are laid side by side", "[cli]") {
  const Folder folder;
  const fs::path bare = folder / "bare", out = folder / "out";
  trefpunt({"assess", kSample / "gezondheidscentrum.geojson", "--date", "2026-11-05", "-o", bare});
  const fs::path report = bare / "report.json";
  const Ran same = trefpunt({"compare", report, bare, "-o", out});
  INFO(same.err);
  CHECK(same.exit == 0);
  CHECK(same.out.find("Geen enkele status veranderde.") == 0);
  const Ran ran = trefpunt({"compare", kSample / "gezondheidscentrum.geojson", kSample / "expected",
                            "--date", "2026-11-05", "--lang", "en", "-o", out});
  INFO(ran.err);
  CHECK(ran.exit == 0);
  CHECK(ran.out.find("Changed in status: RVS-4.1j") == 0);
  CHECK(text_of(out / "comparison.html").find("<html lang=\"en\">") != std::string::npos);
  const Json json = Json::parse(text_of(out / "comparison.json"));
  CHECK(json["before"]["status"] == "draft");
  CHECK(json["after"]["status"] == "final");
  CHECK(json["criteria"][0]["theme"] == "privacy");

  const Ran broken = trefpunt({"compare", folder.write("x.json", "{\"a\":"), bare, "-o", out});
  CHECK(broken.exit == 2);
  CHECK(broken.err.find("x.json: Dit is geen geldige JSON") != std::string::npos);
  const Ran other = trefpunt({"compare", kSample / "answers.json", bare, "-o", out});
  CHECK(other.exit == 2);
  CHECK(other.err.find("dit is geen rapport van Trefpunt") != std::string::npos);
  const Ran absent = trefpunt({"compare", folder / "nergens", bare, "-o", out});
  CHECK(absent.exit == 2);
}

TEST_CASE("A portfolio keeps the locations that can be read", "[cli]") {
  const Folder folder;
  const fs::path sample = kSample / "expected/report.json";
  const fs::path wijk = kRoot / "samples/wijk/expected/";
  const Ran ran = trefpunt({"portfolio", sample, folder / "weg", wijk, "--title",
                            "<script>alert(1)</script>", "-o", folder / "p"});
  INFO(ran.err);
  CHECK(ran.exit == 0);
  CHECK(ran.err.find("weg: Dit bestand bestaat niet.") != std::string::npos);
  const Json json = Json::parse(text_of(folder / "p/portfolio.json"));
  REQUIRE(json["locations"].size() == 3);
  CHECK(json["locations"][1]["refused"]["nl"] == "Dit bestand bestaat niet.");
  CHECK(json["criteria"][0]["status"][0] == "C");
  CHECK(json["criteria"][0]["status"][1].is_null());
  CHECK(text_of(folder / "p/portfolio.html").find("<script") == std::string::npos);
  const Ran none = trefpunt({"portfolio", folder / "weg", "-o", folder / "q"});
  CHECK(none.exit == 2);
  CHECK_FALSE(fs::exists(folder / "q"));
}

TEST_CASE("A new version of a plan is renewed into its project, with lists for people and programs",
          "[cli]") {
  const Folder folder;
  const std::string project = folder / "p.trefpunt";
  std::string plan = text_of(kSample / "gezondheidscentrum.geojson");
  REQUIRE(trefpunt(std::vector<std::string>{"new"} + sample_words() +
                   std::vector<std::string>{"--date", "2026-11-05", "-o", project})
              .exit == 0);
  const auto renew = [&](std::vector<std::string> more) {
    return trefpunt(std::vector<std::string>{"renew", project, folder.write("v2.geojson", plan),
                                             "--date", "2026-11-06", "-o", project} +
                    more);
  };
  const Ran same = renew({});
  INFO(same.err);
  CHECK(same.exit == 0);
  CHECK(same.out.find("Er is niets veranderd.") != std::string::npos);
  const std::size_t name = plan.find("Wachtruimte");
  REQUIRE(name != std::string::npos);
  plan.replace(name, 11, "Koffiehoek ");
  const Ran changed = renew({"--json"});
  REQUIRE(changed.exit == 0);
  const Json lists = Json::parse(changed.out);
  // The room list named that room, and goes before the drawing.
  CHECK(lists["unchanged"].get<bool>());
  CHECK(lists["went"].empty());
  REQUIRE(lists["kept"].size() == 1);
  CHECK(lists["kept"][0]["fields"][0]["field"] == "name");
  CHECK(lists["kept"][0]["fields"][0]["was"] == "Wachtruimte");
  const Ran other =
      trefpunt({"renew", project, (kSample / "bg.dxf").string(), "--building", "X", "-o", project});
  CHECK(other.exit == 2);
  CHECK(other.err.find("Er is geen gebouw dat zo heet") != std::string::npos);
}

TEST_CASE("Remarks of readers come back as places with a text, and none is written over", "[cli]") {
  const Folder folder;
  const std::vector<std::string> assess = {"assess",  kSample / "gezondheidscentrum.geojson",
                                           "--date",  "2026-11-05",
                                           "--forms", "leesversie,opmerkingen",
                                           "-o",      folder / "r"};
  trefpunt(assess);
  const fs::path table = folder / "r/opmerkingen.csv";
  std::string filled = text_of(table);
  REQUIRE(filled.find(";;;\r\n") != std::string::npos);
  filled.replace(filled.find(";;;\r\n"), 5, ";\"=druk; hier\";bewoner;5-11-2026\r\n");
  filled += "7;;Nergens;;;;Waar is dit?;;\r\n";
  std::ofstream(table, std::ios::binary) << filled;
  const Ran kept = trefpunt(assess);
  CHECK(kept.err.find("opmerkingen.csv bevat opmerkingen") != std::string::npos);
  CHECK(text_of(table) == filled);

  const Ran ran = trefpunt({"assess", kSample / "gezondheidscentrum.geojson", "--date",
                            "2026-11-05", "--remarks", table, "-o", folder / "r"});
  INFO(ran.err);
  CHECK(text_of(table) == filled);
  const Json report = Json::parse(text_of(folder / "r/report.json"));
  REQUIRE(report["remarks"].size() == 2);
  CHECK(report["remarks"][0]["text"] == "=druk; hier");
  CHECK(report["remarks"][0]["date"] == "2026-11-05");
  CHECK(report["remarks"][0]["by"] == "bewoner");
  CHECK(report["remarks"][0]["x"].is_number());
  CHECK(report["remarks"][1]["place"]["nl"] == "het hele plan");
  int findings = 0;
  for (const Json& finding : report["findings"]) findings += finding["code"] == 306 ? 1 : 0;
  CHECK(findings == 1);
  const fs::path wrong = folder.write("x.csv", "a;b\n1;2\n");
  const Ran refused = trefpunt(
      {"assess", kSample / "gezondheidscentrum.geojson", "--remarks", wrong, "-o", folder / "t"});
  CHECK(refused.exit == 2);
  CHECK(refused.err.find("geen kolom \"opmerking\"") != std::string::npos);
}
