// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catch2/catch.hpp>

#include "measure/wijk_measure.h"
#include "support/scene.h"

namespace trefpunt {

inline Polygon rectangle(Point low, Point high) {
  return {{low, {high.x, low.y}, high, {low.x, high.y}}, {}};
}

// The small wijk of the worked examples in docs/measures. Street E1 runs 500 m along y = 0, E2 on
// from there to 1,000 m, and footpath E3 300 m north from where they meet. Homes H1 (100 m along
// E1), H2 (400 m, two dwellings) and H3 (900 m) lie 10 m beside the street. P1, a community centre
// of 200 m2, lies 10 m beside its start and P2, a supermarket, 10 m beside the crossing. Buurt
// BU00000001 ends at 450 m, BU00000002 goes on from there. Layers that nobody gave are empty
// pointers, as in a real one: furnishings, open spaces and footprints until a test gives them.
struct SmallWijk {
  std::vector<Street> streets;
  std::vector<Home> homes;
  std::vector<WijkPlace> places;
  std::vector<StatisticalArea> areas;
  std::optional<std::vector<Furnishing>> furnishings;
  std::optional<std::vector<OpenSpace>> open_spaces;
  std::optional<std::vector<Footprint>> footprints;
  bool benches_are_all = false;

  SmallWijk() {
    add_street({{0, 0}, {500, 0}}, StreetKind::Residential);
    add_street({{500, 0}, {1000, 0}}, StreetKind::Residential);
    add_street({{500, 0}, {500, 300}}, StreetKind::Footway);
    add_home({100, 10});
    add_home({400, 10}, 2);
    add_home({900, 10});
    add_place({0, 10}, PlaceCategory::CommunityCentre).area_m2 = 200;
    add_place({500, -10}, PlaceCategory::Supermarket);
    add_buurt("BU00000001", {-50, -50}, {450, 350});
    add_buurt("BU00000002", {450, -50}, {1050, 350});
  }

  Street& add_street(Line line, StreetKind kind) {
    Street street;
    street.id = {static_cast<int>(streets.size()) + 1};
    street.line = std::move(line);
    street.kind = kind;
    return streets.emplace_back(street);
  }
  Home& add_home(Point at, int dwellings = 1) {
    Home home;
    home.id = {static_cast<int>(homes.size()) + 1};
    home.at = at;
    home.dwellings = dwellings;
    return homes.emplace_back(home);
  }
  WijkPlace& add_place(Point at, PlaceCategory category) {
    WijkPlace place;
    place.id = {static_cast<int>(places.size()) + 1};
    place.at = at;
    place.category = category;
    return places.emplace_back(place);
  }
  StatisticalArea& add_buurt(const std::string& code, Point low, Point high) {
    StatisticalArea area;
    area.code = code;
    area.parts = {rectangle(low, high)};
    return areas.emplace_back(area);
  }
  Furnishing& add_furnishing(Point at, FurnishingKind kind) {
    if (!furnishings) furnishings.emplace();
    Furnishing thing;
    thing.id = {static_cast<int>(furnishings->size()) + 1};
    thing.at = at;
    thing.kind = kind;
    return furnishings->emplace_back(thing);
  }
  OpenSpace& add_ground(Point low, Point high, Ground ground) {
    if (!open_spaces) open_spaces.emplace();
    OpenSpace space;
    space.id = {static_cast<int>(open_spaces->size()) + 1};
    space.polygon = rectangle(low, high);
    space.ground = ground;
    return open_spaces->emplace_back(space);
  }
  Footprint& add_building(Point low, Point high, std::optional<bool> is_residential) {
    if (!footprints) footprints.emplace();
    Footprint building;
    building.id = {static_cast<int>(footprints->size()) + 1};
    building.polygon = rectangle(low, high);
    building.is_residential = is_residential;
    return footprints->emplace_back(building);
  }

  Wijk wijk() const {
    Wijk made;
    made.streets = std::make_shared<const std::vector<Street>>(streets);
    made.homes = std::make_shared<const std::vector<Home>>(homes);
    made.places = std::make_shared<const std::vector<WijkPlace>>(places);
    made.areas = std::make_shared<const std::vector<StatisticalArea>>(areas);
    const auto give = [](const auto& things, auto& layer) {
      using Things = std::decay_t<decltype(*things)>;
      if (things) layer = std::make_shared<const Things>(*things);
    };
    give(furnishings, made.furnishings);
    give(open_spaces, made.open_spaces);
    give(footprints, made.footprints);
    made.benches_are_all = benches_are_all;
    return made;
  }
};

inline const WijkMeasure* find_wijk_measure(const std::string& id) {
  for (const WijkMeasure* measure : wijk_measures()) {
    if (measure->info().id == id) return measure;
  }
  return nullptr;
}

inline Result<Outcome> evaluated(const Wijk& wijk, const WijkMeasure& measure, Job& job,
                                 const std::map<std::string, double>& changed = {}) {
  std::shared_ptr<const StreetNetwork> network;
  if (wijk.streets) {
    Job own;
    Result<StreetNetwork> made = make_street_network(*wijk.streets, {}, own);
    REQUIRE(made);
    network = std::make_shared<const StreetNetwork>(*std::move(made));
  }
  const WijkGround ground = make_wijk_ground(std::make_shared<const Wijk>(wijk), network);
  std::map<std::string, double> parameters;
  for (const ParameterInfo& parameter : measure.info().parameters) {
    parameters[parameter.id] = parameter.value;
  }
  for (const auto& [id, value] : changed) {
    REQUIRE(parameters.contains(id));
    parameters[id] = value;
  }
  return measure.evaluate({ground, parameters}, job);
}

// With its default parameters, some replaced. Checks that the outcome says what the info announces.
inline Outcome measured(const Wijk& wijk, const std::string& id,
                        const std::map<std::string, double>& changed = {}) {
  INFO(id);
  const WijkMeasure* measure = find_wijk_measure(id);
  REQUIRE(measure);
  Job job;
  Result<Outcome> outcome = evaluated(wijk, *measure, job, changed);
  REQUIRE(outcome);
  CHECK(outcome->secondary.size() == measure->info().secondary.size());
  for (const SecondaryInfo& secondary : measure->info().secondary) {
    INFO(secondary.id);
    CHECK(outcome->secondary.contains(secondary.id));
  }
  return *std::move(outcome);
}
inline Outcome measured(const SmallWijk& wijk, const std::string& id,
                        const std::map<std::string, double>& changed = {}) {
  return measured(wijk.wijk(), id, changed);
}

}  // namespace trefpunt
