// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>

#include "cli/run.h"

using namespace run;

namespace {

const std::string kPlugins = std::string(TREFPUNT_BIN) + "/../plugins";

// A folder with one good plugin and one file that is none.
void fill(const Folder& folder) {
  fs::create_directory(folder / "p");
  fs::copy_file(kPlugins + "/seat_company.so", folder / "p/seat_company.so");
  folder.write("p/words.so", "not a library");
}

Ran assess(const std::vector<std::string>& more, const fs::path& out) {
  return trefpunt(std::vector<std::string>{"assess"} + sample_words() +
                  std::vector<std::string>{"--date", "2026-11-05", "-o", out} + more);
}

const Json& measure_of(const Json& report, const std::string& id) {
  for (const Json& measure : report["other_measures"]) {
    if (measure["id"] == id) return measure;
  }
  FAIL("no measure " << id);
  return report;
}

}  // namespace

TEST_CASE("The report names each plugin with version and checksum and has its results",
          "[cli][plugin]") {
  const Folder folder;
  const Ran ran = assess({"--plugins", kPlugins}, folder / "r");
  INFO(ran.err);
  CHECK(ran.exit == 0);
  CHECK(ran.err.empty());
  const Json report = Json::parse(text_of(folder / "r/report.json"));
  REQUIRE(report["plugins"].size() == 2);
  const std::string html = text_of(folder / "r/report.html");
  for (const Json& plugin : report["plugins"]) {
    const std::string id = plugin["id"];
    CHECK(plugin["version"] == 1);
    CHECK(plugin["file"] == id + ".so");
    CHECK(plugin["sha256"].get<std::string>().size() == 64);
    CHECK(html.find(plugin["sha256"].get<std::string>()) != std::string::npos);
    CHECK(html.find("id=\"m-" + id + "\"") != std::string::npos);
    const Json& measure = measure_of(report, id);
    CHECK(measure["plugin"] == true);
    CHECK(measure["value_state"] == "value");
    CHECK(measure["value"] >= 0);
    CHECK(measure["value"] <= 1);
    CHECK(measure["rows"].size() == report["plans"][0]["storeys"][0]["spaces"].size() +
                                        report["plans"][0]["storeys"][1]["spaces"].size());
  }
  CHECK(html.find("Plug-in.") != std::string::npos);
  CHECK(text_of(folder / "r/report.json").find(TREFPUNT_BIN) == std::string::npos);
}

TEST_CASE("Without plugins a report does not speak of them, and a plugin changes nothing else",
          "[cli][plugin]") {
  const Folder folder;
  REQUIRE(assess({}, folder / "a").exit == 0);
  REQUIRE(assess({"--plugins", kPlugins}, folder / "b").exit == 0);
  const Json without = Json::parse(text_of(folder / "a/report.json"));
  const Json with = Json::parse(text_of(folder / "b/report.json"));
  CHECK_FALSE(without.contains("plugins"));
  CHECK(text_of(folder / "a/report.html").find("lug-in") == std::string::npos);
  CHECK(without["criteria"] == with["criteria"]);
  CHECK(without["other_measures"].size() + 2 == with["other_measures"].size());
}

TEST_CASE("A refused plugin is named and never stops the run", "[cli][plugin]") {
  const Folder folder;
  fill(folder);
  const Ran ran = assess({"--plugins", folder / "p", "--lang", "en"}, folder / "r");
  CHECK(ran.exit == 0);
  CHECK(ran.err.find("plugin refused: ") != std::string::npos);
  CHECK(ran.err.find("words.so: this file is not a library") != std::string::npos);
  CHECK(Json::parse(text_of(folder / "r/report.json"))["plugins"].size() == 1);
}

