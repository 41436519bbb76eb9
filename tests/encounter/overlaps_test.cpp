// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/overlaps.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <random>

#include "encounter/route_plans.h"

using namespace trefpunt;

namespace {

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

struct Step {
  Place from, to;
  int space = -1;
};

// A route corner by corner, walked from its first station or from its second.
std::vector<Step> steps_of(const RouteSet& set, const Route& route, bool forward) {
  std::vector<Step> steps;
  for (const RoutePiece& part : route.pieces) {
    const Piece& piece = set.pieces[at(part.piece)];
    std::vector<Place> line = piece.line;
    if (!part.forward) std::reverse(line.begin(), line.end());
    for (std::size_t i = 1; i < line.size(); ++i) {
      steps.push_back({line[i - 1], line[i], piece.space});
    }
  }
  if (!forward) {
    std::reverse(steps.begin(), steps.end());
    for (Step& step : steps) std::swap(step.from, step.to);
  }
  return steps;
}
bool is_same(const Place& a, const Place& b) {
  return a.storey == b.storey && a.at == b.at;
}
double length_of(const Step& step) {
  return distance(step.from.at, step.to.at);
}

struct Sums {
  double opp_m = 0, same_m = 0, stretches = 0;
};
// By comparing every step of one walk with every step of the other.
std::vector<SharedStretch> slow_stretches(const std::vector<Step>& a, const std::vector<Step>& b) {
  std::vector<SharedStretch> found;
  double start_a = 0;
  std::size_t before = b.size();
  for (const Step& one : a) {
    double start_b = 0;
    std::size_t here = b.size();
    for (std::size_t j = 0; j < b.size(); ++j) {
      const bool same = is_same(one.from, b[j].from) && is_same(one.to, b[j].to);
      const bool opposite = is_same(one.from, b[j].to) && is_same(one.to, b[j].from);
      if (same || opposite) {
        here = j;
        const bool goes_on = before < b.size() && !found.empty() &&
                             found.back().same_direction == same &&
                             (same ? before + 1 == j : before == j + 1);
        if (goes_on) {
          found.back().length += length_of(one);
          if (opposite) found.back().start_b = start_b;
        } else {
          found.push_back({start_a, start_b, length_of(one), same, 0});
        }
      }
      start_b += length_of(b[j]);
    }
    before = here;
    start_a += length_of(one);
  }
  return found;
}

struct Ward {
  WalkScene scene;
  std::vector<Place> stations;
  EncounterModel model;

  explicit Ward(Storey storey = ring_ward(), std::vector<Place> places = ring_ward_stations(),
                int draws = 8)
      : scene(std::move(storey)), stations(std::move(places)) {
    RouteOptions options;
    options.draws = draws;
    model.routes = std::make_shared<const RouteSet>(
        scene.routes(stations, all_pairs(static_cast<int>(stations.size())), options));
    for (std::size_t p = 0; p < model.routes->pieces.size(); ++p) {
      model.can_stop.push_back(model.routes->pieces[p].space % 2 == 1);
    }
  }

  Trip trip(int from, int to) const { return {model.routes->find(from, to), from < to}; }
  Destination destination(int home, int to, double probability) const {
    return {to, probability, trip(home, to), trip(to, home)};
  }
  // A class at a station with one visit to each list of stations, chosen by chance.
  void add_class(int home, const std::vector<std::vector<int>>& visits) {
    PersonClass people;
    people.home = home;
    for (const std::vector<int>& stations_to : visits) {
      auto& to = people.to.emplace_back();
      double share = 0.4;
      for (const int station : stations_to) {
        to.push_back(destination(home, station, share));
        share *= 0.7;
      }
    }
    model.classes.push_back(people);
  }
  std::shared_ptr<const Overlaps> overlaps(int threads = 0) const {
    Job job;
    auto made = make_overlaps(model, job, threads);
    REQUIRE(made);
    return *made;
  }
};

void add_classes(Ward& ward) {
  ward.add_class(0, {{1}, {3, 5}, {4, 6, 7}});
  ward.add_class(5, {{3}, {0, 2}});
  ward.add_class(7, {{0, 1, 2, 3}, {}});
  ward.add_class(0, {{1}});
}

Sums sums_of(std::span<const Overlaps::Shared> shared) {
  Sums sums;
  for (const Overlaps::Shared& part : shared) {
    sums.opp_m += part.opp_m;
    sums.same_m += part.same_m;
    sums.stretches += part.same_stretches;
  }
  return sums;
}

// Every leg of every visit, with its bundle.
struct Leg {
  int bundle;
  std::vector<std::pair<Trip, double>> trips;
};
std::vector<Leg> legs_of(const Ward& ward, const Overlaps& overlaps) {
  std::vector<Leg> legs;
  for (std::size_t c = 0; c < ward.model.classes.size(); ++c) {
    for (std::size_t v = 0; v < ward.model.classes[c].to.size(); ++v) {
      for (const int out : {0, 1}) {
        Leg leg{overlaps.bundle_of[c][v][at(out)], {}};
        if (leg.bundle < 0) continue;
        for (const Destination& to : ward.model.classes[c].to[v]) {
          leg.trips.emplace_back(out == 0 ? to.out : to.back, to.probability);
        }
        legs.push_back(leg);
      }
    }
  }
  return legs;
}

}  // namespace

