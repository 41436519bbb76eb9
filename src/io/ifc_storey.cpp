// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/ifc_storey.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "io/ifc_openings.h"
#include "io/uses.h"

namespace trefpunt {

namespace {

constexpr double kLeast = 0.01;    // m2: a smaller piece of a space is a model's crumb
constexpr double kAbove = 0.3;     // m: how far a wall must rise into a storey to belong to it
constexpr double kHeadroom = 1.5;  // m: what hangs higher does not stand on the floor
constexpr double kEyes = 1.6;      // m: what is higher is not seen over

void snap_ring(Ring& ring) {
  for (Point& p : ring) p = snap(p);
  const auto end = std::unique(ring.begin(), ring.end());
  ring.erase(end, ring.end());
  while (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
}

void snap_polygon(Polygon& polygon) {
  snap_ring(polygon.outer);
  for (Ring& hole : polygon.holes) snap_ring(hole);
}

double size_of(const Ring& ring) {
  return std::abs(signed_area(ring));
}

bool has_word(const std::string& folded, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const char* word) { return folded.find(word) != std::string::npos; });
}

const StepValue& at(const std::vector<StepValue>& values, std::size_t i) {
  static const StepValue kNone;
  return i < values.size() ? values[i] : kNone;
}

// Words that tell a use, the first that the dictionary knows.
void give_ifc_use(const IfcReading& reading, std::uint32_t id, const IfcName& name,
                  const std::vector<IfcProperty>& properties, Space& space) {
  std::vector<std::string> words{space.name, name.kind};
  for (const char* key : {"occupancytype", "category", "reference", "spacetype", "ruimtefunctie"}) {
    if (const IfcProperty* said = find_property(properties, {key}))
      words.push_back(said->value.str());
  }
  if (const auto classes = reading.relations.classes.find(id);
      classes != reading.relations.classes.end()) {
    for (const std::uint32_t one : classes->second)
      words.push_back(at(reading.file.values(one), 2).str());
  }
  for (const std::string& word : words) {
    if (word.empty()) continue;
    if (const std::optional<Use> guess = suggest_use(word)) {
      space.use = *guess;
      space.use_is_suggested = true;
      return;
    }
  }
}

}  // namespace

IfcStorey* IfcReading::find(std::uint32_t storey) {
  const auto found = std::find_if(storeys.begin(), storeys.end(),
                                  [&](const IfcStorey& one) { return one.id == storey; });
  return found != storeys.end() ? &*found : nullptr;
}

Solid IfcReading::body(std::uint32_t thing) {
  Solid solid = shapes.shape(thing, {"Body", "Facetation", ""});
  if (const auto parts = relations.parts.find(thing); parts != relations.parts.end()) {
    for (const std::uint32_t part : parts->second) solid.add(shapes.shape(part, {"Body", ""}));
  }
  return solid;
}

void add_ifc_spaces(IfcReading& reading) {
  for (const std::uint32_t id : reading.file.all("IFCSPACE")) {
    IfcStorey* storey = reading.storey_of(id);
    if (!storey) continue;
    const IfcName name = name_of(reading.file, id);
    const Solid solid = reading.shapes.shape(id, {"Body", "Facetation", ""});
    const auto between = heights(solid);
    if (!between) {
      ++reading.without_shape["IFCSPACE"];
      continue;
    }
    const bool is_cut = between->first < storey->cut() && storey->cut() < between->second;
    const double height = is_cut ? storey->cut() : (between->first + between->second) / 2;
    // A space under a sloping roof is as large as its floor.
    std::vector<Polygon> pieces =
        section(solid, solid.booleans.empty() ? height : std::min(height, between->first + 0.05));
    std::erase_if(pieces, [](const Polygon& piece) { return area(piece) < kLeast; });
    if (pieces.empty()) {
      ++reading.without_shape["IFCSPACE"];
      continue;
    }
    const auto largest =
        std::max_element(pieces.begin(), pieces.end(),
                         [](const Polygon& a, const Polygon& b) { return area(a) < area(b); });
    RoomDraft room;
    room.polygon = *largest;
    snap_polygon(room.polygon);
    Space& space = room.space;
    space.source_key = name.id;
    space.name = name.long_name.empty() ? name.name : name.long_name;
    if (!name.long_name.empty()) space.number = name.name;
    const auto properties = properties_of(reading.file, reading.relations, id);
    if (const IfcProperty* stated = find_property(
            properties, {"netfloorarea", "grossfloorarea", "gsabimarea", "area", "netarea"})) {
      if (stated->is_quantity && stated->value.number > 0)
        space.stated_area_m2 = stated->value.number;
    }
    give_ifc_use(reading, id, name, properties, space);
    if (const auto groups = reading.relations.groups.find(id);
        groups != reading.relations.groups.end()) {
      const IfcName zone = name_of(reading.file, groups->second.front());
      room.unit = zone.name;
    }
    if (pieces.size() > 1) {
      storey->draft.raw.findings.push_back(
          {finding::kUnknownKind,
           Severity::Warning,
           {fmt::format("Ruimte {} bestaat uit {} losse stukken; alleen het grootste is gelezen.",
                        space.name, pieces.size()),
            fmt::format("Space {} has {} separate pieces; only the largest was read.", space.name,
                        pieces.size())},
           "",
           name.id,
           room.polygon.outer.front()});
    }
    storey->draft.rooms.push_back(std::move(room));
  }
}

