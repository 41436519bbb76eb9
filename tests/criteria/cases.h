// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "criteria/verdict.h"

// Small parts that the tests of judging are put together from.
namespace trefpunt::cases {

inline constexpr const char* kToday = "2026-11-05";

// A measured criterion "M" of measure "measure_m", held against the planner's value, at least.
inline Criterion measured(const std::string& id = "M") {
  Criterion criterion;
  criterion.id = id;
  criterion.measure = "measure_" + id;
  criterion.headline = "share";
  return criterion;
}

// A criterion of process, answered in one field of text.
inline Criterion answered(const std::string& id = "P") {
  Criterion criterion;
  criterion.id = id;
  criterion.threshold.comparison = Comparison::Filled;
  criterion.threshold.basis = Basis::SourceProcess;
  criterion.threshold.value = 1;
  Field field;
  field.id = "what";
  field.kind = "text";
  field.label = {"Wat is er afgesproken?", "What was agreed?"};
  criterion.fields = {field};
  return criterion;
}

// As RVS-A4b: open complies, partly complies partly, closed departs.
inline Criterion openness(const std::string& id = "O") {
  Criterion criterion = answered(id);
  criterion.parts = {"partly"};
  Field choice;
  choice.id = "openness";
  choice.kind = "choice";
  choice.choices = {{"open", {}}, {"partly", {}}, {"closed", {}}};
  Field what = criterion.fields[0];
  what.required_if_field = "openness";
  what.required_if_value = "partly";
  criterion.fields = {choice, what};
  return criterion;
}

inline Explanation explained(const std::string& criterion) {
  Explanation explanation;
  explanation.criterion = criterion;
  explanation.departs = "De gang is smaller bij " + criterion + ".";
  explanation.why = "De kolommen staan vast bij " + criterion + ".";
  explanation.weighed = "De draagkracht telde zwaarder bij " + criterion + ".";
  explanation.instead = "Er is een tweede route voor " + criterion + ".";
  explanation.duration = "lasting";
  explanation.decided_by = "raad van bestuur";
  explanation.date = "2026-10-05";
  explanation.consulted = "De cliëntenraad stemde in.";
  explanation.review_date = "2028-10-01";
  explanation.reviewer = "manager vastgoed";
  explanation.obstacle = "space";
  return explanation;
}

inline DeclaredThreshold threshold(const std::string& criterion, double value) {
  return {criterion, value, "omdat het zo is afgesproken", "raad van bestuur", "2026-09-14", false};
}

inline Answer answer(const std::string& criterion, std::map<std::string, std::string> values) {
  return {criterion, std::move(values), "raad van bestuur", "2026-10-05"};
}

// Everything a judgement reads, in one place that owns it.
struct Case {
  Catalogue catalogue;
  std::vector<std::string> scope;
  std::map<std::string, Outcome> outcomes;
  Ambition ambition;
  Answers answers;

  explicit Case(std::vector<Criterion> criteria) {
    catalogue.criteria = std::move(criteria);
    for (const Criterion& criterion : catalogue.criteria) scope.push_back(criterion.id);
  }
  Case& measure(const std::string& id, const Value& headline) {
    outcomes["measure_" + id].headline = headline;
    return *this;
  }
  Judgement judge() const {
    return trefpunt::judge({catalogue, scope, outcomes, ambition, answers, kToday});
  }
  Verdict verdict(std::size_t index = 0) const { return judge().verdicts.at(index); }
};

inline bool says(const std::vector<Text>& texts, const std::string& part) {
  for (const Text& text : texts) {
    if (text.en.find(part) != std::string::npos || text.nl.find(part) != std::string::npos) {
      return true;
    }
  }
  return false;
}
inline bool says(const Text& text, const std::string& part) {
  return says(std::vector<Text>{text}, part);
}

}  // namespace trefpunt::cases

namespace trefpunt {
inline std::ostream& operator<<(std::ostream& out, StatusCode status) {
  return out << letter(status);
}
inline std::ostream& operator<<(std::ostream& out, const Text& text) {
  return out << text.nl << " / " << text.en;
}
}  // namespace trefpunt
