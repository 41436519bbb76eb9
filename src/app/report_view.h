// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "app/request.h"
#include "app/ui.h"
#include "app/ui_state.h"
#include "app/workspace.h"

namespace trefpunt {

// The report as it would be written now. What is shown is made on a thread from the HTML that an
// export writes, and stays, greyed, until a newer one is there. Needs a current OpenGL context.
struct ReportView {
  ReportView();
  ~ReportView();
  ReportView(const ReportView&) = delete;
  ReportView& operator=(const ReportView&) = delete;

  struct State;
  std::unique_ptr<State> state;
};
bool is_busy(const ReportView& view);  // a page, or a figure in sight, is being made

// Draws it in the room that is left, with what still blocks a final report, and its contents.
void draw_report_view(Ui& ui, const Workspace& workspace, UiState& state, ReportView& view);

// How many blocks the page that is shown has, and how many of them were drawn in the last frame;
// for tests.
struct ReportShown {
  std::size_t blocks = 0, drawn = 0, figures = 0;
  bool is_current = false;  // of the design as it is
  float width = 0, height = 0;
};
ReportShown shown_of(const ReportView& view);

// What still blocks a final report, each a button to the form where it is put right.
void draw_blockers(Ui& ui, const Workspace& workspace, UiState& state, const Judgement& judgement);

// Opens the form of a criterion that lacks something: its explanation, answer or reason.
void go_to_criterion(UiState& state, Ui& ui, const Workspace& workspace, const std::string& id);

}  // namespace trefpunt
