// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "app/form_parts.h"
#include "app/panels.h"
#include "report/report_words.h"

namespace trefpunt {

namespace {

const std::vector<Text>& bodies() {
  static const std::vector<Text> all = {
      {"cliëntenraad (advies, Wmcz 2018 artikel 7)",
       "client council (advice, Wmcz 2018 article 7)"},
      {"cliëntenraad (instemming, Wmcz 2018 artikel 8)",
       "client council (consent, Wmcz 2018 article 8)"},
      {"ondernemingsraad", "works council"},
      {"adviesraad sociaal domein", "advisory council for the social domain"},
      {"omwonenden", "residents nearby"}};
  return all;
}

Request kept(Ui& ui, const Workspace& workspace, UiState& state, Answers after, Text label) {
  bool is_kept = false;
  Request request = keep_answers(workspace, state, ui, std::move(after), std::move(label), is_kept);
  if (is_kept) state.forms.consultation.reset();
  return request;
}

void body_input(Ui& ui, Consultation& draft) {
  std::vector<std::string> words = {"–"};
  int index = 0;
  for (const Text& body : bodies()) {
    words.push_back(body.in(ui.lang));
    if (draft.body == body.nl || draft.body == body.en) index = static_cast<int>(words.size()) - 1;
  }
  if (choose(ui, "heard-suggestion", {"Wie is gehoord?", "Who was heard?"}, index, words) &&
      index > 0) {
    draft.body = words[static_cast<std::size_t>(index)];
  }
  line_input(ui, "heard-body", {"Of in uw eigen woorden", "Or in your own words"}, draft.body);
}

void advice_input(Ui& ui, Consultation& draft) {
  static const std::vector<std::string> kIds = {"positive", "negative", "none"};
  std::vector<std::string> words = {"–"};
  int index = 0;
  for (const std::string& id : kIds) {
    words.push_back(advice_words(id).in(ui.lang));
    if (draft.advice == id) index = static_cast<int>(words.size()) - 1;
  }
  if (choose(ui, "heard-advice", {"Welk advies?", "Which advice?"}, index, words))
    draft.advice = index == 0 ? "" : kIds[static_cast<std::size_t>(index - 1)];
}

}  // namespace

Request draw_consultation(Ui& ui, const Workspace& workspace, UiState& state) {
  auto& form = state.forms.consultation;
  if (!form) {
    if (button(ui, "heard-add", {"Vastleggen wie is gehoord …", "Record who was heard …"})) {
      form = Consultation{};
      form->date = workspace.today();
      state.forms.consultation_at = -1;
    }
    return {};
  }
  Consultation& draft = *form;
  ImGui::Indent(ui.em(0.8f));
  body_input(ui, draft);
  const bool has_day = day_input(ui, "heard-date", {"Wanneer?", "When?"}, draft.date);
  advice_input(ui, draft);
  page_input(ui, "heard-text", {"Wat zeiden zij?", "What did they say?"}, draft.text, 2);
  page_input(ui, "heard-done", {"Wat is daarmee gedaan?", "What was done with it?"}, draft.done, 2);
  const bool is_whole = !squeeze(draft.body).empty() && has_day && !squeeze(draft.date).empty();
  if (!is_whole) {
    paragraph(ui,
              Text{"Nodig is wie is gehoord, en op welke dag.",
                   "It takes who was heard, and on which day."}
                  .in(ui.lang),
              true);
  }
  Request request;
  if (button(ui, "heard-save", {"Vastleggen", "Record"}, is_whole, true)) {
    Answers after = workspace.project().answers;
    draft.date = iso_day_of(draft.date);
    const auto at = static_cast<std::size_t>(std::max(0, state.forms.consultation_at));
    if (state.forms.consultation_at >= 0 && at < after.consultations.size()) {
      after.consultations[at] = draft;
    } else {
      after.consultations.push_back(draft);
    }
    request = kept(ui, workspace, state, std::move(after),
                   {"Vastleggen wie is gehoord", "Record who was heard"});
  }
  ImGui::SameLine();
  if (button(ui, "heard-cancel", {"Annuleren", "Cancel"})) form.reset();
  ImGui::Unindent(ui.em(0.8f));
  return request;
}

Request draw_heard(Ui& ui, const Workspace& workspace, UiState& state) {
  heading(ui, {"Wie is gehoord", "Who was heard"});
  Request request;
  const auto& heard = workspace.project().answers.consultations;
  if (heard.empty()) {
    paragraph(ui, Text{"Nog niemand vastgelegd.", "Nobody recorded yet."}.in(ui.lang), true);
  }
  for (std::size_t i = 0; i < heard.size(); ++i) {
    const Consultation& one = heard[i];
    std::string words = one.body + ", " + format_date(one.date, ui.lang);
    if (one.advice == "none") words += ": " + advice_words(one.advice).in(ui.lang);
    if (one.advice == "positive" || one.advice == "negative") {
      words += std::string(ui.t({": advies ", ": advice "})) + advice_words(one.advice).in(ui.lang);
    }
    paragraph(ui, words);
    if (button(ui, fmt::format("heard:{}", i), {"Wijzigen …", "Change …"})) {
      state.forms.consultation = one;
      state.forms.consultation_at = static_cast<int>(i);
    }
    ImGui::SameLine();
    if (button(ui, fmt::format("heard-remove:{}", i), {"Weghalen", "Remove"})) {
      Answers after = workspace.project().answers;
      after.consultations.erase(after.consultations.begin() + static_cast<std::ptrdiff_t>(i));
      request = kept(ui, workspace, state, std::move(after),
                     {"Weghalen wie is gehoord", "Remove who was heard"});
    }
  }
  // In an explanation that is open the form stands there.
  if (state.forms.explanations.contains(state.criterion)) return request;
  Request other = draw_consultation(ui, workspace, state);
  return other.edits.empty() ? request : other;
}

}  // namespace trefpunt
