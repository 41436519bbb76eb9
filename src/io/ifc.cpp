// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/ifc.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "io/ifc_storey.h"

namespace trefpunt {

namespace {

const StepValue& at(const std::vector<StepValue>& values, std::size_t i) {
  static const StepValue kNone;
  return i < values.size() ? values[i] : kNone;
}

std::vector<IfcStorey> storeys_of(const StepFile& file, IfcShapes& shapes) {
  std::vector<IfcStorey> storeys;
  for (const std::uint32_t id : file.all("IFCBUILDINGSTOREY")) {
    IfcStorey storey;
    storey.id = id;
    const auto values = file.values(id);
    storey.floor = shapes.placement(at(values, 5).ref).at.z;
    const IfcName name = name_of(file, id);
    storey.draft.raw.storey.elevation = storey.floor;
    storey.draft.raw.storey.source_key = name.id;
    storey.draft.raw.storey.name = name.name.empty() ? name.long_name : name.name;
    storeys.push_back(std::move(storey));
  }
  std::stable_sort(storeys.begin(), storeys.end(),
                   [](const IfcStorey& a, const IfcStorey& b) { return a.floor < b.floor; });
  for (std::size_t i = 0; i < storeys.size(); ++i) {
    storeys[i].ceiling = i + 1 < storeys.size() ? storeys[i + 1].floor : storeys[i].floor + 3;
  }
  return storeys;
}

// 0 is the storey whose floor is nearest to the zero of the file; the others count from there.
void number_levels(std::vector<IfcStorey>& storeys) {
  std::size_t ground = 0;
  for (std::size_t i = 0; i < storeys.size(); ++i) {
    if (std::abs(storeys[i].floor) < std::abs(storeys[ground].floor)) ground = i;
  }
  for (std::size_t i = 0; i < storeys.size(); ++i) {
    storeys[i].draft.raw.level = static_cast<double>(i) - static_cast<double>(ground);
  }
}

// Products that stand in the building and are no part of a plan here, by type.
std::optional<Finding> unread_finding(const StepFile& file) {
  static const std::set<std::string_view> kRead = {"IFCSPACE",
                                                   "IFCWALL",
                                                   "IFCWALLSTANDARDCASE",
                                                   "IFCWALLELEMENTEDCASE",
                                                   "IFCCOLUMN",
                                                   "IFCCOLUMNSTANDARDCASE",
                                                   "IFCCURTAINWALL",
                                                   "IFCDOOR",
                                                   "IFCDOORSTANDARDCASE",
                                                   "IFCWINDOW",
                                                   "IFCWINDOWSTANDARDCASE",
                                                   "IFCSTAIR",
                                                   "IFCSTAIRFLIGHT",
                                                   "IFCRAMP",
                                                   "IFCRAMPFLIGHT",
                                                   "IFCTRANSPORTELEMENT",
                                                   "IFCFURNISHINGELEMENT",
                                                   "IFCFURNITURE",
                                                   "IFCSYSTEMFURNITUREELEMENT",
                                                   "IFCOPENINGELEMENT"};
  std::map<std::string_view, std::set<std::uint32_t>> unread;
  for (const std::uint32_t id : file.all("IFCRELCONTAINEDINSPATIALSTRUCTURE")) {
    const auto values = file.values(id);
    for (const StepValue& one : at(values, 4).items) {
      const std::string_view type = file.type(one.ref);
      if (!type.empty() && !kRead.contains(type)) unread[type].insert(one.ref);
    }
  }
  if (unread.empty()) return std::nullopt;
  std::string list;
  for (const auto& [type, things] : unread) {
    list += fmt::format("{}{} {}", list.empty() ? "" : ", ", things.size(), type);
  }
  return Finding{
      finding::kUnknownKind,
      Severity::Note,
      {"Niet gebruikt in de plattegrond: " + list + ".", "Not used in the plan: " + list + "."},
      "",
      "",
      std::nullopt};
}

// Where IfcMapConversion puts the origin of the model, when the target is RD New.
void place_in_rd(const StepFile& file, double metre, RawPlan& plan) {
  for (const std::uint32_t id : file.all("IFCMAPCONVERSION")) {
    const auto values = file.values(id);
    const auto target = file.values(at(values, 1).ref);
    std::string name = fold(at(target, 0).str());
    std::erase_if(name, [](char c) { return c == ' ' || c == '_' || c == ':'; });
    if (name != "epsg28992" && name.find("rdnew") == std::string::npos) continue;
    const auto number = [&](std::size_t i, double otherwise) {
      const StepValue& one = at(values, i);
      return one.kind == StepValue::Kind::Number ? one.number : otherwise;
    };
    // Eastings and northings are in the unit of the map, metres for RD, and in that of the file
    // where a writer did not mind: RD is never wider than 300 km.
    double east = number(2, 0), north = number(3, 0);
    if (std::abs(east) > 1e6 || std::abs(north) > 1e6) {
      east *= metre;
      north *= metre;
    }
    plan.placement.in_wijk = WijkPosition{{east, north}, std::atan2(number(6, 0), number(5, 1))};
    return;
  }
}

Finding too_large_finding(const IfcShapes& shapes) {
  std::string list;
  for (const auto& [type, count] : shapes.too_large()) {
    list += fmt::format("{}{} {}", list.empty() ? "" : ", ", count, type);
  }
  return {finding::kWithoutGeometry,
          Severity::Warning,
          {"Weggelaten, omdat de vorm te veel delen heeft of te ver weg ligt: " + list + ".",
           "Left out, because the shape has too many parts or lies too far away: " + list + "."},
          "",
          "",
          std::nullopt};
}

Finding skipped_finding(const IfcReading& reading) {
  std::string list;
  const auto name_all = [&](const std::map<std::string, int>& counts) {
    for (const auto& [type, count] : counts) {
      list += fmt::format("{}{} {}", list.empty() ? "" : ", ", count, type);
    }
  };
  name_all(reading.without_shape);
  name_all(reading.shapes.skipped());
  return {finding::kWithoutGeometry,
          Severity::Warning,
          {"Niet gelezen, omdat de vorm niet bekend is: " + list + ".",
           "Not read, because the shape is not known: " + list + "."},
          "",
          "",
          std::nullopt};
}

}  // namespace

bool looks_like_ifc(const std::string& bytes) {
  // UTF-16 too, so that the reader can say what is wrong with it.
  const std::string_view head = std::string_view(bytes).substr(0, 256);
  return head.find("ISO-10303-21;") != std::string_view::npos ||
         head.find(std::string_view("I\0S\0O\0-\0", 8)) != std::string_view::npos ||
         head.find(std::string_view("\0I\0S\0O\0-", 8)) != std::string_view::npos;
}

bool looks_like_zip(const std::string& bytes) {
  return bytes.starts_with("PK\x03\x04");
}

Result<RawPlan> read_ifc(std::shared_ptr<const std::string> bytes, const std::string& name,
                         const PlanOptions& options, Job& job) {
  Result<StepFile> file = StepFile::read(std::move(bytes), name, job);
  if (!file) return file.error();
  if (!file->schema().starts_with("IFC")) {
    return Error{Code::Unsupported,
                 {fmt::format("Dit STEP-bestand is geen IFC maar {}.", file->schema()),
                  fmt::format("This STEP file is not IFC but {}.", file->schema())},
                 name};
  }
  const IfcUnits units = units_of(*file);
  const double metre = options.metres_per_unit.value_or(units.metre);
  IfcShapes shapes(*file, metre, units.radian, &job);
  const IfcRelations relations = relations_of(*file);
  IfcReading reading{*file, relations, shapes, storeys_of(*file, shapes), {}};
  if (reading.storeys.empty()) {
    return Error{Code::BadInput,
                 {"Dit IFC-bestand heeft geen verdiepingen (IfcBuildingStorey).",
                  "This IFC file has no storeys (IfcBuildingStorey)."},
                 name};
  }
  const std::array<void (*)(IfcReading&), 4> parts = {add_ifc_spaces, add_ifc_walls, add_ifc_links,
                                                      add_ifc_furniture};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    parts[i](reading);
    if (job.stopped()) return Error{Code::Cancelled, {"gestopt", "stopped"}, name};
  }
  add_ifc_openings(reading, metre);
  if (job.stopped()) return Error{Code::Cancelled, {"gestopt", "stopped"}, name};

