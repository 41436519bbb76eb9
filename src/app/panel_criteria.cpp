// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "app/form_parts.h"
#include "app/panels.h"
#include "app/plan_view.h"
#include "app/report_view.h"
#include "report/report_model.h"

namespace trefpunt {

namespace {

ReportModel model_of(const Workspace& workspace, const Evaluated& evaluated,
                     std::unique_ptr<ReportInput>& input) {
  input = std::make_unique<ReportInput>(ReportInput{*evaluated.project, evaluated.evaluation,
                                                    workspace.catalogue(), workspace.today()});
  return make_model(*input);
}

// One line: symbol, code, title and the status in words.
bool draw_row(Ui& ui, const ReportCriterion& entry, bool is_open, bool is_stale) {
  const StatusCode status = entry.verdict->status;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float line = ImGui::GetTextLineHeight(), indent = ui.em(1.7f);
  const std::string title = entry.criterion->id + "  " + entry.criterion->title.in(ui.lang);
  const std::string words =
      status_words(status, entry.verdict->underlying, *entry.criterion).in(ui.lang);
  const float width = ImGui::GetContentRegionAvail().x - indent;
  const ImVec2 title_size = ui.bold->CalcTextSizeA(ui.bold->FontSize, 1e9f, width, title.c_str());
  const ImVec2 words_size = ui.body->CalcTextSizeA(ui.body->FontSize, 1e9f, width, words.c_str());
  const float height = title_size.y + words_size.y + 6 * ui.scale;
  const std::string name = "criterion:" + entry.criterion->id;
  ui.take_focus(name);
  const bool is_used = ImGui::Selectable(("###" + name).c_str(), is_open, 0, {0, height});
  ui.mark(name);
  status_symbol(ui, list, {at.x + ui.em(0.65f), at.y + line * 0.6f}, ui.em(0.5f), status);
  list.AddText(ui.bold, ui.bold->FontSize, {at.x + indent, at.y}, colour(ui.palette().ink),
               title.c_str(), nullptr, width);
  const Rgb ink = is_stale ? ui.palette().soft : colour_of(status, ui.contrast);
  const std::string said = fmt::format("{} {}", letter(status), words);
  list.AddText(ui.body, ui.body->FontSize, {at.x + indent, at.y + title_size.y + 2}, colour(ink),
               said.c_str(), nullptr, width);
  return is_used;
}

void draw_facts(Ui& ui, const Workspace& workspace, const ReportCriterion& entry) {
  const Verdict& verdict = *entry.verdict;
  const Criterion& criterion = *entry.criterion;
  paragraph(ui, criterion.text.in(ui.lang));
  if (verdict.value) {
    const int decimals = entry.info ? entry.info->decimals : 2;
    fact(ui, {"Uitkomst", "Result"}, quantity(*verdict.value, criterion.unit, decimals, ui.lang));
    const std::string reason = reason_of(*verdict.value).in(ui.lang);
    paragraph(ui, reason, true);
  }
  const std::string threshold = threshold_words(entry, ui.lang);
  fact(ui, {"Drempel", "Threshold"},
       threshold.empty() ? std::string(ui.t({"geen", "none"})) : threshold);
  fact(ui, {"Grondslag", "Basis"}, name_of(criterion.threshold.basis).in(ui.lang));
  paragraph(ui, verdict.reason.in(ui.lang));
  for (const Text& missing : verdict.missing) {
    paragraph(ui, "• " + missing.in(ui.lang));
  }
  if (entry.info && entry.outcome) {
    const std::string name = "why:" + criterion.id;
    if (ImGui::TreeNode(
            (std::string(ui.t({"Waarom: berekening en bron", "Why: formula and source"})) + "###" +
             name)
                .c_str())) {
      draw_why(ui, workspace, *entry.info, entry.outcome);
      fact(ui, {"Bewijs", "Evidence"},
           criterion.evidence + ". " + criterion.evidence_note.in(ui.lang));
      ImGui::TreePop();
    }
    ui.mark(name);
  } else {
    for (const Citation& source : criterion.sources) {
      fact(ui, {"Bron", "Source"}, source.document.in(ui.lang) + ", " + source.locator.in(ui.lang));
    }
  }
}

}  // namespace

Request draw_criteria(Ui& ui, const Workspace& workspace, UiState& state) {
  Request request;
  const Evaluated* evaluated = workspace.evaluated();
  if (!evaluated) {
    paragraph(ui, Text{"Wordt berekend …", "Being computed …"}.in(ui.lang), true);
    return request;
  }
  std::unique_ptr<ReportInput> input;
  const ReportModel model = model_of(workspace, *evaluated, input);
  const Judgement& judgement = evaluated->evaluation.judgement;
  if (workspace.is_stale()) {
    paragraph(ui,
              Text{"Dit zijn de uitkomsten van vóór de laatste wijziging.",
                   "These are the results before the last change."}
                  .in(ui.lang),
              true);
  }
  decider_input(ui, state);
  const std::string still =
      judgement.is_final
          ? Text{"Niets houdt een definitief rapport tegen.", "Nothing blocks a final report."}.in(
                ui.lang)
          : fmt::format(fmt::runtime(ui.t({"Wat een definitief rapport nog tegenhoudt ({})",
                                           "What still blocks a final report ({})"})),
                        judgement.blockers.size());
  if (judgement.is_final) {
    paragraph(ui, still, true);
  } else {
    if (ImGui::TreeNode((still + "###blockers").c_str())) {
      draw_blockers(ui, workspace, state, judgement);
      ImGui::TreePop();
    }
    ui.mark("blockers");
  }
  for (const ReportTheme& theme : model.themes) {
    if (theme.criteria.empty()) continue;
    heading(ui, theme.theme->title);
    for (const ReportCriterion& entry : theme.criteria) {
      const bool is_open = state.criterion == entry.criterion->id;
      if (draw_row(ui, entry, is_open, workspace.is_stale())) {
        state.criterion = is_open ? "" : entry.criterion->id;
        if (!is_open && entry.info) {
          state.measure = entry.info->id;
          state.field.is_shown = false;
        }
      }
      if (state.criterion != entry.criterion->id) continue;
      ImGui::PushID(entry.criterion->id.c_str());
      ImGui::Indent(ui.em(0.8f));
      draw_facts(ui, workspace, entry);
      MeasuredWords measured;
      if (entry.verdict->value) {
        measured = {quantity(*entry.verdict->value, entry.criterion->unit,
                             entry.info ? entry.info->decimals : 2, ui.lang),
                    threshold_words(entry, ui.lang)};
      }
      const Request judged =
          draw_judging(ui, workspace, state, *entry.criterion, *entry.verdict, measured);
      if (!judged.edits.empty()) request = judged;
      ImGui::Unindent(ui.em(0.8f));
      ImGui::Separator();
      ImGui::PopID();
    }
  }
  const Request heard = draw_heard(ui, workspace, state);
  if (!heard.edits.empty()) request = heard;
  return request;
}

}  // namespace trefpunt
