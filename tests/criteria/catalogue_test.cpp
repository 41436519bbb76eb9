// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/catalogue.h"

#include <catch2/catch.hpp>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "measure/wijk_measure.h"

using namespace trefpunt;
using nlohmann::json;

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

json carried() {
  return json::parse(read_file(std::string(TREFPUNT_ROOT) + "/src/criteria/catalogue.json"));
}

// The catalogue the program carries, changed in one place.
template <typename Change>
Error fault_after(Change change) {
  json catalogue = carried();
  change(catalogue);
  const Result<Catalogue> read = parse_catalogue(catalogue.dump(), "c.json");
  REQUIRE_FALSE(read);
  CHECK(read.error().code == Code::BadInput);
  CHECK_FALSE(read.error().sentence.nl.empty());
  return read.error();
}

json& criterion(json& catalogue, const std::string& id) {
  for (json& entry : catalogue["criteria"]) {
    if (entry["id"] == id) return entry;
  }
  FAIL("no criterion " << id);
  return catalogue;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

// Letters and digits only, without breaks inside words, marks of type or page furniture.
std::string plain(std::string text) {
  replace_all(text, "-\n", "");
  replace_all(text, "ﬁ", "fi");
  replace_all(text, "ﬂ", "fl");
  std::string out;
  for (const char c : fold(text)) {
    if (std::isalnum(static_cast<unsigned char>(c))) out += c;
  }
  return out;
}

std::vector<std::string> quotes(const std::string& text) {
  static const std::string open = "‘", close = "’";
  std::vector<std::string> found;
  for (std::size_t from = 0; (from = text.find(open, from)) != std::string::npos;) {
    from += open.size();
    const std::size_t to = text.find(close, from);
    if (to == std::string::npos) break;
    found.push_back(text.substr(from, to - from));
    from = to;
  }
  return found;
}

// The start of the seed's file name, by the document's own title.
std::string seed_of(const Citation& source) {
  const std::pair<const char*, const char*> titles[] = {{"Sociaal-netwerkadvies", "000"},
                                                        {"advies Eenzaamheidsbeleid", "001"},
                                                        {"Gezond Verbonden", "002"},
                                                        {"Movisie", "003"},
                                                        {"Inzicht in eenzaamheid", "004"}};
  for (const auto& [title, seed] : titles) {
    if (source.document.nl.find(title) != std::string::npos) return seed;
  }
  return "";
}

}  // namespace

TEST_CASE("The catalogue that the program carries is read whole", "[catalogue]") {
  const Catalogue& catalogue = builtin_catalogue();
  CHECK(catalogue.version == "2026.1");
  CHECK(catalogue.criteria.size() == 52);
  CHECK(catalogue.find("RVS-4.1d")->headline == "p90");
  CHECK(catalogue.find("RVS-4.1d")->threshold.comparison == Comparison::AtMost);
  CHECK(catalogue.find("ACC-1")->threshold.value == 0.85);
  CHECK(catalogue.find("ACC-1")->needs_declaration.size() == 2);
  CHECK_FALSE(catalogue.find("ACC-3")->threshold.basis_read);
  CHECK(catalogue.find("RVS-A4b")->parts == std::vector<std::string>{"partly"});
  CHECK(catalogue.find("RVS-2.2")->fields[1].required_if_value == "risks_named");
  CHECK(catalogue.find("RVS-4.1a")->parameters[0].value == 2.5);
  CHECK(catalogue.find("niet") == nullptr);
  CHECK(id_of(Basis::PlannerDeclared) == "planner_declared");
}

TEST_CASE("Privacy is the first theme and the first criterion", "[catalogue]") {
  CHECK(builtin_catalogue().themes.front().id == "privacy");
  CHECK(builtin_catalogue().criteria.front().theme == "privacy");
}

TEST_CASE("What a planner declares has no default", "[catalogue]") {
  for (const Criterion& entry : builtin_catalogue().criteria) {
    INFO(entry.id);
    if (entry.threshold.basis == Basis::PlannerDeclared) CHECK_FALSE(entry.threshold.value);
  }
}

TEST_CASE("Each measured criterion names a measure that exists, and its headline", "[catalogue]") {
  for (const Criterion& entry : builtin_catalogue().criteria) {
    INFO(entry.id);
    CHECK(entry.measure.empty() == entry.headline.empty());
    CHECK(entry.measure.empty() == (entry.kind == "declared"));
    if (!entry.measure.empty()) {
      CHECK((find_measure(entry.measure) || find_wijk_measure(entry.measure)));
    }
    if (entry.in_wijk) CHECK(find_wijk_measure(entry.in_wijk->measure) != nullptr);
  }
}

TEST_CASE("Each criterion has both languages, a source and an evidence mark", "[catalogue]") {
  const std::set<std::string> marks = {"E1", "E2", "E3", "E4"};
  for (const Criterion& entry : builtin_catalogue().criteria) {
    INFO(entry.id);
    for (const Text* text : {&entry.title, &entry.text}) {
      CHECK_FALSE(text->nl.empty());
      CHECK_FALSE(text->en.empty());
    }
    CHECK_FALSE(entry.sources.empty());
    CHECK(marks.contains(entry.evidence));
    for (const Citation& source : entry.sources) {
      CHECK(source.document.nl.find(".txt") == std::string::npos);
    }
  }
}

