// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/small_wijk.h"
#include "street/hill.h"

using namespace trefpunt;

TEST_CASE("Homes reach a meeting place by their dwellings, residents by the figures", "[wijk]") {
  SmallWijk wijk;
  for (StatisticalArea& area : wijk.areas) area.figures.persons_per_household = 2;
  wijk.areas[0].figures.percent_65_plus = 50;
  wijk.areas[1].figures.percent_65_plus = 25;
  const Outcome outcome = measured(wijk, "reach_500");
  CHECK(number(outcome.headline) == Approx(0.75));
  CHECK(number(row(outcome, "BU00000001")) == 1);
  CHECK(number(row(outcome, "BU00000002")) == 0);
  CHECK(objects(outcome.places) == std::vector<std::string>{"H3"});
  CHECK(number(secondary(outcome, "residents")) == Approx(0.75));
  CHECK(number(secondary(outcome, "older")) == Approx(3 / 3.5));
  CHECK(number(secondary(outcome, "mean")) == Approx((120 + 2 * 420 + 920) / 4.0));
  CHECK(number(secondary(outcome, "worst_fifth")) == Approx(920));
  CHECK(is_not_computed(secondary(outcome, "living_alone")));
  CHECK(number(measured(wijk, "reach_500", {{"distance", 150}}).headline) == Approx(0.25));
}

TEST_CASE("Without figures of a buurt a group is not computed, and homes still are", "[wijk]") {
  const Outcome outcome = measured(SmallWijk(), "reach_500");
  CHECK(number(outcome.headline) == Approx(0.75));
  CHECK(is_not_computed(secondary(outcome, "older")));
}

TEST_CASE("A home far from every street is told and not counted", "[wijk]") {
  SmallWijk wijk;
  wijk.add_home({200, 340});
  const Outcome outcome = measured(wijk, "reach_500");
  CHECK(number(outcome.headline) == Approx(0.75));
  REQUIRE(outcome.assumptions.size() == 2);
  CHECK(outcome.assumptions[0].en ==
        "Too far from a street (100 m or more) and not counted: 1 address.");
}

TEST_CASE("A wijk without a meeting place has no reach, not a reach of zero", "[wijk]") {
  SmallWijk wijk;
  wijk.places.erase(wijk.places.begin());
  CHECK(is_not_computed(measured(wijk, "reach_500").headline));
}

TEST_CASE("Kinds of places within reach: the median home and Hill numbers", "[wijk]") {
  const SmallWijk wijk;
  const Outcome outcome = measured(wijk, "place_type_diversity");
  CHECK(number(outcome.headline) == 2);  // H1 and H2 two kinds, H3 one
  CHECK(number(secondary(outcome, "hill_q1")) == Approx(2));
  const double near = clipped_decay(120, 500), far = clipped_decay(420, 500);
  CHECK(number(secondary(outcome, "hill_q1_near")) ==
        Approx(weighted_hill_number({1, 1}, {near, far}, 1)));
  CHECK(number(row(outcome, "BU00000002")) == 1);
  CHECK(number(measured(wijk, "place_type_diversity", {{"distance", 50}}).headline) == 0);
}

TEST_CASE("A supermarket counts when one may sit there, and perhaps when nobody said", "[wijk]") {
  SmallWijk wijk;
  const Outcome unknown = measured(wijk, "facility_with_seat_share");
  CHECK(range(unknown.headline).low == 0);
  CHECK(range(unknown.headline).high == 1);
  CHECK(number(secondary(unknown, "daily")) == 1);
  wijk.places[1].has_seating = true;
  CHECK(number(measured(wijk, "facility_with_seat_share").headline) == 1);
  CHECK(number(measured(wijk, "facility_with_seat_share", {{"distance", 200}}).headline) ==
        Approx(0.5));
  wijk.places[1].has_seating = false;
  CHECK(number(measured(wijk, "facility_with_seat_share").headline) == 0);
}

TEST_CASE("Green within 300 m counts when it is large enough and public", "[wijk]") {
  SmallWijk wijk;
  wijk.add_home({510, 150});  // 160 m from the park at the end of the footpath
  wijk.add_ground({480, 300}, {520, 340}, Ground::Park);
  const Outcome outcome = measured(wijk, "green_300");
  CHECK(number(outcome.headline) == Approx(0.2));
  CHECK(number(row(outcome, "BU00000002")) == Approx(0.5));
  CHECK(number(secondary(outcome, "worst_fifth")) == Approx(710));
  CHECK(number(measured(wijk, "green_300", {{"minimum", 2000}}).headline) == 0);
  (*wijk.open_spaces)[0].ground = Ground::Garden;  // a garden may be closed
  CHECK(range(measured(wijk, "green_300").headline).high == Approx(0.2));
  (*wijk.open_spaces)[0].is_public = false;
  CHECK(number(measured(wijk, "green_300").headline) == 0);
}

