// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "io/dxf_blocks.h"

namespace trefpunt {

// Where a door may be: from jamb to jamb as drawn, or in several readings of which one fits.
struct DoorSign {
  std::vector<Segment> readings;  // best first when they fit equally well
  int object = -1;                // in FlatDrawing::objects; -1: drawn loose
  std::string handle;
  std::string layer;
  double slack = 0.3;        // m
  bool needs_walls = false;  // a mere line: only a door between walls
};

// Hinged, sliding and other doors of a drawing; two leaves that meet are one door.
std::vector<DoorSign> door_signs(const FlatDrawing& drawing);

// Lines on a door layer that are too long for a door and no part of a swing: glazing.
std::vector<DoorSign> glazing_signs(const FlatDrawing& drawing);

// The longer middle line of the items' box along the given axis or across it.
std::optional<Segment> middle_line(const std::vector<DxfItem>& items, Point x_axis);

// A block that lies on a door layer and has no swing, nor a door's name: glazing in the wall.
bool is_glazing(const MeantObject& object);

}  // namespace trefpunt
