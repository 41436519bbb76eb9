// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/level_name.h"

#include <catch2/catch.hpp>

using namespace trefpunt;

TEST_CASE("A level is read from what people call storeys and files") {
  const std::vector<std::pair<std::string, double>> names = {{"0", 0},
                                                             {"-1", -1},
                                                             {"0,5", 0.5},
                                                             {"bg", 0},
                                                             {"bg.dxf", 0},
                                                             {"BEGANE GROND", 0},
                                                             {"begane_grond.dxf", 0},
                                                             {"gf", 0},
                                                             {"westport-house-floor-gf.geojson", 0},
                                                             {"westport-house-floor-3.geojson", 3},
                                                             {"verdieping-1.dxf", 1},
                                                             {"verdieping 2", 2},
                                                             {"1e verdieping", 1},
                                                             {"Eerste verdieping", 1},
                                                             {"EERSTE VERDIEPING", 1},
                                                             {"2nd floor", 2},
                                                             {"second floor", 2},
                                                             {"kelder", -1},
                                                             {"kelder 2", -2},
                                                             {"souterrain.dxf", -1},
                                                             {"-1.dxf", -1},
                                                             {"plan_-2.geojson", -2},
                                                             {"1.OG", 1},
                                                             {"EG", 0},
                                                             {"Untergeschoss", -1},
                                                             {"level 4", 4},
                                                             {"gebouw-A-02.dxf", 2},
                                                             {"etage3.dxf", 3}};
  for (const auto& [name, level] : names) {
    INFO(name);
    const auto found = level_from_name(name);
    REQUIRE(found);
    CHECK(*found == level);
  }
}

TEST_CASE("A name without a storey gives no level") {
  for (const char* name : {"", "plattegrond.dxf", "gezondheidscentrum.geojson", "A-2041.dxf"}) {
    INFO(name);
    CHECK(!level_from_name(name));
  }
}

TEST_CASE("A number is a number and nothing else") {
  CHECK(number_from_text("0,85") == 0.85);
  CHECK(number_from_text(" +2.5 ") == 2.5);
  CHECK(!number_from_text(""));
  CHECK(!number_from_text("2a"));
  CHECK(!number_from_text("nan"));
  CHECK(!number_from_text("inf"));
}

TEST_CASE("A level without a name gets one that leads back to the level") {
  for (const double level : {-2.0, -1.0, 0.0, 0.5, 1.0, 7.0}) {
    CHECK(level_from_name(name_of_level(level)) == level);
  }
}
