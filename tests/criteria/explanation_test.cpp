// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/explanation.h"

#include <catch2/catch.hpp>

#include "criteria/cases.h"

using namespace trefpunt;
using namespace trefpunt::cases;

namespace {

std::vector<Text> hints(const Explanation& explanation) {
  Answers answers;
  answers.explanations = {explanation};
  return quality_hints(explanation, answers, kToday);
}

}  // namespace

TEST_CASE("A whole explanation misses nothing and draws no remarks", "[explanation]") {
  CHECK(empty_fields(explained("M")).empty());
  CHECK(hints(explained("M")).empty());
}

TEST_CASE("Each mandatory field is missed when it is blank, and missed alone", "[explanation]") {
  for (const auto field : {&Explanation::departs, &Explanation::why, &Explanation::weighed,
                           &Explanation::instead, &Explanation::duration, &Explanation::decided_by,
                           &Explanation::date, &Explanation::consulted, &Explanation::review_date,
                           &Explanation::reviewer, &Explanation::obstacle}) {
    Explanation explanation = explained("M");
    explanation.*field = " \n";
    CHECK(empty_fields(explanation).size() == 1);
  }
}

TEST_CASE("The end is asked of what is temporary, not of what lasts", "[explanation]") {
  Explanation explanation = explained("M");
  explanation.duration = "temporary";
  REQUIRE(empty_fields(explanation).size() == 1);
  CHECK(empty_fields(explanation)[0].en == "The explanation lacks until when it lasts.");
  explanation.until = "2027-12-31";
  CHECK(empty_fields(explanation).empty());
  explanation.duration = "lasting";
  explanation.until.clear();
  CHECK(empty_fields(explanation).empty());
}

TEST_CASE("An explanation without attachments is whole", "[explanation]") {
  Explanation explanation = explained("M");
  explanation.attachments.clear();
  CHECK(empty_fields(explanation).empty());
}

TEST_CASE("The same text for several criteria draws a remark that names them", "[explanation]") {
  Answers answers;
  answers.explanations = {explained("M"), explained("N"), explained("K")};
  CHECK(quality_hints(answers.explanations[0], answers, kToday).empty());
  answers.explanations[1].why = "De gang is te smal.";
  answers.explanations[2].why = "de gang is  te smal";
  CHECK(quality_hints(answers.explanations[0], answers, kToday).empty());
  CHECK(says(quality_hints(answers.explanations[1], answers, kToday), "same text stands at K"));
}

TEST_CASE("Costs alone as a reason draw a remark, costs among others do not", "[explanation]") {
  Explanation explanation = explained("M");
  for (const char* why : {"Kosten", "kosten.", "Te duur!", "Vanwege de hoge kosten", "Costs"}) {
    explanation.why = why;
    CHECK(says(hints(explanation), "alleen kosten"));
  }
  explanation.why = "De kosten, en de kolom staat in de weg.";
  CHECK(hints(explanation).empty());
}

TEST_CASE("No alternative draws a remark", "[explanation]") {
  Explanation explanation = explained("M");
  for (const char* instead : {"Geen.", "n.v.t.", "-", "Er is geen alternatief", "None"}) {
    explanation.instead = instead;
    CHECK(says(hints(explanation), "geen alternatief"));
  }
  explanation.instead = "Geen bank, maar een zitje in de hal.";
  CHECK(hints(explanation).empty());
}

TEST_CASE("A review that is past or more than four years away draws a remark", "[explanation]") {
  Explanation explanation = explained("M");
  explanation.review_date = "2026-11-04";
  CHECK(says(hints(explanation), "already passed"));
  explanation.review_date = "2026-11-05";
  CHECK(hints(explanation).empty());
  explanation.review_date = "2030-11-05";
  CHECK(hints(explanation).empty());
  explanation.review_date = "2030-11-06";
  CHECK(says(hints(explanation), "more than four years"));
}

TEST_CASE("A remark on an explanation never blocks", "[explanation]") {
  Case c({measured()});
  c.measure("M", 0.1);
  c.ambition.thresholds = {threshold("M", 0.8)};
  c.answers.explanations = {explained("M")};
  c.answers.explanations[0].why = "kosten";
  c.answers.explanations[0].instead = "geen";
  CHECK(c.verdict().hints.size() == 2);
  CHECK(c.verdict().status == StatusCode::C);
  CHECK(c.judge().is_final);
}
