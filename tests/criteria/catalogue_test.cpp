// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/catalogue.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <sstream>

#include "criteria/counted.h"
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

std::filesystem::path root() {
  return TREFPUNT_ROOT;
}

json carried() {
  return json::parse(read_file(root() / "src/criteria/catalogue.json"));
}

// The folder of the sources; nothing when they are not here.
std::optional<std::filesystem::path> sources() {
  const char* stated = std::getenv("TREFPUNT_SEEDS");
  const std::filesystem::path folder =
      stated ? std::filesystem::path(stated) : root() / "../shared/seeds";
  if (std::filesystem::is_directory(folder)) return folder;
  std::cout << "notice: the sources are not here (TREFPUNT_SEEDS); nothing was looked up\n";
  return std::nullopt;
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
  CHECK(catalogue.criteria.size() == 60);
  std::map<std::string, int> types;
  for (const Criterion& entry : catalogue.criteria) ++types[entry.entry_type];
  CHECK(types == std::map<std::string, int>{{"criterion", 54}, {"rule", 4}, {"context", 2}});
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
    if (!is_rule(entry)) CHECK(entry.measure.empty() == (entry.kind == "declared"));
    if (!entry.measure.empty()) {
      CHECK(info_of(entry.measure));
      CHECK(std::filesystem::exists(root() / "docs/measures" / (entry.measure + ".md")));
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

namespace {

struct Seed {
  std::string text, plain_text;
};

// A line of the text begins with this number, whatever marks stand before it: "### 4. Kijk".
bool begins_a_line(const std::string& text, const std::string& number) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t from = line.find_first_of("0123456789");
    if (from == std::string::npos || line.find_first_not_of("#* \t\f\r") < from) continue;
    const std::size_t end = from + number.size();
    if (line.compare(from, number.size(), number) != 0) continue;
    if (end == line.size() || !std::isdigit(static_cast<unsigned char>(line[end]))) return true;
  }
  return false;
}

// "Paragraaf 4.3 ‘Sociale …’": the number, and the heading when it follows at once.
struct Numbered {
  std::string number, heading;
};

std::vector<Numbered> numbers(const std::string& locator) {
  std::vector<Numbered> found;
  for (const std::string word : {"aragraaf ", "inzicht ", "element ", "oofdstuk "}) {
    for (std::size_t at = 0; (at = locator.find(word, at)) != std::string::npos;) {
      at += word.size();
      std::size_t end = locator.find_first_not_of("0123456789.", at);
      if (end == std::string::npos) end = locator.size();
      std::string number = locator.substr(at, end - at);
      while (number.ends_with('.')) number.pop_back();
      if (number.empty()) continue;
      const bool has_heading = locator.compare(end, 4, " ‘") == 0;
      found.push_back({number, has_heading ? quotes(locator.substr(end)).front() : ""});
    }
  }
  return found;
}

}  // namespace

TEST_CASE("What a locator quotes and numbers stands in the source", "[catalogue]") {
  const auto folder = sources();
  if (!folder) return;
  std::map<std::string, Seed> seeds;
  for (const auto& file : std::filesystem::directory_iterator(*folder)) {
    const std::string text = read_file(file.path());
    seeds[file.path().filename().string().substr(0, 3)] = {text, plain(text)};
  }
  int looked_up = 0, numbered = 0, elsewhere = 0;
  std::set<std::string> unchecked;
  for (const Criterion& entry : builtin_catalogue().criteria) {
    for (const Citation& source : entry.sources) {
      const std::string seed = seed_of(source);
      if (seed.empty()) {
        CHECK(source.read != "whole");  // what was read whole is among the sources
        unchecked.insert(source.document.nl);
        ++elsewhere;
        continue;
      }
      const std::vector<std::string> quoted = quotes(source.locator.nl);
      INFO(entry.id << ": " << source.locator.nl);
      CHECK_FALSE((quoted.empty() && numbers(source.locator.nl).empty()));
      for (const std::string& quote : quoted) {
        INFO("quote: " << quote);
        CHECK(seeds[seed].plain_text.find(plain(quote)) != std::string::npos);
        ++looked_up;
      }
      for (const Numbered& one : numbers(source.locator.nl)) {
        INFO("number: " << one.number);
        CHECK(begins_a_line(seeds[seed].text, one.number));
        if (!one.heading.empty()) {
          CHECK(seeds[seed].plain_text.find(plain(one.number + one.heading)) != std::string::npos);
        }
        ++numbered;
      }
    }
  }
  CHECK(looked_up > 60);
  CHECK(numbered > 50);
  std::cout << "notice: " << elsewhere << " locators of " << unchecked.size()
            << " documents that are not among the sources were not looked up\n";
}

