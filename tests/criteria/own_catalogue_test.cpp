// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "criteria/counted.h"
#include "criteria/scale.h"
#include "criteria/scope.h"
#include "criteria/verdict.h"

using namespace trefpunt;
using nlohmann::json;

namespace {

// The worked example of docs/criteria-format.md.
json example() {
  std::ifstream file(std::string(TREFPUNT_ROOT) + "/docs/criteria-format.md");
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  const std::size_t from = page.find("```json\n") + 8;
  return json::parse(page.substr(from, page.find("\n```", from) - from));
}

template <typename Change>
Error fault_after(Change change) {
  json own = example();
  change(own);
  const Result<Catalogue> read = parse_own_catalogue(own.dump(), "eigen.json");
  REQUIRE_FALSE(read);
  CHECK(read.error().code == Code::BadInput);
  CHECK(read.error().where.find("eigen.json") == 0);
  CHECK_FALSE(read.error().sentence.nl.empty());
  return read.error();
}

bool contains(const std::vector<std::string>& ids, const std::string& id) {
  return std::count(ids.begin(), ids.end(), id) == 1;
}

Answers answer(std::map<std::string, std::string> values) {
  Answers answers;
  answers.answers = {{"INZ-1", std::move(values), "wethouder", "2026-10-05"}};
  return answers;
}

Verdict judged(const std::string& id, const Ambition& ambition, const Answers& answers,
               const std::map<std::string, Outcome>& outcomes = {}) {
  const std::vector<std::string> scope = {id};
  const Judgement judgement =
      judge({builtin_catalogue(), scope, outcomes, ambition, answers, "2026-11-05"});
  REQUIRE(judgement.verdicts.size() == 1);
  return judgement.verdicts.front();
}

Ambition at(const std::string& id, double value) {
  Ambition ambition;
  ambition.thresholds = {{id, value, "Zo besloten.", "bestuur", "2026-10-05", false}};
  return ambition;
}

}  // namespace

TEST_CASE("A file of one's own adds criteria and replaces others, and says which", "[own]") {
  const Result<Catalogue> read = parse_own_catalogue(example().dump(), "eigen.json");
  REQUIRE(read);
  REQUIRE(read->own);
  CHECK(read->own->file == "eigen.json");
  CHECK(read->own->name == "Gemeente Voorbeeld, criteria 2026");
  CHECK(read->own->added == std::vector<std::string>{"VB-1"});
  CHECK(read->own->replaced == std::vector<std::string>{"RMO-02"});
  CHECK_FALSE(read->own->is_whole);
  CHECK(read->criteria.size() == builtin_catalogue().criteria.size() + 1);
  CHECK(read->find("RMO-02")->threshold.value == 0.8);
  CHECK(contains(read->scopes.at("wijk"), "VB-1"));
  CHECK(contains(read->scopes.at("wijk"), "RMO-02"));
  CHECK_FALSE(contains(read->scopes.at("gebouw"), "VB-1"));
  CHECK(at_scale(*read, Scale::Wijk).own->added.size() == 1);
  CHECK_FALSE(builtin_catalogue().own);
}

TEST_CASE("A file of one's own may bring a theme and a scope", "[own]") {
  json own = example();
  own["themes"] = {{{"id", "wonen"}, {"title", {{"nl", "Wonen"}, {"en", "Housing"}}}}};
  own["criteria"][0]["theme"] = "wonen";
  own["scopes"] = {{"nota", {"VB-1", "RMO-02"}}};
  const Result<Catalogue> read = parse_own_catalogue(own.dump(), "eigen.json");
  REQUIRE(read);
  CHECK(read->themes.back().id == "wonen");
  CHECK(named_scope(*read, "nota")->criteria.size() == 2);
}

TEST_CASE("A whole catalogue of one's own is told as such", "[own]") {
  std::ifstream file(std::string(TREFPUNT_ROOT) + "/src/criteria/catalogue.json");
  json whole = json::parse(file);
  CHECK(parse_own_catalogue(whole.dump(), "heel.json")->own->is_whole);
  whole["criteria"][0]["measure"]["id"] = "geluk";
  const Result<Catalogue> read = parse_own_catalogue(whole.dump(), "heel.json");
  REQUIRE_FALSE(read);
  CHECK(read.error().where == "heel.json: criteria 1 (RVS-4.1j): measure");
}

TEST_CASE("Criteria of one's own keep the rules of all criteria", "[own]") {
  const Error unknown =
      fault_after([](json& own) { own["criteria"][1]["measure"]["id"] = "geluk"; });
  CHECK(unknown.where == "eigen.json: criteria 2 (RMO-02): measure");
  CHECK(unknown.sentence.nl == "De maat ‘geluk’ bestaat niet. Zie ‘trefpunt measures’.");
  CHECK(fault_after([](json& own) {
          own["criteria"][1]["threshold"]["basis"] = "planner_declared";
        }).where == "eigen.json: criteria 2 (RMO-02): threshold: default");
  CHECK(fault_after([](json& own) {
          own["criteria"][1]["threshold"]["basis"] = "legal";
          own["criteria"][1]["threshold"]["basis_read"] = false;
        }).where == "eigen.json: criteria 2 (RMO-02): threshold: basis");
  CHECK(fault_after([](json& own) { own["criteria"][0]["colour"] = "red"; }).where ==
        "eigen.json: criteria 1 (VB-1): colour");
  fault_after([](json& own) { own["criteria"][0]["pair_with"] = {"VB-9"}; });
  fault_after([](json& own) { own["criteria"][0]["theme"] = "wonen"; });
  fault_after([](json& own) { own["scopes"]["wijk"].push_back("VB-9"); });
  fault_after([](json& own) { own["criteria"].push_back(own["criteria"][0]); });
  fault_after([](json& own) { own["criteria"] = json::array(); });
  fault_after([](json& own) { own["extends"] = "iets"; });
  fault_after([](json& own) { own.erase("name"); });
  fault_after([](json& own) { own["version"] = "1"; });
  fault_after([](json& own) {
    own["themes"] = {{{"id", "access"}, {"title", {{"nl", "a"}, {"en", "a"}}}}};
  });
}

