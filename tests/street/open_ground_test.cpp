// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/open_ground.h"

#include "geom/clip.h"
#include "geom/segment_grid.h"
#include "street/crossing.h"

using namespace trefpunt;

namespace {

Footprint building(Point low, Point high, std::optional<double> storeys) {
  Footprint made;
  made.polygon = rectangle(low, high);
  made.storeys = storeys;
  return made;
}

OpenSpace ground(Point low, Point high, Ground kind) {
  OpenSpace made;
  made.polygon = rectangle(low, high);
  made.ground = kind;
  return made;
}

// Two buurten of 100 x 100 m side by side.
Wijk two_buurten() {
  Wijk wijk;
  StatisticalArea left, right;
  left.code = "BU1";
  left.parts = {rectangle({0, 0}, {100, 100})};
  right.code = "BU2";
  right.parts = {rectangle({100, 0}, {200, 100})};
  wijk.areas = layer<StatisticalArea>({left, right});
  return wijk;
}

}  // namespace

TEST_CASE("What polygons have in common is their overlap, holes left out", "[clip]") {
  const Polygon square = rectangle({155000, 463000}, {155010, 463010});
  CHECK(*common_area(square, rectangle({155005, 463005}, {155020, 463020})) == Approx(25));
  CHECK(*common_area(square, square) == Approx(100));
  CHECK(*common_area(square, rectangle({155010, 463000}, {155020, 463010})) == 0);
  Polygon ring = square;
  ring.holes = {{{155002, 463002}, {155002, 463008}, {155008, 463008}, {155008, 463002}}};
  CHECK(*common_area(ring, square) == Approx(64));
  CHECK(*common_area(square, {rectangle({155000, 463000}, {155004, 463010}),
                              rectangle({155004, 463000}, {155006, 463010})}) == Approx(60));
}

TEST_CASE("An outline that crosses itself has no certain overlap", "[clip]") {
  const Polygon bow{{{0, 0}, {10, 10}, {10, 0}, {0, 10}}, {}};
  CHECK_FALSE(common_area(bow, rectangle({1, 1}, {9, 9})));
}

TEST_CASE("A grid of segments finds all that come into a box", "[segment_grid]") {
  const SegmentGrid grid({{{{0, 0}, {100, 0}}, 4}, {{{0, 60}, {0, 80}}, 5}}, 10);
  CHECK(grid.in({{42, -3}, {44, 3}}) == std::vector<int>{0});
  CHECK(grid[0].owner == 4);
  CHECK(grid.in({{-5, -5}, {5, 100}}) == std::vector<int>{0, 1});
  CHECK(grid.in({{40, 40}, {60, 55}}).empty());
  CHECK(*meets({{0, -5}, {0, 15}}, {{-1, 0}, {1, 0}}) == Approx(0.25));
  CHECK_FALSE(meets({{2, -5}, {2, 15}}, {{-1, 0}, {1, 0}}));
}

TEST_CASE("A building on the border counts for each buurt with its own part", "[ground]") {
  Wijk wijk = two_buurten();
  wijk.footprints = layer<Footprint>({building({80, 0}, {120, 50}, 3)});
  wijk.open_spaces = layer<OpenSpace>(
      {ground({0, 60}, {150, 100}, Ground::Park), ground({0, 50}, {100, 60}, Ground::Carriageway)});
  const std::vector<GroundFigures> figures = ground_figures(wijk, {0, 1});
  REQUIRE(figures.size() == 2);
  for (const GroundFigures& own : figures) {
    CHECK(own.footprint_m2 == Approx(1000));
    CHECK(own.gsi == Approx(0.1));
    CHECK(*own.fsi == Approx(0.3));
    CHECK(*own.osr == Approx(0.9 / 0.3));
  }
  CHECK(figures[0].stay_m2 == Approx(4000));
  CHECK(figures[1].stay_m2 == Approx(2000));
}

TEST_CASE("A building without known floors leaves the FSI open, with a least", "[ground]") {
  Wijk wijk = two_buurten();
  wijk.footprints = layer<Footprint>(
      {building({0, 0}, {10, 100}, 2), building({20, 0}, {30, 100}, std::nullopt)});
  const GroundFigures figures = ground_figures(wijk, {0})[0];
  CHECK(figures.buildings == 2);
  CHECK(figures.floors_missing == 1);
  CHECK_FALSE(figures.fsi);
  CHECK_FALSE(figures.osr);
  CHECK(figures.fsi_at_least == Approx(0.3));
}

TEST_CASE("Stated floor area goes before storeys, and a stated stay before the kind of ground",
          "[ground]") {
  Wijk wijk = two_buurten();
  Footprint tower = building({0, 0}, {10, 10}, 2);
  tower.floor_area_m2 = 1000;
  wijk.footprints = layer<Footprint>({tower});
  OpenSpace verge = ground({50, 0}, {60, 10}, Ground::Green);
  verge.may_stay = true;
  OpenSpace closed = ground({70, 0}, {80, 10}, Ground::Park);
  closed.may_stay = false;
  wijk.open_spaces = layer<OpenSpace>({verge, closed});
  const GroundFigures figures = ground_figures(wijk, {0})[0];
  CHECK(*figures.fsi == Approx(0.1));
  CHECK(figures.stay_m2 == Approx(100));
}

TEST_CASE("Who is near a park shares it with all who are near it", "[ground]") {
  const StreetNetwork network = network_of({{{0, 0}, {1000, 0}}});
  Wijk wijk;
  Home near, also, far;
  near.at = {100, 0};
  also.at = {200, 0};
  far.at = {900, 0};
  wijk.homes = layer<Home>({near, also, far});
  wijk.open_spaces = layer<OpenSpace>(
      {ground({0, 0}, {20, 20}, Ground::Park), ground({300, 0}, {310, 10}, Ground::Carriageway)});
  const auto joined = join(network, wijk.homes);
  std::vector<std::optional<double>> residents = {1.0, 3.0, 2.0};
  const auto each = stay_ground_per_inhabitant(wijk, network, joined, residents, 300);
  CHECK(*each[0] == Approx(100));
  CHECK(*each[1] == Approx(100));
  CHECK(*each[2] == 0);
  residents[1].reset();
  const auto unknown = stay_ground_per_inhabitant(wijk, network, joined, residents, 300);
  CHECK_FALSE(unknown[0]);
  CHECK(*unknown[2] == 0);
}
