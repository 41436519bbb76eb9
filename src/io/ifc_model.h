// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/step_file.h"

namespace trefpunt {

// One unit of the file in metres and in radians.
struct IfcUnits {
  double metre = 1, radian = 1;
  bool is_stated = false;  // the unit of length
};
IfcUnits units_of(const StepFile& file);

// A number or a word that the file says of a thing, in a property set or a quantity.
struct IfcProperty {
  std::string name;  // as written: "ClearWidth", "NetFloorArea"
  StepValue value;
  bool is_quantity = false;
};

// How the instances of a file belong together. Numbers are those behind #.
struct IfcRelations {
  using Many = std::map<std::uint32_t, std::vector<std::uint32_t>>;
  std::map<std::uint32_t, std::uint32_t> parent;    // part of, or contained in
  Many parts;                                       // aggregated children
  std::map<std::uint32_t, std::uint32_t> host;      // opening -> wall
  std::map<std::uint32_t, std::uint32_t> opening;   // door or window -> opening
  std::map<std::uint32_t, std::uint32_t> type;      // thing -> type object
  Many property_sets;                               // thing or type -> sets
  Many groups;                                      // thing -> IfcZone, IfcSpatialZone
  Many classes;                                     // thing -> IfcClassificationReference
  std::map<std::uint32_t, std::uint32_t> material;  // thing or type -> IfcMaterial and the like

  // The storey that a thing stands in; 0: none. Cycles end.
  std::uint32_t storey_of(const StepFile& file, std::uint32_t id) const;
  std::uint32_t type_of(std::uint32_t thing) const {  // 0: none
    const auto found = type.find(thing);
    return found != type.end() ? found->second : 0;
  }
};
IfcRelations relations_of(const StepFile& file);

// GlobalId, Name, ObjectType, and for a space or storey LongName; empty where not stated.
struct IfcName {
  std::string id, name, kind, long_name;
};
IfcName name_of(const StepFile& file, std::uint32_t thing);

// What is said of a thing itself, then of its type.
std::vector<IfcProperty> properties_of(const StepFile& file, const IfcRelations& relations,
                                       std::uint32_t thing);

// The first property whose name, without blanks and capitals, is one of these.
const IfcProperty* find_property(const std::vector<IfcProperty>& properties,
                                 std::initializer_list<std::string_view> names);

}  // namespace trefpunt
