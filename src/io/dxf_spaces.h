// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "io/dxf_stamps.h"
#include "io/implied_spaces.h"
#include "plan/storey.h"

namespace trefpunt {

// Gives the faces of a storey their spaces, named by the stamps in them. Cavities, shafts, columns
// and slivers are none, nor is the outside. Where a drawing has doors, a large face that has none,
// no name, no seat and little furniture is a void (a courtyard or an open well). Thicker cavities
// become walls.
void add_spaces(const std::vector<Stamp>& stamps, const Faces& faces, Storey& storey);

// Doors drawn as a mere line (`is_mere_line`, as storey.doors) that lead outside are windows: most
// drawings show the leaf of a real one.
void lines_to_outside_are_windows(const Faces& faces, const std::vector<bool>& is_mere_line,
                                  Storey& storey);

}  // namespace trefpunt
