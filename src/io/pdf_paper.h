// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "geom/shapes.h"
#include "io/pdf_file.h"

namespace trefpunt {

// A change of coordinates (ISO 32000-1, 8.3.4).
struct PdfMatrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
  Point operator()(double x, double y) const { return {a * x + c * y + e, b * x + d * y + f}; }
  Point turned(double x, double y) const { return {a * x + c * y, b * x + d * y}; }
};
// First `m`, then `n`.
PdfMatrix then(const PdfMatrix& m, const PdfMatrix& n);

// The sheet that a page lies on: mm from its lower left corner, y up, turned as it is read.
struct PdfPaper {
  PdfMatrix to_paper;  // from the page's own units
  Box sheet;           // mm
  double mm_per_unit = 25.4 / 72;
};
PdfPaper paper_of(const PdfFile& file, const PdfValue& page);

// Four numbers as a box; nothing when they are not four or have no area.
std::optional<Box> box_of_four(const PdfFile& file, const PdfValue& four);

// Metres per mm of paper by the rule of the largest part of the page that is drawn to scale
// (ISO 32000-1, 12.9).
std::optional<double> stated_scale(const PdfFile& file, const PdfValue& page, double mm_per_unit);

}  // namespace trefpunt
