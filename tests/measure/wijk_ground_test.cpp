// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/small_wijk.h"

using namespace trefpunt;

TEST_CASE("A home shares a space as stated, or when its door is at one", "[wijk]") {
  SmallWijk wijk;
  CHECK(is_not_computed(measured(wijk, "shared_space_share").headline));
  wijk.homes[0].shared_space = true;
  wijk.homes[1].shared_space = false;
  const Outcome partly = measured(wijk, "shared_space_share");
  CHECK(range(partly.headline).low == Approx(0.25));
  CHECK(range(partly.headline).high == Approx(0.5));
  wijk.add_ground({880, 12}, {920, 40}, Ground::Courtyard).is_shared = true;
  const Outcome outcome = measured(wijk, "shared_space_share");
  CHECK(number(outcome.headline) == Approx(0.5));
  CHECK(number(secondary(outcome, "cluster")) == 1);
  CHECK(number(row(outcome, "BU00000002")) == 1);
  CHECK(objects(outcome.places) == std::vector<std::string>{"O1"});
  (*wijk.open_spaces)[0].is_shared.reset();
  CHECK(range(measured(wijk, "shared_space_share").headline).high == Approx(0.5));
}

TEST_CASE("Space for people is footway, pedestrian area, living street and square", "[wijk]") {
  SmallWijk wijk;
  wijk.add_ground({0, 0}, {100, 3}, Ground::Footway);
  wijk.add_ground({0, 3}, {100, 8}, Ground::Carriageway);
  wijk.add_ground({0, 8}, {100, 10}, Ground::Parking);
  wijk.add_ground({0, 10}, {100, 90}, Ground::Park);     // no street
  wijk.add_ground({440, 0}, {460, 10}, Ground::Square);  // half of it in each buurt
  const Outcome outcome = measured(wijk, "people_space_share");
  CHECK(number(outcome.headline) == Approx(500 / 1200.0));
  CHECK(number(secondary(outcome, "parking")) == Approx(200 / 1200.0));
  CHECK(number(row(outcome, "BU00000001")) == Approx(400 / 1100.0));
  CHECK(number(row(outcome, "BU00000002")) == 1);
  // Without the carriageways of the BGT a footway is not the whole street.
  wijk.open_spaces->erase(wijk.open_spaces->begin() + 1);
  CHECK(is_not_computed(measured(wijk, "people_space_share").headline));
  wijk.open_spaces->clear();
  CHECK(is_not_computed(measured(wijk, "people_space_share").headline));
}

TEST_CASE("Residents may make their own what is stated, and perhaps what is not", "[wijk]") {
  SmallWijk wijk;
  wijk.add_ground({0, 0}, {20, 20}, Ground::Park).user_right = true;
  CHECK(is_not_computed(measured(wijk, "appropriable_area").headline));  // nobody counted people
  for (StatisticalArea& area : wijk.areas) area.figures.persons_per_household = 2;
  const Outcome outcome = measured(wijk, "appropriable_area");
  CHECK(number(outcome.headline) == Approx(1000 * 400 / 8.0));
  CHECK(number(row(outcome, "BU00000001")) == Approx(1000 * 400 / 6.0));
  CHECK(number(secondary(outcome, "places")) == 1);
  wijk.add_ground({0, 50}, {20, 60}, Ground::Playground);
  CHECK(range(measured(wijk, "appropriable_area").headline).high == Approx(1000 * 600 / 8.0));
  (*wijk.open_spaces)[1].user_right = false;
  CHECK(number(measured(wijk, "appropriable_area").headline) == Approx(1000 * 400 / 8.0));
}

TEST_CASE("Staying is free by seats when all are known, else by place", "[wijk]") {
  SmallWijk wijk;
  wijk.places[0].free_stay = true;
  wijk.add_place({500, 250}, PlaceCategory::Cafe).free_stay = false;
  CHECK(number(measured(wijk, "free_stay_share").headline) == Approx(0.5));
  wijk.places[0].seats = 30;
  wijk.places[2].seats = 10;
  const Outcome outcome = measured(wijk, "free_stay_share");
  CHECK(number(outcome.headline) == Approx(0.75));
  CHECK(number(secondary(outcome, "places")) == Approx(0.5));
  wijk.places[2].free_stay.reset();
  CHECK(range(measured(wijk, "free_stay_share").headline).high == 1);
  wijk.places[2].category = PlaceCategory::Park;  // free unless stated otherwise
  CHECK(number(measured(wijk, "free_stay_share").headline) == 1);
}

TEST_CASE("A facility has double use with two groups or more", "[wijk]") {
  SmallWijk wijk;
  CHECK(is_not_computed(measured(wijk, "multi_use_share").headline));
  wijk.places[0].user_groups = 3;
  wijk.add_place({500, 250}, PlaceCategory::School).user_groups = 1;
  const Outcome outcome = measured(wijk, "multi_use_share");
  CHECK(number(outcome.headline) == Approx(0.5));
  CHECK(number(row(outcome, "P3")) == 0);
  wijk.add_place({500, 200}, PlaceCategory::Sport);
  CHECK(range(measured(wijk, "multi_use_share").headline).high == Approx(2 / 3.0));
}

