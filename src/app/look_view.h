// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "app/task.h"
#include "app/ui.h"
#include "app/ui_state.h"
#include "app/workspace.h"
#include "space/seen_from.h"

namespace trefpunt {

struct Pointer;

// What is seen from several places taken together: by both of two, or along a route of more.
struct SeenTogether {
  Line from;  // m
  SeenArea area;
  bool see_each_other = false;  // two places
  // The area in triangles that do not overlap.
  std::vector<std::array<Point, 3>> triangles;
};
// Errors: those of seen_from_route().
Result<SeenTogether> see_together(const SightMesh& mesh, const Line& from, Job& job);
inline constexpr double kLookStep = 0.5;  // m between the viewpoints of a route

// The looking tool: the triangles that sight runs through, kept while the storey stays the same,
// and what is seen now.
struct LookView {
  Task<std::shared_ptr<const SightMesh>> meshing;
  std::shared_ptr<const SightMesh> mesh;  // null: none yet, or the plan is too wide
  std::shared_ptr<const Storey> mesh_of;  // of what it is made, or being made
  bool mesh_doors_open = true;
  IsovistMaker maker;
  Isovist isovist;  // from the pointer or the one place; its state says whether there is any
  bool has_isovist = false;
  IsovistMeasures measures;
  Task<SeenTogether> seeing;
  std::shared_ptr<const SightMesh> seen_through;  // of what `seen` is made, or being made
  Line asked;
  SeenTogether seen;
  std::optional<Error> problem;
};

// After the tool: looks from where the state says.
void follow_look(LookView& view, const Workspace& workspace, const UiState& state,
                 const std::shared_ptr<const Storey>& storey);
void draw_look(Ui& ui, ImDrawList& list, const LookView& view, const UiState& state);
bool is_busy(const LookView& view);
// What is seen, in words, line by line: a title first.
std::vector<std::string> look_words(const LookView& view, const UiState& state, Lang lang);

// A click adds a place to look from; keys turn and narrow the view.
void look_tool(const Pointer& pointer, UiState& state);
void look_keys(UiState& state);

}  // namespace trefpunt