TEST_CASE("Plugins lists what is loaded and what is refused", "[cli][plugin]") {
  const Folder folder;
  fill(folder);
  const Ran ran = trefpunt({"plugins", "--plugins", folder / "p", "--json"});
  CHECK(ran.exit == 0);
  CHECK(ran.err.empty());
  const Json listed = Json::parse(ran.out);
  REQUIRE(listed["loaded"].size() == 1);
  const Json& plugin = listed["loaded"][0];
  CHECK(plugin["id"] == "seat_company");
  CHECK(plugin["file"] == fs::canonical(folder / "p/seat_company.so").string());
  CHECK(plugin["parameters"][0]["id"] == "reach");
  CHECK(plugin["parameters"][0]["maximum"] == 3.6);
  REQUIRE(listed["refused"].size() == 1);
  CHECK(listed["refused"][0]["file"] == fs::canonical(folder / "p/words.so").string());
  CHECK_FALSE(listed["refused"][0]["reason"]["nl"].get<std::string>().empty());
  const Ran words = trefpunt({"--plugins", folder / "p", "plugins"});
  CHECK(words.out.find("seat_company (v1): Zitplekken met gezelschap") != std::string::npos);
  CHECK(words.out.find("geweigerd: ") != std::string::npos);
  CHECK(trefpunt({"plugins"}).out.find("Er zijn geen plug-ins") == 0);
}

TEST_CASE("Measures of plugins are listed after the built-in ones", "[cli][plugin]") {
  const Json without = Json::parse(trefpunt({"measures", "--json"}).out);
  const Json with = Json::parse(trefpunt({"measures", "--plugins", kPlugins, "--json"}).out);
  REQUIRE(with.size() == without.size() + 2);
  for (std::size_t i = 0; i < without.size(); ++i) CHECK(with[i] == without[i]);
  CHECK(with[without.size()]["id"] == "daylight_reach");
  CHECK(with[without.size() + 1].contains("plugin"));
}

TEST_CASE("A parameter of a plugin is set on the command line and stands in the report",
          "[cli][plugin]") {
  const Folder folder;
  REQUIRE(assess({"--plugins", kPlugins}, folder / "a").exit == 0);
  REQUIRE(assess({"--plugins", kPlugins, "--set", "daylight_reach.depth_factor=0.5"}, folder / "b")
              .exit == 0);
  const Json usual = Json::parse(text_of(folder / "a/report.json"));
  const Json set = Json::parse(text_of(folder / "b/report.json"));
  CHECK(measure_of(set, "daylight_reach")["value"] < measure_of(usual, "daylight_reach")["value"]);
  CHECK(measure_of(set, "seat_company") == measure_of(usual, "seat_company"));
  const Json& parameters = set["plugins"][0]["parameters"];
  CHECK(parameters[0]["declared_reason"].is_null());
  CHECK(parameters[1]["value"] == 0.5);
  CHECK(parameters[1]["default"] == 2);
  CHECK(parameters[1]["declared_reason"] == "--set");
}

TEST_CASE("A parameter that cannot be set is an error with a sentence", "[cli][plugin]") {
  const Folder folder;
  for (const auto& [setting, words] :
       {std::pair{"daylight_reach", "write --set as"},
        {"daylight_reach.depth_factor=far", "write --set as"},
        {"daylight.depth_factor=1", "no plugin 'daylight' is loaded"},
        {"avoidability.x=1", "no plugin 'avoidability' is loaded"},
        {"daylight_reach.depth=1", "there is: head_height, depth_factor"},
        {"daylight_reach.depth_factor=40", "lies between 0.5 and 4"}}) {
    const Ran ran = assess({"--plugins", kPlugins, "--lang", "en", "--set", setting}, folder / "r");
    INFO(setting << ": " << ran.err);
    CHECK(ran.exit == 2);
    CHECK(ran.err.find(words) != std::string::npos);
    CHECK_FALSE(fs::exists(folder / "r"));
  }
}