TEST_CASE("A front has a soft edge when public ground begins far enough before it", "[wijk]") {
  SmallWijk wijk;
  wijk.add_building({0, 20}, {10, 30}, true);
  wijk.add_building({20, 20}, {30, 30}, true);
  wijk.add_ground({0, 10}, {10, 18}, Ground::Footway);     // 2 m before the first
  wijk.add_ground({20, 10}, {30, 19.5}, Ground::Footway);  // 0.5 m before the second
  const Outcome outcome = measured(wijk, "transition_zone_share");
  CHECK(number(outcome.headline) == Approx(0.5));
  CHECK(number(secondary(outcome, "front")) == Approx(20));
  CHECK(number(row(outcome, "BU00000001")) == Approx(0.5));
  CHECK(is_not_computed(row(outcome, "BU00000002")));
  CHECK(objects(outcome.places) == std::vector<std::string>{"G2"});
  CHECK(number(measured(wijk, "transition_zone_share", {{"depth", 0.5}}).headline) == 1);
  (*wijk.footprints)[1].is_residential.reset();
  const Outcome unsure = measured(wijk, "transition_zone_share");
  CHECK(range(unsure.headline).low == Approx(0.5));
  CHECK(range(unsure.headline).high == 1);
  (*wijk.footprints)[1].is_residential = false;
  CHECK(number(measured(wijk, "transition_zone_share").headline) == 1);
}

TEST_CASE("A front behind another building is no front on the street", "[wijk]") {
  SmallWijk wijk;
  wijk.add_building({0, 20}, {10, 30}, true);
  wijk.add_building({-5, 12}, {15, 16}, false);
  wijk.add_ground({0, 8}, {10, 11}, Ground::Footway);
  CHECK(is_not_computed(measured(wijk, "transition_zone_share").headline));
}

TEST_CASE("A bench is good with a facade behind it and a street before it", "[wijk]") {
  SmallWijk wijk;
  wijk.add_building({45, 6}, {55, 20}, true);
  wijk.add_furnishing({50, 5}, FurnishingKind::Bench);     // back to the facade
  wijk.add_furnishing({200, 5}, FurnishingKind::Bench);    // nothing behind it
  wijk.add_furnishing({50, 21}, FurnishingKind::Bench);    // the house hides the street
  wijk.add_furnishing({200, 200}, FurnishingKind::Bench);  // no street near
  const Outcome outcome = measured(wijk, "wijk_edge_seat_share");
  CHECK(range(outcome.headline).low == Approx(0.25));
  CHECK(range(outcome.headline).high == Approx(0.5));  // a hedge may stand behind the second
  CHECK(number(row(outcome, "M1")) == 1);
  CHECK(is_not_computed(row(outcome, "M2")));
  CHECK(number(row(outcome, "M4")) == 0);
  CHECK(number(secondary(outcome, "covered_share")) == Approx(0.5));
  CHECK(number(secondary(outcome, "view_share")) == Approx(0.5));
  CHECK(number(secondary(outcome, "benches")) == 4);
  wijk.furnishings->clear();
  CHECK(is_not_computed(measured(wijk, "wijk_edge_seat_share").headline));
  wijk.benches_are_all = true;
  CHECK(is_not_applicable(measured(wijk, "wijk_edge_seat_share").headline));
}

TEST_CASE("Square metres of community centre are counted per 1,000 dwellings", "[wijk]") {
  SmallWijk wijk;
  const Outcome outcome = measured(wijk, "centre_m2_per_1000");
  CHECK(number(outcome.headline) == Approx(1000 * 200 / 4.0));
  CHECK(number(row(outcome, "P1")) == 200);
  CHECK(number(secondary(outcome, "dwellings")) == 4);
  wijk.add_place({500, 250}, PlaceCategory::CommunityCentre);
  CHECK(is_not_computed(measured(wijk, "centre_m2_per_1000").headline));
}

TEST_CASE("Key figures are shown, and a missing one makes no sum", "[wijk]") {
  SmallWijk wijk;
  wijk.areas[0].figures.inhabitants = 100;
  wijk.areas[0].figures.percent_65_plus = 20;
  wijk.areas[0].year = 2024;
  CHECK(is_not_computed(measured(wijk, "population_context").headline));
  wijk.areas[1].figures.inhabitants = 300;
  wijk.areas[1].figures.percent_65_plus = 40;
  const Outcome outcome = measured(wijk, "population_context");
  CHECK(number(outcome.headline) == 400);
  CHECK(number(secondary(outcome, "older")) == Approx(35));
  CHECK(number(row(outcome, "BU00000002")) == 40);
  CHECK(is_not_computed(secondary(outcome, "living_alone")));
  REQUIRE(outcome.assumptions.size() == 1);
  CHECK(outcome.assumptions[0].nl.find("2024") != std::string::npos);
}

TEST_CASE("Loneliness is told as an estimate with its year, never as a result", "[wijk]") {
  SmallWijk wijk;
  CHECK(is_not_computed(measured(wijk, "loneliness_context").headline));
  wijk.areas[0].loneliness = Loneliness{2022, "18+", 40, 10, std::nullopt, std::nullopt};
  wijk.areas[1].loneliness = Loneliness{2022, "18+", 50, 14, std::nullopt, std::nullopt};
  const Outcome outcome = measured(wijk, "loneliness_context");
  CHECK(number(outcome.headline) == 40);
  CHECK(number(row(outcome, "BU00000002")) == 50);
  REQUIRE(outcome.assumptions.size() == 1);
  CHECK(outcome.assumptions[0].nl.find("Schatting") != std::string::npos);
  CHECK(outcome.assumptions[0].nl.find("2022, 18+") != std::string::npos);
}
