// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "app/task.h"
#include "io/underlay_reader.h"
#include "plan/ids.h"

namespace trefpunt {

struct Desktop;

// A picture on its way from a file to a storey.
struct UnderlayDesk {
  Task<ReadUnderlay> reading;
  StoreyId storey;                             // that gets it
  std::optional<double> page = 1, dots = 150;  // of a PDF: which page, per inch
  std::optional<double> metres;                // between the two points
};

void ask_for_underlay(Desktop& desktop);  // the dialog with files
void draw_underlay_dialog(Desktop& desktop);
void draw_calibrate_dialog(Desktop& desktop);
// Puts a picture that was read under its storey.
void take_underlay(Desktop& desktop);

}  // namespace trefpunt