TEST_CASE("Every entry of the reference is there, with its scale and basis", "[catalogue]") {
  const auto folder = sources();
  if (!folder) return;
  const std::filesystem::path file = *folder / "../reference/criteria.json";
  if (!std::filesystem::exists(file)) {
    std::cout << "notice: the reference list of criteria is not here; it was not compared\n";
    return;
  }
  // Ours differs here, and each for a reason.
  const std::map<std::string, std::string> basis = {
      {"RMO-02", "planner_declared"},    // 500 m was read as a rule of thumb; a share was not
      {"NRM-3", "planner_declared"},     // the same, of 300 m
      {"ACC-3", "cited_rule_of_thumb"},  // the standard was not read
      {"CRA-2", "own_process"},          // the source studies it and does not ask for it
      {"MOV-1", "own_process"},          // the source wants all three levels, not a choice
  };
  const std::map<std::string, std::vector<std::string>> scale = {
      {"RMO-06", {"campus", "wijk"}},  // nothing in a building measures these two yet
      {"RMO-08", {"wijk"}},
  };
  for (const json& theirs : json::parse(read_file(file))) {
    const std::string id = theirs["id"];
    INFO(id);
    const Criterion* ours = builtin_catalogue().find(id);
    REQUIRE(ours);
    CHECK(ours->entry_type == theirs["entry_type"].get<std::string>());
    const auto other_scale = scale.find(id);
    CHECK(ours->scale == (other_scale == scale.end()
                              ? theirs["scale"].get<std::vector<std::string>>()
                              : other_scale->second));
    const auto other_basis = basis.find(id);
    CHECK(id_of(ours->threshold.basis) == (other_basis == basis.end()
                                               ? theirs["threshold"]["basis"].get<std::string>()
                                               : other_basis->second));
    CHECK(ours->evidence == theirs["evidence"]["strength"].get<std::string>());
    for (const json& pair : theirs["pair_with"]) {
      CHECK(std::count(ours->pair_with.begin(), ours->pair_with.end(), pair.get<std::string>()) ==
            1);
    }
    CHECK(ours->rvs_approach == theirs["rvs_approach"].get<std::vector<int>>());
    CHECK(ours->wac_elements == theirs["wac_elements"].get<std::vector<int>>());
  }
}

TEST_CASE("Evidence from studies that nobody read says so", "[catalogue]") {
  for (const char* id :
       {"P31-1", "RMO-02", "RMO-03", "WAC-4a", "WAC-8b", "WAC-9", "NRM-4", "GEHL-1", "INZ-1"}) {
    INFO(id);
    const Criterion& entry = *builtin_catalogue().find(id);
    CHECK(entry.evidence == "E2");
    CHECK(entry.evidence_note.nl.find("niet ingezien") != std::string::npos);
    CHECK(entry.evidence_note.en.find("not read") != std::string::npos);
  }
}

TEST_CASE("Rules are the program's: no scope, no measure, no answer", "[catalogue]") {
  int rules = 0;
  for (const Criterion& entry : builtin_catalogue().criteria) {
    if (!is_rule(entry)) continue;
    INFO(entry.id);
    ++rules;
    CHECK(entry.theme == "rules");
    CHECK((entry.measure.empty() && entry.fields.empty()));
    for (const auto& [name, ids] : builtin_catalogue().scopes) {
      CHECK(std::count(ids.begin(), ids.end(), entry.id) == 0);
    }
  }
  CHECK(rules == 4);
  fault_after([](json& c) { c["scopes"]["gebouw"].push_back("REP-1"); });
  fault_after([](json& c) { criterion(c, "REP-1")["measure"] = criterion(c, "ACC-1")["measure"]; });
}

TEST_CASE("A catalogue that breaks its own rules is refused", "[catalogue]") {
  CHECK(fault_after([](json& c) { criterion(c, "RVS-4.1d")["threshold"]["default"] = 30; }).where ==
        "c.json: criteria 19 (RVS-4.1d): threshold: default");
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
  fault_after([](json& c) { criterion(c, "INZ-1")["measure"]["id"] = "view_share"; });
  fault_after([](json& c) { criterion(c, "INZ-1")["declared"] = nullptr; });
  fault_after([](json& c) { criterion(c, "INZ-1")["declared"]["fields"].erase(1); });
  fault_after([](json& c) { criterion(c, "INZ-1")["threshold"]["operator"] = "filled"; });
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