TEST_CASE("A project keeps the parameter of a plugin, also where that plugin is not loaded",
          "[cli][plugin]") {
  const Folder folder;
  const fs::path ambition = folder.write(
      "ambition.json",
      R"({"parameters": [{"criterion": "seat_company", "parameter": "reach", "value": 1.2,
          "reason": "Bewoners horen slecht."}]})");
  const Ran made = trefpunt({"new", kSample / "gezondheidscentrum.geojson", "--ambition", ambition,
                             "-o", folder / "p.trefpunt"});
  INFO(made.err);
  REQUIRE(made.exit == 0);
  const Ran with =
      trefpunt({"assess", folder / "p.trefpunt", "--plugins", kPlugins, "-o", folder / "r"});
  REQUIRE(with.exit == 1);
  const Json report = Json::parse(text_of(folder / "r/report.json"));
  CHECK(report["plugins"][1]["parameters"][0]["value"] == 1.2);
  CHECK(report["plugins"][1]["parameters"][0]["declared_reason"] == "Bewoners horen slecht.");
  folder.write("ambition.json",
               R"({"parameters": [{"criterion": "seat_company", "parameter": "reach", "value": 9,
                   "reason": "Te ver."}]})");
  const Ran wrong = trefpunt({"assess", kSample / "gezondheidscentrum.geojson", "--ambition",
                              ambition, "--plugins", kPlugins, "-o", folder / "q"});
  CHECK(wrong.exit == 2);
}

TEST_CASE("A criterion of an own catalogue can ask for a plugin's measure", "[cli][plugin]") {
  const Folder folder;
  Json catalogue = Json::parse(text_of(kRoot / "src/criteria/catalogue.json"));
  Json own = *std::find_if(catalogue["criteria"].begin(), catalogue["criteria"].end(),
                           [](const Json& one) { return one["id"] == "WAC-4a"; });
  own["id"] = "OWN-1";
  own["measure"]["id"] = "daylight_reach";
  own["parts"] = own["pair_with"] = Json::array();
  catalogue["criteria"].push_back(own);
  for (auto& [name, ids] : catalogue["scopes"].items()) ids.push_back("OWN-1");
  const std::vector<std::string> words = {"assess",      kSample / "gezondheidscentrum.geojson",
                                          "--catalogue", folder.write("own.json", catalogue.dump()),
                                          "--set",       "daylight_reach.depth_factor=1",
                                          "-o",          folder / "r"};
  const Ran ran = trefpunt(words + std::vector<std::string>{"--plugins", kPlugins});
  INFO(ran.err);
  REQUIRE(ran.exit == 1);
  const Json report = Json::parse(text_of(folder / "r/report.json"));
  const Json entry = *std::find_if(report["criteria"].begin(), report["criteria"].end(),
                                   [](const Json& one) { return one["id"] == "OWN-1"; });
  CHECK(entry["plugin"] == true);
  CHECK(entry["value_state"] == "value");
  CHECK(entry["parameters"][1]["id"] == "depth_factor");
  CHECK(entry["parameters"][1]["value"] == 1);
  CHECK(text_of(folder / "r/report.html").find("daylight_reach, versie 1, van ") !=
        std::string::npos);
}

TEST_CASE("A picture can show the measure of a plugin", "[cli][plugin]") {
  const Folder folder;
  const Ran ran = trefpunt({"picture", kSample / "gezondheidscentrum.geojson", "--plugins",
                            kPlugins, "--show", "daylight_reach", "-o", folder / "p.svg"});
  INFO(ran.err);
  CHECK(ran.exit == 0);
  CHECK(text_of(folder / "p.svg").find("Vloer bij een raam") != std::string::npos);
}

TEST_CASE("A folder of plugins that is not there is an error", "[cli][plugin]") {
  const Ran ran = trefpunt({"plugins", "--plugins", "/is/not/there", "--lang", "en"});
  CHECK(ran.exit == 2);
  CHECK(ran.err.find("/is/not/there") != std::string::npos);
}