TEST_CASE("Shared stretches are those found by comparing two walks step by step", "[overlaps]") {
  const Ward ward;
  const RouteSet& set = *ward.model.routes;
  int several = 0, opposite = 0;
  for (const std::vector<Route>& some : set.routes) {
    for (const std::vector<Route>& others : set.routes) {
      for (const Route& a : some) {
        for (const Route& b : others) {
          const auto fast = shared_stretches(set, a, b);
          const auto slow = slow_stretches(steps_of(set, a, true), steps_of(set, b, true));
          REQUIRE(fast.size() == slow.size());
          several += fast.size() > 1 ? 1 : 0;
          for (std::size_t i = 0; i < fast.size(); ++i) {
            CHECK(fast[i].start_a == Approx(slow[i].start_a).margin(1e-9));
            CHECK(fast[i].start_b == Approx(slow[i].start_b).margin(1e-9));
            CHECK(fast[i].length == Approx(slow[i].length).margin(1e-9));
            CHECK(fast[i].same_direction == slow[i].same_direction);
            opposite += fast[i].same_direction ? 0 : 1;
          }
        }
      }
    }
  }
  CHECK(several > 3);
  CHECK(opposite > 20);
}

TEST_CASE("A route shares all of itself with itself", "[overlaps]") {
  const Ward ward;
  for (const std::vector<Route>& routes : ward.model.routes->routes) {
    for (const Route& route : routes) {
      const auto shared = shared_stretches(*ward.model.routes, route, route);
      REQUIRE(shared.size() == 1);
      CHECK(shared[0].length == Approx(route.length));
      CHECK(shared[0].same_direction);
    }
  }
}

TEST_CASE("What bundles share is the sum over their routes, weighted by probability",
          "[overlaps]") {
  Ward ward;
  add_classes(ward);
  const RouteSet& set = *ward.model.routes;
  const auto overlaps = ward.overlaps();
  const std::vector<Leg> legs = legs_of(ward, *overlaps);
  for (const Leg& one : legs) {
    for (const Leg& other : legs) {
      Sums sums;
      for (const auto& [trip_a, share_a] : one.trips) {
        for (const auto& [trip_b, share_b] : other.trips) {
          for (const Route& a : set.routes[at(trip_a.pair)]) {
            for (const Route& b : set.routes[at(trip_b.pair)]) {
              const double weight = share_a * share_b * a.probability * b.probability;
              for (const SharedStretch& part : shared_stretches(set, a, b)) {
                if (part.same_direction == (trip_a.forward == trip_b.forward)) {
                  sums.same_m += weight * part.length;
                  sums.stretches += weight;
                } else {
                  sums.opp_m += weight * part.length;
                }
              }
            }
          }
        }
      }
      const Sums ours = sums_of(overlaps->shared(one.bundle, other.bundle));
      CHECK(ours.opp_m == Approx(sums.opp_m).margin(1e-9).epsilon(1e-9));
      CHECK(ours.same_m == Approx(sums.same_m).margin(1e-9).epsilon(1e-9));
      CHECK(ours.stretches == Approx(sums.stretches).margin(1e-9).epsilon(1e-9));
    }
  }
}

TEST_CASE("Shared metres lie in the space where they are walked", "[overlaps]") {
  Ward ward;
  add_classes(ward);
  const RouteSet& set = *ward.model.routes;
  const auto overlaps = ward.overlaps();
  for (const Leg& one : legs_of(ward, *overlaps)) {
    std::map<int, double> walked;  // per space
    for (const auto& [trip, share] : one.trips) {
      for (const Route& route : set.routes[at(trip.pair)]) {
        for (const Step& step : steps_of(set, route, trip.forward)) {
          walked[step.space] += share * route.probability * length_of(step);
        }
      }
    }
    std::map<int, double> ours;
    double total = 0;
    for (const Overlaps::Walked& part : overlaps->walked[at(one.bundle)]) {
      const Overlaps::Spot& spot = overlaps->spots[at(part.spot)];
      CHECK(spot.can_stop == (spot.space % 2 == 1));
      ours[spot.space] += part.m;
      total += part.m;
    }
    CHECK(overlaps->length[at(one.bundle)] == Approx(total));
    for (const auto& [space, m] : walked) CHECK(ours[space] == Approx(m).margin(1e-9));
    for (const Overlaps::Shared& part : overlaps->shared(one.bundle, one.bundle)) {
      CHECK(part.same_m <= walked[overlaps->spots[at(part.spot)].space] + 1e-9);
    }
  }
}

