// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/support/wijk_fixture.h"

#include "base/check.h"

namespace trefpunt {

namespace {

Ring box_ring(double x0, double y0, double x1, double y1) {
  return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
}

StatisticalArea buurt(const char* code, const char* name, double x0, double x1) {
  StatisticalArea area;
  area.code = code;
  area.name = name;
  area.year = 2024;
  area.parts = {{box_ring(x0, -100, x1, 100), {}}};
  area.figures.inhabitants = 50;
  area.figures.persons_per_household = 2;
  area.figures.percent_65_plus = 20;
  return area;
}

Home home(int id, double x) {
  Home made;
  made.id = HomeId{id};
  made.at = {x, 10};
  made.dwellings = 10;
  return made;
}

FamiliarOthers familiar(double people, double own, double other, double fifth) {
  FamiliarOthers made;
  made.people = people;
  made.mean = {own, other};
  made.fifth = fifth;
  return made;
}

}  // namespace

WijkFixture::WijkFixture() {
  project.name = "Proefwijk";
  project.sources = {
      {"wijk.gpkg", "wijk", "ab12", "EPSG:28992", "2026-11-02", "Bron: <CBS> & BAG"}};
  wijk.name = "Proefwijk";
  wijk.crs = {"EPSG:28992", 0};

  std::vector<Street> streets(2);
  streets[0].id = StreetId{1};
  streets[0].line = {{0, 0}, {400, 0}, {1000, 0}};
  streets[0].name = "Langstraat <b>";
  streets[0].kind = StreetKind::Residential;
  streets[1].id = StreetId{2};
  streets[1].line = {{400, 0}, {400, 80}};
  streets[1].kind = StreetKind::Footway;
  wijk.streets = std::make_shared<std::vector<Street>>(streets);
  wijk.homes = std::make_shared<std::vector<Home>>(
      std::vector<Home>{home(1, 50), home(2, 150), home(3, 350), home(4, 550), home(5, 950)});
  std::vector<WijkPlace> places(2);
  places[0].id = PlaceId{1};
  places[0].at = {50, -10};
  places[0].name = "Buurthuis & co";
  places[0].category = PlaceCategory::CommunityCentre;
  places[0].building_function = "bijeenkomstfunctie";
  places[0].plan_allows = PlanAllows::Yes;
  places[0].area_m2 = 210;
  places[1].id = PlaceId{2};
  places[1].at = {500, -10};
  places[1].name = "Winkel";
  places[1].category = PlaceCategory::Supermarket;
  wijk.places = std::make_shared<std::vector<WijkPlace>>(places);
  OpenSpace square;
  square.id = OpenSpaceId{1};
  square.ground = Ground::Square;
  square.polygon = {box_ring(100, 20, 150, 40), {}};
  OpenSpace water = square;
  water.id = OpenSpaceId{2};
  water.ground = Ground::Water;
  water.polygon = {box_ring(200, 20, 300, 60), {}};
  wijk.open_spaces =
      std::make_shared<std::vector<OpenSpace>>(std::vector<OpenSpace>{square, water});
  std::vector<StatisticalArea> areas = {buurt("BU00000002", "Tweede", 500, 1000),
                                        buurt("BU00000001", "Eerste", 0, 500)};
  areas[1].figures.percent_low_income = 7.5;  // of the second it is suppressed
  areas[1].loneliness = Loneliness{2022, "18+", 41.5, {}, {}, {}};
  wijk.areas = std::make_shared<std::vector<StatisticalArea>>(areas);

  encounters.streets.resize(3);
  encounters.streets[0] = {StreetId{1}, 500, 120, 30, {0.25, 0.75}, 1.1};
  encounters.streets[1] = {StreetId{1}, 500, 40, 5, {0.5, 0.5}, 1.3};
  encounters.streets[2] = {StreetId{2}, 500, 0, 0, {}, {}};
  encounters.places = {{80, 12, 0.4, {0.3, 0.7}, 1.2}, {60, 2, {}, {0.1, 0.9}, 0.8}};
  encounters.place_ids = {PlaceId{1}, PlaceId{2}};
  encounters.groups.resize(2);
  encounters.groups[0].id = "children";
  encounters.groups[0].name = {"kinderen", "children"};
  encounters.groups[0].familiar = familiar(20, 1.5, 0.5, 0.3);
  encounters.groups[1].id = "adults";
  encounters.groups[1].name = {"volwassenen", "adults"};
  encounters.groups[1].familiar = familiar(80, 2.5, 0.75, 1);
  encounters.buurten = {{"BU00000001", familiar(60, 2, 1, 0.9)}};
  encounters.totals.people = 100;
  encounters.totals.passings = 35;
  encounters.totals.place_encounters = 14;
  encounters.totals.kappas = {0.2, 1, std::numeric_limits<double>::infinity()};
  encounters.totals.repeated = {{{11, 0}, {22, 0}, {33, 0}}};
  encounters.used = {{{"looptempo", "walking speed"}, 1.2, "m/s", ""},
                     {{"uren per week", "hours a week"}, 70, "", "telling gemeente 2025"}};
  encounters.limits = {{"Het weer telt niet mee.", "The weather does not count."}};
  evaluation.judgement.is_final = true;
  derive();
}

void WijkFixture::derive() {
  Job job;
  auto result = std::make_shared<WijkResult>();
  auto ground = std::make_shared<WijkGround>();
  ground->wijk = std::make_shared<const Wijk>(wijk);
  project.wijk = ground->wijk;
  if (wijk.streets) {
    auto network = make_street_network(*wijk.streets, {}, job);
    TP_CHECK(network);
    ground->network = std::make_shared<const StreetNetwork>(*network);
    const auto join = [&](const auto& layer) {
      std::vector<Point> at;
      if (layer) {
        for (const auto& thing : *layer) at.push_back(thing.at);
      }
      return footholds(*ground->network, at, 100);
    };
    ground->homes = join(wijk.homes);
    ground->places = join(wijk.places);
    auto values = street_centrality(*ground->network, {{400, 800}, true, false}, job);
    TP_CHECK(values);
    result->streets = std::make_shared<const std::vector<StreetValues>>(*values);
  }
  if (wijk.homes) {
    for (const Home& home : *wijk.homes) {
      int found = -1;
      for (std::size_t a = 0; wijk.areas && a < wijk.areas->size(); ++a) {
        if (contains((*wijk.areas)[a], home.at)) found = static_cast<int>(a);
      }
      ground->buurt_of_home.push_back(found);
    }
  }
  if (ground->network && wijk.homes && wijk.places) {
    auto access = wijk_access(
        {wijk, *ground->network, ground->homes, ground->places, ground->buurt_of_home}, 500, job);
    TP_CHECK(access);
    result->access = std::make_shared<const WijkAccess>(*access);
    result->encounters = std::make_shared<const WijkEncounters>(encounters);
  }
  result->ground = ground;
  evaluation.wijk = result;
}

}  // namespace trefpunt