void add_ifc_walls(IfcReading& reading) {
  const auto add = [&](std::uint32_t id, const Solid& solid, bool is_glass, bool is_wall) {
    const IfcStorey* own = reading.storey_of(id);
    const auto between = heights(solid);
    if (!own || !between) {
      if (own && is_wall) ++reading.without_shape[std::string(reading.file.type(id))];
      return;
    }
    const std::string key = name_of(reading.file, id).id;
    for (IfcStorey& storey : reading.storeys) {
      const bool is_own = &storey == own;
      const bool rises = between->first < storey.floor + kAbove && between->second > storey.cut();
      if (!rises && !(is_own && between->second > storey.floor + 0.1)) continue;
      if (!is_own && storey.floor <= own->floor) continue;
      const double height = rises ? storey.cut() : (between->first + between->second) / 2;
      for (Polygon& piece : section(solid, height)) {
        snap_polygon(piece);
        if (piece.outer.size() < 3) continue;
        if (!rises && between->second < storey.cut()) {  // low: walked around, seen over
          storey.draft.raw.storey.furniture.push_back({{}, piece.outer, false, "", key});
          continue;
        }
        if (!rises) continue;
        storey.draft.raw.storey.walls.push_back({{}, piece.outer, true, is_glass, key});
        storey.walls.push_back(piece.outer);
        for (const Ring& hole : piece.holes) {
          Ring line = hole;
          line.push_back(hole.front());
          storey.draft.raw.storey.walls.push_back({{}, line, false, is_glass, key});
        }
      }
    }
  };
  for (const char* type : {"IFCWALL", "IFCWALLSTANDARDCASE", "IFCWALLELEMENTEDCASE", "IFCCOLUMN",
                           "IFCCOLUMNSTANDARDCASE"}) {
    for (const std::uint32_t id : reading.file.all(type)) add(id, reading.body(id), false, true);
  }
  for (const std::uint32_t id : reading.file.all("IFCCURTAINWALL")) {
    add(id, reading.shapes.shape(id, {"Body", ""}), true, false);
    const auto parts = reading.relations.parts.find(id);
    if (parts == reading.relations.parts.end()) continue;
    for (const std::uint32_t part : parts->second) {
      add(part, reading.body(part), reading.file.type(part).starts_with("IFCPLATE"), true);
    }
  }
}

void add_ifc_openings(IfcReading& reading, double metre) {
  for (const char* type :
       {"IFCDOOR", "IFCDOORSTANDARDCASE", "IFCWINDOW", "IFCWINDOWSTANDARDCASE"}) {
    const bool is_door = std::string_view(type).starts_with("IFCDOOR");
    for (const std::uint32_t id : reading.file.all(type)) {
      IfcStorey* storey = reading.storey_of(id);
      if (!storey) continue;
      const auto filled = reading.relations.opening.find(id);
      Solid solid;
      if (filled != reading.relations.opening.end())
        solid = reading.shapes.shape(filled->second, {"Body", ""});
      if (solid.empty()) solid = reading.body(id);
      const auto between = heights(solid);
      const Ring rectangle = smallest_rectangle(seen_from_above(solid));
      if (!between || rectangle.empty()) {
        ++reading.without_shape[type];
        continue;
      }
      IfcPassage passage = through_wall(rectangle, storey->walls).value_or(in_own_shape(rectangle));
      passage.a = snap(passage.a);
      passage.b = snap(passage.b);
      snap_ring(passage.footprint);
      const IfcName name = name_of(reading.file, id);
      if (!is_door) {
        if (between->second < storey->floor || between->first > storey->ceiling) continue;
        Window window{{}, passage.a, passage.b, passage.footprint, std::nullopt, name.id};
        window.sill_height = std::max(0.0, between->first - storey->floor);
        storey->draft.raw.storey.windows.push_back(std::move(window));
        continue;
      }
      Door door;
      door.a = passage.a;
      door.b = passage.b;
      door.footprint = passage.footprint;
      door.name = name.name;
      door.source_key = name.id;
      const auto properties = properties_of(reading.file, reading.relations, id);
      const IfcProperty* clear = find_property(
          properties, {"clearwidth", "clearopeningwidth", "vrijedoorgang", "vrijedoorgangsbreedte",
                       "vrijebreedte", "dagmaatbreedte", "lichtedurchgangsbreite"});
      // Without a unit of length the number could be anything.
      if (clear && clear->value.type.ends_with("LENGTHMEASURE") && clear->value.number > 0) {
        const double width = metre * clear->value.number;
        if (width <= door.opening_width() + 0.01) door.clear_width = width;
      }
      storey->draft.raw.storey.doors.push_back(std::move(door));
    }
  }
}

