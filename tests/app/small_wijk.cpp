// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/small_wijk.h"

#include <fmt/format.h>

namespace trefpunt {

namespace {

Ring rectangle(Point low, Point high) {
  return {low, {high.x, low.y}, high, {low.x, high.y}};
}

Point crossing(int column, int row) {
  return kWijkOrigin + Point{column * kBlock, row * kBlock};
}

}  // namespace

Project small_wijk(int columns, int rows) {
  Project project;
  project.name = "proefwijk";
  WijkCounters& next = project.next_wijk;
  std::vector<Street> streets;
  const auto add_street = [&](Line line, StreetKind kind, const std::string& name) {
    Street street;
    street.id = {next.street++};
    street.line = std::move(line);
    street.kind = kind;
    street.name = name;
    streets.push_back(std::move(street));
  };
  for (int r = 0; r < rows; ++r) {
    Line line;
    for (int c = 0; c < columns; ++c) line.push_back(crossing(c, r));
    add_street(line, r == rows / 2 ? StreetKind::Road : StreetKind::Residential,
               fmt::format("{}e Dwarsstraat", r + 1));
  }
  for (int c = 0; c < columns; ++c) {
    Line line;
    for (int r = 0; r < rows; ++r) line.push_back(crossing(c, r));
    add_street(line, c % 2 == 0 ? StreetKind::LivingStreet : StreetKind::Footway,
               fmt::format("{}e Laan", c + 1));
  }
  std::vector<Home> homes;
  std::vector<Footprint> footprints;
  for (int r = 0; r < rows; ++r) {
    for (int c = 0; c + 1 < columns; ++c) {
      for (int k = 0; k < 6; ++k) {
        const Point front = crossing(c, r) + Point{10 + k * 10.0, 6};
        homes.push_back({{next.home++}, front + Point{4, 0}, 1, 2.0, {}, false, ""});
        footprints.push_back({{next.footprint++},
                              {rectangle(front, front + Point{9, 11}), {}},
                              2,
                              {},
                              true,
                              {},
                              ""});
      }
    }
  }
  const Point heart = crossing(columns / 2, rows / 2);
  std::vector<WijkPlace> places;
  const auto add_place = [&](Point at, PlaceCategory category, const std::string& name) {
    WijkPlace place;
    place.id = {next.place++};
    place.at = at;
    place.category = category;
    place.name = name;
    places.push_back(place);
  };
  add_place(heart + Point{8, -8}, PlaceCategory::CommunityCentre, "Buurthuis De Brink");
  add_place(heart + Point{-30, -6}, PlaceCategory::Supermarket, "Buurtsuper");
  add_place(crossing(0, 0) + Point{30, -8}, PlaceCategory::School, "De Wegwijzer");
  std::vector<Furnishing> furnishings = {
      {{next.furnishing++},
       crossing(0, 0) + Point{40, 50},
       FurnishingKind::Bench,
       true,
       {},
       false,
       ""},
      {{next.furnishing++}, heart + Point{25, 5}, FurnishingKind::Stop, {}, true, false, ""},
      {{next.furnishing++}, heart + Point{-12, 7}, FurnishingKind::Toilet, {}, {}, false, ""}};
  std::vector<OpenSpace> spaces;
  const auto add_space = [&](Point low, Point high, Ground ground, const std::string& name) {
    OpenSpace space;
    space.id = {next.open_space++};
    space.polygon.outer = rectangle(low, high);
    space.ground = ground;
    space.name = name;
    spaces.push_back(std::move(space));
  };
  add_space(crossing(0, 0) + Point{10, 25}, crossing(1, 1) - Point{10, 8}, Ground::Park,
            "Kerkpark");
  add_space(heart + Point{-14, -20}, heart + Point{20, -4}, Ground::Square, "De Brink");
  add_space(crossing(0, rows - 1) + Point{0, 40}, crossing(columns - 1, rows - 1) + Point{0, 60},
            Ground::Water, "Singel");
  std::vector<StatisticalArea> areas;
  const double half = (columns - 1) * kBlock / 2;
  for (int i = 0; i < 2; ++i) {
    StatisticalArea area;
    area.code = fmt::format("BU0000000{}", i + 1);
    area.name = i == 0 ? "Westbuurt" : "Oostbuurt";
    area.parts = {{rectangle(kWijkOrigin + Point{i * half - 20, -30},
                             kWijkOrigin + Point{(i + 1) * half + (i == 0 ? -20 : 30),
                                                 (rows - 1) * kBlock + 70}),
                   {}}};
    area.year = 2024;
    area.figures.inhabitants = 600;
    area.figures.percent_65_plus = 22;
    area.figures.percent_0_15 = 15;
    area.figures.persons_per_household = 2.1;
    areas.push_back(std::move(area));
  }
  auto wijk = std::make_shared<Wijk>();
  wijk->name = "Proefwijk";
  wijk->crs = {"EPSG:28992", 0};
  wijk->streets = std::make_shared<const std::vector<Street>>(std::move(streets));
  wijk->homes = std::make_shared<const std::vector<Home>>(std::move(homes));
  wijk->footprints = std::make_shared<const std::vector<Footprint>>(std::move(footprints));
  wijk->places = std::make_shared<const std::vector<WijkPlace>>(std::move(places));
  wijk->furnishings = std::make_shared<const std::vector<Furnishing>>(std::move(furnishings));
  wijk->open_spaces = std::make_shared<const std::vector<OpenSpace>>(std::move(spaces));
  wijk->areas = std::make_shared<const std::vector<StatisticalArea>>(std::move(areas));
  wijk->assumptions = default_assumptions();
  project.wijk = std::move(wijk);
  return project;
}

}  // namespace trefpunt
