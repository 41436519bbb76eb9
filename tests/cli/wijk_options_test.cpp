// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include <catch2/catch.hpp>

#include "cli/run.h"

using namespace run;

namespace {

// Runs it on a file as another program might; the first value of its last row, if it gives any.
std::string sql(const fs::path& path, const std::string& text) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  std::string found;
  const auto take = [](void* into, int, char** values, char**) {
    *static_cast<std::string*>(into) = values[0] ? values[0] : "NULL";
    return 0;
  };
  INFO(text);
  CHECK(sqlite3_exec(database, text.c_str(), take, &found, nullptr) == SQLITE_OK);
  sqlite3_close(database);
  return found;
}

// A health centre in a wijk of which nothing is known but its name.
fs::path centre_in_wijk(const Folder& folder) {
  const fs::path path = folder / "p.trefpunt";
  REQUIRE(trefpunt({"new", kSample / "gezondheidscentrum.geojson", "-o", path}).exit == 0);
  sql(path,
      "INSERT INTO wijk VALUES (1, 'De Hoek', 'EPSG:28992', 0, 0, 0);"
      "CREATE TABLE wijk_assumptions (fid INTEGER PRIMARY KEY NOT NULL, json TEXT NOT NULL);"
      "INSERT INTO wijk_assumptions VALUES (1, '{\"groups\": [], \"errands\": []}')");
  return path;
}

void refused(const std::vector<std::string>& words, const std::string& says) {
  const Ran ran = trefpunt(words);
  INFO(ran.err);
  CHECK(ran.exit == 2);
  CHECK(ran.out.empty());
  CHECK(ran.err.starts_with("trefpunt: error: "));
  CHECK(ran.err.find(says) != std::string::npos);
}

}  // namespace

TEST_CASE("The built-in assumptions on a wijk are printed, and go into a project when named") {
  const Folder folder;
  const fs::path project = centre_in_wijk(folder), made = folder / "q.trefpunt";
  const Ran built_in = trefpunt({"formats", "--wijk-assumptions"});
  REQUIRE(built_in.exit == 0);
  const Json json = Json::parse(built_in.out);
  CHECK(json["groups"].size() == 3);
  const fs::path file = folder.write("a.json", built_in.out);
  REQUIRE(trefpunt({"new", project, "--wijk-assumptions", file, "-o", made}).exit == 0);
  CHECK(Json::parse(sql(made, "SELECT json FROM wijk_assumptions")) == json);
  CHECK(sql(made, "SELECT role FROM sources WHERE name = 'a.json'") == "wijk assumptions");
}

TEST_CASE("Assumptions on a wijk that cannot be used are refused with their place") {
  const Folder folder;
  const fs::path project = centre_in_wijk(folder), made = folder / "q.trefpunt";
  const fs::path file = folder.write("a.json", "{\"groups\": [],\n\"errands\": [{}]}");
  refused({"new", project, "--wijk-assumptions", file, "-o", made}, "a.json: regel 2: errands 1");
  const fs::path none = folder.write("b.json", "{\"groups\": [], \"errands\": []}");
  refused({"new", project, "--wijk-assumptions", none, "-o", made}, "geen groepen");
  const fs::path plan = kSample / "gezondheidscentrum.geojson";
  refused({"new", plan, "--wijk-assumptions", none, "-o", made}, "horen bij een wijk");
  refused({"new", project, "--wijk-assumptions", folder / "no.json", "-o", made}, "no.json");
  CHECK_FALSE(fs::exists(made));
}

TEST_CASE("A building is placed in its wijk, in metres and degrees") {
  const Folder folder;
  const fs::path project = centre_in_wijk(folder), made = folder / "q.trefpunt";
  REQUIRE(trefpunt({"new", project, "--place-building", "155000.5,463000,90", "-o", made}).exit ==
          0);
  CHECK(sql(made, "SELECT x || ' ' || y FROM building_positions") == "155000.5 463000.0");
  CHECK(sql(made, "SELECT round(angle, 6) FROM building_positions") == "1.570796");
  for (const char* wrong : {"155000,463000", "a,b,c", "1,2,3,4", "1,2,nan"}) {
    refused({"new", project, "--place-building", wrong, "-o", folder / "r.trefpunt"},
            "--place-building");
  }
  const fs::path plan = kSample / "gezondheidscentrum.geojson";
  refused({"new", plan, "--place-building", "1,2,0", "-o", folder / "r.trefpunt"}, "wijk");
  CHECK_FALSE(fs::exists(folder / "r.trefpunt"));
}

