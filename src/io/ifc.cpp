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

bool is_rd_new(const std::string& crs) {
  std::string name = fold(crs);
  std::erase_if(name, [](char c) { return c == ' ' || c == '_' || c == ':' || c == '/'; });
  return name.find("28992") != std::string::npos || name.find("7415") != std::string::npos ||
         name.find("rdnew") != std::string::npos || name == "rd" || name == "amersfoortrdnew";
}

// How far the plan is turned when north is known as a direction in it: north becomes up.
std::optional<double> angle_of_north(const StepFile& file, IfcShapes& shapes) {
  for (const std::uint32_t id : file.all("IFCGEOMETRICREPRESENTATIONCONTEXT")) {
    const auto values = file.values(id);
    if (at(values, 5).ref == 0) continue;
    const Vec3 north = shapes.direction(at(values, 5).ref, {0, 1, 0});
    return std::atan2(north.x, north.y);
  }
  return std::nullopt;
}

struct MapPlace {
  std::string crs;
  double east = 0, north = 0;
  std::optional<double> angle;  // of the plan, counter-clockwise
};

// IfcMapConversion; in IFC2x3 the same numbers as properties of the project (ePSet_MapConversion).
std::optional<MapPlace> map_place(const StepFile& file, const IfcRelations& relations) {
  const auto number = [](const StepValue& one) -> std::optional<double> {
    if (one.kind != StepValue::Kind::Number) return std::nullopt;
    return one.number;
  };
  const auto turned = [](std::optional<double> across, std::optional<double> up) {
    return across && up && (*across != 0 || *up != 0)
               ? std::optional<double>{std::atan2(*up, *across)}
               : std::nullopt;
  };
  for (const std::uint32_t id : file.all("IFCMAPCONVERSION")) {
    const auto values = file.values(id);
    const auto target = file.values(at(values, 1).ref);
    return MapPlace{at(target, 0).str(), number(at(values, 2)).value_or(0),
                    number(at(values, 3)).value_or(0),
                    turned(number(at(values, 5)), number(at(values, 6)))};
  }
  for (const std::uint32_t id : file.all("IFCPROJECT")) {
    const auto said = properties_of(file, relations, id);
    const auto value = [&](std::string_view name) -> std::optional<double> {
      const IfcProperty* one = find_property(said, {name});
      return one ? number(one->value) : std::nullopt;
    };
    if (!value("eastings") || !value("northings")) continue;
    MapPlace place{"", *value("eastings"), *value("northings"),
                   turned(value("xaxisabscissa"), value("xaxisordinate"))};
    for (const IfcProperty& one : said) {
      if (is_rd_new(one.value.str())) place.crs = one.value.str();
    }
    return place;
  }
  return std::nullopt;
}

// The latitude and longitude of an IfcSite are no place: programs fill in a town of their own.
void place_in_rd(const StepFile& file, const IfcRelations& relations, IfcShapes& shapes,
                 double metre, RawPlan& plan) {
  const std::optional<MapPlace> place = map_place(file, relations);
  if (!place) return;
  if (!is_rd_new(place->crs)) {
    plan.findings.push_back(
        {finding::kMapPlaceUnused,
         Severity::Note,
         {fmt::format(
              "Het model noemt een plaats in {}; alleen een plaats in RD New wordt gebruikt.",
              place->crs.empty() ? "een onbekend stelsel" : place->crs),
          fmt::format("The model states a place in {}; only a place in RD New is used.",
                      place->crs.empty() ? "an unknown system" : place->crs)},
         "",
         "",
         std::nullopt});
    return;
  }
  // Eastings and northings are in the unit of the map, metres for RD, and in that of the file
  // where a writer did not mind: RD is never wider than 1000 km.
  double east = place->east, north = place->north;
  if (std::abs(east) > 1e6 || std::abs(north) > 1e6) {
    east *= metre;
    north *= metre;
  }
  const std::optional<double> angle = place->angle ? place->angle : angle_of_north(file, shapes);
  plan.placement.in_wijk = WijkPosition{{east, north}, angle.value_or(0)};
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
    parts[i](reading);
    if (job.stopped()) return Error{Code::Cancelled, {"gestopt", "stopped"}, name};
  }

  RawPlan plan;
  if (const auto& buildings = file->all("IFCBUILDING"); !buildings.empty()) {
    const IfcName building = name_of(*file, buildings.front());
    plan.name = building.long_name.empty() ? building.name : building.long_name;
  }
  plan.placement.metres_per_unit = metre;
  place_in_rd(*file, relations, shapes, metre, plan);
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
