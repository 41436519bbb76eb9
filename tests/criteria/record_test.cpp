// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of criteria.md sections 0 and 8 on the record of a decision, one sentence each.
#include <catch2/catch.hpp>

#include "criteria/cases.h"
#include "criteria/explanation.h"
#include "project/json.h"

using namespace trefpunt;
using namespace trefpunt::cases;

namespace {

// A departing criterion with a whole explanation.
Case departing() {
  Case c({measured()});
  c.measure("M", 0.1);
  c.ambition.thresholds = {threshold("M", 0.8)};
  c.answers.explanations = {explained("M")};
  return c;
}

Judgement judged(const Case& c, const std::string& project) {
  return judge({c.catalogue, c.scope, c.outcomes, c.ambition, c.answers, kToday, project});
}

Error refused(const Answers& answers) {
  const Status status = check_answers(builtin_catalogue(), answers, "answers.json");
  REQUIRE_FALSE(status);
  CHECK(status.error().code == Code::BadInput);
  CHECK_FALSE(status.error().sentence.nl.empty());
  return status.error();
}

}  // namespace

TEST_CASE(
    "A met its threshold, B only where parts of the catalogue meet, C departs with a whole "
    "explanation",
    "[record]") {
  Case c = departing();
  CHECK(c.verdict().status == StatusCode::C);
  CHECK(c.judge().is_final);
  c.outcomes["measure_M"].secondary["part"] = 0.9;
  CHECK(c.verdict().status == StatusCode::C);
  c.catalogue.criteria[0].parts = {"part"};
  CHECK(c.verdict().status == StatusCode::B);
  c.measure("M", 0.8);
  CHECK(c.verdict().status == StatusCode::A);
}

TEST_CASE("X blocks a final report and names each field that is missing", "[record]") {
  Case c = departing();
  c.answers.explanations[0].weighed.clear();
  c.answers.explanations[0].reviewer.clear();
  CHECK(c.verdict().status == StatusCode::X);
  CHECK(c.verdict().underlying == StatusCode::C);
  const Judgement judgement = c.judge();
  CHECK_FALSE(judgement.is_final);
  CHECK(judgement.blockers.size() == 2);
  CHECK(says(judgement.blockers, "M: "));
  CHECK(says(judgement.blockers, "afgewogen"));
  CHECK(says(judgement.blockers, "opnieuw naar kijkt"));
}

TEST_CASE("D needs a reason, E says what is missing and F invites to declare a threshold",
          "[record]") {
  Case c({measured()});
  c.measure("M", 0.5);
  CHECK(c.verdict().status == StatusCode::F);
  CHECK(says(c.verdict().missing, "drempel"));
  c.measure("M", NotComputed{{"De breedte is onbekend.", "The width is unknown."}});
  c.ambition.thresholds = {threshold("M", 0.8)};
  CHECK(c.verdict().status == StatusCode::E);
  CHECK(says(c.verdict().hints, "wat er ontbreekt"));
  c.answers.not_applicable = {{"M", "", "bestuur", "2026-10-01"}};
  CHECK(c.verdict().status == StatusCode::E);
  c.answers.not_applicable[0].reason = "Er slaapt hier niemand.";
  CHECK(c.verdict().status == StatusCode::D);
}

TEST_CASE("No quality of an explanation ever blocks a final report", "[record]") {
  Case c({measured("M"), measured("N")});
  c.measure("M", 0.1).measure("N", 0.1);
  c.ambition.thresholds = {threshold("M", 0.8), threshold("N", 0.8)};
  Explanation poor = explained("M");
  poor.why = "kosten";
  poor.instead = "geen";
  poor.duration = "temporary";
  poor.until = poor.date = "2026-10-05";
  poor.review_date = "2026-01-01";
  c.answers.explanations = {poor, poor};
  c.answers.explanations[1].criterion = "N";
  const Judgement judgement = c.judge();
  CHECK(judgement.is_final);
  const std::vector<Text>& hints = judgement.verdicts[0].hints;
  CHECK(says(hints, "dezelfde tekst"));
  CHECK(says(hints, "alleen kosten"));
  CHECK(says(hints, "geen alternatief"));
  CHECK(says(hints, "ligt voor de dag van het besluit"));
  CHECK(says(hints, "is al voorbij"));
  CHECK(says(hints, "die tijd is al voorbij"));
}

