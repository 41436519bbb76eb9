// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/ifc_model.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

#include "base/text.h"

namespace trefpunt {

namespace {

const StepValue& at(const std::vector<StepValue>& values, std::size_t i) {
  static const StepValue kNone;
  return i < values.size() ? values[i] : kNone;
}

double of_prefix(std::string_view prefix) {
  if (prefix == "MILLI") return 1e-3;
  if (prefix == "CENTI") return 1e-2;
  if (prefix == "DECI") return 1e-1;
  if (prefix == "KILO") return 1e3;
  if (prefix == "MICRO") return 1e-6;
  return 1;
}

// One unit in the SI unit of its kind; nothing when it is of another kind than wanted.
std::optional<double> unit_size(const StepFile& file, std::uint32_t id, std::string_view kind,
                                int depth = 0) {
  const auto values = file.values(id);
  if (at(values, 1).text != kind || depth > 4) return std::nullopt;
  if (file.type(id) == "IFCSIUNIT") return of_prefix(at(values, 2).text);
  if (!file.type(id).starts_with("IFCCONVERSIONBASEDUNIT")) return std::nullopt;
  const auto factor = file.values(at(values, 3).ref);
  return at(factor, 0).number * unit_size(file, at(factor, 1).ref, kind, depth + 1).value_or(1);
}

std::string folded(const std::string& name) {
  std::string out;
  for (const char c : fold(name)) {
    if (c != ' ' && c != '_' && c != '-') out += c;
  }
  return out;
}

void each(const StepFile& file, std::string_view type, std::size_t many, std::size_t one,
          const auto& visit) {
  for (const std::uint32_t id : file.all(type)) {
    const auto values = file.values(id);
    const std::uint32_t single = at(values, one).ref;
    if (single == 0) continue;
    for (const StepValue& item : at(values, many).items) {
      if (item.ref != 0) visit(item.ref, single);
    }
  }
}

}  // namespace

IfcUnits units_of(const StepFile& file) {
  IfcUnits units;
  for (const std::uint32_t id : file.all("IFCUNITASSIGNMENT")) {
    const auto values = file.values(id);
    for (const StepValue& one : at(values, 0).items) {
      if (const auto size = unit_size(file, one.ref, "LENGTHUNIT")) {
        units.metre = *size;
        units.is_stated = true;
      }
      if (const auto size = unit_size(file, one.ref, "PLANEANGLEUNIT")) units.radian = *size;
    }
    break;  // the project's own
  }
  return units;
}

IfcRelations relations_of(const StepFile& file) {
  IfcRelations found;
  each(file, "IFCRELAGGREGATES", 5, 4, [&](std::uint32_t part, std::uint32_t whole) {
    found.parent.try_emplace(part, whole);
    found.parts[whole].push_back(part);
  });
  // What is contained in a storey is not also sought through what it is part of.
  each(file, "IFCRELCONTAINEDINSPATIALSTRUCTURE", 4, 5,
       [&](std::uint32_t thing, std::uint32_t place) { found.parent[thing] = place; });
  for (const std::uint32_t id : file.all("IFCRELVOIDSELEMENT")) {
    const auto values = file.values(id);
    found.host[at(values, 5).ref] = at(values, 4).ref;
  }
  for (const std::uint32_t id : file.all("IFCRELFILLSELEMENT")) {
    const auto values = file.values(id);
    found.opening[at(values, 5).ref] = at(values, 4).ref;
  }
  each(file, "IFCRELDEFINESBYTYPE", 4, 5,
       [&](std::uint32_t thing, std::uint32_t type) { found.type[thing] = type; });
  each(file, "IFCRELDEFINESBYPROPERTIES", 4, 5,
       [&](std::uint32_t thing, std::uint32_t set) { found.property_sets[thing].push_back(set); });
  each(file, "IFCRELASSIGNSTOGROUP", 4, 6, [&](std::uint32_t thing, std::uint32_t group) {
    const std::string_view type = file.type(group);
    if (type == "IFCZONE" || type == "IFCSPATIALZONE") found.groups[thing].push_back(group);
  });
  each(file, "IFCRELREFERENCEDINSPATIALSTRUCTURE", 4, 5,
       [&](std::uint32_t thing, std::uint32_t zone) {
         if (file.type(zone) == "IFCSPATIALZONE") found.groups[thing].push_back(zone);
       });
  each(file, "IFCRELASSOCIATESCLASSIFICATION", 4, 5,
       [&](std::uint32_t thing, std::uint32_t one) { found.classes[thing].push_back(one); });
  each(file, "IFCRELASSOCIATESMATERIAL", 4, 5, [&](std::uint32_t thing, std::uint32_t material) {
    found.material.try_emplace(thing, material);
  });
  return found;
}

std::uint32_t IfcRelations::storey_of(const StepFile& file, std::uint32_t id) const {
  for (int steps = 0; id != 0 && steps < 64; ++steps) {
    if (file.type(id) == "IFCBUILDINGSTOREY") return id;
    const auto found = parent.find(id);
    id = found != parent.end() ? found->second : 0;
  }
  return 0;
}

IfcName name_of(const StepFile& file, std::uint32_t thing) {
  const auto values = file.values(thing);
  const std::string_view type = file.type(thing);
  IfcName name{at(values, 0).str(), squeeze(at(values, 2).str()), squeeze(at(values, 4).str()), ""};
  if (type == "IFCSPACE" || type == "IFCBUILDINGSTOREY" || type == "IFCBUILDING") {
    name.long_name = squeeze(at(values, 7).str());
  }
  return name;
}

std::vector<IfcProperty> properties_of(const StepFile& file, const IfcRelations& relations,
                                       std::uint32_t thing) {
  std::vector<IfcProperty> found;
  const auto add_set = [&](std::uint32_t set) {
    const auto values = file.values(set);
    const bool is_quantity = file.type(set) == "IFCELEMENTQUANTITY";
    for (const StepValue& one : at(values, is_quantity ? 5 : 4).items) {
      const std::string_view type = file.type(one.ref);
      const auto said = file.values(one.ref);
      if (is_quantity) {
        found.push_back({at(said, 0).str(), at(said, 3), true});
      } else if (type == "IFCPROPERTYSINGLEVALUE") {
        found.push_back({at(said, 0).str(), at(said, 2), false});
      }
    }
  };
  if (const auto sets = relations.property_sets.find(thing); sets != relations.property_sets.end())
    std::for_each(sets->second.begin(), sets->second.end(), add_set);
  if (const auto type = relations.type.find(thing); type != relations.type.end()) {
    const auto values = file.values(type->second);
    for (const StepValue& set : at(values, 5).items) add_set(set.ref);
  }
  return found;
}

const IfcProperty* find_property(const std::vector<IfcProperty>& properties,
                                 std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (const IfcProperty& one : properties) {
      if (folded(one.name) == name) return &one;
    }
  }
  return nullptr;
}

}  // namespace trefpunt
