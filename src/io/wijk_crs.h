// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "geom/shapes.h"
#include "wijk/wijk.h"

namespace trefpunt {

// A coordinate system as a layer or its user states it; of a compound one the horizontal part.
struct StatedCrs {
  std::string name;        // "EPSG:28992", or as it calls itself
  std::string definition;  // WKT 2; reaches no file and no network
  bool is_geographic = false;
  bool operator==(const StatedCrs&) const = default;
};

// `text`: "EPSG:4326", a URN, WKT or a PROJ string. Errors: BadInput (empty, unknown, or neither
// degrees nor a plane): no layer is ever guessed to have one. `where` is the layer, for the error.
Result<StatedCrs> stated_crs(const std::string& text, const std::string& where);

// The place in the world (degrees) around which the points lie: their median, so that a stray one
// does not count. Errors: BadInput with a sentence when they do not fit the CRS: degrees out of
// range (RD is recognised and named), or most of them outside the area the CRS is made for.
Result<Point> middle_in_degrees(const std::vector<Point>& points, const StatedCrs& crs,
                                const std::string& where);

// RD New in the Netherlands, elsewhere the UTM zone of WGS 84: "UTM 32N (EPSG:32632)".
WijkCrs metric_crs_at(Point lon_lat);

// What PROJ and GeoPackage call it: "EPSG:32632"; empty when it is none of metric_crs_at().
std::string definition_of(const WijkCrs& crs);

// From one system into that of a wijk. Made once per layer and per thread: it belongs to one
// thread. Without the network, never a guessed ("ballpark") change of datum.
class WijkProjection {
 public:
  // Errors: BadInput when PROJ knows no way between the two. `at`: where the data lie, in degrees.
  static Result<WijkProjection> make(const StatedCrs& from, const WijkCrs& to, Point at,
                                     const std::string& where);
  WijkProjection(WijkProjection&&) noexcept;
  WijkProjection& operator=(WijkProjection&&) noexcept;
  ~WijkProjection();

  // m: of the change of datum, as EPSG states it (RD without its grid: 0.25); 0 when there is none.
  double accuracy() const;

  // In place, to metres in whole micrometres. A point that has no image becomes NaN; returns how
  // many those are.
  int apply(std::vector<Point>& points) const;

 private:
  struct State;
  explicit WijkProjection(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace trefpunt
