// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "base/result.h"
#include "io/drawing.h"
#include "io/dxf_sheet.h"
#include "io/layer_map.h"
#include "io/plan_reader.h"

namespace trefpunt {

// An architect's drawing: walls as lines, closed outlines or hatches, doors as blocks or arcs,
// room stamps as text or block attributes. Spaces are the faces between walls with door openings
// closed. Errors: BadInput (not a DXF, truncated, degrees, numbers that are none), Unsupported
// (DWG), NotFound (no wall layer among several: says which layers there are; a `part` of the sheet
// without walls), TooLarge.
Result<RawPlan> read_dxf(const std::string& path, const LayerMap& layers,
                         const PlanOptions& options, Job& job,
                         const std::optional<SheetPart>& part = std::nullopt);

// What a drawing makes of itself, wherever it was read from; `file` is for messages. Errors: as
// read_dxf(), from its layers and its unit.
struct DxfDrawing;
Result<RawPlan> plan_of_drawing(const DxfDrawing& drawing, const std::string& file,
                                const LayerMap& layers, const PlanOptions& options, Job& job,
                                const std::optional<SheetPart>& part = std::nullopt);

// Only what lies on which layer, also when none of them holds walls.
Result<std::vector<LayerUse>> read_dxf_layers(const std::string& path, const LayerMap& layers,
                                              const PlanOptions& options, Job& job);

}  // namespace trefpunt
