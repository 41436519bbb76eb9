// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/plan_crs.h"

#include <cpl_error.h>
#include <fmt/format.h>
#include <ogr_spatialref.h>

#include <cmath>
#include <memory>
#include <optional>

namespace trefpunt {

namespace {

// What the library says on stderr about a bad CRS is said by our own error.
struct Quiet {
  Quiet() { CPLPushErrorHandler(CPLQuietErrorHandler); }
  ~Quiet() { CPLPopErrorHandler(); }
};

constexpr const char* kRdNew = "EPSG:28992";
constexpr double kRdAccuracy = 0.25;  // m, EPSG's figure for WGS 84 to RD New without the grid
constexpr double kFarthest = 1e7;     // m: no CRS in use has larger coordinates

template <typename Change>
void change_points(GeoFile& file, Change change) {
  for (GeoFeature& feature : file.features) {
    for (Point& p : feature.points) change(p);
    for (Line& line : feature.lines) {
      for (Point& p : line) change(p);
    }
    for (Polygon& polygon : feature.polygons) {
      for (Point& p : polygon.outer) change(p);
      for (Ring& hole : polygon.holes) {
        for (Point& p : hole) change(p);
      }
    }
  }
}

Error bad_crs(const GeoFile& file, const std::string& name) {
  return {Code::BadInput,
          {fmt::format("Het coördinatenstelsel \"{}\" is onbekend.", name),
           fmt::format("The coordinate system \"{}\" is unknown.", name)},
          file.name + ": crs"};
}

// Only names and codes: a definition may not reach a file or the network.
bool understand(OGRSpatialReference& crs, const std::string& definition) {
  static const char* const kOptions[] = {"ALLOW_NETWORK_ACCESS=NO", "ALLOW_FILE_ACCESS=NO",
                                         nullptr};
  crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  return crs.SetFromUserInput(definition.c_str(), kOptions) == OGRERR_NONE;
}

std::string short_name(const OGRSpatialReference& crs, const std::string& definition) {
  const char* authority = crs.GetAuthorityName(nullptr);
  const char* code = crs.GetAuthorityCode(nullptr);
  if (authority && code) return fmt::format("{}:{}", authority, code);
  return definition;
}

// Three decimals: about 100 m, so that the files of one building name the same CRS.
std::string local_crs(Point centre) {
  return fmt::format("+proj=tmerc +lat_0={:.3f} +lon_0={:.3f} +k=1 +ellps=WGS84 +units=m +no_defs",
                     centre.y, centre.x);
}

Finding projected(const std::string& target) {
  if (target == kRdNew) {
    return {finding::kProjected,
            Severity::Note,
            {"Lengte- en breedtegraden zijn omgezet naar RD New (EPSG:28992). De ligging klopt op "
             "0,25 m; maten in het gebouw kloppen op 1 mm per 10 m.",
             "Degrees were projected to RD New (EPSG:28992). The position is good to 0.25 m; sizes "
             "inside the building are good to 1 mm per 10 m."}};
  }
  return {
      finding::kProjected,
      Severity::Note,
      {fmt::format("Lengte- en breedtegraden zijn omgezet naar een plat vlak in meters rond het "
                   "gebouw ({}).",
                   target),
       fmt::format("Degrees were projected to a plane in metres around the building ({}).",
                   target)}};
}

}  // namespace

bool is_in_the_netherlands(Point lon_lat) {
  static const Ring kBorder = {
      {3.20, 51.37}, {3.36, 51.26}, {3.85, 51.19}, {4.25, 51.33}, {4.45, 51.42}, {4.85, 51.38},
      {5.05, 51.42}, {5.20, 51.24}, {5.60, 51.20}, {5.80, 51.13}, {5.68, 50.92}, {5.63, 50.74},
      {6.02, 50.74}, {6.03, 50.79}, {6.11, 50.89}, {6.00, 51.05}, {6.22, 51.20}, {6.25, 51.50},
      {6.00, 51.72}, {6.20, 51.83}, {6.70, 51.88}, {6.90, 51.98}, {7.08, 52.23}, {7.08, 52.40},
      {6.72, 52.55}, {6.78, 52.63}, {7.10, 52.70}, {7.25, 53.00}, {7.25, 53.35}, {6.90, 53.65},
      {5.00, 53.65}, {4.40, 53.20}, {4.20, 52.30}, {3.20, 51.75}};
  return contains(kBorder, lon_lat);
}

Result<Placement> to_metres(GeoFile& file, const std::string& crs, std::vector<Finding>& findings) {
  OSRSetPROJEnableNetwork(FALSE);
  const Quiet quiet;
  std::string definition = "OGC:CRS84";
  if (file.members.contains("crs")) {
    const nlohmann::json& member = file.members["crs"];
    const nlohmann::json properties =
        member.is_object() ? member.value("properties", nlohmann::json()) : nlohmann::json();
    if (member.is_null()) {
      definition.clear();
    } else if (properties.is_object() && properties.contains("name") &&
               properties["name"].is_string()) {
      definition = properties["name"].get<std::string>();
    } else {
      return bad_crs(file, member.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    }
  }

  Box box;
  change_points(file, [&](Point& p) { box.add(p); });
  Placement placement;
  OGRSpatialReference source;
  if (definition.empty()) {
    placement.crs = "";  // said to be nowhere: metres on a sheet
  } else if (!understand(source, definition)) {
    return bad_crs(file, definition);
  } else if (!source.IsGeographic()) {
    if (!source.IsProjected() && !source.IsLocal()) return bad_crs(file, definition);
    placement.crs = short_name(source, definition);
    placement.metres_per_unit = source.GetLinearUnits();
  } else if (!box.empty()) {
    if (box.low.x < -180 || box.high.x > 180 || box.low.y < -90 || box.high.y > 90) {
      const Point wrong =
          std::abs(box.low.x) > 180 || std::abs(box.low.y) > 90 ? box.low : box.high;
      return Error{
          Code::BadInput,
          {fmt::format(
               "De coördinaten ({}, {}) zijn geen lengte- en breedtegraden. Noem het stelsel "
               "in \"crs\", bijvoorbeeld EPSG:28992.",
               wrong.x, wrong.y),
           fmt::format("The coordinates ({}, {}) are no longitude and latitude. Name the system in "
                       "\"crs\", for instance EPSG:28992.",
                       wrong.x, wrong.y)},
          file.name};
    }
    const Point centre = middle(box.low, box.high);
    placement.crs = !crs.empty() ? crs : is_in_the_netherlands(centre) ? kRdNew : local_crs(centre);
    placement.accuracy = placement.crs == kRdNew ? kRdAccuracy : 0;
    OGRSpatialReference target;
    if (!understand(target, placement.crs)) return bad_crs(file, placement.crs);
    const std::unique_ptr<OGRCoordinateTransformation> transformation(
        OGRCreateCoordinateTransformation(&source, &target));
    bool is_good = transformation != nullptr;
    change_points(file,
                  [&](Point& p) { is_good = is_good && transformation->Transform(1, &p.x, &p.y); });
    if (!is_good) {
      return Error{Code::BadInput,
                   {"De coördinaten kunnen niet naar meters worden omgezet.",
                    "The coordinates cannot be turned into metres."},
                   file.name};
    }
    findings.push_back(projected(placement.crs));
  }

  bool is_absurd = false;
  change_points(file, [&](Point& p) {
    p = snap(placement.metres_per_unit * p);
    is_absurd = is_absurd || !(std::abs(p.x) < kFarthest && std::abs(p.y) < kFarthest);
  });
  if (is_absurd) {
    return Error{
        Code::BadInput,
        {"De coördinaten liggen meer dan 10.000 km van de oorsprong: dit zijn geen meters.",
         "The coordinates lie more than 10,000 km from the origin: these are no metres."},
        file.name};
  }
  return placement;
}

}  // namespace trefpunt