TEST_CASE("Equal mixes are one bundle, and what is shared does not depend on the order",
          "[overlaps]") {
  Ward ward;
  add_classes(ward);
  const auto overlaps = ward.overlaps();
  CHECK(overlaps->bundle_of[0][0] == overlaps->bundle_of[3][0]);
  CHECK(overlaps->bundle_of[0][0][0] != overlaps->bundle_of[0][0][1]);
  CHECK(overlaps->bundle_of[2][1] == std::array{-1, -1});
  for (int a = 0; a < overlaps->bundles(); ++a) {
    for (int b = 0; b < overlaps->bundles(); ++b) {
      const Sums one = sums_of(overlaps->shared(a, b)), other = sums_of(overlaps->shared(b, a));
      CHECK(one.opp_m == other.opp_m);
      CHECK(one.stretches == other.stretches);
    }
  }
}

TEST_CASE("There and back share the whole way in opposite directions", "[overlaps]") {
  Ward ward(ring_ward(), ring_ward_stations(), 1);
  ward.model.classes.clear();
  PersonClass people;
  people.to = {{ward.destination(4, 1, 1)}};
  ward.model.classes = {people};
  const auto overlaps = ward.overlaps();
  const auto [out, back] = overlaps->bundle_of[0][0];
  const double length = overlaps->length[at(out)];
  CHECK(sums_of(overlaps->shared(out, back)).opp_m == Approx(length));
  CHECK(sums_of(overlaps->shared(out, back)).same_m == 0);
  CHECK(sums_of(overlaps->shared(out, out)).same_m == Approx(length));
  CHECK(sums_of(overlaps->shared(out, out)).stretches == Approx(1));
}

TEST_CASE("Overlaps are the same for any number of threads", "[overlaps]") {
  Ward ward;
  add_classes(ward);
  const auto one = ward.overlaps(1), many = ward.overlaps(4);
  REQUIRE(one->table.size() == many->table.size());
  CHECK(one->first == many->first);
  for (std::size_t i = 0; i < one->table.size(); ++i) {
    CHECK(one->table[i].spot == many->table[i].spot);
    CHECK(one->table[i].opp_m == many->table[i].opp_m);
    CHECK(one->table[i].same_stretches == many->table[i].same_stretches);
  }
}

TEST_CASE("A plan that is moved, turned or mirrored has the same overlaps", "[overlaps]") {
  const Storey storey = crooked_ward();
  const std::vector<Place> places = crooked_ward_stations();
  const auto add_some = [](Ward& to) {
    to.add_class(0, {{1}, {2, 5}, {4}});
    to.add_class(3, {{0, 1, 2}, {5}});
    to.add_class(5, {{4}, {1}});
  };
  Ward ward(storey, places, 1);
  add_some(ward);
  const auto before = ward.overlaps();
  const auto check = [&](const Move& move, bool mirrors) {
    Ward other(moved(storey, move, mirrors), moved(places, move), 1);
    add_some(other);
    const auto after = other.overlaps();
    REQUIRE(after->bundles() == before->bundles());
    for (int a = 0; a < before->bundles(); ++a) {
      for (int b = a; b < before->bundles(); ++b) {
        const Sums one = sums_of(before->shared(a, b)), two = sums_of(after->shared(a, b));
        CHECK(two.opp_m == Approx(one.opp_m).margin(1e-6));
        CHECK(two.same_m == Approx(one.same_m).margin(1e-6));
        CHECK(two.stretches == Approx(one.stretches).margin(1e-6));
      }
    }
  };
  check([](Point p) { return Point{p.x + 155000.25, p.y + 463000.5}; }, false);
  check([](Point p) { return Point{-p.y, p.x}; }, false);
  check([](Point p) { return Point{-p.x, p.y}; }, true);
}

TEST_CASE("Overlaps that nobody wants any more are not made", "[overlaps]") {
  Ward ward;
  add_classes(ward);
  std::stop_source stop;
  stop.request_stop();
  Job job(stop.get_token());
  const auto made = make_overlaps(ward.model, job);
  REQUIRE_FALSE(made);
  CHECK(made.error().code == Code::Cancelled);
}