TEST_CASE("A place is step-free when its entrance is and a wheelchair gets there", "[wijk]") {
  SmallWijk wijk;
  wijk.add_place({500, 250}, PlaceCategory::Park).step_free = true;
  const Outcome half = measured(wijk, "wijk_step_free_share");
  CHECK(range(half.headline).low == Approx(0.5));  // of P1 nobody stated it
  CHECK(range(half.headline).high == 1);
  wijk.places[0].step_free = true;
  CHECK(number(measured(wijk, "wijk_step_free_share").headline) == 1);
  wijk.streets[2].kind = StreetKind::Steps;
  const Outcome steps = measured(wijk, "wijk_step_free_share");
  CHECK(number(steps.headline) == Approx(0.5));
  CHECK(number(row(steps, "P3")) == 0);
  CHECK(objects(steps.places) == std::vector<std::string>{"P3"});
  wijk.streets[2].kind = StreetKind::Path;
  CHECK(range(measured(wijk, "wijk_step_free_share").headline).high == 1);
  wijk.streets[2].wheelchair = true;
  CHECK(number(measured(wijk, "wijk_step_free_share").headline) == 1);
  wijk.streets[2].wheelchair.reset();
  wijk.streets[2].width = 0.6;
  CHECK(number(measured(wijk, "wijk_step_free_share").headline) == Approx(0.5));
}

TEST_CASE("The farthest meeting place from a stop counts", "[wijk]") {
  SmallWijk wijk;
  wijk.add_place({500, 250}, PlaceCategory::Park);
  wijk.add_furnishing({600, 5}, FurnishingKind::Stop);
  const Outcome outcome = measured(wijk, "stop_distance");
  CHECK(number(outcome.headline) == Approx(5 + 100 + 500 + 10));
  CHECK(number(row(outcome, "P3")) == Approx(5 + 100 + 250));
  CHECK(number(secondary(outcome, "median")) == Approx(355));
  CHECK(number(secondary(outcome, "near")) == Approx(0.5));
  CHECK(objects(outcome.places) == std::vector<std::string>{"P1"});
  (*wijk.furnishings)[0].kind = FurnishingKind::Bench;
  CHECK(is_not_computed(measured(wijk, "stop_distance").headline));
}

TEST_CASE("A place outdoors has its toilet at a distance, a place indoors is left alone",
          "[wijk]") {
  SmallWijk wijk;
  wijk.add_furnishing({500, 100}, FurnishingKind::Toilet);
  CHECK(is_not_applicable(measured(wijk, "wijk_toilet_distance").headline));
  wijk.add_place({500, 250}, PlaceCategory::Park);
  const Outcome outcome = measured(wijk, "wijk_toilet_distance");
  CHECK(number(outcome.headline) == Approx(150));
  CHECK(is_not_computed(secondary(outcome, "longest_accessible")));
  (*wijk.furnishings)[0].wheelchair = true;
  CHECK(number(secondary(measured(wijk, "wijk_toilet_distance"), "longest_accessible")) ==
        Approx(150));
}

TEST_CASE("Ground to stay on is shared by who has it within reach", "[wijk]") {
  SmallWijk wijk;
  for (StatisticalArea& area : wijk.areas) area.figures.persons_per_household = 2;
  wijk.add_ground({480, 300}, {520, 340}, Ground::Park);
  // Within 420 m of the park lives H2 alone (10 + 100 + 300 m): four people.
  const Outcome outcome = measured(wijk, "stay_ground", {{"distance", 420}});
  CHECK(number(row(outcome, "BU00000001")) == 0);
  CHECK(number(outcome.headline) == 0);
  CHECK(number(measured(wijk, "stay_ground", {{"distance", 1000}}).headline) == Approx(1600 / 8.0));
  CHECK(is_not_computed(secondary(outcome, "fsi")));
  wijk.add_building({0, 100}, {100, 200}, true).storeys = 2;
  const Outcome built = measured(wijk, "stay_ground");
  CHECK(number(secondary(built, "gsi")) == Approx(10000 / 440000.0));
  CHECK(number(secondary(built, "fsi")) == Approx(20000 / 440000.0));
  CHECK(number(secondary(built, "osr")) == Approx(430000 / 20000.0));
  (*wijk.footprints)[0].storeys.reset();
  CHECK(is_not_computed(secondary(measured(wijk, "stay_ground"), "osr")));
}
