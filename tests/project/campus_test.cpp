// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/campus.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace trefpunt;

namespace {

Space space(int id, Point anchor, const char* name, Use use, Access access) {
  Space made;
  made.id = {id};
  made.anchor = anchor;
  made.name = name;
  made.use = use;
  made.access = access;
  return made;
}

Door door(int id, Point a, Point b, Entrance entrance) {
  Door made;
  made.id = {id};
  made.a = a;
  made.b = b;
  made.entrance = entrance;
  return made;
}

// A building of which the lounge and the reception are open to all; its main entrance is at (0, 2),
// another public one at (20, 2), a staff entrance in between.
Project campus() {
  Storey ground;
  ground.id = {1};
  ground.spaces = {space(1, {3, 2}, "Lounge", Use::Lounge, Access::Public),
                   space(2, {18, 2}, "Balie", Use::Reception, Access::Public),
                   space(3, {9, 2}, "Teamkamer", Use::StaffRoom, Access::Public),
                   space(4, {5, 2}, "Huiskamer", Use::Living, Access::Staff),
                   space(5, {6, 2}, "Activiteiten", Use::Activity, Access::Unknown)};
  ground.spaces[0].opening_hours = "ma-vr 9:00-17:00";
  ground.spaces[0].stated_area_m2 = 80;
  ground.doors = {door(1, {0, 1}, {0, 3}, Entrance::Public),
                  door(2, {20, 1}, {20, 3}, Entrance::Public),
                  door(3, {10, 0}, {11, 0}, Entrance::Staff)};
  Storey first = ground;
  first.id = {2};
  first.level = 1;
  Project project;
  project.buildings.push_back(
      {"De Hof",
       {std::make_shared<const Storey>(ground), std::make_shared<const Storey>(first)},
       {},
       {}});
  auto wijk = std::make_shared<Wijk>();
  wijk->crs.code = "EPSG:28992";
  wijk->places = std::make_shared<const std::vector<WijkPlace>>(1);
  wijk->homes = std::make_shared<const std::vector<Home>>(1);
  project.wijk = wijk;
  project.next_wijk.place = 7;
  project.buildings[0].placement.in_wijk = WijkPosition{{155000, 463000}, 0};
  return project;
}

}  // namespace

TEST_CASE("Each open space of the ground floor is a place at its nearest public entrance") {
  const std::vector<WijkPlace> places = campus_places(campus());
  REQUIRE(places.size() == 2);
  CHECK(places[0].name == "De Hof: Lounge");
  CHECK(places[0].at == Point{155000, 463002});
  CHECK(places[0].category == PlaceCategory::Care);
  CHECK(is_meeting_place(places[0]));
  CHECK(places[0].source_key == "S1");
  CHECK(places[0].opening_hours == "ma-vr 9:00-17:00");
  CHECK(places[0].area_m2 == 80.0);
  CHECK(places[0].id == PlaceId{7});
  CHECK(places[1].name == "De Hof: Balie");
  CHECK(places[1].at == Point{155020, 463002});
  CHECK(places[1].id == PlaceId{8});
  CHECK_FALSE(places[1].area_m2);
  CHECK_FALSE(places[1].step_free);
}

TEST_CASE("A building that is turned takes its entrance along") {
  Project project = campus();
  project.buildings[0].placement.in_wijk = WijkPosition{{155000, 463000}, std::acos(-1) / 2};
  const std::vector<WijkPlace> places = campus_places(project);
  REQUIRE(places.size() == 2);
  CHECK(places[0].at == Point{154998, 463000});
  CHECK(places[1].at == Point{154998, 463020});
}

TEST_CASE("A plan drawn in the system of the wijk stands where it is drawn, until it is placed") {
  Project project = campus();
  project.buildings[0].placement.in_wijk.reset();
  CHECK(campus_places(project).empty());  // a drawing without a place in the world
  project.buildings[0].placement.crs = "EPSG:25832";
  CHECK(campus_places(project).empty());
  project.buildings[0].placement.crs = "EPSG:28992";
  REQUIRE(campus_places(project).size() == 2);
  CHECK(campus_places(project)[0].at == Point{0, 2});
  project.buildings[0].placement.in_wijk = WijkPosition{{10, 0}, 0};
  CHECK(campus_places(project)[0].at == Point{10, 2});
}

TEST_CASE("A building without a stated public entrance or without a ground floor gives no place") {
  Project project = campus();
  Storey ground = *project.buildings[0].storeys[0];
  ground.doors.pop_back();
  ground.doors.pop_back();
  ground.doors[0].entrance = Entrance::Unknown;
  project.buildings[0].storeys[0] = std::make_shared<const Storey>(ground);
  CHECK(campus_places(project).empty());
  ground.doors[0].entrance = Entrance::Public;
  ground.level = -1;
  project.buildings[0].storeys = {std::make_shared<const Storey>(ground)};
  CHECK(campus_places(project).empty());
  project.buildings.clear();
  CHECK(campus_places(project).empty());
  CHECK(campus_places({}).empty());
}

TEST_CASE("The wijk with its campus shares all but the places, and unknown places stay unknown") {
  Project project = campus();
  const auto with = wijk_with_campus(project);
  CHECK(with->places->size() == 3);
  CHECK(with->homes == project.wijk->homes);
  CHECK(project.wijk->places->size() == 1);
  project.buildings.clear();
  CHECK(wijk_with_campus(project) == project.wijk);
  project = campus();
  auto wijk = std::make_shared<Wijk>(*project.wijk);
  wijk->places = nullptr;
  project.wijk = wijk;
  CHECK(wijk_with_campus(project) == project.wijk);
  CHECK(wijk_with_campus({}) == nullptr);
}
