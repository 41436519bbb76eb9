// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/verdict.h"

#include <catch2/catch.hpp>
#include <limits>

#include "criteria/cases.h"

using namespace trefpunt;
using namespace trefpunt::cases;

namespace {

Criterion legal(double value = 0.85) {
  Criterion criterion = measured("L");
  criterion.threshold.basis = Basis::Legal;
  criterion.threshold.value = value;
  criterion.needs_declaration = {"work", "accessibility_sector"};
  return criterion;
}

StatusCode status_at(Comparison comparison, double asked, const Value& value) {
  Criterion criterion = measured();
  criterion.threshold.comparison = comparison;
  Case c({criterion});
  c.measure("M", value);
  c.ambition.thresholds = {threshold("M", asked)};
  return c.verdict().underlying;
}

}  // namespace

TEST_CASE("Values are compared after rounding to a millionth", "[verdict]") {
  CHECK(status_at(Comparison::AtLeast, 0.85, 0.8499999) == StatusCode::A);
  CHECK(status_at(Comparison::AtLeast, 0.85, 0.849999) == StatusCode::C);
  CHECK(status_at(Comparison::AtMost, 0.02, 0.0200004) == StatusCode::A);
  CHECK(status_at(Comparison::AtMost, 0.02, 0.020001) == StatusCode::C);
  CHECK(status_at(Comparison::Equal, 1, 1.0000001) == StatusCode::A);
  CHECK(status_at(Comparison::Equal, 1, 0.0) == StatusCode::C);
}

TEST_CASE("A range decides only when all of it is on one side", "[verdict]") {
  CHECK(status_at(Comparison::AtMost, 30, Range{10, 30, {}}) == StatusCode::A);
  CHECK(status_at(Comparison::AtMost, 30, Range{31, 90, {}}) == StatusCode::C);
  CHECK(status_at(Comparison::AtMost, 30, Range{10, 31, {}}) == StatusCode::E);
  CHECK(status_at(Comparison::Equal, 0.5, Range{0, 1, {}}) == StatusCode::E);
  CHECK(status_at(Comparison::Equal, 1, Range{0, 1, {}}) == StatusCode::E);
  CHECK(status_at(Comparison::Equal, 1, Range{0, 0.5, {}}) == StatusCode::C);
}

TEST_CASE("A value that is no number never complies", "[verdict]") {
  CHECK(status_at(Comparison::AtLeast, 0, std::numeric_limits<double>::quiet_NaN()) ==
        StatusCode::E);
}

TEST_CASE("The catalogue may name another value than the measure's own as headline", "[verdict]") {
  Criterion criterion = measured();
  criterion.headline = "median";
  Case c({criterion});
  c.measure("M", 0.9);
  c.outcomes["measure_M"].secondary["median"] = 0.1;
  c.ambition.thresholds = {threshold("M", 0.5)};
  CHECK(c.verdict().underlying == StatusCode::C);
  CHECK(std::get<double>(*c.verdict().value) == 0.1);
}

TEST_CASE("Without a plan a measured criterion cannot be determined", "[verdict]") {
  Case c({measured()});
  c.ambition.thresholds = {threshold("M", 0.5)};
  CHECK(c.verdict().status == StatusCode::E);
  CHECK(says(c.verdict().reason, "geen plattegrond"));
  CHECK_FALSE(c.verdict().value.has_value());
  CHECK(c.judge().is_final);
  c.measure("other", 1.0);
  CHECK(says(c.verdict().reason, "Measure 'measure_M' was not computed."));
}

TEST_CASE("A measure that does not apply gives its own reason and asks for no threshold",
          "[verdict]") {
  Case c({measured()});
  c.measure("M", NotApplicable{{"Er zijn geen bedden.", "There are no beds."}});
  CHECK(c.verdict().status == StatusCode::D);
  CHECK(c.verdict().reason == Text{"Er zijn geen bedden.", "There are no beds."});
  CHECK(c.judge().is_final);
  CHECK(c.judge().without_threshold == 0);
}

