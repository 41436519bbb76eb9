// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <iosfwd>

namespace trefpunt {

// Writes an IFC4 file of about so many bytes: storeys of 25 x 20 rooms of 4 x 3 m, each room with
// its walls, a door with its opening, three property sets of eight values, a chair that all rooms
// share and a radiator of 60 faces of its own. A room takes some 330 instances and 17 kB.
void write_ifc_building(std::ostream& out, std::size_t bytes);

}  // namespace trefpunt
