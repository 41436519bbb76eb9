// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "app/form_parts.h"
#include "app/panels.h"
#include "app/report_view.h"

namespace trefpunt {

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
    // Its first sentence: the form tells the rest.
    const std::string& words = blocker.in(ui.lang);
    const std::size_t end = words.find(". ");
    const std::string first = end == std::string::npos ? words : words.substr(0, end + 1);
    if (wrapped_entry(ui, name, first)) go_to_criterion(state, ui, workspace, id);
  }
}

}  // namespace trefpunt
