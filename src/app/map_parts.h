// SPDX-License-Identifier: GPL-3.0-or-later
// What the view of a plan and the map of a wijk have in common.
#pragma once

#include <string>

#include "app/request.h"
#include "app/ui.h"
#include "app/ui_state.h"

namespace trefpunt {

// Where the pointer is on what is drawn, and what its left button does.
struct Pointer {
  Point at;
  double reach = 0.3;  // m
  bool is_pressed = false, is_down = false, is_released = false, is_double = false;
  bool is_shift = false, is_over = false;
};
Pointer pointer_of(const UiState& state, bool is_hovered);

// The keyboard's own pointer: arrows move it in steps of `grid` m, Space is a click.
void steer(UiState& state, double grid);

void merge(Request& into, Request from);

// `halo_width`: px of white around the letters.
void draw_text(ImDrawList& list, ImFont* font, float size, ImVec2 middle, ImU32 ink,
               const std::string& text, int halo_width = 1);

void draw_scale_and_north(Ui& ui, ImDrawList& list, const Camera& camera, bool has_north);

}  // namespace trefpunt
