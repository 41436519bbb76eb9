// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "io/ifc_model.h"
#include "io/ifc_shapes.h"
#include "io/indoor_draft.h"

namespace trefpunt {

// A storey of the file: where its floor lies, and what was read of it so far.
struct IfcStorey {
  std::vector<std::uint32_t> ids;  // several where wings have storeys of their own
  double floor = 0;                // m
  double ceiling = 0;              // m: the next floor, or 3 m on
  StoreyDraft draft;
  std::vector<Ring> walls;  // outlines of all that is solid, for the openings in it

  double cut() const { return floor + 1; }  // m: where a plan looks
};

// Why a thing of the file is not in the plan.
enum class IfcSkip {
  NoShape,
  TooLarge,
  NotInPlan,
  Overhead,
  GrossFloor,
  WholeOfParts,
  UnknownMeaning
};

// What a product is for the plan: by its type, and for an IfcBuildingElementProxy by its NL/SfB
// code or its name.
enum class IfcKind { None, Wall, CurtainWall, Plate, Door, Window, Stair, Ramp, Lift, Furniture };

// The file while it is read.
struct IfcReading {
  const StepFile& file;
  const IfcRelations& relations;
  IfcShapes& shapes;
  double metre = 1;                                       // one unit of the file
  std::vector<IfcStorey> storeys;                         // from low to high
  std::vector<Finding> findings;                          // of the model as a whole
  std::map<IfcSkip, std::map<std::string, int>> skipped;  // things by type
  std::map<std::string, int> moved;                       // to the storey of their height, by type
  std::map<std::uint32_t, IfcKind> proxies;               // IfcBuildingElementProxy
  std::set<std::string> states_beds;  // GlobalIds of spaces whose beds the file counts
  std::set<std::string> by_sanitary;  // of those whose use only their fittings tell

  void skip(std::uint32_t thing, IfcSkip why) { ++skipped[why][std::string(file.type(thing))]; }
  IfcStorey* find(std::uint32_t storey);
  // The storey that the file says, unless the shape lies wholly above or below it or nothing is
  // said: then the one whose floor is the nearest below. Counts in `moved`. Null without shape.
  IfcStorey* storey_of(std::uint32_t thing, const Solid& solid);
  Solid body(std::uint32_t thing);  // with its parts
  std::vector<std::uint32_t> all(IfcKind kind) const;
  std::vector<IfcProperty> properties(std::uint32_t thing) const {
    return properties_of(file, relations, thing);
  }
  // Name, ObjectType and the name of its type, folded.
  std::string called(std::uint32_t thing) const;
};

std::vector<IfcStorey> storeys_of(const StepFile& file, IfcShapes& shapes, double metre);
// Levels from the names of storeys where they agree with the heights, else from the heights.
void number_levels(std::vector<IfcStorey>& storeys, std::vector<Finding>& findings);

// Each adds one kind of thing to the storeys.
void add_ifc_spaces(IfcReading& reading);
void add_ifc_walls(IfcReading& reading);
void add_ifc_links(IfcReading& reading);
void add_ifc_furniture(IfcReading& reading);
void add_ifc_openings(IfcReading& reading);

// Zones and departments become the units of the spaces that were read.
void give_ifc_units(IfcReading& reading);

// What was left out and why, counted by type.
void report_skipped(const IfcReading& reading, std::vector<Finding>& findings);

// Shared by the parts: on whole micrometres, without points that fall together.
void snap_ring(Ring& ring);
void snap_polygon(Polygon& polygon);
bool says_any(const std::string& folded, std::initializer_list<const char*> words);

// By the name of a thing, folded: is it sat on, slept in?
bool is_ifc_seat(const std::string& called);
bool is_ifc_bed(const std::string& called);

}  // namespace trefpunt
