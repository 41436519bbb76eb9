// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/dxf_blocks.h"
#include "plan/storey.h"

namespace trefpunt {

// Adds what stands on the floor: seats and furniture, from blocks and outlines; stairs and lifts,
// the box around their lines.
void add_things(const FlatDrawing& drawing, Storey& storey);

// A drawing of walkable floor (JuPedSim): its outline and the obstacles become walls, its exits
// doors. Whether it is one.
bool add_floor_as_walls(const FlatDrawing& drawing, Storey& storey, std::vector<Finding>& findings);

// The edge of an open well: a hole of at least 4 m2 in the hatch of a floor, that no other hatch
// fills and in which nobody can stand. Stops walkers, not sight.
void add_voids(const FlatDrawing& drawing, Storey& storey);

// Lines joined end to end; a chain that comes back to its start is a ring (first point not
// repeated, second: true).
std::vector<std::pair<std::vector<Point>, bool>> chains(std::vector<std::vector<Point>> lines);

}  // namespace trefpunt