TEST_CASE("Only a source that was read gives a legal or guideline threshold", "[catalogue]") {
  for (const Criterion& entry : builtin_catalogue().criteria) {
    INFO(entry.id);
    if (entry.threshold.basis == Basis::Legal || entry.threshold.basis == Basis::CitedGuideline) {
      CHECK(entry.threshold.basis_read);
    }
  }
}

TEST_CASE("What a locator quotes stands in the source", "[catalogue]") {
  const char* stated = std::getenv("TREFPUNT_SEEDS");
  const std::filesystem::path folder =
      stated ? stated : std::string(TREFPUNT_ROOT) + "/../shared/seeds";
  if (!std::filesystem::is_directory(folder)) {
    std::cout << "notice: the sources are not here (TREFPUNT_SEEDS); quotes were not looked up\n";
    return;
  }
  std::map<std::string, std::string> seeds;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    seeds[file.path().filename().string().substr(0, 3)] = plain(read_file(file.path()));
  }
  int looked_up = 0;
  for (const Criterion& entry : builtin_catalogue().criteria) {
    for (const Citation& source : entry.sources) {
      const std::string seed = seed_of(source);
      if (seed.empty()) continue;
      const std::vector<std::string> quoted = quotes(source.locator.nl);
      INFO(entry.id << ": " << source.locator.nl);
      CHECK_FALSE(quoted.empty());
      for (const std::string& quote : quoted) {
        INFO("quote: " << quote);
        CHECK(seeds[seed].find(plain(quote)) != std::string::npos);
        ++looked_up;
      }
    }
  }
  CHECK(looked_up > 30);
}

TEST_CASE("A catalogue that breaks its own rules is refused", "[catalogue]") {
  CHECK(fault_after([](json& c) { criterion(c, "RVS-4.1d")["threshold"]["default"] = 30; }).where ==
        "c.json: criteria 16 (RVS-4.1d): threshold: default");
  CHECK(fault_after([](json& c) {
          criterion(c, "ACC-1")["threshold"]["basis_read"] = false;
        }).sentence.en ==
        "A number from a source that was not read is called neither law nor guideline.");
  fault_after([](json& c) { criterion(c, "RVS-4.1d")["threshold"]["operator"] = "<"; });
  fault_after([](json& c) { criterion(c, "RVS-4.1d")["threshold"]["basis"] = "norm"; });
  fault_after([](json& c) { criterion(c, "RVS-4.1d")["measure"].erase("headline"); });
  fault_after([](json& c) { criterion(c, "RVS-4.1d")["measure"] = nullptr; });
  fault_after([](json& c) { criterion(c, "RVS-4.1d")["theme"] = "kosten"; });
  fault_after([](json& c) { criterion(c, "RVS-4.1d")["title"].erase("en"); });
  fault_after([](json& c) { criterion(c, "RVS-4.1d")["pair_with"] = {"RVS-9"}; });
  fault_after([](json& c) { criterion(c, "RVS-4.1d")["colour"] = "red"; });
  fault_after([](json& c) { criterion(c, "RVS-4.1d")["needs_declaration"] = {"weather"}; });
  fault_after([](json& c) { criterion(c, "RVS-A4b")["parts"] = {"half"}; });
  fault_after([](json& c) { criterion(c, "RVS-A4b")["threshold"]["operator"] = ">="; });
  fault_after([](json& c) { criterion(c, "RVS-A4b")["declared"]["fields"][0]["choices"].clear(); });
  fault_after([](json& c) {
    criterion(c, "RVS-A4b")["declared"]["fields"][1]["required_if"]["field"] = "no";
  });
  fault_after([](json& c) { criterion(c, "NRM-5")["wijk"]["measure"].erase("headline"); });
  fault_after([](json& c) { criterion(c, "RVS-2.2")["wijk"] = criterion(c, "NRM-5")["wijk"]; });
  fault_after([](json& c) { criterion(c, "CTX-1")["threshold"]["basis"] = "planner_declared"; });
  fault_after([](json& c) { criterion(c, "CTX-1")["entry_type"] = "criterion"; });
  fault_after([](json& c) { c["criteria"].push_back(c["criteria"][0]); });
  fault_after([](json& c) { c["scopes"]["gebouw"].push_back("RVS-9"); });
  fault_after([](json& c) { c.erase("version"); });
}

TEST_CASE("A catalogue that is no JSON is refused with line and column", "[catalogue]") {
  const Result<Catalogue> read = parse_catalogue("{\n  \"schema\": 1,,\n}", "c.json");
  REQUIRE_FALSE(read);
  CHECK(read.error().sentence.en == "This is not valid JSON: line 2, column 15 cannot be read.");
}

TEST_CASE("A catalogue of a newer schema is refused as newer", "[catalogue]") {
  json catalogue = carried();
  catalogue["schema"] = 2;
  const Result<Catalogue> read = parse_catalogue(catalogue.dump(), "c.json");
  REQUIRE_FALSE(read);
  CHECK(read.error().code == Code::Newer);
}
