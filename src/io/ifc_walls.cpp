// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "base/text.h"
#include "io/ifc_storey.h"

namespace trefpunt {

namespace {

constexpr double kAbove = 0.3;    // m: how far a wall must rise into a storey to belong to it
constexpr double kLow = 0.1;      // m: what is lower is stepped over
constexpr double kNarrow = 0.35;  // m: a railing that is wider seen from above turns a corner

enum class Seen { Unknown, Glass, Opaque };

Seen seen_of_word(const std::string& folded) {
  if (says_any(folded, {"glaswol", "glass wool", "glasswool", "glass fib", "glasvlies",
                        "fibreglass", "fiberglass", "foamglas", "glaswand verf"})) {
    return Seen::Opaque;
  }
  if (says_any(folded, {"glas", "glaz", "verre", "beglaz"})) return Seen::Glass;
  return folded.empty() ? Seen::Unknown : Seen::Opaque;
}

// IfcMaterial, or the materials of a list, a layer set (usage) or a constituent set.
void material_names(const StepFile& file, std::uint32_t id, std::vector<std::string>& names,
                    int depth = 0) {
  if (depth > 6) return;
  const std::string_view type = file.type(id);
  const auto values = file.values(id);
  if (type == "IFCMATERIAL") {
    if (!values.empty()) names.push_back(fold(values[0].str()));
    return;
  }
  if (!type.starts_with("IFCMATERIAL")) return;
  for (const StepValue& value : values) {
    if (value.ref != 0) material_names(file, value.ref, names, depth + 1);
    for (const StepValue& item : value.items) material_names(file, item.ref, names, depth + 1);
  }
}

// Glass by its name or type, else by its material: opaque when a part of it is.
Seen seen_of(const IfcReading& reading, std::uint32_t thing) {
  const std::string called = reading.called(thing);
  if (seen_of_word(called) == Seen::Glass) return Seen::Glass;
  if (says_any(called, {"paneel", "panel:solid", "solid", "opaque", "dicht"})) return Seen::Opaque;
  std::vector<std::string> names;
  for (const std::uint32_t of : {thing, reading.relations.type_of(thing)}) {
    const auto material = reading.relations.material.find(of);
    if (of == 0 || material == reading.relations.material.end()) continue;
    material_names(reading.file, material->second, names);
    break;
  }
  bool has_glass = false;
  for (const std::string& name : names) {
    const Seen seen = seen_of_word(name);
    if (seen == Seen::Glass) has_glass = true;
    // Frames and sealings go around glass.
    if (seen == Seen::Opaque && !says_any(name, {"alumin", "frame", "kozijn", "rahmen", "staal",
                                                 "steel", "stahl", "rubber", "kit"})) {
      return Seen::Opaque;
    }
  }
  return has_glass ? Seen::Glass : names.empty() ? Seen::Unknown : Seen::Opaque;
}

// What rises above the cut is a wall on each storey it passes; lower, it is walked around.
void add_ifc_solid(IfcReading& reading, std::uint32_t id, const Solid& solid, bool is_glass,
                   bool is_reported) {
  const IfcStorey* own = reading.storey_of(id, solid);
  const auto between = heights(solid);
  if (!own || !between) {
    if (is_reported) reading.skip(id, IfcSkip::NoShape);
    return;
  }
  const std::string key = name_of(reading.file, id).id;
  for (IfcStorey& storey : reading.storeys) {
    const bool is_own = &storey == own;
    const bool rises = between->first < storey.floor + kAbove && between->second > storey.cut();
    if (!rises && !(is_own && between->second > storey.floor + kLow)) continue;
    if (!is_own && storey.floor <= own->floor) continue;
    if (!rises && between->second >= storey.cut()) continue;  // hangs above what is walked under
    const double height = rises ? storey.cut() : (between->first + between->second) / 2;
    for (Polygon& piece : section(solid, height)) {
      snap_polygon(piece);
      if (piece.outer.size() < 3) continue;
      if (!rises) {
        storey.draft.raw.storey.furniture.push_back({{}, piece.outer, false, "", key});
        continue;
      }
      storey.draft.raw.storey.walls.push_back({{}, piece.outer, true, is_glass, key});
      storey.walls.push_back(piece.outer);
      for (const Ring& hole : piece.holes) {
        Ring line = hole;
        line.push_back(hole.front());
        storey.draft.raw.storey.walls.push_back({{}, line, false, is_glass, key});
      }
    }
  }
}

// A straight guard rail stops walking and is seen over; one of a stair goes with the stair, and a
// handrail stops nobody.
void add_railing(IfcReading& reading, std::uint32_t id) {
  const auto values = reading.file.values(id);
  const std::string_view kind = values.size() > 8 ? values[8].text : "";
  const bool is_guard =
      kind == "GUARDRAIL" || kind == "BALUSTRADE" || kind == "FENCE" ||
      (kind != "HANDRAIL" &&
       says_any(reading.called(id), {"guard", "balustrade", "borstwering", "hekwerk", "brustung"}));
  const auto parent = reading.relations.parent.find(id);
  const std::string_view of =
      parent != reading.relations.parent.end() ? reading.file.type(parent->second) : "";
  const Solid solid = reading.body(id);
  IfcStorey* storey = reading.storey_of(id, solid);
  if (!storey) return reading.skip(id, IfcSkip::NoShape);
  Ring around = smallest_rectangle(seen_from_above(solid));
  const bool is_straight = around.size() == 4 && std::min(distance(around[0], around[1]),
                                                          distance(around[1], around[2])) < kNarrow;
  if (!is_guard || of.starts_with("IFCSTAIR") || of.starts_with("IFCRAMP") || !is_straight) {
    return reading.skip(id, IfcSkip::NotInPlan);
  }
  snap_ring(around);
  storey->draft.raw.storey.furniture.push_back(
      {{}, around, false, name_of(reading.file, id).name, name_of(reading.file, id).id});
}

}  // namespace

void add_ifc_walls(IfcReading& reading) {
  for (const std::uint32_t id : reading.all(IfcKind::Wall)) {
    add_ifc_solid(reading, id, reading.body(id), seen_of(reading, id) == Seen::Glass, true);
  }
  std::set<std::uint32_t> in_curtain;
  for (const std::uint32_t id : reading.all(IfcKind::CurtainWall)) {
    const auto parts = reading.relations.parts.find(id);
    const bool has_parts = parts != reading.relations.parts.end();
    add_ifc_solid(reading, id, reading.shapes.shape(id, {"Body", ""}),
                  seen_of(reading, id) != Seen::Opaque, !has_parts);
    if (!has_parts) continue;
    for (const std::uint32_t part : parts->second) {
      const std::string_view type = reading.file.type(part);
      if (type.starts_with("IFCDOOR") || type.starts_with("IFCWINDOW")) continue;
      in_curtain.insert(part);
      // A panel is glass unless something says otherwise; posts and rails are not.
      const Seen seen = seen_of(reading, part);
      const bool is_glass =
          type.starts_with("IFCPLATE") ? seen != Seen::Opaque : seen == Seen::Glass;
      add_ifc_solid(reading, part, reading.body(part), is_glass, true);
    }
  }
  for (const std::uint32_t id : reading.all(IfcKind::Plate)) {
    if (in_curtain.contains(id)) continue;
    if (seen_of(reading, id) == Seen::Glass) {
      add_ifc_solid(reading, id, reading.body(id), true, true);
    } else {
      reading.skip(id, IfcSkip::NotInPlan);
    }
  }
  for (const std::uint32_t id : reading.file.all("IFCRAILING")) add_railing(reading, id);
}

}  // namespace trefpunt
