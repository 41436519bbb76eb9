// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "io/ifc_classes.h"
#include "io/ifc_storey.h"
#include "io/level_name.h"
#include "io/uses.h"

namespace trefpunt {

namespace {

constexpr double kLeast = 0.01;   // m2: a smaller piece of a space is a model's crumb
constexpr double kOnFloor = 0.1;  // m above the floor: where a sloping roof has taken nothing yet
constexpr double kWholeShare = 0.9;  // of a space: its parts are all of it

// A number or a word that is stated, as text.
std::string ifc_text(const IfcProperty* property) {
  return property ? squeeze(property->value.str()) : "";
}

std::optional<bool> truth_of(const IfcProperty* property) {
  if (!property) return std::nullopt;
  const std::string said = fold(property->value.str());
  if (said == "t" || said == "true" || said == "ja" || said == "yes") return true;
  if (said == "f" || said == "false" || said == "nee" || said == "no") return false;
  return std::nullopt;
}

std::optional<int> count_of(const IfcProperty* property) {
  if (!property) return std::nullopt;
  std::optional<double> number;
  if (property->value.kind == StepValue::Kind::Number) number = property->value.number;
  if (!number) number = number_from_text(property->value.str());
  if (!number || *number < 0 || *number >= 10000 || *number != std::floor(*number)) {
    return std::nullopt;
  }
  return static_cast<int>(*number);
}

// The use that the file states beside the name: in a property, a classification or the type.
std::optional<Use> ifc_stated_use(const IfcReading& reading, std::uint32_t id, const IfcName& name,
                                  const std::vector<IfcProperty>& properties) {
  std::vector<std::string> words{name.kind};
  for (const char* key : {"occupancytype", "ruimtefunctie", "ruimtegebruik", "ruimtetype",
                          "spacetype", "usage", "nutzungsart", "category", "categorydescription",
                          "raumkategorie", "reference", "omniclasstable13category"}) {
    words.push_back(ifc_text(find_property(properties, {key})));
  }
  for (const IfcClass& one : classes_of(reading.file, reading.relations, id)) {
    words.push_back(one.name);
  }
  if (const auto type = reading.relations.type.find(id); type != reading.relations.type.end()) {
    words.push_back(name_of(reading.file, type->second).name);
  }
  for (const std::string& word : words) {
    if (word.empty()) continue;
    if (const std::optional<Use> guess = suggest_use(word)) return guess;
  }
  return std::nullopt;
}

// The name of a room says most. Only "hall with stairs" is a hall when the file says so, and a
// toilet that wheelchairs can use is told by a property.
void give_ifc_use(const IfcReading& reading, std::uint32_t id, const IfcName& name,
                  const std::vector<IfcProperty>& properties, bool is_outside, Space& space) {
  const std::optional<Use> named = suggest_use(space.name);
  const std::optional<Use> stated = ifc_stated_use(reading, id, name, properties);
  const bool is_way = named == Use::Stairs || named == Use::Lift;
  if (named && !(is_way && stated && *stated != *named && is_circulation(*stated))) {
    space.use = *named;
    space.use_is_suggested = true;
  } else if (stated) {
    space.use = *stated;
    space.use_is_suggested = !named;
  } else if (is_outside) {
    space.use = Use::Outdoor;
    space.use_is_suggested = true;
  }
  if (space.use == Use::Toilet &&
      truth_of(find_property(properties, {"handicapaccessible"})) == true) {
    space.use = Use::AccessibleToilet;
    space.use_is_suggested = false;
  }
}

void state_attributes(const std::vector<IfcProperty>& properties, Space& space) {
  const IfcProperty* area = find_property(
      properties, {"netfloorarea", "grossfloorarea", "gsabimarea", "area", "netarea"});
  if (area && area->is_quantity && area->value.number > 0)
    space.stated_area_m2 = area->value.number;
  space.beds = count_of(find_property(
      properties, {"aantalbedden", "bedden", "numberofbeds", "beds", "anzahlbetten", "betten"}));
  // What is not open to the public may be by appointment or for staff: that is not said.
  if (truth_of(find_property(properties, {"publiclyaccessible"})) == true)
    space.access = Access::Public;
  space.building_function =
      ifc_text(find_property(properties, {"gebruiksfunctie", "bblgebruiksfunctie",
                                          "gebruiksfunctiebbl", "gebruiksfunctiebouwbesluit"}));
  space.opening_hours = ifc_text(find_property(properties, {"openingstijden", "openinghours"}));
}

// An area of a whole storey for the accounts (GFA, BVO), which is no room.
bool is_gross_floor(const IfcReading& reading, std::uint32_t id, const IfcName& name) {
  const auto values = reading.file.values(id);
  if (values.size() > 9 && values[9].text == "GFA") return true;
  for (const std::string& text : {name.name, name.long_name, name.kind}) {
    const std::string word = fold(squeeze(text));
    for (const char* gross : {"bvo", "gfa", "bgf", "gbo", "vvo", "go", "bruto vloeroppervlak",
                              "bruto vloeroppervlakte", "gross floor area", "gross area"}) {
      if (word == gross) return true;
    }
  }
  return false;
}

double total_area(const std::vector<Polygon>& pieces) {
  double sum = 0;
  for (const Polygon& piece : pieces) sum += area(piece);
  return sum;
}

// What a plan at 1 m shows; where a roof slopes, the floor itself, which reaches further.
std::vector<Polygon> floor_of(const Solid& solid, const IfcStorey& storey) {
  const auto [low, high] = *heights(solid);
  const auto at = [&](double height) {
    std::vector<Polygon> pieces = section(solid, height);
    std::erase_if(pieces, [](const Polygon& piece) { return area(piece) < kLeast; });
    return pieces;
  };
  const bool is_cut = low < storey.cut() && storey.cut() < high;
  std::vector<Polygon> seen = at(is_cut ? storey.cut() : (low + high) / 2);
  if (solid.facets.empty() && solid.booleans.empty()) return seen;
  std::vector<Polygon> floor = at(low + std::min(kOnFloor, (high - low) / 2));
  return total_area(floor) > total_area(seen) ? floor : seen;
}

Finding pieces_finding(const Space& space, std::size_t count, double left_out, Point place) {
  return {finding::kWithoutGeometry,
          Severity::Warning,
          {fmt::format("Ruimte {} bestaat uit {} losse stukken; alleen het grootste is gelezen, {} "
                       "m² niet.",
                       space.name, count, format_number(left_out, 1, Lang::Nl)),
           fmt::format("Space {} has {} separate pieces; only the largest was read, {} m² was not.",
                       space.name, count, format_number(left_out, 1, Lang::En))},
          "",
          space.source_key,
          place};
}

// A space that is the sum of other spaces would leave no floor to itself.
bool is_all_parts(IfcReading& reading, std::uint32_t id, const IfcStorey& storey, double whole) {
  const auto parts = reading.relations.parts.find(id);
  if (parts == reading.relations.parts.end()) return false;
  double sum = 0;
  for (const std::uint32_t part : parts->second) {
    if (reading.file.type(part) != "IFCSPACE") continue;
    const Solid solid = reading.shapes.shape(part, {"Body", "Facetation", ""});
    if (heights(solid)) sum += total_area(floor_of(solid, storey));
  }
  return sum >= kWholeShare * whole;
}

}  // namespace

void add_ifc_spaces(IfcReading& reading) {
  for (const std::uint32_t id : reading.file.all("IFCSPACE")) {
    const IfcName name = name_of(reading.file, id);
    if (is_gross_floor(reading, id, name)) {
      reading.skip(id, IfcSkip::GrossFloor);
      continue;
    }
    const Solid solid = reading.shapes.shape(id, {"Body", "Facetation", ""});
    IfcStorey* storey = reading.storey_of(id, solid);
    const std::vector<Polygon> pieces = storey ? floor_of(solid, *storey) : std::vector<Polygon>{};
    if (pieces.empty()) {
      reading.skip(id, IfcSkip::NoShape);
      continue;
    }
    const auto largest =
        std::max_element(pieces.begin(), pieces.end(),
                         [](const Polygon& a, const Polygon& b) { return area(a) < area(b); });
    const double whole = total_area(pieces);
    if (is_all_parts(reading, id, *storey, whole)) {
      reading.skip(id, IfcSkip::WholeOfParts);
      continue;
    }
    RoomDraft room;
    room.polygon = *largest;
    snap_polygon(room.polygon);
    Space& space = room.space;
    space.source_key = name.id;
    space.name = name.long_name.empty() ? name.name : name.long_name;
    if (!name.long_name.empty()) space.number = name.name;
    const auto properties = reading.properties(id);
    state_attributes(properties, space);
    const auto values = reading.file.values(id);
    give_ifc_use(reading, id, name, properties, values.size() > 9 && values[9].text == "EXTERNAL",
                 space);
    if (pieces.size() > 1) {
      storey->draft.raw.findings.push_back(
          pieces_finding(space, pieces.size(), whole - area(*largest), room.polygon.outer.front()));
    }
    storey->draft.names_its_spaces = true;
    storey->draft.rooms.push_back(std::move(room));
  }
}

}  // namespace trefpunt
