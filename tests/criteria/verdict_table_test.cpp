// SPDX-License-Identifier: GPL-3.0-or-later
// The whole table of design.md section 6 and criteria.md section 8: what was found, by what was
// explained.
#include <catch2/catch.hpp>

#include "criteria/cases.h"

using namespace trefpunt;
using namespace trefpunt::cases;

namespace {

enum class Explained { No, Partly, Wholly };

void explain(Case& c, const std::string& criterion, Explained explanation) {
  if (explanation == Explained::No) return;
  Explanation entry = explained(criterion);
  if (explanation == Explained::Partly) entry.why.clear();
  c.answers.explanations.push_back(entry);
}

// What a measure may say of a criterion with parts that asks for at least 0.8.
struct Found {
  const char* name;
  bool has_threshold;
  Value value;
  std::optional<double> part;
  char without, partly, wholly;  // the status by explanation
};

const Found kMeasured[] = {
    {"no threshold, high", false, 0.9, {}, 'F', 'F', 'F'},
    {"no threshold, low", false, 0.1, {}, 'F', 'F', 'F'},
    {"no threshold, range", false, Range{0.1, 0.9, {}}, {}, 'F', 'F', 'F'},
    {"no threshold, not computed", false, NotComputed{}, {}, 'F', 'F', 'F'},
    {"no threshold, not applicable", false, NotApplicable{}, {}, 'D', 'D', 'D'},
    {"met", true, 0.9, {}, 'A', 'A', 'A'},
    {"just met", true, 0.8, {}, 'A', 'A', 'A'},
    {"partly met", true, 0.5, 0.9, 'X', 'X', 'B'},
    {"not met", true, 0.5, {}, 'X', 'X', 'C'},
    {"not met, nor its part", true, 0.5, 0.6, 'X', 'X', 'C'},
    {"range across", true, Range{0.7, 0.9, {}}, {}, 'E', 'E', 'E'},
    {"range above", true, Range{0.8, 0.9, {}}, {}, 'A', 'A', 'A'},
    {"range below", true, Range{0.1, 0.7, {}}, {}, 'X', 'X', 'C'},
    {"not computed", true, NotComputed{}, {}, 'E', 'E', 'E'},
    {"not applicable", true, NotApplicable{}, {}, 'D', 'D', 'D'},
};

// The same table for a question that is answered in words.
struct Said {
  const char* name;
  Basis basis;
  bool has_threshold;
  std::map<std::string, std::string> values;
  char without, partly, wholly;
};

const Said kAnswered[] = {
    {"source asks, unanswered", Basis::SourceProcess, true, {}, 'X', 'X', 'X'},
    {"we ask, unanswered", Basis::OwnProcess, true, {}, 'X', 'X', 'X'},
    {"planner asks, unanswered", Basis::PlannerDeclared, true, {}, 'E', 'E', 'E'},
    {"nobody asks, unanswered", Basis::PlannerDeclared, false, {}, 'F', 'F', 'F'},
    {"nobody asks, open", Basis::PlannerDeclared, false, {{"openness", "open"}}, 'F', 'F', 'F'},
    {"blank", Basis::SourceProcess, true, {{"openness", "  "}}, 'X', 'X', 'X'},
    {"open", Basis::SourceProcess, true, {{"openness", "open"}}, 'A', 'A', 'A'},
    {"partly", Basis::SourceProcess, true, {{"openness", "partly"}, {"what", "x"}}, 'X', 'X', 'B'},
    {"partly, unsaid what", Basis::SourceProcess, true, {{"openness", "partly"}}, 'X', 'X', 'C'},
    {"closed", Basis::SourceProcess, true, {{"openness", "closed"}}, 'X', 'X', 'C'},
    {"planner asks, open", Basis::PlannerDeclared, true, {{"openness", "open"}}, 'A', 'A', 'A'},
};

}  // namespace

TEST_CASE("Every finding of a measure and every explanation give one status", "[verdict]") {
  for (const Found& found : kMeasured) {
    for (const auto& [explanation, expected] :
         {std::pair{Explained::No, found.without}, std::pair{Explained::Partly, found.partly},
          std::pair{Explained::Wholly, found.wholly}}) {
      INFO(found.name << ", explanation " << static_cast<int>(explanation));
      Criterion criterion = measured();
      criterion.parts = {"part"};
      Case c({criterion});
      c.measure("M", found.value);
      if (found.part) c.outcomes["measure_M"].secondary["part"] = *found.part;
      if (found.has_threshold) c.ambition.thresholds = {threshold("M", 0.8)};
      explain(c, "M", explanation);
      CHECK(letter(c.verdict().status) == expected);
      if (expected == 'X') {
        CHECK_FALSE(c.verdict().missing.empty());
        CHECK_FALSE(c.judge().is_final);
      }
    }
  }
}

TEST_CASE("Every answer and every explanation give one status", "[verdict]") {
  for (const Said& said : kAnswered) {
    for (const auto& [explanation, expected] :
         {std::pair{Explained::No, said.without}, std::pair{Explained::Partly, said.partly},
          std::pair{Explained::Wholly, said.wholly}}) {
      INFO(said.name << ", explanation " << static_cast<int>(explanation));
      Criterion criterion = openness();
      criterion.threshold.basis = said.basis;
      if (said.basis == Basis::PlannerDeclared) criterion.threshold.value.reset();
      Case c({criterion});
      if (said.has_threshold && said.basis == Basis::PlannerDeclared) {
        c.ambition.thresholds = {threshold("O", 1)};
      }
      if (!said.values.empty()) c.answers.answers = {answer("O", said.values)};
      explain(c, "O", explanation);
      CHECK(letter(c.verdict().status) == expected);
    }
  }
}

TEST_CASE("Without a threshold every basis is descriptive", "[verdict]") {
  for (const Basis basis : {Basis::Legal, Basis::CitedGuideline, Basis::CitedRuleOfThumb,
                            Basis::PlannerDeclared, Basis::NoneContextOnly}) {
    Criterion criterion = measured();
    criterion.threshold.basis = basis;
    Case c({criterion});
    c.measure("M", 1.0);
    CHECK(c.verdict().status == StatusCode::F);
  }
}
