// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "io/ifc_model.h"
#include "io/ifc_shapes.h"
#include "io/indoor_draft.h"

namespace trefpunt {

// A storey of the file: where its floor lies, and what was read of it so far.
struct IfcStorey {
  std::uint32_t id = 0;
  double floor = 0;    // m
  double ceiling = 0;  // m: the next floor, or 3 m on
  StoreyDraft draft;
  std::vector<Ring> walls;  // outlines of all that is solid, for the openings in it

  double cut() const { return floor + 1; }  // m: where a plan looks
};

// The file while it is read.
struct IfcReading {
  const StepFile& file;
  const IfcRelations& relations;
  IfcShapes& shapes;
  std::vector<IfcStorey> storeys;            // from low to high
  std::map<std::string, int> without_shape;  // things of which nothing could be drawn, by type

  IfcStorey* find(std::uint32_t storey);
  IfcStorey* storey_of(std::uint32_t thing) { return find(relations.storey_of(file, thing)); }
  Solid body(std::uint32_t thing);  // with its parts
};

// Each adds one kind of thing to the storeys.
void add_ifc_spaces(IfcReading& reading);
void add_ifc_walls(IfcReading& reading);
void add_ifc_openings(IfcReading& reading, double metre);
void add_ifc_links(IfcReading& reading);
void add_ifc_furniture(IfcReading& reading);

}  // namespace trefpunt
