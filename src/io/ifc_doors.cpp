// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.h"
#include "io/ifc_openings.h"
#include "io/ifc_storey.h"

namespace trefpunt {

namespace {

constexpr double kDoorStep = 0.3;      // m above the floor: a higher edge is no way through
constexpr double kDoorHeadroom = 1.8;  // m: a lower hole is no way through
constexpr double kEyesLow = 1.0;       // m: a hole that ends lower is not looked through
constexpr double kThrough = 0.9;       // of a wall's thickness: a hole that is less deep is a niche

// A length that the file gives with its unit, in metres; without a unit it could be anything.
std::optional<double> stated_metres(const IfcReading& reading,
                                    const std::vector<IfcProperty>& properties,
                                    std::initializer_list<std::string_view> names) {
  const IfcProperty* said = find_property(properties, names);
  if (!said || !said->value.type.ends_with("LENGTHMEASURE")) return std::nullopt;
  return reading.metre * said->value.number;
}

bool is_yes(const IfcProperty* property) {
  if (!property) return false;
  const std::string said = fold(property->value.str());
  return said == "t" || said == "true" || said == "ja" || said == "yes";
}

void state_door(const IfcReading& reading, std::uint32_t id, Door& door) {
  const auto properties = reading.properties(id);
  const auto clear = stated_metres(reading, properties,
                                   {"clearwidth", "clearopeningwidth", "freewidth", "vrijedoorgang",
                                    "vrijedoorgangsbreedte", "vrijebreedte", "dagmaatbreedte",
                                    "doorgangsbreedte", "lichtedurchgangsbreite", "lichtebreite"});
  // A wider passage than its opening cannot be.
  if (clear && *clear > 0 && *clear <= door.opening_width() + 0.01) door.clear_width = *clear;
  const auto threshold = stated_metres(
      reading, properties, {"thresholdheight", "dorpelhoogte", "drempelhoogte", "schwellenhohe"});
  if (threshold && *threshold >= 0 && *threshold < 0.5) door.threshold_height = *threshold;
  if (is_yes(find_property(
          properties, {"hasaccesscontrol", "accesscontrol", "accesscontrolled", "toegangscontrole",
                       "zutrittskontrolle", "kaartlezer", "badgelezer"}))) {
    door.lock = Lock::Controlled;
  }
  const std::string called = reading.called(id);
  // Only a name says for whom an outer door is: "IsExternal" and "FireExit" do not.
  if (says_any(called, {"hoofdentree", "hoofdingang", "hoofdtoegang", "main entrance",
                        "haupteingang", "publieksingang", "publieksentree"})) {
    door.entrance = Entrance::Public;
  } else if (says_any(called,
                      {"personeelsingang", "personeelsentree", "dienstingang", "staff entrance",
                       "personaleingang", "lieferanteneingang", "leveranciersingang"})) {
    door.entrance = Entrance::Staff;
  } else if (says_any(called, {"nooddeur", "vluchtdeur", "nooduitgang", "emergency exit",
                               "notausgang", "fluchttur"})) {
    door.entrance = Entrance::None;
  }
  const IfcProperty* glazed = find_property(properties, {"glazingareafraction"});
  door.is_glass = says_any(called, {"glas", "glaz"}) ||
                  (glazed && glazed->value.number >= 0.5 && glazed->value.number <= 1);
}

// The hole that is filled, with its place in the wall; the thing's own shape when there is none.
struct Hole {
  Solid solid;
  std::uint32_t wall = 0;
};

Hole hole_of(IfcReading& reading, std::uint32_t id) {
  Hole hole;
  if (const auto filled = reading.relations.opening.find(id);
      filled != reading.relations.opening.end()) {
    hole.solid = reading.shapes.shape(filled->second, {"Body", ""});
    const auto host = reading.relations.host.find(filled->second);
    if (host != reading.relations.host.end()) hole.wall = host->second;
  }
  if (hole.solid.empty()) hole.solid = reading.body(id);
  return hole;
}

void snap_passage(IfcPassage& passage) {
  passage.a = snap(passage.a);
  passage.b = snap(passage.b);
  snap_ring(passage.footprint);
}

void add_window(IfcStorey& storey, const IfcPassage& passage, std::pair<double, double> between,
                const std::string& key) {
  Window window{{}, passage.a, passage.b, passage.footprint, std::nullopt, key};
  window.sill_height = std::max(0.0, between.first - storey.floor);
  storey.draft.raw.storey.windows.push_back(std::move(window));
}

void add_filled(IfcReading& reading, std::uint32_t id, bool is_door) {
  const Hole hole = hole_of(reading, id);
  const auto between = heights(hole.solid);
  const Ring rectangle = smallest_rectangle(seen_from_above(hole.solid));
  IfcStorey* storey = reading.storey_of(id, hole.solid);
  if (!storey || rectangle.empty()) return reading.skip(id, IfcSkip::NoShape);
  IfcPassage passage = through_wall(rectangle, storey->walls).value_or(in_own_shape(rectangle));
  snap_passage(passage);
  const IfcName name = name_of(reading.file, id);
  if (!is_door) return add_window(*storey, passage, *between, name.id);
  Door door;
  door.a = passage.a;
  door.b = passage.b;
  door.footprint = passage.footprint;
  door.name = name.name;
  door.source_key = name.id;
  state_door(reading, id, door);
  storey->draft.raw.storey.doors.push_back(std::move(door));
}

// A hole in a wall that nothing fills: a way through when it reaches the floor, else something to
// look through. Holes in slabs, niches and ducts are neither.
void add_empty(IfcReading& reading, std::uint32_t id) {
  const auto values = reading.file.values(id);
  if (values.size() > 8 && values[8].text == "RECESS") return;
  const Solid solid = reading.shapes.shape(id, {"Body", ""});
  const auto between = heights(solid);
  const Ring rectangle = smallest_rectangle(seen_from_above(solid));
  if (!between || rectangle.empty()) return;
  for (IfcStorey& storey : reading.storeys) {
    if (between->first > storey.cut() || between->second < storey.cut()) continue;
    auto passage = through_wall(rectangle, storey.walls);
    if (!passage) continue;
    const double thickness = distance(passage->footprint[1], passage->footprint[2]);
    const double width = distance(passage->a, passage->b);
    const double depth = std::abs(signed_area(rectangle)) / std::max(width, 1e-9);
    if (depth < kThrough * thickness) continue;
    snap_passage(*passage);
    const std::string key = name_of(reading.file, id).id;
    if (between->first < storey.floor + kDoorStep &&
        between->second > storey.floor + kDoorHeadroom) {
      Door door;
      door.a = passage->a;
      door.b = passage->b;
      door.footprint = passage->footprint;
      door.clear_width = door.opening_width();
      door.is_opening = true;
      door.source_key = key;
      storey.draft.raw.storey.doors.push_back(std::move(door));
    } else if (between->second > storey.floor + kEyesLow && width > kDoorStep) {
      add_window(storey, *passage, *between, key);
    }
  }
}

}  // namespace

void add_ifc_openings(IfcReading& reading) {
  for (const std::uint32_t id : reading.all(IfcKind::Door)) add_filled(reading, id, true);
  for (const std::uint32_t id : reading.all(IfcKind::Window)) add_filled(reading, id, false);
  std::set<std::uint32_t> filled;
  for (const auto& [thing, opening] : reading.relations.opening) filled.insert(opening);
  for (const auto& [opening, host] : reading.relations.host) {
    if (!filled.contains(opening) && reading.file.type(host).starts_with("IFCWALL"))
      add_empty(reading, opening);
  }
}

}  // namespace trefpunt
