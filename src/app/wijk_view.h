// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/catchment.h"
#include "app/gl_plan.h"
#include "app/live_heat.h"
#include "app/map_parts.h"
#include "app/street_heat.h"
#include "app/workspace.h"

namespace trefpunt {

// Whether the map of the wijk is in the middle of the window, rather than a plan.
bool shows_wijk(const Project& project, const UiState& state);
// Shows the other one, with the camera that it had.
void show_wijk(UiState& state, bool is_shown);

// What followed from the wijk, of this state or an earlier one; null: nothing (yet).
const WijkResult* wijk_result_of(const Workspace& workspace);

// What the map shows, remembered until it changes.
struct WijkView {
  struct Part {
    GlPlan gl;
    std::string made_from;
  };
  struct Label {
    Point at;
    std::string words;
    double least = 0;  // px per m from which it is shown
    bool is_area = false;
  };
  Part areas, ground, water, footprints, streets, heat, homes, reach, plans;
  std::vector<Label> labels;
  std::string labels_from;

  std::optional<LinkValues> values;  // what colours the streets
  HeatClasses classes;
  std::string values_from;
  LiveHeat live;
  std::vector<bool> missing;  // per home
  int missing_dwellings = 0;
  std::string missing_from;

  std::shared_ptr<const WijkGround> catchment_ground;
  std::unique_ptr<FootholdFinder> finder;
  std::vector<std::optional<double>> residents;  // per home
  std::optional<Catchment> catchment;
  std::string catchment_from;

  Point hovered_at;
  std::string hovered_from;
  bool had_keys = false;  // the keyboard, in the last frame
};

// The map fills what is left of the window; pan, zoom and the tools as on a plan.
Request draw_wijk_view(Ui& ui, const Workspace& workspace, UiState& state, WijkView& view);

// What the tool does with the pointer, and Enter, Escape, Backspace and Delete.
Request use_wijk_tool(const Workspace& workspace, const Pointer& pointer, UiState& state);
Request use_wijk_keys(const Workspace& workspace, UiState& state);

// What is in reach, in words; empty: nothing was asked.
std::vector<std::string> reach_words(const WijkView& view, const UiState& state, Lang lang);

// What the next thing that is drawn will be.
void draw_wijk_tool(Ui& ui, UiState& state);

// On the map: what heat, homes that are left out, and the catchment mean.
void draw_wijk_legend(Ui& ui, ImDrawList& list, const Workspace& workspace, const UiState& state,
                      const WijkView& view);

}  // namespace trefpunt
