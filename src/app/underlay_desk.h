// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "app/task.h"
#include "io/underlay_reader.h"

namespace trefpunt {

struct Desktop;

// A picture on its way from a file to a storey.
struct UnderlayDesk {
  Task<ReadUnderlay> reading;
  std::optional<double> page = 1, dots = 150;  // of a PDF: which page, per inch
  std::optional<double> metres;                // between the two points
};

void ask_for_underlay(Desktop& desktop);  // the dialog with files
// Reads a picture for the storey in view; false when the name is not of a picture or nothing is
// open.
bool lay_under(Desktop& desktop, const std::string& path);
void draw_underlay_dialog(Desktop& desktop);
void draw_calibrate_dialog(Desktop& desktop);
// Puts a picture that was read under its storey.
void take_underlay(Desktop& desktop);

}  // namespace trefpunt
