// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "app/panels.h"
#include "criteria/explanation.h"
#include "report/report_words.h"

namespace trefpunt {

namespace {

template <typename T>
const T* find(const std::vector<T>& all, const std::string& criterion) {
  for (const T& one : all) {
    if (one.criterion == criterion) return &one;
  }
  return nullptr;
}

template <typename T>
void put(std::vector<T>& all, const T& one) {
  for (T& old : all) {
    if (old.criterion != one.criterion) continue;
    old = one;
    return;
  }
  all.push_back(one);
}

Request answers(Answers all, Text label) {
  Request request;
  request.edits.push_back(edit::SetAnswers{std::move(all)});
  request.label = std::move(label);
  return request;
}

// "ten minste" is said by the criterion; here only the number, why, and who.
Request threshold_form(Ui& ui, const Workspace& workspace, UiState& state,
                       const Criterion& criterion) {
  const DeclaredThreshold* declared = find(workspace.project().ambition.thresholds, criterion.id);
  auto& forms = state.forms.thresholds;
  if (!forms.contains(criterion.id)) {
    if (button(ui, "threshold",
               declared ? Text{"Drempel wijzigen …", "Change the threshold …"}
                        : Text{"Drempel vaststellen …", "Declare a threshold …"})) {
      DeclaredThreshold& form = forms[criterion.id];
      form = declared ? *declared
                      : DeclaredThreshold{criterion.id, 0, "", "", workspace.today(), true};
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
  line_input(ui, "threshold-date", {"Datum (JJJJ-MM-DD)", "Date (YYYY-MM-DD)"}, draft.date);
  const bool is_whole = !squeeze(draft.reason).empty() && !squeeze(draft.declared_by).empty() &&
                        is_iso_date(draft.date);
  if (!is_whole) {
    paragraph(ui,
              Text{"Een drempel heeft een reden, een functie en een datum.",
                   "A threshold has a reason, a function and a date."}
                  .in(ui.lang),
              true);
  }
  Request request;
  if (button(ui, "threshold-save", {"Drempel bewaren", "Keep the threshold"}, is_whole, true)) {
    Ambition ambition = workspace.project().ambition;
    put(ambition.thresholds, draft);
    request.edits.push_back(edit::SetAmbition{std::move(ambition)});
    request.label = {"Drempel vaststellen", "Declare a threshold"};
    forms.erase(criterion.id);
  }
  ImGui::SameLine();
  if (button(ui, "threshold-cancel", {"Annuleren", "Cancel"})) forms.erase(criterion.id);
  return request;
}

void duration_input(Ui& ui, Explanation& draft) {
  static const std::vector<std::string> kIds = {"", "temporary", "lasting"};
  std::vector<std::string> words = {"–"};
  for (std::size_t i = 1; i < kIds.size(); ++i)
    words.push_back(duration_words(kIds[i]).in(ui.lang));
  int index = 0;
  for (std::size_t i = 0; i < kIds.size(); ++i) {
    if (kIds[i] == draft.duration) index = static_cast<int>(i);
  }
  if (choose(ui, "explain-duration", {"6. Hoe lang", "6. For how long"}, index, words)) {
    draft.duration = kIds[static_cast<std::size_t>(index)];
  }
  if (draft.duration == "temporary") {
    line_input(ui, "explain-until", {"Tot en met (JJJJ-MM-DD)", "Until (YYYY-MM-DD)"}, draft.until);
  }
}

void obstacle_input(Ui& ui, Explanation& draft) {
  static const std::vector<std::string> kIds = {"",    "space", "financing", "building handbook",
                                                "law", "rent",  "other"};
  std::vector<std::string> words = {"–"};
  int index = 0;
  for (std::size_t i = 1; i < kIds.size(); ++i)
    words.push_back(obstacle_words(kIds[i]).in(ui.lang));
  for (std::size_t i = 0; i < kIds.size(); ++i) {
    if (kIds[i] == draft.obstacle) index = static_cast<int>(i);
  }
  if (choose(ui, "explain-obstacle", {"Wat in de weg stond", "What was in the way"}, index,
             words)) {
    draft.obstacle = kIds[static_cast<std::size_t>(index)];
  }
}

Request explanation_form(Ui& ui, const Workspace& workspace, UiState& state,
                         const Criterion& criterion) {
  const Answers& all = workspace.project().answers;
  const Explanation* written = explanation_of(criterion.id, all);
  auto& forms = state.forms.explanations;
  if (!forms.contains(criterion.id)) {
    if (button(ui, "explain",
               written ? Text{"Uitleg wijzigen …", "Change the explanation …"}
                       : Text{"Uitleg schrijven …", "Write the explanation …"},
               true, written == nullptr)) {
      Explanation& form = forms[criterion.id];
      form = written ? *written : Explanation{};
      form.criterion = criterion.id;
      if (!written) form.date = workspace.today();
    }
    return {};
  }
  Explanation& draft = forms.at(criterion.id);
  heading(ui, {"Uitleg", "Explanation"});
  page_input(ui, "explain-departs", {"1. Wat wijkt af", "1. What departs"}, draft.departs);
  page_input(ui, "explain-why", {"2. Waarom", "2. Why"}, draft.why);
  page_input(ui, "explain-weighed", {"3. Wat is afgewogen", "3. What was weighed"}, draft.weighed);
  page_input(ui, "explain-instead",
             {"4. Wat gebeurt er in plaats daarvan", "4. What is done instead"}, draft.instead);
  page_input(ui, "explain-consulted", {"5. Wie is gehoord", "5. Who was consulted"},
             draft.consulted, 2);
  duration_input(ui, draft);
  line_input(ui, "explain-by", {"7. Wie besliste (functie)", "7. Who decided (function)"},
             draft.decided_by);
  line_input(ui, "explain-date", {"Datum van het besluit", "Date of the decision"}, draft.date);
  line_input(ui, "explain-review",
             {"8. Wanneer wordt dit opnieuw bekeken", "8. When it is looked at again"},
             draft.review_date);
  line_input(ui, "explain-reviewer", {"Door wie (functie)", "By whom (function)"}, draft.reviewer);
  std::string lines;
  for (const std::string& one : draft.attachments) lines += (lines.empty() ? "" : "\n") + one;
  std::string typed = lines;
  page_input(ui, "explain-attachments",
             {"9. Bijlagen, een per regel", "9. Attachments, one per line"}, typed, 2);
  if (typed != lines) {
    draft.attachments.clear();
    for (std::size_t begin = 0; begin < typed.size();) {
      const std::size_t end = std::min(typed.find('\n', begin), typed.size());
      const std::string one = squeeze(typed.substr(begin, end - begin));
      if (!one.empty()) draft.attachments.push_back(one);
      begin = end + 1;
    }
  }
  obstacle_input(ui, draft);
  for (const Text& empty : empty_fields(draft)) paragraph(ui, "• " + empty.in(ui.lang));
  for (const Text& hint : quality_hints(draft, all, workspace.today())) {
    paragraph(ui, ui.t({"Tip: ", "Hint: "}) + hint.in(ui.lang), true);
  }
  Request request;
  if (button(ui, "explain-save", {"Uitleg bewaren", "Keep the explanation"}, true, true)) {
    Answers after = all;
    put(after.explanations, draft);
    request = answers(std::move(after), {"Uitleg schrijven", "Write an explanation"});
    forms.erase(criterion.id);
  }
  ImGui::SameLine();
  if (button(ui, "explain-cancel", {"Annuleren", "Cancel"})) forms.erase(criterion.id);
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
  } else if (field.kind == "text") {
    page_input(ui, name, label, value, 3);
  } else {
    line_input(ui, name, label, value);
  }
}

Request answer_form(Ui& ui, const Workspace& workspace, UiState& state,
                    const Criterion& criterion) {
  const Answers& all = workspace.project().answers;
  const Answer* written = find(all.answers, criterion.id);
  auto& forms = state.forms.answers;
  if (!forms.contains(criterion.id)) {
    if (button(ui, "answer",
               written ? Text{"Antwoord wijzigen …", "Change the answer …"}
                       : Text{"Antwoord geven …", "Give the answer …"})) {
      forms[criterion.id] = written ? *written : Answer{criterion.id, {}, "", workspace.today()};
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
    put(after.answers, draft);
    // A wrong answer would be refused when the project is read again: say so now.
    if (const Status fine = check_answers(workspace.whole_catalogue(), after, ""); !fine) {
      state.message = to_string(fine.error(), ui.lang);
      state.message_is_error = true;
    } else {
      request = answers(std::move(after), {"Antwoord geven", "Give an answer"});
      forms.erase(criterion.id);
    }
  }
  ImGui::SameLine();
  if (button(ui, "answer-cancel", {"Annuleren", "Cancel"})) forms.erase(criterion.id);
  return request;
}

Request no_threshold_form(Ui& ui, const Workspace& workspace, UiState& state,
                          const Criterion& criterion) {
  auto& forms = state.forms.no_threshold;
  if (!forms.contains(criterion.id)) {
    if (button(ui, "no-threshold",
               {"Uitleggen waarom er geen drempel is …", "Say why there is no threshold …"})) {
      forms[criterion.id] = NoThresholdReason{{criterion.id}, "", "", workspace.today()};
    }
    return {};
  }
  NoThresholdReason& draft = forms.at(criterion.id);
  page_input(ui, "no-threshold-reason", {"Waarom geen drempel", "Why no threshold"}, draft.reason);
  line_input(ui, "no-threshold-by", {"Besloten door (functie)", "Decided by (function)"},
             draft.decided_by);
  Request request;
  if (button(ui, "no-threshold-save", {"Bewaren", "Keep"},
             !squeeze(draft.reason).empty() && !squeeze(draft.decided_by).empty(), true)) {
    Answers after = workspace.project().answers;
    after.no_threshold.push_back(draft);
    request = answers(std::move(after), {"Geen drempel uitleggen", "Say why no threshold"});
    forms.erase(criterion.id);
  }
  return request;
}

void keep(Request& request, Request other) {
  if (!other.edits.empty()) request = std::move(other);
}

}  // namespace

Request draw_judging(Ui& ui, const Workspace& workspace, UiState& state, const Criterion& criterion,
                     const Verdict& verdict) {
  Request request;
  const bool is_measured = !criterion.measure.empty();
  if (is_measured && criterion.threshold.basis == Basis::PlannerDeclared &&
      criterion.threshold.comparison != Comparison::Equal &&
      criterion.threshold.comparison != Comparison::Filled) {
    keep(request, threshold_form(ui, workspace, state, criterion));
  }
  // A form that is open stays, also when the verdict has changed meanwhile.
  if (verdict.needs_threshold_reason || state.forms.no_threshold.contains(criterion.id)) {
    keep(request, no_threshold_form(ui, workspace, state, criterion));
  }
  if (!criterion.fields.empty()) keep(request, answer_form(ui, workspace, state, criterion));
  const bool is_departure = verdict.underlying == StatusCode::B ||
                            verdict.underlying == StatusCode::C ||
                            verdict.status == StatusCode::B || verdict.status == StatusCode::C;
  const bool has_explanation = explanation_of(criterion.id, workspace.project().answers) != nullptr;
  if (is_departure || has_explanation || state.forms.explanations.contains(criterion.id)) {
    keep(request, explanation_form(ui, workspace, state, criterion));
  }
  return request;
}

}  // namespace trefpunt