TEST_CASE("What is added stands in a scope, and rules stay the program's", "[own]") {
  CHECK(fault_after([](json& own) { own.erase("scopes"); }).sentence.en ==
        "VB-1 stands in no scope. Name it under 'scopes', for instance in 'wijk'.");
  CHECK(fault_after([](json& own) { own["criteria"][0]["id"] = "REP-1"; }).sentence.en ==
        "REP-1 is a rule of the report and stays as it is.");
  fault_after([](json& own) {
    own["criteria"][0]["entry_type"] = "rule";
    own["criteria"][0]["declared"] = nullptr;
    own["criteria"][0]["threshold"]["operator"] = "==";
  });
}

TEST_CASE("A rule of the report takes no threshold, answer, explanation or scope", "[own]") {
  const Catalogue& catalogue = builtin_catalogue();
  CHECK_FALSE(check_ambition(catalogue, at("SNA-1", 1), "ambition.json"));
  Answers answers;
  answers.explanations.emplace_back().criterion = "WAC-7";
  const Status explained = check_answers(catalogue, answers, "answers.json");
  REQUIRE_FALSE(explained);
  CHECK(explained.error().sentence.en ==
        "WAC-7 is a rule of the report. The program keeps it itself.");
  CHECK_FALSE(parse_scope(catalogue, R"({"name":"x","criteria":["REP-2"]})", "s.json"));
  const Result<Scope> wijk = named_scope(catalogue, "wijk");
  for (const LeftOut& left : wijk->left_out) {
    CHECK_FALSE(is_rule(*catalogue.find(left.criterion)));
  }
}

TEST_CASE("Groups count with a place and a conversation", "[counted]") {
  const Criterion& criterion = *builtin_catalogue().find("INZ-1");
  const auto groups = [&](const Answers& answers) { return counted(criterion, answers).headline; };
  CHECK(std::holds_alternative<NotComputed>(groups({})));
  std::map<std::string, std::string> said = {{"group_1", "Jonge mantelzorgers"},
                                             {"place_1", "huiskamer"},
                                             {"consulted_1", "de groep zelf, mei 2026"},
                                             {"group_2", "Mensen met dementie"},
                                             {"place_2", "tuin"}};
  const Value half = groups(answer(said));
  REQUIRE(std::holds_alternative<Range>(half));
  CHECK(std::get<Range>(half).low == 1);
  CHECK(std::get<Range>(half).high == 2);
  said["consulted_2"] = "casemanagers";
  CHECK(std::get<double>(groups(answer(said))) == 2);
  said["group_3"] = "jonge  Mantelzorgers";
  said["place_3"] = said["consulted_3"] = "idem";
  CHECK(std::get<double>(groups(answer(said))) == 2);
  Answers unsigned_answer = answer(said);
  unsigned_answer.answers[0].answered_by.clear();
  CHECK(std::holds_alternative<NotComputed>(groups(unsigned_answer)));
}

TEST_CASE("A counted criterion is judged at either scale", "[counted]") {
  for (const Scale scale : {Scale::Building, Scale::Wijk}) {
    CHECK(at_scale(builtin_catalogue(), scale).find("INZ-1"));
  }
  const Answers one =
      answer({{"group_1", "ouderen"}, {"place_1", "tuin"}, {"consulted_1", "de groep"}});
  CHECK(judged("INZ-1", {}, one).status == StatusCode::F);
  CHECK(judged("INZ-1", at("INZ-1", 1), one).status == StatusCode::A);
  const Verdict short_of = judged("INZ-1", at("INZ-1", 2), one);
  CHECK(short_of.underlying == StatusCode::C);
  CHECK(short_of.reason.nl ==
        "De uitkomst is 1 groepen; de drempel is minstens 2 groepen en wordt niet gehaald.");
  CHECK(judged("INZ-1", at("INZ-1", 2), {}).status == StatusCode::E);
}

TEST_CASE("The reason says values as the report does, with unit and few decimals", "[reason]") {
  const auto reason = [](const std::string& id, double value, double threshold) {
    const std::string measure = builtin_catalogue().find(id)->measure;
    Outcome outcome;
    outcome.headline = value;
    return judged(id, at(id, threshold), {}, {{measure, outcome}}).reason;
  };
  CHECK(reason("RVS-4.1d", 29.8765432, 30).nl ==
        "De uitkomst is 29,9 m; de drempel is hooguit 30 m en wordt gehaald.");
  CHECK(reason("RVS-4.1d", 29.8765432, 20).en ==
        "The result is 29.9 m; the threshold is at most 20 m and is not met.");
  CHECK(reason("RVS-4.1j", 2 / 3.0, 1).nl ==
        "De uitkomst is 66,7% van de kamers; de drempel is minstens 100% van de kamers en wordt "
        "niet gehaald.");
  // Where both would read the same, more decimals tell them apart.
  CHECK(reason("RVS-4.1d", 30.004, 30).nl ==
        "De uitkomst is 30,004 m; de drempel is hooguit 30 m en wordt niet gehaald.");
}
