// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/wijk_crs.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <thread>

using namespace trefpunt;

namespace {

StatedCrs crs(const std::string& text) {
  const auto stated = stated_crs(text, "laag");
  REQUIRE(stated);
  return *stated;
}

WijkProjection projection(const std::string& from, const WijkCrs& to, Point at) {
  auto made = WijkProjection::make(crs(from), to, at, "laag");
  REQUIRE(made);
  return std::move(*made);
}

constexpr Point kAmersfoort{5.38720, 52.15517};

}  // namespace

TEST_CASE("A wijk in the Netherlands lands in RD New, good to 0.25 m", "[wijk]") {
  const WijkCrs target = metric_crs_at(kAmersfoort);
  CHECK(target.code == "EPSG:28992");
  const WijkProjection to_rd = projection("EPSG:4326", target, kAmersfoort);
  CHECK(to_rd.accuracy() == 0.25);
  std::vector<Point> points = {kAmersfoort};
  CHECK(to_rd.apply(points) == 0);
  // PROJ's own answer for this point (projinfo, operation of 0.25 m).
  CHECK(points[0].x == Approx(154999.760).margin(0.3));
  CHECK(points[0].y == Approx(462999.745).margin(0.3));
  CHECK(points[0] == snap(points[0]));
}

TEST_CASE("A wijk elsewhere lands in its UTM zone, which is named", "[wijk]") {
  CHECK(metric_crs_at({8.40, 49.05}).code == "UTM 32N (EPSG:32632)");
  CHECK(metric_crs_at({-51.2, -30.03}).code == "UTM 22S (EPSG:32722)");
  CHECK(definition_of(metric_crs_at({8.40, 49.05})) == "EPSG:32632");
  CHECK(definition_of({"EPSG:28992", 0}) == "EPSG:28992");
  const WijkProjection to_utm =
      projection("OGC:CRS84", metric_crs_at({9, 49}), {9, 49});  // on the central meridian
  CHECK(to_utm.accuracy() == 0);
  std::vector<Point> points = {{9, 49}, {9, 49.001}};
  CHECK(to_utm.apply(points) == 0);
  CHECK(points[0].x == Approx(500000).margin(1e-6));
  // A degree of latitude on the WGS 84 ellipsoid at 49 is 111,207 m; the zone has scale 0.9996.
  CHECK(distance(points[0], points[1]) == Approx(111.207 * 0.9996).epsilon(1e-4));
}

TEST_CASE("Data that are in RD New already keep their coordinates", "[wijk]") {
  const StatedCrs rd = crs("urn:ogc:def:crs:EPSG::28992");
  CHECK(rd.name == "EPSG:28992");
  CHECK(!rd.is_geographic);
  const auto middle = middle_in_degrees({{84999.9367441, 445554.975938}, {85100, 445600}}, rd, "");
  REQUIRE(middle);
  CHECK(middle->x == Approx(4.36).margin(0.02));
  const WijkProjection same = projection("EPSG:28992", metric_crs_at(*middle), *middle);
  CHECK(same.accuracy() == 0);
  std::vector<Point> points = {{84999.9367441, 445554.975938}};
  same.apply(points);
  CHECK(points[0].x == Approx(84999.936744).margin(1e-6));
  CHECK(points[0].y == Approx(445554.975938).margin(1e-6));
}

TEST_CASE("Of a compound system the horizontal part counts", "[wijk]") {
  CHECK(crs("EPSG:7415").name == "EPSG:28992");
}

TEST_CASE("Web Mercator loses its stretch", "[wijk]") {
  // Two places in Amsterdam 1000 m apart on its map; 1/cos(52.37) of that is stretch.
  std::vector<Point> points = {{545000, 6868000}, {546000, 6868000}};
  const StatedCrs web = crs("EPSG:3857");
  const auto at = middle_in_degrees(points, web, "");
  REQUIRE(at);
  const WijkProjection to_rd = projection("EPSG:3857", metric_crs_at(*at), *at);
  to_rd.apply(points);
  CHECK(distance(points[0], points[1]) == Approx(611).margin(3));
}

TEST_CASE("A layer without a CRS is refused, not guessed", "[wijk]") {
  const auto none = stated_crs("", "wijk.shp: layer 'wijk'");
  REQUIRE(!none);
  CHECK(none.error().sentence.en.find("names no coordinate system") != std::string::npos);
  CHECK(none.error().where == "wijk.shp: layer 'wijk'");
  CHECK(!stated_crs("EPSG:999999", ""));
  CHECK(!stated_crs("http://example.org/crs.wkt", ""));
  CHECK(!stated_crs("/etc/hostname", ""));
  CHECK(!stated_crs("LOCAL_CS[\"sheet\",UNIT[\"metre\",1]]", ""));
}

TEST_CASE("RD coordinates that are said to be WGS 84 are refused and recognised", "[wijk]") {
  const auto middle = middle_in_degrees({{121000, 487000}}, crs("EPSG:4326"), "laag");
  REQUIRE(!middle);
  CHECK(middle.error().sentence.nl.find("waarden van RD New") != std::string::npos);
}

TEST_CASE("Degrees that are said to be RD New are refused", "[wijk]") {
  const auto middle = middle_in_degrees({{4.9, 52.37}}, crs("EPSG:28992"), "laag");
  REQUIRE(!middle);
  CHECK(middle.error().sentence.en.find("look like degrees") != std::string::npos);
}

TEST_CASE("Coordinates outside the area of their CRS are refused", "[wijk]") {
  CHECK(!middle_in_degrees({{900000, 1500000}}, crs("EPSG:28992"), "laag"));
  CHECK(!middle_in_degrees({}, crs("EPSG:28992"), "laag"));
}

TEST_CASE("One stray point does not move a layer", "[wijk]") {
  const auto middle = middle_in_degrees(
      {{0, 0}, {121000, 487000}, {121100, 487100}, {121200, 487200}}, crs("EPSG:28992"), "laag");
  REQUIRE(middle);
  CHECK(std::isfinite(middle->x));
  CHECK(middle->y == Approx(52.37).margin(0.01));
}

TEST_CASE("Projections of several threads give the same metres", "[wijk]") {
  const StatedCrs degrees = crs("EPSG:4326");
  const auto run = [&degrees] {  // Catch's macros belong to the first thread
    const auto to_rd = WijkProjection::make(degrees, {"EPSG:28992", 0}, kAmersfoort, "");
    std::vector<Point> points;
    for (int i = 0; i < 1000; ++i) points.push_back({4.5 + i * 1e-3, 52 + i * 1e-4});
    to_rd->apply(points);
    return points;
  };
  const std::vector<Point> alone = run();
  std::vector<std::vector<Point>> made(3);
  std::vector<std::thread> threads;
  for (auto& points : made) threads.emplace_back([&points, &run] { points = run(); });
  for (std::thread& thread : threads) thread.join();
  for (const auto& points : made) CHECK(points == alone);
}
