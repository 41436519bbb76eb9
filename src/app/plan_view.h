// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/field_view.h"
#include "app/gl_plan.h"
#include "app/look_view.h"
#include "app/map_parts.h"
#include "app/ui.h"
#include "app/ui_state.h"
#include "app/underlay_view.h"
#include "app/workspace.h"

namespace trefpunt {

// What the plan shows, remembered until it changes: the triangles on the graphics card, the colours
// of the measure and where the labels stand.
struct PlanView {
  struct Label {
    Point at;
    double width = 0, height = 0;  // m, of the free box around it
    std::string number, name;
  };
  GlPlan gl;
  UnderlayView underlay;
  FieldView field;
  LookView look;
  RowColours colours;
  bool has_colours = false;
  std::vector<Label> labels;
  std::string made_from;  // of what the above was made
  bool had_keys = false;  // the keyboard, in the last frame

  std::shared_ptr<const Storey> storey;  // drawn now
  // What is selected is taken hold of here when it is much: by object, of that storey.
  std::shared_ptr<const Storey> handles_from;
  std::unordered_map<std::string, std::vector<Point>> handles;
  std::shared_ptr<const Layout> layout;  // of this storey or an earlier state of it; may be null
};

// The storey that is looked at; null without a building.
std::shared_ptr<const Storey> storey_of(const Project& project, const UiState& state);
// Its layout in the latest evaluation, by the storey's id; null before the first.
std::shared_ptr<const Layout> layout_of(const Workspace& workspace, const UiState& state);
const Outcome* outcome_of(const Workspace& workspace, const std::string& measure);

// The plan fills what is left of the window: pan with the right or middle button, zoom with the
// wheel, the left button and the keys do what the tool says.
Request draw_plan_view(Ui& ui, const Workspace& workspace, UiState& state, PlanView& view);

// A plan to look at, in the pane that the state's camera says and coloured from outside.
struct StillLook {
  const RowColours* colours = nullptr;  // null: by use
  int version = 0;                      // another one when the colours changed
};
void draw_still_plan(Ui& ui, const Workspace& workspace, const UiState& state,
                     const StillLook& look, PlanView& view);

// What the tool does with the pointer. Called by draw_plan_view().
Request use_tool(const Project& project, const Storey& storey, const Layout* layout,
                 const Pointer& pointer, UiState& state);
// Enter, Escape, Backspace, Delete and digits, when the plan has the keyboard.
Request use_keys(const Project& project, const Storey& storey, UiState& state);

}  // namespace trefpunt
