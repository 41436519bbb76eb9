// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/random_wijk.h"

#include <random>

namespace trefpunt {

Wijk random_wijk(const RandomWijk& options) {
  std::mt19937 random(options.seed);
  // Not std::uniform_real_distribution: the same numbers in every library.
  const auto unit = [&] { return (random() + 0.5) / 4294967296.0; };
  std::vector<Point> junctions;
  for (int y = 0; y < options.rows; ++y) {
    for (int x = 0; x < options.columns; ++x) {
      const auto off = [&] { return options.jitter * (unit() - 0.5); };
      const double dx = off(), dy = off();
      junctions.push_back(snap({options.block * (x + dx), options.block * (y + dy)}));
    }
  }
  Wijk wijk;
  std::vector<Street> streets;
  const auto add_street = [&](int a, int b) {
    if (unit() > options.kept) return;
    Street street;
    street.id = {static_cast<int>(streets.size()) + 1};
    street.line = {junctions[static_cast<std::size_t>(a)], junctions[static_cast<std::size_t>(b)]};
    streets.push_back(street);
  };
  for (int y = 0; y < options.rows; ++y) {
    for (int x = 0; x < options.columns; ++x) {
      const int at = y * options.columns + x;
      if (x + 1 < options.columns) add_street(at, at + 1);
      if (y + 1 < options.rows) add_street(at, at + options.columns);
    }
  }
  const double width = options.block * (options.columns - 1);
  const double height = options.block * (options.rows - 1);
  const auto anywhere = [&] {
    const double x = width * unit(), y = height * unit();
    return Point{x, y};
  };
  std::vector<Home> homes;
  for (int h = 0; h < options.homes; ++h) {
    Home home;
    home.id = {h + 1};
    home.at = anywhere();
    home.dwellings = unit() < 0.3 ? 1 + static_cast<int>(4 * unit()) : 1;
    homes.push_back(home);
  }
  using C = PlaceCategory;
  const std::vector<C> kinds = {C::Supermarket, C::School, C::Park,    C::Cafe,
                                C::Playground,  C::Square, C::Library, C::CommunityCentre};
  std::vector<WijkPlace> places;
  for (int z = 0; z < options.places; ++z) {
    WijkPlace place;
    place.id = {z + 1};
    place.at = anywhere();
    place.category = kinds[static_cast<std::size_t>(z) % kinds.size()];
    if (z % 3 != 0) place.area_m2 = 50 + 400 * unit();
    places.push_back(place);
  }
  std::vector<Furnishing> benches;
  for (int b = 0; b < options.benches; ++b) {
    Furnishing bench;
    bench.id = {b + 1};
    bench.at = anywhere();
    benches.push_back(bench);
  }
  std::vector<StatisticalArea> areas;
  for (int b = 0; b < options.buurten; ++b) {
    StatisticalArea area;
    area.code = "BU0000000" + std::to_string(b);
    area.figures.persons_per_household = 1.8 + 0.2 * b;
    area.figures.percent_0_15 = 10 + 5 * b;
    area.figures.percent_65_plus = 25 - 5 * b;
    areas.push_back(area);
  }
  const auto layer = [](auto things) {
    return std::make_shared<const decltype(things)>(std::move(things));
  };
  wijk.streets = layer(std::move(streets));
  wijk.homes = layer(std::move(homes));
  wijk.places = layer(std::move(places));
  wijk.furnishings = layer(std::move(benches));
  wijk.areas = layer(std::move(areas));
  wijk.assumptions = default_assumptions();
  return wijk;
}

WijkEncounterInput random_wijk_input(const RandomWijk& options) {
  const Wijk wijk = random_wijk(options);
  Job job;
  auto network = std::make_shared<const StreetNetwork>(
      *make_street_network(*wijk.streets, NetworkOptions{}, job));
  const auto points = [](const auto& things) {
    std::vector<Point> all;
    for (const auto& thing : things) all.push_back(thing.at);
    return all;
  };
  WijkFootholds laid;
  laid.homes = footholds(*network, points(*wijk.homes), 100);
  laid.places = footholds(*network, points(*wijk.places), 100);
  laid.furnishings = footholds(*network, points(*wijk.furnishings), 100);
  const double width = options.block * (options.columns - 1);
  for (const Home& home : *wijk.homes) {
    laid.buurt_of_home.push_back(
        options.buurten > 0
            ? std::min(options.buurten - 1, static_cast<int>(options.buurten * home.at.x / width))
            : -1);
  }
  return *wijk_encounter_input(wijk, network, laid);
}

}  // namespace trefpunt
