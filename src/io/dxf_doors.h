// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "io/dxf_blocks.h"
#include "io/dxf_segments.h"
#include "plan/storey.h"

namespace trefpunt {

struct Openings {
  std::vector<Door> doors;
  std::vector<bool> is_mere_line;  // as doors: no leaf and no block says that it is a door
  std::vector<Window> windows;
  std::vector<Finding> findings;
};

// The doors and windows of a drawing, fitted into its walls: quarter turns and their hinges, single
// or in pairs, door blocks without a swing (sliding doors), lines across a gap; windows as blocks,
// outlines or lines. Where a door hangs on no wall, lines of layers without a meaning that touch it
// are taken as walls and added to `walls`, with a finding.
Openings openings_of(const FlatDrawing& drawing, std::vector<Wall>& walls);

// "850", "850 mm", "85 cm", "0,85 m": metres.
std::optional<double> width_from_text(const std::string& text);

}  // namespace trefpunt