TEST_CASE("Not applicable counts with a reason, a decider and a date, not without", "[verdict]") {
  Case c({answered()});
  c.answers.not_applicable = {{"P", "Er wordt niet gebouwd.", "raad van bestuur", "2026-10-05"}};
  CHECK(c.verdict().status == StatusCode::D);
  CHECK(says(c.verdict().reason, "Er wordt niet gebouwd."));
  for (const auto field : {&NotApplicableAnswer::reason, &NotApplicableAnswer::decided_by,
                           &NotApplicableAnswer::date}) {
    Case without = c;
    without.answers.not_applicable[0].*field = " ";
    CHECK(without.verdict().status == StatusCode::X);
    CHECK(says(without.verdict().hints, "counts only with a reason"));
  }
}

TEST_CASE("Not applicable beside a number is remarked on", "[verdict]") {
  Case c({measured()});
  c.measure("M", 0.2);
  c.answers.not_applicable = {{"M", "Dat vinden wij.", "raad van bestuur", "2026-10-05"}};
  CHECK(c.verdict().status == StatusCode::D);
  CHECK(says(c.verdict().hints, "but there is a result"));
}

TEST_CASE("What cannot be determined says why, what is missing, who supplies it and by when",
          "[verdict]") {
  Case c({measured()});
  c.measure("M", NotComputed{{"De breedte is onbekend.", "The width is not known."}});
  c.ambition.thresholds = {threshold("M", 0.5)};
  CHECK(c.verdict().reason == Text{"De breedte is onbekend.", "The width is not known."});
  CHECK(says(c.verdict().hints, "who supplies it"));
  c.answers.undetermined = {{"M", "Drie deurbreedten.", "architect", "2026-12-01"}};
  CHECK(c.verdict().reason.nl ==
        "De breedte is onbekend. Wat ontbreekt: Drie deurbreedten. Wie dat levert: architect. "
        "Uiterlijk 1 december 2026.");
  CHECK(c.verdict().hints.empty());
  CHECK(c.judge().is_final);
}

TEST_CASE("A range across the threshold says both bounds and what is not known", "[verdict]") {
  Case c({measured()});
  c.measure("M", Range{0.25, 1, {"Sloten zijn onbekend.", "Locks are not known."}});
  c.ambition.thresholds = {threshold("M", 0.5)};
  CHECK(c.verdict().reason.nl ==
        "De uitkomst is 0,25 tot 1; de drempel is minstens 0,5. Sloten zijn onbekend.");
}

TEST_CASE("A departure without its explanation is a draft, and says what lies under it",
          "[verdict]") {
  Case c({measured()});
  c.measure("M", 0.2);
  c.ambition.thresholds = {threshold("M", 0.5)};
  CHECK(c.verdict().status == StatusCode::X);
  CHECK(c.verdict().underlying == StatusCode::C);
  CHECK_FALSE(c.judge().is_final);
  REQUIRE(c.judge().blockers.size() == 1);
  CHECK(c.judge().blockers[0].nl.starts_with("M: Er is nog geen uitleg. Nodig is: wat er afwijkt"));
  c.answers.explanations = {explained("M")};
  CHECK(c.verdict().status == StatusCode::C);
  CHECK(c.judge().is_final);
}

TEST_CASE("An unanswered question of process misses an answer, not an explanation", "[verdict]") {
  Case c({answered()});
  CHECK(c.verdict().status == StatusCode::X);
  CHECK(c.verdict().underlying == StatusCode::E);
  CHECK(c.judge().blockers ==
        std::vector<Text>{{"P: Er is nog geen antwoord.", "P: There is no answer yet."}});
}

TEST_CASE("An answer counts only when it says who gave it and when", "[verdict]") {
  Case c({answered()});
  c.answers.answers = {answer("P", {{"what", "een loopgroep"}})};
  CHECK(c.verdict().status == StatusCode::A);
  CHECK(c.verdict().reason.nl == "Verklaard door raad van bestuur op 5 oktober 2026.");
  for (const auto field : {&Answer::answered_by, &Answer::date}) {
    Case without = c;
    (without.answers.answers[0].*field).clear();
    CHECK(without.verdict().status == StatusCode::X);
    CHECK(without.verdict().underlying == StatusCode::E);
    CHECK(says(without.judge().blockers, "does not say who gave it"));
  }
}

