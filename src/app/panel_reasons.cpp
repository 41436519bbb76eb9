// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "app/form_parts.h"
#include "app/panels.h"

namespace trefpunt {

namespace {

bool has_words(const std::string& text) {
  return !squeeze(text).empty();
}

const NoThresholdReason* reason_for(const Answers& all, const std::string& criterion) {
  for (const NoThresholdReason& one : all.no_threshold) {
    if (std::count(one.criteria.begin(), one.criteria.end(), criterion)) return &one;
  }
  return nullptr;
}

// A criterion has one reason: it leaves the others, and a reason for nothing goes.
void put_reason(std::vector<NoThresholdReason>& all, const NoThresholdReason& one) {
  for (NoThresholdReason& old : all) {
    std::erase_if(old.criteria, [&](const std::string& id) {
      return std::count(one.criteria.begin(), one.criteria.end(), id) > 0;
    });
  }
  std::erase_if(all, [](const NoThresholdReason& old) { return old.criteria.empty(); });
  all.push_back(one);
}

void others_input(Ui& ui, const Workspace& workspace, const std::string& criterion,
                  NoThresholdReason& draft) {
  const Evaluated* evaluated = workspace.evaluated();
  if (!evaluated) return;
  bool is_first = true;
  for (const Verdict& verdict : evaluated->evaluation.judgement.verdicts) {
    const auto at = std::find(draft.criteria.begin(), draft.criteria.end(), verdict.criterion);
    bool is_covered = at != draft.criteria.end();
    if (verdict.criterion == criterion || (!verdict.needs_threshold_reason && !is_covered))
      continue;
    if (std::exchange(is_first, false)) {
      paragraph(ui,
                Text{"Geldt deze reden ook voor:", "Does this reason also hold for:"}.in(ui.lang),
                true);
    }
    const Criterion* other = workspace.catalogue().find(verdict.criterion);
    const std::string title = other ? ": " + other->title.in(ui.lang) : "";
    const Text label{verdict.criterion + title, verdict.criterion + title};
    if (!tick(ui, "no-threshold-also:" + verdict.criterion, label, is_covered)) continue;
    if (is_covered) {
      draft.criteria.push_back(verdict.criterion);
    } else {
      draft.criteria.erase(at);
    }
  }
}

}  // namespace

void open_no_threshold(const Workspace& workspace, UiState& state, const std::string& criterion) {
  auto& forms = state.forms.no_threshold;
  if (forms.contains(criterion)) return;
  const NoThresholdReason* written = reason_for(workspace.project().answers, criterion);
  forms[criterion] =
      written ? *written : NoThresholdReason{{criterion}, "", state.decider, workspace.today()};
}

Request draw_no_threshold(Ui& ui, const Workspace& workspace, UiState& state,
                          const Criterion& criterion) {
  auto& forms = state.forms.no_threshold;
  if (!forms.contains(criterion.id)) {
    const bool is_new = !reason_for(workspace.project().answers, criterion.id);
    if (button(ui, "no-threshold",
               is_new ? Text{"Uitleggen waarom er geen drempel is …",
                             "Say why there is no threshold …"}
                      : Text{"Reden zonder drempel wijzigen …",
                             "Change the reason without a threshold …"})) {
      open_no_threshold(workspace, state, criterion.id);
    }
    return {};
  }
  NoThresholdReason& draft = forms.at(criterion.id);
  page_input(ui, "no-threshold-reason",
             {"Waarom stelt u geen drempel vast?", "Why do you set no threshold?"}, draft.reason);
  line_input(ui, "no-threshold-by",
             {"Wie heeft dat besloten? Een functie, geen naam",
              "Who decided that? A function, not a name"},
             draft.decided_by);
  const bool has_day = day_input(ui, "no-threshold-date", {"Wanneer?", "When?"}, draft.date);
  others_input(ui, workspace, criterion.id, draft);
  Request request;
  if (button(ui, "no-threshold-save", {"Bewaren", "Keep"},
             has_words(draft.reason) && has_words(draft.decided_by) && has_day, true)) {
    Answers after = workspace.project().answers;
    draft.date = iso_day_of(draft.date);
    put_reason(after.no_threshold, draft);
    bool is_kept = false;
    const std::string by = draft.decided_by;
    request = keep_answers(workspace, state, ui, std::move(after),
                           {"Geen drempel uitleggen", "Say why no threshold"}, is_kept);
    if (is_kept) forms.erase(criterion.id);
    if (is_kept && !has_words(state.decider)) state.decider = by;
  }
  ImGui::SameLine();
  if (button(ui, "no-threshold-cancel", {"Annuleren", "Cancel"})) forms.erase(criterion.id);
  return request;
}

Request draw_not_applicable(Ui& ui, const Workspace& workspace, UiState& state,
                            const Criterion& criterion) {
  const Answers& all = workspace.project().answers;
  const NotApplicableAnswer* written = entry_of(all.not_applicable, criterion.id);
  auto& forms = state.forms.not_applicable;
  if (!forms.contains(criterion.id)) {
    if (button(ui, "not-applicable",
               written ? Text{"Reden ‘niet van toepassing’ wijzigen …",
                              "Change the reason ‘not applicable’ …"}
                       : Text{"Niet van toepassing …", "Not applicable …"})) {
      forms[criterion.id] =
          written ? *written
                  : NotApplicableAnswer{criterion.id, "", state.decider, workspace.today()};
    }
    return {};
  }
  NotApplicableAnswer& draft = forms.at(criterion.id);
  page_input(ui, "not-applicable-reason",
             {"Waarom is dit hier niet van toepassing?", "Why does this not apply here?"},
             draft.reason, 2);
  line_input(ui, "not-applicable-by",
             {"Wie heeft dat besloten? Een functie, geen naam",
              "Who decided that? A function, not a name"},
             draft.decided_by);
  const bool has_day = day_input(ui, "not-applicable-date", {"Wanneer?", "When?"}, draft.date);
  const auto keep = [&](Answers after, Text label) {
    bool is_kept = false;
    Request request =
        keep_answers(workspace, state, ui, std::move(after), std::move(label), is_kept);
    if (is_kept) forms.erase(criterion.id);
    return request;
  };
  const bool is_whole = has_words(draft.reason) && has_words(draft.decided_by) && has_day;
  Request request;
  bool is_used = button(ui, "not-applicable-save", {"Bewaren", "Keep"}, is_whole, true);
  ImGui::SameLine();
  const bool is_cancelled = button(ui, "not-applicable-cancel", {"Annuleren", "Cancel"});
  bool is_removed = false;
  if (written) {
    is_removed = button(ui, "not-applicable-remove", {"Toch van toepassing", "Does apply"});
  }
  if (is_used) {
    Answers after = all;
    draft.date = iso_day_of(draft.date);
    put_entry(after.not_applicable, draft);
    request = keep(std::move(after), {"Niet van toepassing", "Not applicable"});
  } else if (is_removed) {
    Answers after = all;
    std::erase_if(after.not_applicable,
                  [&](const auto& one) { return one.criterion == criterion.id; });
    request = keep(std::move(after), {"Toch van toepassing", "Does apply"});
  } else if (is_cancelled) {
    forms.erase(criterion.id);
  }
  return request;
}

Request draw_undetermined(Ui& ui, const Workspace& workspace, UiState& state,
                          const Criterion& criterion) {
  const Answers& all = workspace.project().answers;
  const Undetermined* written = entry_of(all.undetermined, criterion.id);
  auto& forms = state.forms.undetermined;
  if (!forms.contains(criterion.id)) {
    if (button(ui, "undetermined",
               written ? Text{"Wat ontbreekt wijzigen …", "Change what is missing …"}
                       : Text{"Opschrijven wat er ontbreekt …", "Write down what is missing …"})) {
      forms[criterion.id] = written ? *written : Undetermined{criterion.id, "", "", ""};
    }
    return {};
  }
  Undetermined& draft = forms.at(criterion.id);
  page_input(ui, "undetermined-missing",
             {"Wat ontbreekt er om dit te bepalen?", "What is missing to determine this?"},
             draft.missing, 2);
  line_input(ui, "undetermined-supplier",
             {"Wie levert dat? Een functie, geen naam", "Who supplies it? A function, not a name"},
             draft.supplier);
  const bool has_day =
      day_input(ui, "undetermined-by", {"Voor welke dag?", "By which day?"}, draft.by);
  Request request;
  if (button(ui, "undetermined-save", {"Bewaren", "Keep"}, has_words(draft.missing) && has_day,
             true)) {
    Answers after = all;
    draft.by = iso_day_of(draft.by);
    put_entry(after.undetermined, draft);
    bool is_kept = false;
    request = keep_answers(workspace, state, ui, std::move(after),
                           {"Opschrijven wat er ontbreekt", "Write down what is missing"}, is_kept);
    if (is_kept) forms.erase(criterion.id);
  }
  ImGui::SameLine();
  if (button(ui, "undetermined-cancel", {"Annuleren", "Cancel"})) forms.erase(criterion.id);
  return request;
}

}  // namespace trefpunt
