// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "io/drawing.h"
#include "io/dxf_drawing.h"
#include "io/layer_map.h"

namespace trefpunt {

// Something drawn and what its layer makes of it.
struct MeantItem {
  DxfItem item;
  Meaning meaning = Meaning::Unknown;
};

// A block that is one thing: a door, a chair, a room stamp; its content where it lies in the plan.
struct MeantObject {
  Meaning meaning = Meaning::Unknown;
  std::string block;
  std::string layer;
  std::string handle;
  Point at;
  Point x_axis{1, 0};                             // the block's own, as drawn
  bool by_name = false;                           // its name says what it is, not only its layer
  std::map<std::string, std::string> attributes;  // tags in lower case
  std::vector<DxfItem> items;
};

// A drawing without blocks: loose items and whole objects, all in plan coordinates.
struct FlatDrawing {
  std::vector<MeantItem> items;
  std::vector<MeantObject> objects;
  std::vector<LayerUse> layers;
  std::vector<Finding> findings;  // kBlockInsideItself, kUnboundXref
};

// Applies every block reference: nested, scaled, turned, mirrored. A block that inserts itself is
// left out there. Errors: TooLarge when it would become more than `max_segments` straight pieces.
Result<FlatDrawing> flatten(const DxfDrawing& drawing, const LayerMap& map, int max_segments,
                            const std::string& file);

// All coordinates times `metres_per_unit`, to whole micrometres.
void scale(FlatDrawing& drawing, double metres_per_unit);

// "xref|muren" and "xref$0$muren" are called "muren".
std::string plain_layer_name(const std::string& name);

}  // namespace trefpunt
