// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/ifc.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "io/ifc_classes.h"
#include "io/ifc_findings.h"
#include "io/ifc_storey.h"

namespace trefpunt {

namespace {

const StepValue& at(const std::vector<StepValue>& values, std::size_t i) {
  static const StepValue kNone;
  return i < values.size() ? values[i] : kNone;
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

}  // namespace

bool looks_like_ifc(const std::string& bytes) {
  return bytes.substr(0, 256).find("ISO-10303-21;") != std::string::npos;
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
  IfcShapes shapes(*file, metre, units.radian);
  const IfcRelations relations = relations_of(*file);
  IfcReading reading{*file, relations, shapes, metre, storeys_of(*file, shapes, metre)};
  for (const std::uint32_t proxy : file->all("IFCBUILDINGELEMENTPROXY"))
    reading.proxies[proxy] = kind_of_proxy(reading, proxy);
  if (reading.storeys.empty()) {
    return Error{Code::BadInput,
                 {"Dit IFC-bestand heeft geen verdiepingen (IfcBuildingStorey).",
                  "This IFC file has no storeys (IfcBuildingStorey)."},
                 name};
  }
  const std::array<void (*)(IfcReading&), 6> parts = {add_ifc_spaces,   add_ifc_walls,
                                                      add_ifc_links,    add_ifc_furniture,
                                                      add_ifc_openings, give_ifc_units};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (job.stopped()) return Error{Code::Cancelled, {"gestopt", "stopped"}, name};
    parts[i](reading);
  }

  RawPlan plan;
  if (const auto& buildings = file->all("IFCBUILDING"); !buildings.empty()) {
    const IfcName building = name_of(*file, buildings.front());
    plan.name = building.long_name.empty() ? building.name : building.long_name;
  }
  plan.placement.metres_per_unit = metre;
  place_in_rd(*file, metre, plan);
  report_skipped(reading, plan.findings);
  plan.findings.insert(plan.findings.end(), reading.findings.begin(), reading.findings.end());
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
  number_levels(reading.storeys, plan.findings);
  int done = 0;
  for (IfcStorey& storey : reading.storeys) {
    if (!job.step(done++, static_cast<int>(reading.storeys.size()))) {
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
