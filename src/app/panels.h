// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ui.h"
#include "app/ui_state.h"
#include "app/wish.h"
#include "app/workspace.h"

namespace trefpunt {

// Each panel is a function: it draws what it is given, keeps drafts in the state, and returns what
// the user asks for.

// What is selected, its measures and why.
Wish draw_properties(Ui& ui, const Workspace& workspace, UiState& state);
// Which field lies under the plan, from what it is made and how far it is.
Wish draw_field_panel(Ui& ui, UiState& state);
// The angle and direction of the looking tool, while it is active.
Wish draw_look_panel(Ui& ui, UiState& state);
// The picture to draw over, while its tool is active: opacity, size and straightness.
Wish draw_underlay_panel(Ui& ui, const Workspace& workspace, UiState& state);
// Criteria by theme, privacy first; the opened one with its threshold, explanation or answer.
Wish draw_criteria(Ui& ui, const Workspace& workspace, UiState& state);
// Which measure colours the plan.
Wish draw_measures(Ui& ui, const Workspace& workspace, UiState& state);
// The numbers that a plugin lets people choose: fields "parameter:<measure>:<id>". A number beyond
// its bounds becomes the bound.
Wish draw_parameters(Ui& ui, const Workspace& workspace, const MeasureInfo& info);
Wish draw_findings(Ui& ui, const Workspace& workspace, UiState& state);
// Everything on the storey, for who selects by keyboard.
Wish draw_contents(Ui& ui, const Workspace& workspace, UiState& state);

// The threshold, explanation or answer of one criterion, as forms.
Wish draw_judging(Ui& ui, const Workspace& workspace, UiState& state, const Criterion& criterion,
                  const Verdict& verdict);
// Formula, inputs, source and parameters of a measure.
void draw_why(Ui& ui, const Workspace& workspace, const MeasureInfo& info, const Outcome* outcome);

}  // namespace trefpunt
