// SPDX-License-Identifier: GPL-3.0-or-later
// Files of others, drawn for other ends.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "geo_text.h"

using namespace trefpunt;

TEST_CASE("The sample health centre has its 69 rooms on two storeys") {
  const std::string folder = TREFPUNT_ROOT "/samples/gezondheidscentrum/";
  PlanOptions options;
  options.uses_path = folder + "uses.json";
  const auto plan = read({{folder + "gezondheidscentrum.geojson", ""}}, options);
  if (!plan) FAIL(to_string(plan.error(), Lang::En));
  CHECK(plan->building.name == "Gezondheidscentrum De Veldkers");
  CHECK(plan->building.placement.crs == "EPSG:28992");
  REQUIRE(plan->building.storeys.size() == 2);
  std::size_t rooms = 0;
  for (const auto& storey : plan->building.storeys) {
    rooms += storey->spaces.size();
    CHECK(storey->links.size() == 3);
    for (const Space& space : storey->spaces) {
      INFO(space.number << " " << space.name);
      CHECK(!space.number.empty());
      CHECK(space.use != Use::Unknown);
    }
    for (const Door& door : storey->doors) CHECK(door.footprint.size() == 4);
    // Drawn 40 by 24 m.
    CHECK(box_of(*storey).width() == Approx(40).margin(0.02));
    CHECK(box_of(*storey).height() == Approx(24).margin(0.02));
  }
  CHECK(rooms == 69);
  CHECK(plan->findings.size() == 1);  // that it was projected
}

TEST_CASE("Westport House: seven storeys, rooms that only walls imply, gaps closed") {
  const std::string folder = shared_data("indoor-westport-house");
  if (folder.empty()) return;
  std::vector<PlanFile> files;
  for (const char* name : {"6", "5", "4", "3", "2", "1", "gf"}) {
    files.push_back({folder + "/westport-house-floor-" + name + ".geojson", ""});
  }
  const auto plan = read(files);
  if (!plan) FAIL(to_string(plan.error(), Lang::En));
  REQUIRE(plan->building.storeys.size() == 7);
  for (std::size_t i = 0; i < 7; ++i)
    CHECK(plan->building.storeys[i]->level == static_cast<double>(i));
  CHECK(plan->building.placement.crs.find("+proj=tmerc +lat_0=56.460") == 0);
  CHECK(count(plan->findings, finding::kGapsClosed) == 7);
  CHECK(count(plan->findings, finding::kProjected) == 1);

  const Storey& second = *plan->building.storeys[2];
  const auto named = std::count_if(second.spaces.begin(), second.spaces.end(),
                                   [](const Space& space) { return !space.name.empty(); });
  CHECK(named == 13);
  const auto restroom = std::find_if(second.spaces.begin(), second.spaces.end(),
                                     [](const Space& space) { return space.name == "Restroom"; });
  REQUIRE(restroom != second.spaces.end());
  CHECK(restroom->use == Use::Toilet);
  // 122 doors between some 120 rooms of a hotel-like storey, none of which has a polygon.
  CHECK(plan->building.storeys[3]->spaces.size() > 110);
  CHECK(plan->building.storeys[3]->spaces.size() < 135);
  for (const auto& storey : plan->building.storeys) {
    for (const Door& door : storey->doors) {
      INFO(storey->name << " " << to_string(door.id));
      CHECK(door.footprint.size() == 4);
      CHECK(door.opening_width() > 0.4);
      CHECK(door.opening_width() < 4.0);
    }
  }
}

TEST_CASE("Files that go with Westport House but are no plans say so") {
  const std::string folder = shared_data("indoor-westport-house");
  if (folder.empty()) return;
  for (const char* name : {"main.json", "westport-house-floor-2-paths.geojson"}) {
    const auto plan = read({{folder + "/" + name, ""}});
    REQUIRE(!plan);
    CHECK(plan.error().code == Code::BadInput);
    CHECK(plan.error().where == name);
  }
}

TEST_CASE("Aachen: OSM tagging, rooms as closed lines, features without geometry") {
  const std::string folder = shared_data("indoor-aachen");
  if (folder.empty()) return;
  const auto plan = read({{folder + "/aachen_indoor_osm.geojson", ""}});
  if (!plan) FAIL(to_string(plan.error(), Lang::En));
  REQUIRE(plan->building.storeys.size() == 5);
  CHECK(plan->building.placement.crs.find("+proj=tmerc +lat_0=50.779") == 0);
  // The file has 77 rooms, 19 corridors and 5 lifts.
  std::map<Use, int> uses;
  for (const auto& storey : plan->building.storeys) {
    for (const Space& space : storey->spaces) ++uses[space.use];
    CHECK(storey->doors.size() > 15);
    CHECK(box_of(*storey).width() < 60);
  }
  CHECK(uses[Use::Lift] == 5);
  CHECK(uses[Use::Stairs] == 5);
  CHECK(uses[Use::Corridor] == 14);
  CHECK(uses[Use::Toilet] + uses[Use::AccessibleToilet] == 6);
  CHECK(count(plan->findings, finding::kWithoutGeometry) == 1);
  CHECK(count(plan->findings, finding::kDuplicateNumber) == 1);
}
