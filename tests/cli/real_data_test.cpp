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
