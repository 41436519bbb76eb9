// SPDX-License-Identifier: GPL-3.0-or-later
// Real drawings must open and give sensible results; skipped with a notice where they are not.
#include <catch2/catch.hpp>

#include "cli/run.h"

using namespace run;

namespace {

Json shown(const std::vector<std::string>& files) {
  const Ran ran = trefpunt(std::vector<std::string>{"show", "--json"} + files);
  INFO(ran.err);
  REQUIRE(ran.exit == 0);
  return Json::parse(ran.out);
}

int rooms(const Json& storey) {
  int count = 0;
  for (const Json& space : storey["spaces"])
    count += space["use"] != "void" && space["use"] != "outdoor" ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("The office drawing has 25 to 45 spaces, and they fill its outline with the walls",
          "[real]") {
  const fs::path data = real_data("dxf-wrld-office");
  if (data.empty()) return;
  const Json office = shown({data / "cad.dxf"});
  REQUIRE(office["storeys"].size() == 1);
  const Json& storey = office["storeys"][0];
  CHECK(rooms(storey) >= 25);
  CHECK(rooms(storey) <= 45);
  // The outer faces of its walls, read off the drawing by hand, with the two lift shafts in the
  // north.
  const std::vector<std::pair<double, double>> outer = {
      {11.71, 10.91}, {67.61, 10.91}, {67.61, 16.29}, {69.61, 16.29}, {69.61, 28.26},
      {48.91, 28.26}, {48.91, 38.81}, {33.91, 38.81}, {33.91, 28.26}, {15.51, 28.26},
      {15.51, 31.86}, {11.91, 31.86}, {11.91, 28.26}, {11.71, 28.26}};
  double twice = 0;
  for (std::size_t i = 0; i < outer.size(); ++i) {
    const auto& [x0, y0] = outer[i];
    const auto& [x1, y1] = outer[(i + 1) % outer.size()];
    twice += x0 * y1 - x1 * y0;
  }
  double filled = storey["solid_m2"];
  for (const Json& space : storey["spaces"]) {
    REQUIRE_FALSE(space["area_m2"].is_null());
    filled += space["area_m2"].get<double>();
  }
  CHECK(filled == Approx(twice / 2).epsilon(0.02));
}

TEST_CASE("Westport House has seven storeys, the ground floor lowest", "[real]") {
  const fs::path data = real_data("indoor-westport-house");
  if (data.empty()) return;
  std::vector<std::string> files;
  for (const char* level : {"gf", "1", "2", "3", "4", "5", "6"}) {
    files.push_back(data / ("westport-house-floor-" + std::string(level) + ".geojson"));
  }
  const Json house = shown(files);
  REQUIRE(house["storeys"].size() == 7);
  for (int level = 0; level < 7; ++level) {
    CHECK(house["storeys"][level]["level"] == level);
    CHECK(rooms(house["storeys"][level]) >= 9);
  }
}

TEST_CASE("The OSM indoor map of Aachen gives its rooms on five levels", "[real]") {
  const fs::path data = real_data("indoor-aachen");
  if (data.empty()) return;
  const Json map = shown({data / "aachen_indoor_osm.geojson"});
  CHECK(map["storeys"].size() == 5);
  int count = 0;
  for (const Json& storey : map["storeys"]) count += rooms(storey);
  CHECK(count >= 77);
}

TEST_CASE("Bare lines, walkable areas and an entity zoo open", "[real]") {
  const fs::path gallery = real_data("depthmapx-gallery");
  if (!gallery.empty()) CHECK(rooms(shown({gallery / "gallery.dxf"})["storeys"][0]) >= 1);
  const fs::path jupedsim = real_data("jupedsim-geometry");
  if (!jupedsim.empty()) {
    for (const char* name : {"Gallery.dxf", "ISO-Office.dxf", "turns.dxf"}) {
      CAPTURE(name);
      CHECK(rooms(shown({jupedsim / "dxf" / name})["storeys"][0]) >= 1);
    }
  }
}