TEST_CASE("A project of the sample wijk gives the report of its layers, and results for QGIS") {
  const Folder folder;
  const fs::path sample = kRoot / "samples/wijk", project = folder / "w.trefpunt";
  const std::vector<std::string> lists = {"--ambition", sample / "ambition.json", "--answers",
                                          sample / "answers.json"};
  const std::vector<std::string> layers = {sample / "wijk.gpkg", sample / "ontmoetingsplekken.csv",
                                           sample / "eenzaamheid-verzonnen.csv"};
  const auto assess = [&](const std::vector<std::string>& inputs, const std::string& to) {
    const Ran ran = trefpunt(std::vector<std::string>{"assess"} + inputs +
                             std::vector<std::string>{"--date", "2026-11-05", "-o", folder / to});
    INFO(ran.err);
    REQUIRE(ran.exit <= 1);
    return Json::parse(text_of(folder / to / "report.json"));
  };
  const Json direct = assess(layers + lists, "direct");
  REQUIRE(trefpunt(std::vector<std::string>{"new"} + layers + lists +
                   std::vector<std::string>{"-o", project})
              .exit == 0);
  const Json saved = assess({project}, "saved");
  CHECK(saved["criteria"] == direct["criteria"]);
  CHECK(saved["wijk"] == direct["wijk"]);

  const fs::path results = folder / "direct/wijk-resultaten.gpkg";
  CHECK(sql(results, "SELECT count(DISTINCT buurtcode) FROM buurten") == "6");
  CHECK(sql(results, "SELECT count(*) FROM woningen") == "4354");
  CHECK(sql(results, "SELECT count(*) FROM straten WHERE betweenness_800 IS NOT NULL") == "392");
  CHECK(sql(results, "SELECT count(DISTINCT f_table_name) FROM layer_styles") == "4");
  // One figure of Maanrand is suppressed: it is missing, not 0.
  CHECK(sql(results,
            "SELECT meeting_place_low_income_share FROM buurten "
            "WHERE buurtcode = 'BU99010105'") == "NULL");
}

TEST_CASE("Encounters of the sample wijk are written as JSON and say what they rest on") {
  const Folder folder;
  const fs::path sample = kRoot / "samples/wijk", made = folder / "e.json";
  const Ran ran =
      trefpunt({"encounters", sample / "wijk.gpkg", sample / "ontmoetingsplekken.csv", "-o", made});
  INFO(ran.err);
  REQUIRE(ran.exit == 0);
  const Json json = Json::parse(text_of(made));
  CHECK_FALSE(json["assumptions"].empty());
  CHECK_FALSE(json["limits"].empty());
}

TEST_CASE("What is read is never written over, under whatever name") {
  const Folder folder;
  const fs::path layers = folder / "wijk.gpkg";
  fs::copy_file(kRoot / "samples/wijk/wijk.gpkg", layers);
  const std::string before = text_of(layers);
  const std::string other = folder.path().string() + "/./wijk.gpkg";
  const std::string says = "zou worden overschreven";
  refused({"streets", layers, "--radius", "400", "-o", other}, says);
  refused({"new", layers, "-o", other}, says);
  fs::copy_file(layers, folder / "wijk-resultaten.gpkg");
  refused({"assess", folder / "wijk-resultaten.gpkg", "-o", folder.path()}, says);
  CHECK(text_of(layers) == before);
  CHECK(text_of(folder / "wijk-resultaten.gpkg") == before);
}

TEST_CASE("A layer that is given twice counts once, and that is said") {
  const Folder folder;
  const fs::path layers = folder / "nogmaals.gpkg";
  fs::copy_file(kRoot / "samples/wijk/wijk.gpkg", layers);
  const Ran ran = trefpunt({"show", kRoot / "samples/wijk/wijk.gpkg", layers, "--json"});
  INFO(ran.err);
  REQUIRE(ran.exit == 0);
  const Json json = Json::parse(ran.out);
  CHECK(json["wijk"]["counts"]["homes"] == 4354);
  CHECK(json["wijk"]["counts"]["areas"] == 7);
  CHECK(json["wijk"]["counts"]["footprints"] == 3045);
  CHECK(ran.out.find("422") != std::string::npos);
}
