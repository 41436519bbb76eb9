// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <fstream>
#include <limits>
#include <sstream>

#include "criteria/cases.h"
#include "project/json.h"

using namespace trefpunt;
using namespace trefpunt::cases;

namespace {

Error fault(const Ambition& ambition) {
  const Status status = check_ambition(builtin_catalogue(), ambition, "ambition.json");
  REQUIRE_FALSE(status);
  CHECK(status.error().code == Code::BadInput);
  CHECK_FALSE(status.error().sentence.nl.empty());
  return status.error();
}

Error fault(const Answers& answers) {
  const Status status = check_answers(builtin_catalogue(), answers, "answers.json");
  REQUIRE_FALSE(status);
  CHECK(status.error().code == Code::BadInput);
  CHECK_FALSE(status.error().sentence.nl.empty());
  return status.error();
}

bool is_fine(const Ambition& ambition) {
  return static_cast<bool>(check_ambition(builtin_catalogue(), ambition, "ambition.json"));
}

bool is_fine(const Answers& answers) {
  return static_cast<bool>(check_answers(builtin_catalogue(), answers, "answers.json"));
}

Ambition with(const DeclaredThreshold& threshold) {
  Ambition ambition;
  ambition.thresholds = {threshold};
  return ambition;
}

Ambition with(const DeclaredParameter& parameter) {
  Ambition ambition;
  ambition.parameters = {parameter};
  return ambition;
}

Answers with(const Answer& answer) {
  Answers answers;
  answers.answers = {answer};
  return answers;
}

Answers with(const Explanation& explanation) {
  Answers answers;
  answers.explanations = {explanation};
  return answers;
}

std::string read_file(const std::string& path) {
  std::ifstream file(std::string(TREFPUNT_ROOT) + path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("The examples of the documentation and the sample are in order", "[check]") {
  const std::string folder = "/samples/gezondheidscentrum/";
  const auto ambition = ambition_from_json(read_file(folder + "ambition.json"), "ambition.json");
  REQUIRE(ambition);
  CHECK(is_fine(*ambition));
  const auto answers = answers_from_json(read_file(folder + "answers.json"), "answers.json");
  REQUIRE(answers);
  CHECK(is_fine(*answers));

  const std::string page = read_file("/docs/answers-format.md");
  const auto example = [&](const std::string& heading) {
    const std::size_t from = page.find("```json\n", page.find("## `" + heading)) + 8;
    return page.substr(from, page.find("\n```", from) - from);
  };
  const auto shown_ambition = ambition_from_json(example("ambition.json"), "ambition.json");
  REQUIRE(shown_ambition);
  CHECK(is_fine(*shown_ambition));
  const auto shown_answers = answers_from_json(example("answers.json"), "answers.json");
  REQUIRE(shown_answers);
  CHECK(is_fine(*shown_answers));
}

TEST_CASE("The sample's answers without a plan make a final report of scope rvs-a4", "[check]") {
  const std::string folder = "/samples/gezondheidscentrum/";
  const auto ambition = ambition_from_json(read_file(folder + "ambition.json"), "ambition.json");
  const auto answers = answers_from_json(read_file(folder + "answers.json"), "answers.json");
  REQUIRE((ambition && answers));
  const Catalogue& catalogue = builtin_catalogue();
  const Judgement judgement =
      judge({catalogue, catalogue.scopes.at("rvs-a4"), {}, *ambition, *answers, kToday});
  CHECK(judgement.blockers == std::vector<Text>{});
  CHECK(judgement.is_final);
  std::map<std::string, char> letters;
  for (const Verdict& verdict : judgement.verdicts) {
    letters[verdict.criterion] = letter(verdict.status);
  }
  CHECK(letters == std::map<std::string, char>{{"RVS-2.2", 'A'},
                                               {"RVS-4.1j", 'E'},
                                               {"RVS-4.3a", 'A'},
                                               {"RVS-A4a", 'A'},
                                               {"RVS-A4b", 'B'},
                                               {"RVS-A4c", 'E'}});
}

TEST_CASE("Nothing declared and nothing answered is in order", "[check]") {
  CHECK(is_fine(Ambition{}));
  CHECK(is_fine(Answers{}));
}

TEST_CASE("A threshold for an unknown criterion is refused", "[check]") {
  const Error error = fault(with(threshold("RVS-9", 1)));
  CHECK(error.where == "ambition.json: thresholds 1 (RVS-9)");
  CHECK(error.sentence.en == "There is no criterion 'RVS-9'.");
}

TEST_CASE("A threshold with a blank reason is refused", "[check]") {
  DeclaredThreshold declared = threshold("RVS-4.1d", 30);
  CHECK(is_fine(with(declared)));
  declared.reason = "  ";
  CHECK(fault(with(declared)).where == "ambition.json: thresholds 1 (RVS-4.1d): reason");
}

TEST_CASE("Two thresholds for one criterion are refused", "[check]") {
  Ambition ambition;
  ambition.thresholds = {threshold("RVS-4.1d", 30), threshold("RVS-4.1d", 40)};
  CHECK(fault(ambition).where == "ambition.json: thresholds 2 (RVS-4.1d)");
}

TEST_CASE("A threshold that is no number or has an impossible date is refused", "[check]") {
  CHECK(fault(with(threshold("RVS-4.1d", std::numeric_limits<double>::infinity()))).where ==
        "ambition.json: thresholds 1 (RVS-4.1d): value");
  DeclaredThreshold declared = threshold("RVS-4.1d", 30);
  declared.date = "2026-02-30";
  CHECK(fault(with(declared)).where == "ambition.json: thresholds 1 (RVS-4.1d): date");
}

TEST_CASE("A rule of law or of thumb may be made stricter, never looser", "[check]") {
  CHECK(is_fine(with(threshold("ACC-1", 0.95))));
  CHECK(is_fine(with(threshold("ACC-1", 0.85))));
  const Error error = fault(with(threshold("ACC-1", 0.8)));
  CHECK(error.sentence.nl ==
        "Hier geldt al minstens 0,85. Een eigen drempel mag alleen strenger zijn.");
  CHECK(fault(with(threshold("ACC-3", 0.5))).where == "ambition.json: thresholds 1 (ACC-3): value");
}

TEST_CASE("At most is stricter downwards", "[check]") {
  Criterion criterion = measured();
  criterion.threshold.comparison = Comparison::AtMost;
  criterion.threshold.basis = Basis::CitedRuleOfThumb;
  criterion.threshold.value = 125;
  Catalogue catalogue;
  catalogue.criteria = {criterion};
  CHECK(check_ambition(catalogue, with(threshold("M", 100)), "a"));
  CHECK_FALSE(check_ambition(catalogue, with(threshold("M", 126)), "a"));
}

TEST_CASE("A context layer takes no threshold", "[check]") {
  Criterion criterion = measured();
  criterion.threshold.basis = Basis::NoneContextOnly;
  Catalogue catalogue;
  catalogue.criteria = {criterion};
  CHECK_FALSE(check_ambition(catalogue, with(threshold("M", 1)), "a"));
}

TEST_CASE("What is answered in words takes one threshold only", "[check]") {
  CHECK(is_fine(with(threshold("RVS-3.3a", 1))));
  CHECK(fault(with(threshold("RVS-3.3a", 3))).where ==
        "ambition.json: thresholds 1 (RVS-3.3a): value");
}

TEST_CASE("The balance of single rooms takes a share below one", "[check]") {
  CHECK(is_fine(with(threshold("RVS-4.1g", 0.5))));
  CHECK(is_fine(with(DeclaredParameter{"RVS-4.1g", "trigger", 0, "altijd"})));
  fault(with(threshold("RVS-4.1g", 1)));
  fault(with(DeclaredParameter{"RVS-4.1g", "trigger", 1, "nooit"}));
  Ambition both = with(threshold("RVS-4.1g", 0.5));
  both.parameters = {{"RVS-4.1g", "trigger", 0.6, "meer dan de helft"}};
  CHECK(fault(both).where == "ambition.json: parameters 1 (RVS-4.1g): value");
}

TEST_CASE("A parameter must exist, be above zero, have a reason and stand there once", "[check]") {
  const DeclaredParameter good{"RVS-4.1a", "m2_per_person", 2, "zonder tafels"};
  CHECK(is_fine(with(good)));
  DeclaredParameter bad = good;
  bad.parameter = "m3_per_person";
  CHECK(fault(with(bad)).where == "ambition.json: parameters 1 (RVS-4.1a): parameter");
  bad = good;
  bad.value = 0;
  CHECK(fault(with(bad)).where == "ambition.json: parameters 1 (RVS-4.1a): value");
  bad = good;
  bad.reason.clear();
  CHECK(fault(with(bad)).where == "ambition.json: parameters 1 (RVS-4.1a): reason");
  bad = good;
  bad.criterion = "RVS-9";
  CHECK(fault(with(bad)).where == "ambition.json: parameters 1 (RVS-9)");
  Ambition twice = with(good);
  twice.parameters.push_back(good);
  CHECK(fault(twice).where == "ambition.json: parameters 2 (RVS-4.1a)");
}

TEST_CASE("Work is one of three words", "[check]") {
  Ambition ambition;
  ambition.work = "bestaand";
  CHECK(is_fine(ambition));
  ambition.work = "sloop";
  CHECK(fault(ambition).where == "ambition.json: declarations: work");
}

TEST_CASE("Two answers for one criterion are refused", "[check]") {
  Answers answers = with(answer("INZ-2", {{"partner", "welzijn"}}));
  CHECK(is_fine(answers));
  answers.answers.push_back(answers.answers[0]);
  CHECK(fault(answers).where == "answers.json: answers 2 (INZ-2)");
}

TEST_CASE("An answer to an unknown criterion, an unknown field or a measure is refused",
          "[check]") {
  CHECK(fault(with(answer("INZ-9", {{"partner", "x"}}))).where ==
        "answers.json: answers 1 (INZ-9)");
  const Error error = fault(with(answer("INZ-2", {{"partnr", "x"}})));
  CHECK(error.where == "answers.json: answers 1 (INZ-2): partnr");
  CHECK(error.sentence.en ==
        "There is no field 'partnr'. What there is: partner, contact_point, handover.");
  fault(with(answer("RVS-4.1d", {{"p90", "20"}})));
}

TEST_CASE("An answer must fit its field: a choice, a number, a date", "[check]") {
  CHECK(is_fine(with(answer("RVS-A4b", {{"openness", "open"}, {"hours_per_week", "12.5"}}))));
  CHECK(fault(with(answer("RVS-A4b", {{"openness", "soms"}}))).sentence.en ==
        "'soms' cannot stand here. What can: closed, open, partly.");
  CHECK(fault(with(answer("RVS-A4b", {{"hours_per_week", "12,5"}}))).where ==
        "answers.json: answers 1 (RVS-A4b): hours_per_week");
  fault(with(answer("RVS-A4b", {{"hours_per_week", "inf"}})));
  CHECK(fault(with(answer("RVS-A4a", {{"date", "31-12-2026"}}))).where ==
        "answers.json: answers 1 (RVS-A4a): date");
}

TEST_CASE("An impossible date is refused wherever it stands", "[check]") {
  const std::string bad = "2026-13-01";
  Answer answered_then = answer("INZ-2", {{"partner", "x"}});
  answered_then.date = bad;
  fault(with(answered_then));
  for (const auto field : {&Explanation::date, &Explanation::until, &Explanation::review_date}) {
    Explanation explanation = explained("RVS-4.1d");
    explanation.*field = bad;
    fault(with(explanation));
  }
  Answers answers;
  answers.not_applicable = {{"RVS-A4a", "x", "y", bad}};
  fault(answers);
  answers = {};
  answers.no_threshold = {{{"RVS-4.1b"}, "x", "y", bad}};
  fault(answers);
  answers = {};
  answers.undetermined = {{"ACC-2", "x", "y", bad}};
  fault(answers);
  answers = {};
  answers.consultations = {{"cliëntenraad", bad, "none", "", ""}};
  fault(answers);
}

TEST_CASE("Two explanations for one criterion, or one for an unknown criterion, are refused",
          "[check]") {
  Answers answers = with(explained("RVS-4.1d"));
  CHECK(is_fine(answers));
  answers.explanations.push_back(explained("RVS-4.1d"));
  CHECK(fault(answers).where == "answers.json: explanations 2 (RVS-4.1d)");
  CHECK(fault(with(explained("RVS-9"))).where == "answers.json: explanations 1 (RVS-9)");
}

TEST_CASE("A departure lasts or is temporary, and advice is one of three words", "[check]") {
  Explanation explanation = explained("RVS-4.1d");
  explanation.duration = "een tijdje";
  CHECK(fault(with(explanation)).where == "answers.json: explanations 1 (RVS-4.1d): duration");
  Answers answers;
  answers.consultations = {{"cliëntenraad", "2026-09-17", "misschien", "", ""}};
  CHECK(fault(answers).where == "answers.json: consultations 1: advice");
}

TEST_CASE("Reasons and gaps for an unknown criterion are refused", "[check]") {
  Answers answers;
  answers.no_threshold = {{{"RVS-4.1b", "RVS-9"}, "x", "y", ""}};
  CHECK(fault(answers).where == "answers.json: no_threshold 1");
  answers = {};
  answers.not_applicable = {{"RVS-9", "x", "y", ""}};
  CHECK(fault(answers).where == "answers.json: not_applicable 1 (RVS-9)");
  answers = {};
  answers.undetermined = {{"RVS-9", "x", "y", ""}};
  CHECK(fault(answers).where == "answers.json: undetermined 1 (RVS-9)");
}