TEST_CASE("A half answer names each empty field, and may be explained instead", "[verdict]") {
  Criterion criterion = answered();
  criterion.fields.push_back(criterion.fields[0]);
  criterion.fields[1].id = "who";
  criterion.fields[1].label = {"Wie?", "Who?"};
  Case c({criterion});
  c.answers.answers = {answer("P", {{"what", "een loopgroep"}})};
  CHECK(c.verdict().status == StatusCode::X);
  CHECK(c.verdict().underlying == StatusCode::C);
  REQUIRE(c.verdict().missing.size() == 1);
  CHECK(says(c.verdict().missing, "Not filled in: 'Who?'."));
  c.answers.explanations = {explained("P")};
  CHECK(c.verdict().status == StatusCode::C);
}

TEST_CASE("A field that is asked only with another answer is not missed without it", "[verdict]") {
  Case c({openness()});
  c.answers.answers = {answer("O", {{"openness", "open"}})};
  CHECK(c.verdict().status == StatusCode::A);
  c.answers.answers = {answer("O", {{"openness", "partly"}})};
  CHECK(says(c.verdict().missing, "What was agreed?"));
}

TEST_CASE("Criteria without a threshold need a reason with a decider; one may cover several",
          "[verdict]") {
  Case c({measured("M"), measured("N")});
  c.measure("M", 0.2).measure("N", 0.3);
  CHECK_FALSE(c.judge().is_final);
  CHECK(c.judge().without_threshold == 2);
  REQUIRE(c.judge().blockers.size() == 1);
  CHECK(c.judge().blockers[0].en.starts_with("M, N: No threshold is declared."));
  CHECK(c.verdict(1).needs_threshold_reason);
  c.answers.no_threshold = {{{"M", "N"}, "Wij kennen geen getal.", "raad van bestuur", ""}};
  CHECK(c.judge().is_final);
  CHECK(c.judge().without_threshold == 2);
  CHECK_FALSE(c.verdict(1).needs_threshold_reason);
  c.answers.no_threshold[0].decided_by.clear();
  CHECK_FALSE(c.judge().is_final);
  CHECK(says(c.judge().blockers, "does not say who decided"));
  c.answers.no_threshold[0] = {{"M"}, "Wij kennen geen getal.", "raad van bestuur", ""};
  CHECK(c.judge().blockers.size() == 1);
}

TEST_CASE("A reason for no threshold does not make a departure final", "[verdict]") {
  Case c({measured()});
  c.measure("M", 0.2);
  c.ambition.thresholds = {threshold("M", 0.5)};
  c.answers.no_threshold = {{{"M"}, "Wij kennen geen getal.", "raad van bestuur", "2026-10-05"}};
  CHECK(c.verdict().status == StatusCode::X);
}

TEST_CASE("A rule of law is descriptive until what it depends on is declared", "[verdict]") {
  Case c({legal()});
  c.measure("L", 0.9);
  CHECK(c.verdict().status == StatusCode::F);
  CHECK(says(c.verdict().reason, "nieuwbouw, verbouw of bestaande bouw"));
  CHECK_FALSE(c.verdict().threshold.has_value());
  CHECK_FALSE(c.judge().is_final);
  c.ambition.work = "nieuwbouw";
  CHECK(c.verdict().status == StatusCode::F);
  c.ambition.accessibility_sector = true;
  CHECK(c.verdict().status == StatusCode::A);
  CHECK(c.verdict().threshold == 0.85);
  c.ambition.work.clear();
  CHECK(c.verdict().status == StatusCode::F);
}

TEST_CASE("Where no accessibility sector is, the rule of law asks nothing", "[verdict]") {
  Case c({legal()});
  c.measure("L", 0.5);
  c.ambition.work = "bestaand";
  c.ambition.accessibility_sector = false;
  CHECK(c.verdict().status == StatusCode::F);
  CHECK(says(c.verdict().reason, "the legal rule then asks nothing"));
}

TEST_CASE("A rule of law always says that this is no check of the building decree", "[verdict]") {
  Case c({legal()});
  CHECK(says(c.verdict().reason, "Geen Bbl-toets"));
  c.measure("L", 0.9);
  CHECK(says(c.verdict().reason, "Geen Bbl-toets"));
  c.ambition.work = "verbouw";
  c.ambition.accessibility_sector = true;
  CHECK(says(c.verdict().reason, "Geen Bbl-toets"));
  Case own({measured()});
  CHECK_FALSE(says(own.verdict().reason, "Bbl"));
}

