// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "app/panels.h"
#include "app/report_view.h"

namespace trefpunt {

namespace {

// A line that may wrap, and is pressed.
bool wrapped_entry(Ui& ui, const std::string& name, const std::string& words) {
  const float width = ImGui::GetContentRegionAvail().x, in = ui.em(1.2f);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 size = ui.body->CalcTextSizeA(ui.body->FontSize, 1e9f, width - in, words.c_str());
  ui.take_focus(name);
  const bool is_used = ImGui::Selectable(("###" + name).c_str(), false, 0, {0, size.y});
  ui.mark(name);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddText(ui.bold, ui.bold->FontSize, at, colour(ui.palette().accent), "›");
  list.AddText(ui.body, ui.body->FontSize, {at.x + in, at.y}, colour(ui.palette().ink),
               words.c_str(), nullptr, width - in);
  return is_used;
}

}  // namespace

void go_to_criterion(UiState& state, Ui& ui, const Workspace& workspace, const std::string& id) {
  const Evaluated* evaluated = workspace.evaluated();
  if (!evaluated) return;
  state.criterion = id;
  state.show_tab = Tab::Criteria;
  for (const Verdict& verdict : evaluated->evaluation.judgement.verdicts) {
    if (verdict.criterion != id) continue;
    const Criterion* criterion = workspace.catalogue().find(id);
    const bool departs = verdict.underlying == StatusCode::B || verdict.underlying == StatusCode::C;
    ui.reveal = "criterion:" + id;
    if (verdict.needs_threshold_reason) {
      open_no_threshold(workspace, state, id);
      ui.reveal = ui.focus = "no-threshold-reason";
    } else if (departs) {
      open_explanation(workspace, state, id);
      ui.reveal = ui.focus = "explain-departs";
    } else if (criterion && !criterion->fields.empty()) {
      open_answer(workspace, state, id);
      ui.reveal = "answer-by";
      ui.focus = "answer:" + criterion->fields.front().id;
    }
  }
}

void draw_blockers(Ui& ui, const Workspace& workspace, UiState& state, const Judgement& judgement) {
  std::map<std::string, int> seen;
  for (const Text& blocker : judgement.blockers) {
    const std::string id = blocker.nl.substr(0, blocker.nl.find_first_of(":,"));
    const int again = seen[id]++;
    const std::string name =
        "blocker:" + id + (again > 0 ? fmt::format(":{}", again + 1) : std::string());
    if (wrapped_entry(ui, name, blocker.in(ui.lang))) go_to_criterion(state, ui, workspace, id);
  }
}

}  // namespace trefpunt
