// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "report/heat_scale.h"
#include "space/field.h"

namespace trefpunt {

// Which field colours the plan, as the panel says.
struct FieldChoice {
  bool is_shown = false;
  FieldKind kind = FieldKind::Visibility;
  std::string column = "mean_depth";
  std::optional<double> spacing;  // m; nothing: default_spacing()
  std::optional<Point> from;      // the floor that is reached from there; nothing: from every door
  bool is_picking = false;        // the next click on the plan is that place
  bool is_clipped = false;        // colours from the 2nd to the 98th percentile
};

// How far the field on the screen is, for panel and legend. Filled in each frame.
struct FieldNow {
  enum class State { None, Computing, Earlier, Estimated, Exact };
  State state = State::None;
  bool is_running = false, is_stopped = false;  // by the user
  int permille = 0;
  int cells = 0;
  double spacing = 0;     // m
  int open_isovists = 0;  // cells whose value depends on the frame
  HeatRange range;
  std::optional<Error> problem;  // why there is no field
};

// m: about kUsualCells cells on so much floor, in steps that people would choose.
double default_spacing(double floor_m2);
inline constexpr double kUsualCells = 10'000;
inline constexpr double kMostCells = 100'000;                    // of a field in the window
inline constexpr double kLeastSpacing = 0.02, kMostSpacing = 5;  // m

}  // namespace trefpunt
