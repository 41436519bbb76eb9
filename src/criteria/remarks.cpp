// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/remarks.h"

#include <fmt/format.h>

#include <algorithm>

#include "criteria/declared.h"
#include "criteria/explanation.h"

namespace trefpunt {

namespace {

// What else was said of a criterion that was said not to apply, or has a threshold after all.
void remark_on_contradiction(const JudgeInput& input, const Criterion& criterion,
                             Verdict& verdict) {
  if (verdict.status == StatusCode::D && said_not_applicable(criterion, input.answers) &&
      answer_to(criterion, input.answers)) {
    verdict.hints.push_back(
        {"Er staat ook een antwoord. Dat telt niet zolang dit niet van toepassing heet.",
         "There is an answer too. It does not count as long as this is said not to apply."});
  }
  const auto names_it = [&](const NoThresholdReason& reason) {
    return std::find(reason.criteria.begin(), reason.criteria.end(), criterion.id) !=
           reason.criteria.end();
  };
  const auto& reasons = input.answers.no_threshold;
  if (verdict.threshold && std::any_of(reasons.begin(), reasons.end(), names_it)) {
    verdict.hints.push_back({"Er staat waarom er geen drempel is, maar er is er wel een.",
                             "It says why there is no threshold, but there is one."});
  }
}

bool is_in_scope(const JudgeInput& input, const std::string& id) {
  return std::find(input.scope.begin(), input.scope.end(), id) != input.scope.end();
}

// Answers and thresholds of criteria that this report is not about; they are kept and not shown.
void remark_on_scope(const JudgeInput& input, std::vector<Text>& hints) {
  std::vector<std::string> outside;
  const auto note = [&](const auto& entries) {
    for (const auto& entry : entries) {
      const std::string& id = entry.criterion;
      // Of a criterion of the other scale nobody is surprised.
      if (is_in_scope(input, id) || !input.catalogue.find(id)) continue;
      if (std::find(outside.begin(), outside.end(), id) == outside.end()) outside.push_back(id);
    }
  };
  note(input.answers.answers);
  note(input.answers.not_applicable);
  note(input.answers.undetermined);
  note(input.ambition.thresholds);
  if (outside.empty()) return;
  const std::string ids = fmt::format("{}", fmt::join(outside, ", "));
  hints.push_back({ids + ": hierover is iets ingevuld, maar dit valt buiten het rapport.",
                   ids + ": something was filled in, but this is outside the report."});
}

void remark_on_project(const JudgeInput& input, std::vector<Text>& hints) {
  const std::string& theirs = input.answers.project;
  if (is_blank(theirs) || is_blank(input.project) ||
      fold(squeeze(theirs)) == fold(squeeze(input.project))) {
    return;
  }
  hints.push_back(
      {fmt::format("De antwoorden zijn geschreven voor ‘{}’, en dit rapport gaat over ‘{}’. Kijk "
                   "na of het de goede antwoorden zijn.",
                   theirs, input.project),
       fmt::format("The answers were written for '{}', and this report is about '{}'. Check that "
                   "they are the right answers.",
                   theirs, input.project)});
}

}  // namespace

void remark_on_unneeded(const JudgeInput& input, const Criterion& criterion, Verdict& verdict) {
  const bool is_asked = verdict.underlying == StatusCode::B || verdict.underlying == StatusCode::C;
  if (!is_asked && explanation_of(criterion.id, input.answers)) {
    verdict.hints.push_back({"Er staat een uitleg, maar bij deze uitkomst is die niet nodig.",
                             "There is an explanation, but this result needs none."});
  }
  const NotApplicableAnswer* said = said_not_applicable(criterion, input.answers);
  if (said && !is_complete(*said)) {
    verdict.hints.push_back(
        {"Er staat dat dit niet van toepassing is. Dat telt pas met een reden, wie het besliste "
         "(functie) en wanneer.",
         "It says that this does not apply. That counts only with a reason, who decided "
         "(function) and when."});
  }
  if (said && verdict.status == StatusCode::D && verdict.value && has_number(*verdict.value)) {
    verdict.hints.push_back(
        {"Er staat dat dit niet van toepassing is, maar er is wel een uitkomst.",
         "It says that this does not apply, but there is a result."});
  }
  remark_on_contradiction(input, criterion, verdict);
}

std::vector<Text> remarks_on_answers(const JudgeInput& input) {
  std::vector<Text> hints;
  remark_on_project(input, hints);
  for (const Explanation& explanation : input.answers.explanations) {
    if (is_in_scope(input, explanation.criterion)) continue;
    hints.push_back(
        {explanation.criterion + ": er staat een uitleg, maar dit valt buiten het rapport.",
         explanation.criterion + ": there is an explanation, but this is outside the report."});
  }
  remark_on_scope(input, hints);
  return hints;
}

}  // namespace trefpunt
