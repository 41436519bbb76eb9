// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/declared.h"

#include <algorithm>

namespace trefpunt {

namespace {

std::string value_of(const Answer& answer, const std::string& field) {
  const auto found = answer.values.find(field);
  return found == answer.values.end() ? "" : found->second;
}

bool is_part(const Criterion& criterion, const std::string& choice) {
  return std::find(criterion.parts.begin(), criterion.parts.end(), choice) != criterion.parts.end();
}

bool decides(const Criterion& criterion, const Field& field) {
  return std::any_of(field.choices.begin(), field.choices.end(),
                     [&](const Choice& choice) { return is_part(criterion, choice.id); });
}

}  // namespace

bool is_process(const Criterion& criterion) {
  return criterion.threshold.basis == Basis::SourceProcess ||
         criterion.threshold.basis == Basis::OwnProcess;
}

bool is_blank(const std::string& text) {
  return squeeze(text).empty();
}

const Answer* answer_to(const Criterion& criterion, const Answers& answers) {
  for (const Answer& answer : answers.answers) {
    if (answer.criterion == criterion.id) return &answer;
  }
  return nullptr;
}

const NotApplicableAnswer* said_not_applicable(const Criterion& criterion, const Answers& answers) {
  for (const NotApplicableAnswer& answer : answers.not_applicable) {
    if (answer.criterion == criterion.id) return &answer;
  }
  return nullptr;
}

bool is_complete(const NotApplicableAnswer& answer) {
  return !is_blank(answer.reason) && !is_blank(answer.decided_by) && !is_blank(answer.date);
}

DeclaredState declared_state(const Criterion& criterion, const Answers& answers) {
  using Kind = DeclaredState::Kind;
  const Answer* answer = answer_to(criterion, answers);
  if (!answer || std::all_of(answer->values.begin(), answer->values.end(),
                             [](const auto& value) { return is_blank(value.second); })) {
    return {};
  }
  if (is_blank(answer->answered_by) || is_blank(answer->date)) return {Kind::Unsigned, {}};
  DeclaredState state{Kind::Complete, {}};
  bool departs = false, partly = false;
  for (const Field& field : criterion.fields) {
    const std::string value = value_of(*answer, field.id);
    const bool asked = field.required_if_field.empty() ||
                       value_of(*answer, field.required_if_field) == field.required_if_value;
    if (field.required && asked && is_blank(value)) state.empty_fields.push_back(field.label);
    if (!decides(criterion, field) || is_blank(value)) continue;
    const bool part = is_part(criterion, value);
    partly = partly || part;
    departs = departs || (!part && value != field.choices.front().id);
  }
  if (!state.empty_fields.empty()) {
    state.kind = Kind::Incomplete;
  } else if (departs) {
    state.kind = Kind::Departs;
  } else if (partly) {
    state.kind = Kind::Partly;
  }
  return state;
}

}  // namespace trefpunt
