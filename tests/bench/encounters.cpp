// SPDX-License-Identifier: GPL-3.0-or-later
// The simulation of encounters on a ward made up here: 60 people of 12 roles, 8 visits a day each,
// two corridors side by side with 80 rooms on them. Person-days per second on one thread, and how
// far that is from a million. Built when asked for, in a Release build: ninja bench_encounters;
// bench_encounters [WEEKS].
#include <fmt/format.h>

#include <cstdlib>
#include <random>

#include "clock.h"
#include "encounter/simulation.h"

using namespace trefpunt;

namespace {

constexpr int kRooms = 80, kRoles = 12, kPeople = 5, kErrands = 8;

Route way_between(const RouteSet& routes, int from, int to, bool side, double probability) {
  Route route;
  const auto walk = [&](int piece, bool forward) {
    route.pieces.push_back({piece, forward, route.length});
    route.length += routes.pieces[static_cast<std::size_t>(piece)].length;
  };
  walk(from, true);
  // Who takes the other corridor goes over to it halfway.
  for (int i = from; i < to; ++i) {
    walk((side && i >= (from + to) / 2 ? 2 * kRooms : kRooms) + i, true);
  }
  walk(to, false);
  route.probability = probability;
  return route;
}

// Pieces: the doors, the one corridor, the other.
RouteSet made_up_routes() {
  RouteSet routes;
  for (int p = 0; p < 3 * kRooms; ++p) {
    routes.pieces.push_back({p < kRooms ? 1.0 : 1.5, 0, p < kRooms ? p : kRooms + p / 20, {}});
  }
  return routes;
}

EncounterModel made_up_ward() {
  std::mt19937 random(1);
  EncounterModel model;
  RouteSet routes = made_up_routes();
  for (int s = 0; s < kRooms; ++s) model.stations.push_back({0, s, {}, 0.8, 4});
  model.can_stop.assign(routes.pieces.size(), false);
  std::vector<std::vector<int>> pair_of(kRooms, std::vector<int>(kRooms, -1));
  const auto trip = [&](int from, int to) {
    if (from == to) return Trip{};
    const int low = std::min(from, to), high = std::max(from, to);
    int& pair = pair_of[static_cast<std::size_t>(low)][static_cast<std::size_t>(high)];
    if (pair < 0) {
      pair = static_cast<int>(routes.pairs.size());
      routes.pairs.push_back({low, high});
      routes.routes.push_back(
          {way_between(routes, low, high, false, 0.7), way_between(routes, low, high, true, 0.3)});
    }
    return Trip{pair, from < to};
  };
  for (int r = 0; r < kRoles; ++r) {
    ModelRole role;
    role.first_person = model.persons;
    role.count = kPeople;
    role.speed = 0.7 + 0.05 * r;
    role.presence.push_back({});
    role.presence[0].fill(1);
    // Three places for all, the others of a role's own.
    for (int e = 0; e < kErrands; ++e) {
      const double dwell = e < 3 ? 30 : 8;
      role.visits.push_back(
          {e,
           0,
           {{{480, 720, 0.6 / 240}, {720, 1200, 0.4 / 480}}, {dwell / 3, dwell, dwell, dwell}}});
    }
    for (int p = 0; p < kPeople; p += 2) {  // homes of two
      PersonClass people;
      people.role = r;
      people.home = static_cast<int>(random() % kRooms);
      people.first = model.persons;
      people.count = std::min(2, kPeople - p);
      for (int e = 0; e < kErrands; ++e) {
        const int to = e < 3 ? 20 * (e + 1) : static_cast<int>((r * 7u + e * 11u) % kRooms);
        people.to.push_back({{to, 1, trip(people.home, to), trip(to, people.home)}});
      }
      model.persons += people.count;
      model.classes.push_back(people);
    }
    model.roles.push_back(role);
  }
  model.routes = std::make_shared<const RouteSet>(std::move(routes));
  return model;
}

}  // namespace

int main(int count, char** words) {
  const int weeks = count > 1 ? std::atoi(words[1]) : 2000;
  const EncounterModel model = made_up_ward();
  std::size_t ways = 0, pieces = 0;
  for (const auto& of_pair : model.routes->routes) {
    for (const Route& route : of_pair) {
      ++ways;
      pieces += route.pieces.size();
    }
  }
  fmt::print("{} people, {} visits a day each, {} routes of {} pieces\n", model.persons, kErrands,
             ways, pieces / ways);
  for (const int some : {weeks / 10, weeks}) {
    const double cpu = cpu_seconds();
    Job job;
    const auto simulation = simulate(model, {1, some, some, 0, 1}, job);
    if (!simulation) return 2;
    const double seconds = cpu_seconds() - cpu;
    const double person_days = 7.0 * some * model.persons;
    double passings = 0;
    for (const RolePair& row : simulation->result.pairs)
      passings += row.pairs * row.passing_per_week;
    fmt::print(
        "{:>5} weeks: {:.2f} s CPU, {:.0f} MiB at most, {:.0f} person-days/s (target 100000; a "
        "million is {:.1f} times that)\n      {:.0f} encounters a week, of which {:.0f} passings\n",
        some, seconds, peak_mib(), person_days / seconds, 1e6 * seconds / person_days,
        simulation->result.total.value, passings);
  }
  return 0;
}
