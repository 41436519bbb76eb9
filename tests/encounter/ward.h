// SPDX-License-Identifier: GPL-3.0-or-later
// A ward made by hand, for tests of the simulation.
#pragma once

#include <catch2/catch.hpp>
#include <cmath>

#include "encounter/simulation.h"

namespace trefpunt {

inline constexpr double kVisits = 4, kDwell = 60;

inline Stays stays(double per_day, double dwell, double from = 0, double to = kDayMin) {
  return {{{from, to, per_day / (to - from)}}, {dwell, dwell, dwell, dwell}};
}

// Two rooms, a lounge and, between them, a corridor of three pieces: 10 m, 20 m and 30 m.
struct Ward {
  RouteSet routes;
  EncounterModel model;

  Ward() {
    for (int s = 0; s < 3; ++s) model.stations.push_back({0, s, {}, 1, 0});
    for (const double length : {10.0, 20.0, 30.0}) {
      routes.pieces.push_back({length, 0, 3, {}});
      model.can_stop.push_back(false);
    }
    // From 0 to 1 along all of it; from 0 to 2 along the first two; from 1 to 2 along the last.
    routes.pairs = {{0, 1}, {0, 2}, {1, 2}};
    routes.routes = {{way({{0, true}, {1, true}, {2, true}})},
                     {way({{0, true}, {1, true}})},
                     {way({{2, false}})}};
  }

  Route way(std::vector<RoutePiece> pieces) const {
    Route route;
    route.pieces = std::move(pieces);
    for (RoutePiece& step : route.pieces) {
      step.start = route.length;
      route.length += routes.pieces[static_cast<std::size_t>(step.piece)].length;
    }
    return route;
  }

  // Each of them apart goes to one station, there every day.
  ModelRole& add_role(int count, Stays what, int station, Trip out = {}, Trip back = {}) {
    ModelRole role;
    role.first_person = model.persons;
    role.count = count;
    role.presence.push_back({});
    role.presence[0].fill(1);
    role.visits.push_back({0, 0, std::move(what)});
    PersonClass people;
    people.role = static_cast<int>(model.roles.size());
    people.first = model.persons;
    people.count = count;
    people.to.push_back({{station, 1, out, back}});
    model.persons += count;
    model.classes.push_back(people);
    model.roles.push_back(role);
    return model.roles.back();
  }

  Simulation run(SimulationOptions options) {
    model.routes = std::make_shared<const RouteSet>(routes);
    Job job;
    Result<Simulation> simulation = simulate(model, options, job);
    REQUIRE(simulation);
    return *simulation;
  }
  Simulation run(int weeks, std::uint64_t seed = 1) { return run({seed, weeks, weeks, 0, 1}); }
};

// Whether `expected` lies in the interval made as wide as one of 99.9 %.
inline bool agrees(const Estimate& estimate, double expected) {
  const double half = (estimate.high - estimate.value) * 3.291 / 1.960;
  INFO(estimate.value << " +- " << half << ", expected " << expected);
  CHECK(half > 0);
  CHECK(std::abs(estimate.value - expected) <= half);
  return std::abs(estimate.value - expected) <= half;
}

inline const RolePair& pair_of(const Simulation& simulation, int a, int b) {
  for (const RolePair& row : simulation.result.pairs) {
    if (row.a == a && row.b == b) return row;
  }
  FAIL("no such pair");
  return simulation.result.pairs.front();
}

inline const PlaceMeetings& place_of(const Simulation& simulation, int space) {
  for (const PlaceMeetings& place : simulation.result.places) {
    if (place.space == space) return place;
  }
  FAIL("no such place");
  return simulation.result.places.front();
}

// Three roles that meet in the lounge and on the way to it, some of them in a session too.
inline Ward busy() {
  Ward ward;
  ward.add_role(4, stays(3, 40, 400, 1200), 2, {1, true}, {1, false});
  ward.add_role(5, stays(5, 20, 300, 900), 1, {0, true}, {0, false});
  ward.add_role(2, stays(2, 90), 2, {2, true}, {2, false}).speed = 0.8;
  ModelSession session{2, {}, 600, 60, 8, std::vector<double>(11, 0)};
  session.on[2] = true;
  session.attendance[1] = session.attendance[5] = session.attendance[6] = 0.7;
  ward.model.sessions.push_back(session);
  ward.model.stations[2].chance = 0.6;
  return ward;
}

}  // namespace trefpunt
