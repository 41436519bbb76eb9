// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rich_wijk.h"

#include "support/rich_project.h"

namespace trefpunt {

namespace {

constexpr double kThird = 1.0 / 3;
const std::string kQuotes = R"(De "Hoek"; DROP TABLE homes;--)";
const std::string kMarkup = "<b>&amp;</b>";

template <typename Thing>
WijkLayer<Thing> layer(std::vector<Thing> things) {
  return std::make_shared<const std::vector<Thing>>(std::move(things));
}

StatisticalArea buurt() {
  StatisticalArea area;
  area.code = "BU05990101";
  area.name = kQuotes;
  area.wijk_code = "WK059901";
  area.gemeente_code = "GM0599";
  area.gemeente = "Voorbeeld";
  area.parts = {{{{155000, 463000}, {156000, 463000}, {156000, 464000}, {155000, 464000}},
                 {{{155100, 463100}, {155100, 463200}, {155200, 463200}}}},
                {{{157000, 463000}, {158000, 463000}, {158000, 464000.0000001}}, {}}};
  area.year = 2025;
  area.figures = {1234, 600, 610, 14.5, 10, 25, 20, kThird, 41, 0, 2.1};
  area.loneliness = Loneliness{2022, "18+", 45.5, 12, {}, 0};
  return area;
}

}  // namespace

std::shared_ptr<const Wijk> rich_wijk() {
  auto wijk = std::make_shared<Wijk>();
  wijk->name = kQuotes;
  wijk->crs = {"EPSG:28992", 0.25};
  wijk->streets = layer<Street>(
      {{{7},
        {{155000, 463000}, {155100, kThird}, {155100, 463100}},
        StreetKind::LivingStreet,
        kMarkup,
        true,
        1.5,
        true,
        false,
        true,
        "way/7"},
       {{2}, {{155000, 463000}, {155000, 463001}}, StreetKind::Unknown, "", false, {}, false, true},
       {{3}, {{0, 0}, {1, 1}}}});
  wijk->homes = layer<Home>({{{5}, {155001.5, kThird}, 12, 20.4, true, true, "0599010000000001"},
                             {{1}, {155002, 463002}},
                             {{2}, {155003, 463003}, 1, 0.0, false}});
  wijk->places = layer<WijkPlace>({{{9},
                                    {155010, 463010},
                                    kQuotes,
                                    PlaceCategory::CommunityCentre,
                                    false,
                                    120.5,
                                    40,
                                    true,
                                    false,
                                    true,
                                    3,
                                    "bijeenkomstfunctie",
                                    PlanAllows::Yes,
                                    "ma-vr 9:00-17:00",
                                    true,
                                    "node/9"},
                                   {{1}, {155011, 463011}},
                                   {{2},
                                    {155012, 463012},
                                    "",
                                    PlaceCategory::Square,
                                    true,
                                    0.0,
                                    0,
                                    false,
                                    true,
                                    false,
                                    0,
                                    "",
                                    PlanAllows::No}});
  wijk->furnishings = layer<Furnishing>({});
  wijk->open_spaces = layer<OpenSpace>({{{4},
                                         {{{0, 0}, {10, 0}, {10, 10}, {0, 10}},
                                          {{{4, 4}, {4, 5}, {5, 5}}, {{7, 7}, {7, 8}, {8, 8}}}},
                                         Ground::Courtyard,
                                         kMarkup,
                                         true,
                                         false,
                                         true,
                                         false,
                                         true,
                                         "b.1"},
                                        {{1}, {{{0, 0}, {1, 0}, {1, kThird}}, {}}, Ground::Water}});
  StatisticalArea square;
  square.code = "E1550N4630";
  square.level = AreaLevel::Square100m;
  square.is_water = true;
  wijk->areas = layer<StatisticalArea>({buurt(), square});
  wijk->snap_tolerance = kThird;
  wijk->benches_are_all = true;
  wijk->assumptions = default_assumptions();
  wijk->assumptions.groups[0].radius = {350, kQuotes};
  wijk->assumptions.kappa = {kThird, "telling"};
  return wijk;
}

Project project_with_wijk() {
  Project project = rich_project();
  project.wijk = rich_wijk();
  project.next_wijk = {8, 6, 12, 4, 5, 2};
  project.buildings[1].placement.in_wijk = WijkPosition{{155500 + kThird, 463500}, -kThird};
  project.sources.push_back(
      {"wijk.osm.pbf", "wijk", std::string(64, 'b'), "EPSG:4326", "2026-05-01", kMarkup});
  return project;
}

}  // namespace trefpunt
