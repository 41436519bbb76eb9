// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/wijk_crs.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <fmt/format.h>
#include <ogr_spatialref.h>
#include <proj.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "io/plan_crs.h"

namespace trefpunt {

namespace {

struct Quiet {
  Quiet() { CPLPushErrorHandler(CPLQuietErrorHandler); }
  ~Quiet() { CPLPopErrorHandler(); }
};

constexpr const char* kRdNew = "EPSG:28992";
constexpr double kRdAccuracy = 0.25;       // m, EPSG's figure for ETRS89 to RD New without its grid
constexpr std::size_t kSample = 2000;      // points that say where a layer lies
constexpr double kAreaMargin = 1.0;        // degrees: areas of use are drawn tight
constexpr double kUnknownAccuracy = 10.0;  // m, when EPSG states none for a change of datum

struct ProjContext {
  PJ_CONTEXT* context = proj_context_create();
  ProjContext() {
    proj_context_set_enable_network(context, 0);
    proj_log_level(context, PJ_LOG_NONE);
  }
  ProjContext(const ProjContext&) = delete;
  ~ProjContext() { proj_context_destroy(context); }
};

struct Destroy {
  void operator()(PJ* object) const { proj_destroy(object); }
};
using Operation = std::unique_ptr<PJ, Destroy>;

struct Chosen {
  Operation operation;  // x east or longitude, y north or latitude, on both sides
  double accuracy = 0;
};

std::string datum_of(PJ_CONTEXT* context, const PJ* crs) {
  const Operation geodetic(proj_crs_get_geodetic_crs(context, crs));
  if (!geodetic) return {};
  Operation datum(proj_crs_get_datum(context, geodetic.get()));
  if (!datum) datum.reset(proj_crs_get_datum_ensemble(context, geodetic.get()));
  const char* found = datum ? proj_get_name(datum.get()) : nullptr;
  std::string name = found != nullptr ? found : "";
  // The newer word for the same: "World Geodetic System 1984 ensemble".
  constexpr std::string_view kEnsemble = " ensemble";
  if (name.ends_with(kEnsemble)) name.resize(name.size() - kEnsemble.size());
  return name;
}

// The most accurate way that needs nothing that is not here.
Chosen choose(PJ_CONTEXT* context, const std::string& from, const std::string& to,
              const Point* at) {
  const Operation source(proj_create(context, from.c_str()));
  const Operation target(proj_create(context, to.c_str()));
  Chosen chosen;
  if (!source || !target) return chosen;
  PJ_OPERATION_FACTORY_CONTEXT* factory = proj_create_operation_factory_context(context, nullptr);
  proj_operation_factory_context_set_allow_ballpark_transformations(context, factory, 0);
  proj_operation_factory_context_set_grid_availability_use(
      context, factory, PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID);
  proj_operation_factory_context_set_spatial_criterion(context, factory,
                                                       PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
  if (at != nullptr) {
    proj_operation_factory_context_set_area_of_interest(context, factory, at->x - 0.01,
                                                        at->y - 0.01, at->x + 0.01, at->y + 0.01);
  }
  PJ_OBJ_LIST* found = proj_create_operations(context, source.get(), target.get(), factory);
  if (found != nullptr && proj_list_get_count(found) > 0) {
    const Operation best(proj_list_get(context, found, 0));
    chosen.operation.reset(proj_normalize_for_visualization(context, best.get()));
    const double accuracy = proj_coordoperation_get_accuracy(context, best.get());
    const std::string datum = datum_of(context, source.get());
    const bool is_same = !datum.empty() && datum == datum_of(context, target.get());
    chosen.accuracy = is_same ? 0 : accuracy >= 0 ? accuracy : kUnknownAccuracy;
  }
  proj_list_destroy(found);
  proj_operation_factory_context_destroy(factory);
  return chosen;
}

void change(PJ* operation, std::vector<Point>& points) {
  if (points.empty()) return;
  constexpr std::size_t kStride = sizeof(Point);
  proj_trans_generic(operation, PJ_FWD, &points[0].x, kStride, points.size(), &points[0].y, kStride,
                     points.size(), nullptr, 0, 0, nullptr, 0, 0);
}

bool is_finite(Point p) {
  return std::isfinite(p.x) && std::isfinite(p.y);
}

std::vector<Point> sample_of(const std::vector<Point>& points) {
  std::vector<Point> sample;
  const std::size_t step = points.size() / kSample + 1;
  for (std::size_t i = 0; i < points.size(); i += step) {
    if (is_finite(points[i])) sample.push_back(points[i]);
  }
  return sample;
}

Point median(std::vector<Point> points) {
  const auto half = points.begin() + static_cast<std::ptrdiff_t>(points.size() / 2);
  std::nth_element(points.begin(), half, points.end(), [](Point a, Point b) { return a.x < b.x; });
  const double x = half->x;
  std::nth_element(points.begin(), half, points.end(), [](Point a, Point b) { return a.y < b.y; });
  return {x, half->y};
}

bool looks_like_rd(Point p) {
  return p.x > -7000 && p.x < 300000 && p.y > 289000 && p.y < 629000;
}

bool are_degrees(Point p) {
  return std::abs(p.x) <= 180 && std::abs(p.y) <= 90;
}

Error no_degrees(Point p, const StatedCrs& crs, const std::string& where) {
  const Text hint = looks_like_rd(p) ? Text{" Het zijn waarden van RD New (EPSG:28992).",
                                            " They are values of RD New (EPSG:28992)."}
                                     : Text{};
  return {Code::BadInput,
          {fmt::format("Deze laag zegt in graden te staan ({}), maar ({:.1f}, {:.1f}) zijn geen "
                       "lengte- en breedtegraden.{}",
                       crs.name, p.x, p.y, hint.nl),
           fmt::format("This layer says it is in degrees ({}), but ({:.1f}, {:.1f}) are no "
                       "longitude and latitude.{}",
                       crs.name, p.x, p.y, hint.en)},
          where};
}

Error outside(Point p, const StatedCrs& crs, const std::string& where) {
  const bool has_degrees = !crs.is_geographic && are_degrees(p);
  const Text hint =
      has_degrees ? Text{" Het lijken graden te zijn.", " They look like degrees."} : Text{};
  return {Code::BadInput,
          {fmt::format("De coördinaten ({:.1f}, {:.1f}) liggen buiten het gebied waar {} voor is "
                       "gemaakt.{}",
                       p.x, p.y, crs.name, hint.nl),
           fmt::format("The coordinates ({:.1f}, {:.1f}) lie outside the area that {} is made "
                       "for.{}",
                       p.x, p.y, crs.name, hint.en)},
          where};
}

struct Area {
  double west = -180, south = -90, east = 180, north = 90;  // west > east across the date line
  bool contains(Point p) const {
    const bool in_width = west <= east ? p.x >= west - kAreaMargin && p.x <= east + kAreaMargin
                                       : p.x >= west - kAreaMargin || p.x <= east + kAreaMargin;
    return in_width && p.y >= south - kAreaMargin && p.y <= north + kAreaMargin;
  }
};

Area area_of_use(PJ_CONTEXT* context, const std::string& definition) {
  const Operation crs(proj_create(context, definition.c_str()));
  Area area;
  double west = 0, south = 0, east = 0, north = 0;
  if (crs && proj_get_area_of_use(context, crs.get(), &west, &south, &east, &north, nullptr) == 1 &&
      west > -1000) {
    area = {west, south, east, north};
  }
  return area;
}

}  // namespace

Result<StatedCrs> stated_crs(const std::string& text, const std::string& where) {
  if (text.empty()) {
    return Error{Code::BadInput,
                 {"Deze laag noemt geen coördinatenstelsel. Noem het met --wijk-crs, bijvoorbeeld "
                  "EPSG:28992.",
                  "This layer names no coordinate system. Name it with --wijk-crs, for instance "
                  "EPSG:28992."},
                 where};
  }
  const Quiet quiet;
  OSRSetPROJEnableNetwork(FALSE);
  static const char* const kOptions[] = {"ALLOW_NETWORK_ACCESS=NO", "ALLOW_FILE_ACCESS=NO",
                                         nullptr};
  OGRSpatialReference crs;
  std::string definition;
  if (crs.SetFromUserInput(text.c_str(), kOptions) == OGRERR_NONE) {
    crs.StripVertical();
    static const char* const kWkt[] = {"FORMAT=WKT2_2019", "MULTILINE=NO", nullptr};
    char* wkt = nullptr;
    if (crs.exportToWkt(&wkt, kWkt) == OGRERR_NONE && wkt != nullptr) definition = wkt;
    CPLFree(wkt);
  }
  if (definition.empty() || !(crs.IsGeographic() || crs.IsProjected())) {
    const std::string shown = text.size() > 60 ? text.substr(0, 60) + "…" : text;
    return Error{Code::BadInput,
                 {fmt::format("Het coördinatenstelsel \"{}\" is onbekend.", shown),
                  fmt::format("The coordinate system \"{}\" is unknown.", shown)},
                 where};
  }
  const char* authority = crs.GetAuthorityName(nullptr);
  const char* code = crs.GetAuthorityCode(nullptr);
  StatedCrs stated;
  stated.is_geographic = crs.IsGeographic() != 0;
  stated.definition = std::move(definition);
  stated.name = authority != nullptr && code != nullptr ? fmt::format("{}:{}", authority, code)
                : crs.GetName() != nullptr              ? crs.GetName()
                                                        : text;
  return stated;
}

Result<Point> middle_in_degrees(const std::vector<Point>& points, const StatedCrs& crs,
                                const std::string& where) {
  const std::vector<Point> sample = sample_of(points);
  if (sample.empty()) {
    return Error{Code::BadInput,
                 {"Deze laag heeft geen bruikbare coördinaten.",
                  "This layer has no coordinates that can be used."},
                 where};
  }
  if (crs.is_geographic) {
    for (const Point p : sample) {
      if (!are_degrees(p)) return no_degrees(p, crs, where);
    }
  }
  const ProjContext proj;
  const Chosen to_degrees = choose(proj.context, crs.definition, "EPSG:4326", nullptr);
  if (!to_degrees.operation) return outside(sample.front(), crs, where);
  std::vector<Point> degrees = sample;
  change(to_degrees.operation.get(), degrees);
  const Area area = area_of_use(proj.context, crs.definition);
  std::vector<Point> inside;
  std::size_t first_wrong = sample.size();
  for (std::size_t i = 0; i < degrees.size(); ++i) {
    if (is_finite(degrees[i]) && area.contains(degrees[i])) {
      inside.push_back(degrees[i]);
    } else {
      first_wrong = std::min(first_wrong, i);
    }
  }
  if (inside.size() * 2 <= sample.size()) return outside(sample[first_wrong], crs, where);
  return median(std::move(inside));
}

WijkCrs metric_crs_at(Point lon_lat) {
  if (is_in_the_netherlands(lon_lat)) return {kRdNew, 0};
  const int zone = std::clamp(static_cast<int>(std::floor((lon_lat.x + 180) / 6)) + 1, 1, 60);
  const bool is_north = lon_lat.y >= 0;
  return {fmt::format("UTM {}{} (EPSG:{})", zone, is_north ? 'N' : 'S',
                      (is_north ? 32600 : 32700) + zone),
          0};
}

std::string definition_of(const WijkCrs& crs) {
  const std::size_t at = crs.code.find("EPSG:");
  if (at == std::string::npos) return {};
  const std::size_t end = crs.code.find_first_not_of("0123456789", at + 5);
  return crs.code.substr(at, end == std::string::npos ? end : end - at);
}

struct WijkProjection::State {
  ProjContext proj;
  Chosen chosen;
};

WijkProjection::WijkProjection(std::unique_ptr<State> state) : state_(std::move(state)) {}
WijkProjection::WijkProjection(WijkProjection&&) noexcept = default;
WijkProjection& WijkProjection::operator=(WijkProjection&&) noexcept = default;
WijkProjection::~WijkProjection() = default;

Result<WijkProjection> WijkProjection::make(const StatedCrs& from, const WijkCrs& to, Point at,
                                            const std::string& where) {
  auto state = std::make_unique<State>();
  state->chosen = choose(state->proj.context, from.definition, definition_of(to), &at);
  if (!state->chosen.operation) {
    return Error{Code::BadInput,
                 {fmt::format("Deze coördinaten ({}) zijn niet om te rekenen naar {}: de lagen "
                              "liggen in verschillende landen, of x en y zijn verwisseld.",
                              from.name, to.code),
                  fmt::format("These coordinates ({}) cannot be converted to {}: the layers lie in "
                              "different countries, or x and y are swapped.",
                              from.name, to.code)},
                 where};
  }
  // Deliveries of Dutch data call ETRS89 by the name WGS 84; the two ways differ by a millimetre.
  if (to.code == kRdNew && from.definition.find("\"WGS 84") != std::string::npos) {
    state->chosen.accuracy = std::min(state->chosen.accuracy, kRdAccuracy);
  }
  return WijkProjection(std::move(state));
}

double WijkProjection::accuracy() const {
  return state_->chosen.accuracy;
}

int WijkProjection::apply(std::vector<Point>& points) const {
  change(state_->chosen.operation.get(), points);
  int lost = 0;
  for (Point& p : points) {
    if (is_finite(p)) {
      p = snap(p);
    } else {
      p = {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
      ++lost;
    }
  }
  return lost;
}

}  // namespace trefpunt
