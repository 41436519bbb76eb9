// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/project.h"

namespace trefpunt {

// One storey of columns x rows rooms of 4 x 4 m in thin walls, each with a door of 0.93 m to the
// room on its right. Every side of a room is cut into that many walls.
Project large_project(int columns, int rows, int walls_per_side);

}  // namespace trefpunt