  RawPlan plan;
  if (const auto& buildings = file->all("IFCBUILDING"); !buildings.empty()) {
    const IfcName building = name_of(*file, buildings.front());
    plan.name = building.long_name.empty() ? building.name : building.long_name;
  }
  plan.placement.metres_per_unit = metre;
  place_in_rd(*file, metre, plan);
  if (auto unread = unread_finding(*file)) plan.findings.push_back(*std::move(unread));
  if (!units.is_stated && !options.metres_per_unit) {
    plan.findings.push_back({finding::kUnitGuessed,
                             Severity::Warning,
                             {"Het bestand noemt geen eenheid van lengte; meters zijn aangenomen.",
                              "The file states no unit of length; metres were assumed."},
                             "",
                             "",
                             std::nullopt});
  }
  std::erase_if(reading.storeys, [](const IfcStorey& storey) {
    const Storey& drawn = storey.draft.raw.storey;
    return storey.draft.rooms.empty() && drawn.doors.empty() && drawn.links.empty() &&
           drawn.windows.empty();
  });
  if (reading.storeys.empty()) {
    return Error{Code::BadInput,
                 {"In dit IFC-bestand staat niets om een plattegrond van te maken: geen ruimten, "
                  "deuren of trappen.",
                  "This IFC file has nothing to make a plan of: no spaces, doors or stairs."},
                 name};
  }
  number_levels(reading.storeys);
  if (!reading.without_shape.empty() || !shapes.skipped().empty()) {
    plan.findings.push_back(skipped_finding(reading));
  }
  if (!shapes.too_large().empty()) plan.findings.push_back(too_large_finding(shapes));
  int done = 0;
  for (IfcStorey& storey : reading.storeys) {
    // The last tenth: StepFile and IfcShapes told the rest.
    const int storeys = static_cast<int>(reading.storeys.size());
    if (!job.step(9 * storeys + done++, 10 * storeys)) {
      return Error{Code::Cancelled, {"gestopt", "stopped"}, name};
    }
    const std::optional<double> level = storey.draft.raw.level;
    RawStorey raw = finished(std::move(storey.draft), options);
    raw.level = level;
    raw.keeps_level = true;  // floors have heights here; "Level 1" may be the ground floor
    plan.storeys.push_back(std::move(raw));
  }
  return plan;
}

}  // namespace trefpunt
