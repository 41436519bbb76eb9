// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "geom/shapes.h"
#include "io/drawing.h"
#include "io/layer_map.h"
#include "io/plan_reader.h"

namespace trefpunt {

namespace finding {
// Lines without a meaning: by which scale they were read, and what of the page was not.
inline constexpr int kPlanFromPdf = 137;
}  // namespace finding

// "plan.pdf#2" -> "plan.pdf" and 2; 0 when no page is named. A file may have a '#' in its own name.
std::pair<std::string, int> split_page(const std::string& path);

bool looks_like_pdf(const std::string& bytes);

// A page of a PDF as a drawing: its lines, fills and texts as if they were a DXF in millimetres of
// paper, on the layers of read_pdf_page(). Its scale is `options.metres_per_unit` (per mm), else
// `options.paper_scale`, else what the page states; nothing is guessed. `page` is from 1; 0 is the
// only page. Errors: as PdfFile::read() and plan_of_drawing(), NotFound (no such page),
// BadInput (no scale; several pages and none named; no lines: empty or a scan).
Result<RawPlan> read_pdf(std::shared_ptr<const std::string> bytes, const std::string& file,
                         int page, const LayerMap& layers, const PlanOptions& options, Job& job,
                         const std::optional<Box>& part, Point low);

// Only what lies on which layer, also when the scale is not known or no layer holds walls.
Result<std::vector<LayerUse>> read_pdf_layers(std::shared_ptr<const std::string> bytes,
                                              const std::string& file, int page,
                                              const LayerMap& layers, const PlanOptions& options,
                                              Job& job);

// Only the lines, in millimetres of paper.
Result<std::vector<Segment>> read_pdf_lines(std::shared_ptr<const std::string> bytes,
                                            const std::string& file, int page, Job& job);

}  // namespace trefpunt
