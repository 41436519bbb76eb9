// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "app/form_parts.h"
#include "app/panels.h"
#include "criteria/explanation.h"

namespace trefpunt {

namespace {

// "ten minste" is said by the criterion; here only the number, why, and who.
Request threshold_form(Ui& ui, const Workspace& workspace, UiState& state,
                       const Criterion& criterion) {
  const DeclaredThreshold* declared =
      entry_of(workspace.project().ambition.thresholds, criterion.id);
  auto& forms = state.forms.thresholds;
  if (!forms.contains(criterion.id)) {
    if (button(ui, "threshold",
               declared ? Text{"Drempel wijzigen …", "Change the threshold …"}
                        : Text{"Drempel vaststellen …", "Declare a threshold …"})) {
      DeclaredThreshold& form = forms[criterion.id];
      form = declared ? *declared : DeclaredThreshold{criterion.id,      0,   "", state.decider,
                                                      workspace.today(), true};
      // The planner sees the result while choosing: the report says so.
      form.after_value_shown = true;
    }
    return {};
  }
  DeclaredThreshold& draft = forms.at(criterion.id);
  heading(ui, {"Eigen drempel", "Own threshold"});
  paragraph(ui, criterion.threshold.suggestion.in(ui.lang), true);
  std::optional<double> value = draft.value;
  if (number_input(ui, "threshold-value", {"Drempel", "Threshold"}, value, ui.t(criterion.unit)) &&
      value) {
    draft.value = *value;
  }
  page_input(ui, "threshold-reason", {"Waarom deze drempel", "Why this threshold"}, draft.reason);
  line_input(ui, "threshold-by", {"Vastgesteld door (functie)", "Declared by (function)"},
             draft.declared_by);
  const bool has_day = day_input(ui, "threshold-date", {"Datum", "Date"}, draft.date);
  const bool is_whole = !squeeze(draft.reason).empty() && !squeeze(draft.declared_by).empty() &&
                        has_day && !squeeze(draft.date).empty();
  if (!is_whole) {
    paragraph(ui,
              Text{"Een drempel heeft een reden, een functie en een datum.",
                   "A threshold has a reason, a function and a date."}
                  .in(ui.lang),
              true);
  }
  Request request;
  if (button(ui, "threshold-save", {"Drempel bewaren", "Keep the threshold"}, is_whole, true)) {
    draft.date = iso_day_of(draft.date);
    Ambition ambition = workspace.project().ambition;
    put_entry(ambition.thresholds, draft);
    request.edits.push_back(edit::SetAmbition{std::move(ambition)});
    request.label = {"Drempel vaststellen", "Declare a threshold"};
    forms.erase(criterion.id);
  }
  ImGui::SameLine();
  if (button(ui, "threshold-cancel", {"Annuleren", "Cancel"})) forms.erase(criterion.id);
  return request;
}

void field_input(Ui& ui, const Field& field, std::string& value) {
  const std::string name = "answer:" + field.id;
  Text label = field.label;
  if (!field.required) {
    label.nl += " (mag leeg)";
    label.en += " (optional)";
  }
  std::vector<Choice> choices = field.choices;
  if (field.kind == "yesno") choices = {{"yes", {"ja", "yes"}}, {"no", {"nee", "no"}}};
  if (!choices.empty()) {
    std::vector<std::string> words = {"–"};
    int index = 0;
    for (std::size_t i = 0; i < choices.size(); ++i) {
      if (choices[i].id == value) index = static_cast<int>(i) + 1;
      words.push_back(choices[i].label.in(ui.lang));
    }
    if (choose(ui, name, label, index, words)) {
      value = index == 0 ? "" : choices[static_cast<std::size_t>(index - 1)].id;
    }
  } else if (field.kind == "date") {
    (void)day_input(ui, name, label, value);
  } else if (field.kind == "text") {
    page_input(ui, name, label, value, 3);
  } else {
    line_input(ui, name, label, value);
  }
}

Request answer_form(Ui& ui, const Workspace& workspace, UiState& state,
                    const Criterion& criterion) {
  const Answers& all = workspace.project().answers;
  const Answer* written = entry_of(all.answers, criterion.id);
  auto& forms = state.forms.answers;
  if (!forms.contains(criterion.id)) {
    if (button(ui, "answer",
               written ? Text{"Antwoord wijzigen …", "Change the answer …"}
                       : Text{"Antwoord geven …", "Give the answer …"})) {
      open_answer(workspace, state, criterion.id);
    }
    return {};
  }
  Answer& draft = forms.at(criterion.id);
  heading(ui, {"Antwoord", "Answer"});
  for (const Field& field : criterion.fields) {
    const bool is_asked = field.required_if_field.empty() ||
                          draft.values[field.required_if_field] == field.required_if_value;
    if (is_asked) field_input(ui, field, draft.values[field.id]);
  }
  line_input(ui, "answer-by", {"Ingevuld door (functie)", "Answered by (function)"},
             draft.answered_by);
  Request request;
  if (button(ui, "answer-save", {"Antwoord bewaren", "Keep the answer"}, true, true)) {
    Answers after = all;
    std::erase_if(draft.values, [](const auto& value) { return value.second.empty(); });
    put_entry(after.answers, draft);
    bool is_kept = false;
    request = keep_answers(workspace, state, ui, std::move(after),
                           {"Antwoord geven", "Give an answer"}, is_kept);
    if (is_kept) forms.erase(criterion.id);
  }
  ImGui::SameLine();
  if (button(ui, "answer-cancel", {"Annuleren", "Cancel"})) forms.erase(criterion.id);
  return request;
}

void keep(Request& request, Request other) {
  if (!other.edits.empty()) request = std::move(other);
}

}  // namespace

void open_answer(const Workspace& workspace, UiState& state, const std::string& criterion) {
  auto& forms = state.forms.answers;
  if (forms.contains(criterion)) return;
  const Answer* written = entry_of(workspace.project().answers.answers, criterion);
  forms[criterion] = written ? *written : Answer{criterion, {}, state.decider, workspace.today()};
}

Request draw_judging(Ui& ui, const Workspace& workspace, UiState& state, const Criterion& criterion,
                     const Verdict& verdict, const MeasuredWords& measured) {
  Request request;
  const bool is_measured = !criterion.measure.empty();
  if (is_measured && criterion.threshold.basis == Basis::PlannerDeclared &&
      criterion.threshold.comparison != Comparison::Equal &&
      criterion.threshold.comparison != Comparison::Filled) {
    keep(request, threshold_form(ui, workspace, state, criterion));
  }
  // A form that is open stays, also when the verdict has changed meanwhile.
  const auto& without = workspace.project().answers.no_threshold;
  const bool has_reason = std::any_of(without.begin(), without.end(), [&](const auto& one) {
    return std::count(one.criteria.begin(), one.criteria.end(), criterion.id) > 0;
  });
  if (verdict.needs_threshold_reason || has_reason ||
      state.forms.no_threshold.contains(criterion.id)) {
    keep(request, draw_no_threshold(ui, workspace, state, criterion));
  }
  if (!criterion.fields.empty()) keep(request, answer_form(ui, workspace, state, criterion));
  const bool is_departure = verdict.underlying == StatusCode::B ||
                            verdict.underlying == StatusCode::C ||
                            verdict.status == StatusCode::B || verdict.status == StatusCode::C;
  const bool has_explanation = explanation_of(criterion.id, workspace.project().answers) != nullptr;
  if (is_departure || has_explanation || state.forms.explanations.contains(criterion.id)) {
    keep(request, draw_explanation(ui, workspace, state, criterion, measured));
  }
  const bool is_undetermined =
      verdict.status == StatusCode::E || state.forms.undetermined.contains(criterion.id);
  if (is_undetermined) keep(request, draw_undetermined(ui, workspace, state, criterion));
  keep(request, draw_not_applicable(ui, workspace, state, criterion));
  return request;
}

}  // namespace trefpunt
