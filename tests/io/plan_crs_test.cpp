// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/plan_crs.h"

#include <catch2/catch.hpp>

#include "geo_text.h"

using namespace trefpunt;

namespace {

GeoFile file_of(const std::vector<Point>& points, const std::string& crs) {
  std::vector<std::string> features;
  for (const Point p : points) features.push_back(point("", p));
  const auto file = parse_geojson(collection(features, crs), "plan.geojson", 1000);
  REQUIRE(file);
  return *file;
}

}  // namespace

TEST_CASE("Degrees in the Netherlands become RD New") {
  GeoFile file = file_of({{5.38720, 52.15517}}, "");
  std::vector<Finding> findings;
  const auto placement = to_metres(file, "", findings);
  REQUIRE(placement);
  CHECK(placement->crs == "EPSG:28992");
  CHECK(placement->accuracy == 0.25);
  // PROJ's own answer for this point (projinfo, operation of 0.25 m).
  CHECK(file.features[0].points[0].x == Approx(154999.760).margin(0.3));
  CHECK(file.features[0].points[0].y == Approx(462999.745).margin(0.3));
  CHECK(count(findings, finding::kProjected) == 1);
}

TEST_CASE("Degrees elsewhere become metres around the plan, true to scale") {
  // Just across the border: a degree of latitude on the WGS 84 ellipsoid at 50.78 is 111,244 m.
  GeoFile file = file_of({{6.0610, 50.7780}, {6.0610, 50.7790}}, "");
  std::vector<Finding> findings;
  const auto placement = to_metres(file, "", findings);
  REQUIRE(placement);
  CHECK(placement->crs.find("+proj=tmerc +lat_0=50.77") == 0);
  const double d = distance(file.features[0].points[0], file.features[1].points[0]);
  CHECK(d == Approx(111.244).epsilon(1e-4));
}

TEST_CASE("A second file of a plan lands in the CRS of the first") {
  GeoFile file = file_of({{4.9, 52.37}}, "");
  std::vector<Finding> findings;
  const std::string crs =
      "+proj=tmerc +lat_0=52.370 +lon_0=4.900 +k=1 +ellps=WGS84 +units=m +no_defs";
  REQUIRE(to_metres(file, crs, findings));
  CHECK(length(file.features[0].points[0]) < 1e-6);
}

TEST_CASE("A metric crs member keeps its coordinates") {
  GeoFile file = file_of({{130900.1234567, 450700}}, "urn:ogc:def:crs:EPSG::28992");
  std::vector<Finding> findings;
  const auto placement = to_metres(file, "", findings);
  REQUIRE(placement);
  CHECK(placement->crs == "EPSG:28992");
  CHECK(file.features[0].points[0] == Point{130900.123457, 450700});
  CHECK(findings.empty());
}

TEST_CASE("Coordinates that cannot be what they claim are refused with a way out") {
  const auto sentence = [](const std::vector<Point>& points, const std::string& crs) {
    GeoFile file = file_of(points, crs);
    std::vector<Finding> findings;
    const auto placement = to_metres(file, "", findings);
    REQUIRE(!placement);
    CHECK(placement.error().code == Code::BadInput);
    return placement.error().sentence.nl;
  };
  CHECK(sentence({{130900, 450700}}, "").find("EPSG:28992") != std::string::npos);
  CHECK(sentence({{1, 1}}, "EPSG:999999").find("EPSG:999999") != std::string::npos);
  CHECK(sentence({{1e9, 0}}, "EPSG:28992").find("meters") != std::string::npos);
  // A definition may not reach a file.
  CHECK(sentence({{1, 1}}, "/etc/passwd").find("/etc/passwd") != std::string::npos);
}
