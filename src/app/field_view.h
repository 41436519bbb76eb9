// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/field_desk.h"
#include "app/gl_heat.h"
#include "app/ui.h"
#include "app/ui_state.h"
#include "app/workspace.h"

namespace trefpunt {

// The field under the plan: the desk that makes it and what of it is on the graphics card.
struct FieldView {
  FieldDesk desk;
  GlHeat gl;
  std::string column;  // of the desk's shown field
  HeatRange range;     // of that column
  int sent_version = -1;
  bool sent_clipped = false;
  bool had_results = false;  // the workspace, in the last frame
};

// Before it is drawn: asks for the field that is chosen, takes what is there and tells the state
// how far it is. `storey`: the one that is looked at, or null.
void follow_field(FieldView& view, const Workspace& workspace, UiState& state,
                  const std::shared_ptr<const Storey>& storey);
bool is_drawn(const FieldView& view, const UiState& state, const Storey& storey);
void draw_field(Ui& ui, ImDrawList& list, const Camera& camera, FieldView& view,
                const UiState& state, float alpha);
void draw_field_legend(Ui& ui, ImDrawList& list, const FieldView& view, const UiState& state);

// "Gemiddelde zichtdiepte", and "Gemiddelde zichtdiepte (stappen)": what the shown field is of.
std::string field_name(const FieldView& view, Lang lang);
std::string field_title(const FieldView& view, Lang lang);
// Its value at a place: "2,31 stappen", "ongeveer 2,31 stappen", "geen waarde"; empty where there
// is no cell.
std::string field_words(const FieldView& view, Point at, Lang lang);
// How good it is: "exact", "geschat, 34 %".
std::string field_state_words(const FieldNow& now, Lang lang);

}  // namespace trefpunt