TEST_CASE("A stricter threshold of the planner goes before that of the catalogue", "[verdict]") {
  Case c({legal()});
  c.measure("L", 0.9);
  c.ambition.work = "verbouw";
  c.ambition.accessibility_sector = true;
  c.ambition.thresholds = {threshold("L", 0.95)};
  CHECK(c.verdict().threshold == 0.95);
  CHECK(c.verdict().underlying == StatusCode::C);
}

TEST_CASE("A threshold that was declared after its outcome says so", "[verdict]") {
  Case c({measured()});
  c.measure("M", 0.9);
  c.ambition.thresholds = {threshold("M", 0.8)};
  CHECK_FALSE(says(c.verdict().reason, "vastgesteld na de uitkomst"));
  c.ambition.thresholds[0].after_value_shown = true;
  CHECK(says(c.verdict().reason, "vastgesteld na de uitkomst"));
}

TEST_CASE("A threshold without a declarer or date is remarked on", "[verdict]") {
  Case c({measured()});
  c.measure("M", 0.9);
  c.ambition.thresholds = {threshold("M", 0.8)};
  CHECK(c.verdict().hints.empty());
  c.ambition.thresholds[0].declared_by.clear();
  CHECK(says(c.verdict().hints, "does not say who declared it"));
}

TEST_CASE("An explanation nobody asked for is a hint, and never blocks", "[verdict]") {
  Case c({measured()});
  c.measure("M", 0.9);
  c.ambition.thresholds = {threshold("M", 0.8)};
  c.answers.explanations = {explained("M")};
  CHECK(c.verdict().status == StatusCode::A);
  CHECK(says(c.verdict().hints, "this result needs none"));
  CHECK(c.judge().is_final);
}

TEST_CASE("An explanation outside the scope is a hint, and never blocks", "[verdict]") {
  Case c({measured(), measured("N")});
  c.measure("M", 0.9);
  c.ambition.thresholds = {threshold("M", 0.8)};
  c.scope = {"M"};
  c.answers.explanations = {explained("N")};
  CHECK(c.judge().verdicts.size() == 1);
  CHECK(says(c.judge().hints, "N: there is an explanation"));
  CHECK(c.judge().is_final);
}

TEST_CASE("Verdicts stand in the order of the catalogue, whatever the scope's", "[verdict]") {
  Case c({measured("M"), measured("N"), measured("K")});
  c.scope = {"K", "M"};
  const Judgement judgement = c.judge();
  REQUIRE(judgement.verdicts.size() == 2);
  CHECK(judgement.verdicts[0].criterion == "M");
  CHECK(judgement.verdicts[1].criterion == "K");
}

TEST_CASE("Declaring nothing at all never gives a final report", "[verdict]") {
  const Catalogue& catalogue = builtin_catalogue();
  for (const auto& [name, criteria] : catalogue.scopes) {
    INFO(name);
    const Judgement judgement = judge({catalogue, criteria, {}, {}, {}, kToday});
    CHECK_FALSE(judgement.is_final);
    CHECK(judgement.verdicts.size() == criteria.size());
    std::size_t lacking = 0;
    for (const Verdict& verdict : judgement.verdicts) {
      CHECK(verdict.status != StatusCode::A);
      lacking += verdict.missing.empty() ? 0 : 1;
    }
    CHECK(lacking > criteria.size() / 2);
  }
}

TEST_CASE("Context is shown and never held against anything, whatever was declared", "[verdict]") {
  Criterion context = measured();
  context.entry_type = "context";
  context.threshold.basis = Basis::NoneContextOnly;
  Case c({context});
  c.measure("M", 40.0);
  c.ambition.thresholds = {threshold("M", 50)};
  CHECK(c.verdict().status == StatusCode::F);
  CHECK_FALSE(c.verdict().threshold);
  CHECK_FALSE(c.verdict().needs_threshold_reason);
  CHECK(says(c.verdict().reason, "geen oordeel"));
  CHECK(c.judge().without_threshold == 0);
  CHECK(c.judge().is_final);
  c.measure("M", NotComputed{{"De laag ontbreekt.", "The layer is missing."}});
  CHECK(c.verdict().status == StatusCode::E);
  CHECK(says(c.verdict().reason, "De laag ontbreekt."));
  CHECK(c.judge().is_final);
}