void add_ifc_links(IfcReading& reading) {
  const auto add = [&](std::uint32_t id, LinkKind kind) {
    const IfcStorey* own = reading.storey_of(id);
    if (!own) return;
    const Solid solid = reading.body(id);
    const auto between = heights(solid);
    Ring hull = convex_hull(seen_from_above(solid));
    snap_ring(hull);
    if (!between || hull.size() < 3 || size_of(hull) < 0.2) {
      ++reading.without_shape[std::string(reading.file.type(id))];
      return;
    }
    const std::string key = name_of(reading.file, id).id;
    for (IfcStorey& storey : reading.storeys) {
      const bool is_there = &storey == own || (storey.floor > between->first + 0.5 &&
                                               storey.floor < between->second + 0.5);
      if (is_there) storey.draft.raw.storey.links.push_back({{}, kind, hull, {}, {}, key});
    }
  };
  for (const std::uint32_t id : reading.file.all("IFCSTAIR")) add(id, LinkKind::Stairs);
  for (const std::uint32_t id : reading.file.all("IFCRAMP")) add(id, LinkKind::Ramp);
  for (const char* type : {"IFCSTAIRFLIGHT", "IFCRAMPFLIGHT"}) {
    for (const std::uint32_t id : reading.file.all(type)) {
      const auto whole = reading.relations.parent.find(id);
      const std::string_view of =
          whole != reading.relations.parent.end() ? reading.file.type(whole->second) : "";
      if (of == "IFCSTAIR" || of == "IFCRAMP") continue;
      add(id, type[3] == 'S' ? LinkKind::Stairs : LinkKind::Ramp);
    }
  }
  for (const std::uint32_t id : reading.file.all("IFCTRANSPORTELEMENT")) {
    const auto values = reading.file.values(id);
    if (at(values, 8).text == "ELEVATOR") add(id, LinkKind::Lift);
  }
}

void add_ifc_furniture(IfcReading& reading) {
  for (const char* type : {"IFCFURNISHINGELEMENT", "IFCFURNITURE", "IFCSYSTEMFURNITUREELEMENT"}) {
    for (const std::uint32_t id : reading.file.all(type)) {
      IfcStorey* storey = reading.storey_of(id);
      if (!storey) continue;
      const Solid solid = reading.body(id);
      const auto between = heights(solid);
      Ring hull = convex_hull(seen_from_above(solid));
      snap_ring(hull);
      if (!between || hull.size() < 3) {
        ++reading.without_shape[type];
        continue;
      }
      if (between->first > storey->floor + kHeadroom) continue;
      const IfcName name = name_of(reading.file, id);
      const auto of_type = reading.relations.type.find(id);
      const std::string called = fold(name.name + " " + name.kind + " " +
                                      (of_type != reading.relations.type.end()
                                           ? name_of(reading.file, of_type->second).name
                                           : ""));
      const bool is_bed = has_word(called, {"bed ", "bed-", "bett", "bed:", "ziekenhuisbed"}) &&
                          !has_word(called, {"bedside", "nacht"});
      const bool is_long = has_word(called, {"sofa", "couch", "bench", "zitbank"});
      const bool is_seat =
          is_long || has_word(called, {"chair", "stoel", "stuhl", "seat", "zetel", "fauteuil",
                                       "kruk", "hocker", "stool", "sessel"});
      const Ring rectangle = smallest_rectangle(hull);
      if (is_seat && !is_bed && !rectangle.empty()) {
        const double size =
            std::max(distance(rectangle[0], rectangle[1]), distance(rectangle[1], rectangle[2]));
        const int places = is_long ? std::max(1, static_cast<int>(size / 0.6)) : 1;
        storey->draft.raw.storey.seats.push_back({{}, snap(centroid(hull)), places, name.id});
        continue;
      }
      if (is_bed) {
        for (RoomDraft& room : storey->draft.rooms) {
          if (contains(room.polygon, centroid(hull))) {
            room.space.beds = room.space.beds.value_or(0) + 1;
            break;
          }
        }
      }
      storey->draft.raw.storey.furniture.push_back(
          {{}, hull, between->second > storey->floor + kEyes, name.name, name.id});
    }
  }
}

}  // namespace trefpunt
