// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "io/dxf_drawing.h"
#include "io/pdf_file.h"

namespace trefpunt {

// What a page draws, in millimetres of paper from its lower left corner, y up.
struct PdfPage {
  DxfContent content;  // lines, fills and texts
  int images = 0;      // pictures: a scan is one
  int specks = 0;      // fills left out because they are smaller than 2 mm: letters, arrows
  int hidden = 0;      // things on a layer that is switched off
  std::optional<double> metres_per_mm;  // by the measure that the file states
};

// Lines are on a layer of the file when it has layers (optional content), else on one named after
// the pen: "lijn 0,35 mm zwart", "lijn 0,18 mm grijs #808080 gestreept"; fills on "vlak zwart".
// White is paper. What lies outside the page or its clip is left out. `page` counts from 0.
// Errors: those of PdfFile::stream(), BadInput (a number that is none), TooLarge, Cancelled.
Result<PdfPage> read_pdf_page(const PdfFile& file, int page, int max_segments, Job& job);

}  // namespace trefpunt