TEST_CASE("A decision after the date of the report, and a supply that is overdue, draw a remark",
          "[record]") {
  Case c = departing();
  c.answers.explanations[0].date = "2026-11-06";
  CHECK(says(c.verdict().hints, "na de datum van dit rapport"));
  c.answers.explanations[0].date = kToday;
  CHECK(c.verdict().hints.empty());
  Case open({measured()});
  open.ambition.thresholds = {threshold("M", 0.8)};
  open.answers.undetermined = {{"M", "De breedte.", "architect", "2026-11-04"}};
  CHECK(says(open.verdict().hints, "is al voorbij"));
  open.answers.undetermined[0].by = "2026-11-05";
  CHECK(open.verdict().hints.empty());
}

TEST_CASE("Answers of a project with another name are remarked on, and never block", "[record]") {
  Case c = departing();
  c.answers.project = "Huis De Linde";
  const Judgement other = judged(c, "Huis De Eik");
  CHECK(says(other.hints, "geschreven voor ‘Huis De Linde’"));
  CHECK(other.is_final);
  CHECK(judged(c, " huis  de LINDE ").hints.empty());
  CHECK(judged(c, "").hints.empty());
  c.answers.project.clear();
  CHECK(judged(c, "Huis De Eik").hints.empty());
}

TEST_CASE("What was filled in outside the scope is remarked on once, and of the other scale not",
          "[record]") {
  Case c({measured("M"), measured("N"), answered("P")});
  c.scope = {"M"};
  c.measure("M", 0.9);
  c.ambition.thresholds = {threshold("M", 0.8), threshold("N", 0.8)};
  c.answers.answers = {answer("P", {{"what", "x"}}), answer("OF-A-WIJK", {{"what", "x"}})};
  c.answers.not_applicable = {{"P", "nee", "bestuur", "2026-10-01"}};
  const Judgement judgement = c.judge();
  CHECK(judgement.is_final);
  REQUIRE(judgement.hints.size() == 1);
  CHECK(says(judgement.hints, "P, N: hierover is iets ingevuld"));
}

TEST_CASE(
    "An answer where nothing applies, and a reason for no threshold where there is one, draw "
    "a remark",
    "[record]") {
  Case c({answered()});
  c.answers.answers = {answer("P", {{"what", "x"}})};
  c.answers.not_applicable = {{"P", "Er wordt niet gebouwd.", "bestuur", "2026-10-01"}};
  CHECK(says(c.verdict().hints, "Dat telt niet"));
  c.answers.not_applicable.clear();
  CHECK(c.verdict().hints.empty());
  c.answers.no_threshold = {{{"P"}, "geen getal", "bestuur", "2026-10-01"}};
  CHECK(says(c.verdict().hints, "er is er wel een"));
  CHECK(c.judge().is_final);
}

TEST_CASE("A day that does not exist is refused with its entry and key", "[record]") {
  Answers answers;
  answers.explanations = {explained("RVS-4.1j")};
  answers.explanations[0].review_date = "2027-02-31";
  CHECK(refused(answers).where == "answers.json: explanations 1 (RVS-4.1j): review_date");
}

TEST_CASE("A departure that ends before it was decided is refused", "[record]") {
  Answers answers;
  answers.explanations = {explained("RVS-4.1j")};
  answers.explanations[0].until = "2026-10-04";
  CHECK(refused(answers).where == "answers.json: explanations 1 (RVS-4.1j): until");
  answers.explanations[0].until = "2026-10-05";
  CHECK(check_answers(builtin_catalogue(), answers, "answers.json"));
}

TEST_CASE("Two answers, two explanations or two reasons for one criterion are refused",
          "[record]") {
  Answers answers;
  answers.answers = {answer("RVS-A4a", {}), answer("RVS-A4a", {})};
  CHECK(refused(answers).where == "answers.json: answers 2 (RVS-A4a)");
  answers = {};
  answers.explanations = {explained("RVS-4.1j"), explained("RVS-4.1j")};
  CHECK(refused(answers).where == "answers.json: explanations 2 (RVS-4.1j)");
  answers = {};
  answers.no_threshold = {{{"RVS-4.1a"}, "geen getal", "bestuur", ""},
                          {{"RVS-4.1b", "RVS-4.1a"}, "nog niet", "bestuur", ""}};
  CHECK(refused(answers).sentence.nl.find("RVS-4.1a") != std::string::npos);
}

TEST_CASE("A criterion that does not exist is refused in every list", "[record]") {
  Answers answers;
  answers.undetermined = {{"RVS-9", "x", "", ""}};
  CHECK(refused(answers).where == "answers.json: undetermined 1 (RVS-9)");
  answers = {};
  answers.no_threshold = {{{"RVS-9"}, "x", "", ""}};
  CHECK(refused(answers).where == "answers.json: no_threshold 1");
}
