// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>

#include "geo_text.h"

using namespace trefpunt;

namespace {

// A room of 4 x 4 m beside a corridor of 4 x 2 m, on the ground floor, sharing the line y = 4.
std::vector<std::string> osm_plan() {
  return {
      line(R"("indoor":"room","level":"0","ref":"101","name":"Büro")",
           {{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}}),
      polygon(R"("indoor":"corridor","level":"0")", box(0, 4, 4, 6)),
      point(R"("door":"hinged","level":"0")", {2, 4}),
  };
}

double length_of_walls(const Storey& storey) {
  double sum = 0;
  for (const Wall& wall : storey.walls) {
    for (std::size_t i = 0; i + 1 < wall.points.size(); ++i) {
      sum += distance(wall.points[i], wall.points[i + 1]);
    }
  }
  return sum;
}

}  // namespace

TEST_CASE("A room drawn as a closed line gets walls, with the door cut out") {
  const Storey storey = storey_of(osm_plan());
  REQUIRE(storey.spaces.size() == 2);
  CHECK(storey.spaces[0].number == "101");
  CHECK(storey.spaces[0].use == Use::Office);
  CHECK(storey.spaces[0].use_is_suggested);
  CHECK(storey.spaces[1].use == Use::Corridor);
  CHECK(!storey.spaces[1].use_is_suggested);
  REQUIRE(storey.doors.size() == 1);
  CHECK(storey.doors[0].opening_width() == Approx(0.9));
  CHECK(!storey.doors[0].clear_width);  // drawn, not measured
  CHECK(middle(storey.doors[0].a, storey.doors[0].b) == Point{2, 4});
  // Around both: 4 + 6 + 4 + 6, and the shared line less the door.
  CHECK(length_of_walls(storey) == Approx(20 + 4 - 0.9));
}

TEST_CASE("Where two corridors meet is no wall") {
  std::vector<std::string> features = osm_plan();
  features.push_back(polygon(R"("indoor":"area","level":"0")", box(4, 4, 7, 6)));
  CHECK(length_of_walls(storey_of(features)) == Approx(20 + 4 - 0.9 - 2 + 8));
}

TEST_CASE("A door with a stated width is as wide, nodes in one place are one door") {
  std::vector<std::string> features = osm_plan();
  features.back() =
      point(R"("door":"sliding","level":"0","width":"1.2 m","access":"private")", {2, 4});
  features.push_back(point(R"("door":"sliding","level":"0")", {2.05, 4}));
  const Storey storey = storey_of(features);
  REQUIRE(storey.doors.size() == 1);
  CHECK(storey.doors[0].clear_width == 1.2);
  CHECK(storey.doors[0].opening_width() == Approx(1.2));
  CHECK(storey.doors[0].lock == Lock::Controlled);
}

TEST_CASE("A door in a corner moves along its wall, one far from any wall is told") {
  std::vector<std::string> features = osm_plan();
  features.back() = point(R"("door":"hinged","level":"0")", {0, 4});
  const Storey corner = storey_of(features);
  REQUIRE(corner.doors.size() == 1);
  CHECK(corner.doors[0].opening_width() == Approx(0.9));
  const TestFolder folder;
  features.back() = point(R"("door":"hinged","level":"0")", {2, 2});
  const auto plan = read({{folder.file("a.geojson", collection(features)), ""}});
  REQUIRE(plan);
  CHECK(plan->building.storeys[0]->doors.empty());
  CHECK(count(plan->findings, finding::kDoorToNowhere) == 1);
}

TEST_CASE("Levels may be lists and ranges, stairs and lifts link them") {
  const TestFolder folder;
  const auto plan = read(
      {{folder.file(
            "huis.geojson",
            collection({
                polygon(R"("indoor":"room","level":"-1-1","stairs":"yes")", box(0, 0, 3, 5)),
                polygon(R"("indoor":"room","level":"0;1","highway":"elevator")", box(3, 0, 5, 2)),
                polygon(R"("indoor":"room","level":"0","amenity":"toilets","wheelchair":"yes")",
                        box(3, 2, 5, 4)),
            })),
        ""}});
  REQUIRE(plan);
  REQUIRE(plan->building.storeys.size() == 3);
  CHECK(plan->building.storeys[0]->level == -1);
  CHECK(plan->building.storeys[0]->links.size() == 1);
  REQUIRE(plan->building.storeys[1]->links.size() == 2);
  CHECK(plan->building.storeys[1]->links[1].kind == LinkKind::Lift);
  CHECK(plan->building.storeys[1]->spaces[2].use == Use::AccessibleToilet);
  CHECK(plan->building.storeys[2]->spaces.size() == 2);
}

TEST_CASE("The streets around the building and points without size are no part of the plan") {
  const TestFolder folder;
  std::vector<std::string> features = osm_plan();
  features.push_back(line(R"("highway":"primary","name":"Turmstraat")", {{-5000, 0}, {5000, 0}}));
  features.push_back(point(R"("entrance":"main")", {50, 50}));
  features.push_back(point(R"("indoor":"column","level":"0")", {1, 1}));
  features.push_back(R"({"type":"Feature","properties":{"type":"route"},"geometry":null})");
  const auto plan = read({{folder.file("a.geojson", collection(features)), ""}});
  REQUIRE(plan);
  REQUIRE(plan->building.storeys.size() == 1);
  CHECK(plan->building.storeys[0]->doors.size() == 1);
  CHECK(box_of(*plan->building.storeys[0]).width() == Approx(4));
  CHECK(count(plan->findings, finding::kUnknownKind) == 1);
  CHECK(count(plan->findings, finding::kWithoutGeometry) == 1);
}
