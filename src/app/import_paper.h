// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/import_sheet.h"

namespace trefpunt {

// The lines of a PDF with two points to click, of which someone knows the distance: what is typed
// becomes the unit of the sheet. Its page can be chosen too.
void draw_paper_scale(Ui& ui, ImportSheet& sheet);
void draw_paper_page(Ui& ui, ImportSheet& sheet, ImportRequest& request);

// Metres per millimetre of paper, when the two points lie `metres` apart; empty: they are one.
std::optional<double> scale_by_distance(Point a, Point b, double metres);

}  // namespace trefpunt
