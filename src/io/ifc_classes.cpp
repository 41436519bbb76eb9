// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/ifc_classes.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace trefpunt {

namespace {

struct KindTypes {
  IfcKind kind;
  std::array<const char*, 5> types;
};

constexpr std::array<KindTypes, 9> kKindTypes = {{
    {IfcKind::Wall,
     {"IFCWALL", "IFCWALLSTANDARDCASE", "IFCWALLELEMENTEDCASE", "IFCCOLUMN",
      "IFCCOLUMNSTANDARDCASE"}},
    {IfcKind::CurtainWall, {"IFCCURTAINWALL"}},
    {IfcKind::Plate, {"IFCPLATE", "IFCPLATESTANDARDCASE"}},
    {IfcKind::Door, {"IFCDOOR", "IFCDOORSTANDARDCASE"}},
    {IfcKind::Window, {"IFCWINDOW", "IFCWINDOWSTANDARDCASE"}},
    {IfcKind::Stair, {"IFCSTAIR", "IFCSTAIRFLIGHT"}},
    {IfcKind::Ramp, {"IFCRAMP", "IFCRAMPFLIGHT"}},
    {IfcKind::Lift, {"IFCTRANSPORTELEMENT"}},
    {IfcKind::Furniture, {"IFCFURNISHINGELEMENT", "IFCFURNITURE", "IFCSYSTEMFURNITUREELEMENT"}},
}};

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::vector<IfcClass> classes_of(const StepFile& file, const IfcRelations& relations,
                                 std::uint32_t thing) {
  std::vector<IfcClass> found;
  const auto add = [&](std::uint32_t of) {
    const auto classes = relations.classes.find(of);
    if (classes == relations.classes.end()) return;
    for (const std::uint32_t id : classes->second) {
      const auto values = file.values(id);
      if (file.type(id) != "IFCCLASSIFICATIONREFERENCE" || values.size() < 4) continue;
      IfcClass one{squeeze(values[1].str()), squeeze(values[2].str()), ""};
      // A reference may stand in another one before it comes to its system.
      std::uint32_t source = values[3].ref;
      for (int steps = 0; source != 0 && steps < 16; ++steps) {
        const auto up = file.values(source);
        if (file.type(source) == "IFCCLASSIFICATION") {
          if (up.size() > 3) one.system = squeeze(up[3].str());
          break;
        }
        source = up.size() > 3 ? up[3].ref : 0;
      }
      found.push_back(std::move(one));
    }
  };
  add(thing);
  if (const auto type = relations.type.find(thing); type != relations.type.end()) add(type->second);
  return found;
}

std::optional<int> nlsfb_of(const IfcReading& reading, std::uint32_t thing) {
  std::vector<IfcClass> said = classes_of(reading.file, reading.relations, thing);
  const auto properties = reading.properties(thing);
  for (const char* key : {"nlsfb", "nl/sfb", "nlsfbcode", "sfb", "sfbcode", "assemblycode"}) {
    if (const IfcProperty* one = find_property(properties, {key})) {
      said.push_back({squeeze(one->value.str()), "",
                      std::string_view(key).find("sfb") != std::string_view::npos ? "nl/sfb" : ""});
    }
  }
  for (const IfcClass& one : said) {
    const bool is_named = fold(one.system).find("sfb") != std::string::npos;
    const bool has_bracket = one.code.starts_with('(');
    const std::string code = has_bracket ? one.code.substr(1) : one.code;
    if (code.size() < 2 || !is_ascii_digit(code[0]) || !is_ascii_digit(code[1])) continue;
    const char next = code.size() > 2 ? code[2] : '\0';
    const bool is_written = has_bracket ? next == ')' || next == '.'
                                        : next == '.' && code.size() > 4 &&
                                              is_ascii_digit(code[3]) && is_ascii_digit(code[4]);
    const bool is_short = next == '\0' || next == ' ' || next == '.' || next == ')';
    if (is_written || (is_named && is_short)) return 10 * (code[0] - '0') + (code[1] - '0');
  }
  return std::nullopt;
}

IfcKind kind_of_proxy(const IfcReading& reading, std::uint32_t proxy) {
  const std::string called = reading.called(proxy);
  const bool is_door = says_any(called, {"deur", "door", "tur", "tuer"});
  const bool is_ramp = says_any(called, {"helling", "ramp"});
  const std::optional<int> code = nlsfb_of(reading, proxy);
  if (!code) {
    // Without a code only what is sat or lain on is worth a guess from its name.
    return is_ifc_seat(called) || is_ifc_bed(called) ? IfcKind::Furniture : IfcKind::None;
  }
  switch (*code) {
    case 21:
    case 22:
      return IfcKind::Wall;
    case 24:
      return is_ramp ? IfcKind::Ramp : IfcKind::Stair;
    case 28:
      return says_any(called, {"kolom", "column", "stutze", "wand", "wall"}) ? IfcKind::Wall
                                                                             : IfcKind::None;
    case 31:
    case 32:
      return is_door ? IfcKind::Door : IfcKind::Window;
    case 66:
      return says_any(called, {"lift", "elevator", "aufzug"}) ? IfcKind::Lift : IfcKind::None;
    case 71:
    case 72:
    case 73:
    case 74:
    case 75:
    case 81:
    case 82:
    case 83:
    case 84:
    case 85:
      return IfcKind::Furniture;
    default:
      return IfcKind::None;
  }
}

std::vector<std::uint32_t> IfcReading::all(IfcKind kind) const {
  std::vector<std::uint32_t> found;
  for (const KindTypes& one : kKindTypes) {
    if (one.kind != kind) continue;
    for (const char* type : one.types) {
      if (!type) continue;
      const auto& ids = file.all(type);
      found.insert(found.end(), ids.begin(), ids.end());
    }
  }
  for (const auto& [proxy, stands_for] : proxies) {
    if (stands_for == kind) found.push_back(proxy);
  }
  return found;
}

std::string IfcReading::called(std::uint32_t thing) const {
  const IfcName name = name_of(file, thing);
  std::string text = name.name + " " + name.kind;
  if (const auto of = relations.type.find(thing); of != relations.type.end())
    text += " " + name_of(file, of->second).name;
  return fold(text);
}

}  // namespace trefpunt
