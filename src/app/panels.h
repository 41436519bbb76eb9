// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/request.h"
#include "app/ui.h"
#include "app/ui_state.h"
#include "app/workspace.h"

namespace trefpunt {

// Each panel is a function: it draws what it is given, keeps drafts in the state, and returns what
// the user asks for.

// What is selected, its measures and why.
Request draw_properties(Ui& ui, const Workspace& workspace, UiState& state);
// Which field lies under the plan, from what it is made and how far it is.
Request draw_field_panel(Ui& ui, UiState& state);
// The angle and direction of the looking tool, while it is active.
Request draw_look_panel(Ui& ui, UiState& state);
// The picture to draw over, while its tool is active: opacity, size and straightness.
Request draw_underlay_panel(Ui& ui, const Workspace& workspace, UiState& state);
// Criteria by theme, privacy first; the opened one with its threshold, explanation or answer.
Request draw_criteria(Ui& ui, const Workspace& workspace, UiState& state);
// Which measure colours the plan.
Request draw_measures(Ui& ui, const Workspace& workspace, UiState& state);
// The numbers that a plugin lets people choose: fields "parameter:<measure>:<id>". A number beyond
// its bounds becomes the bound.
Request draw_parameters(Ui& ui, const Workspace& workspace, const MeasureInfo& info);
// Who meets whom, how often, where, privacy first; or the programme that it follows from.
Request draw_encounters(Ui& ui, const Workspace& workspace, UiState& state);
// The map of a wijk: layers with their legend, heat, homes left out, reach.
Request draw_map_panel(Ui& ui, const Workspace& workspace, UiState& state);
// What is selected on it; the wijk itself and the own plans in it when nothing is.
Request draw_wijk_thing(Ui& ui, const Workspace& workspace, UiState& state);
// The wijk in numbers; the results are of an earlier state when they are stale, or null.
Request draw_wijk_panel(Ui& ui, const Workspace& workspace, UiState& state);
void draw_wijk_numbers(Ui& ui, const Wijk& wijk, const WijkResult* result, bool is_stale,
                       UiState& state);
void draw_wijk_encounters(Ui& ui, const WijkResult& result, UiState& state);
// Everything in the wijk, for who selects by keyboard.
Request draw_wijk_contents(Ui& ui, const Workspace& workspace, UiState& state);
Request draw_findings(Ui& ui, const Workspace& workspace, UiState& state);
// Everything on the storey, for who selects by keyboard.
Request draw_contents(Ui& ui, const Workspace& workspace, UiState& state);

// What was measured of a criterion, and what it is held against, in words; empty: neither.
struct MeasuredWords {
  std::string value, threshold;
};
// Everything that is declared about one criterion, as forms.
Request draw_judging(Ui& ui, const Workspace& workspace, UiState& state, const Criterion& criterion,
                     const Verdict& verdict, const MeasuredWords& measured);
// The nine fields of an explanation, one departure after another.
Request draw_explanation(Ui& ui, const Workspace& workspace, UiState& state,
                         const Criterion& criterion, const MeasuredWords& measured);
// Why there is no threshold, for one criterion or several.
Request draw_no_threshold(Ui& ui, const Workspace& workspace, UiState& state,
                          const Criterion& criterion);
Request draw_not_applicable(Ui& ui, const Workspace& workspace, UiState& state,
                            const Criterion& criterion);
// What is missing to determine it, who supplies that and by when.
Request draw_undetermined(Ui& ui, const Workspace& workspace, UiState& state,
                          const Criterion& criterion);
// Who was heard: all of it, or the one that is being written.
Request draw_heard(Ui& ui, const Workspace& workspace, UiState& state);
Request draw_consultation(Ui& ui, const Workspace& workspace, UiState& state);
// Opens a form with what was written before; one that is open stays as it is.
void open_explanation(const Workspace& workspace, UiState& state, const std::string& criterion);
void open_no_threshold(const Workspace& workspace, UiState& state, const std::string& criterion);
void open_answer(const Workspace& workspace, UiState& state, const std::string& criterion);
// The criteria that depart, explained or not, in the catalogue's order.
std::vector<std::string> departures_of(const Judgement& judgement);
// Formula, inputs, source and parameters of a measure.
void draw_why(Ui& ui, const Workspace& workspace, const MeasureInfo& info, const Outcome* outcome);

}  // namespace trefpunt
