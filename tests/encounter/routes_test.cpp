// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/routes.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "encounter/route_plans.h"

using namespace trefpunt;

namespace {

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

std::vector<Place> line_of(const RouteSet& set, const Route& route) {
  std::vector<Place> line;
  for (const RoutePiece& part : route.pieces) {
    std::vector<Place> piece = set.pieces[at(part.piece)].line;
    if (!part.forward) std::reverse(piece.begin(), piece.end());
    line.insert(line.end(), piece.begin(), piece.end());
  }
  return line;
}

bool same(const RouteSet& a, const RouteSet& b) {
  if (a.pairs != b.pairs || a.pieces.size() != b.pieces.size()) return false;
  for (std::size_t p = 0; p < a.pairs.size(); ++p) {
    if (a.routes[p].size() != b.routes[p].size()) return false;
    for (std::size_t r = 0; r < a.routes[p].size(); ++r) {
      const Route &one = a.routes[p][r], &other = b.routes[p][r];
      if (one.length != other.length || one.probability != other.probability) return false;
      if (one.pieces.size() != other.pieces.size()) return false;
      for (std::size_t i = 0; i < one.pieces.size(); ++i) {
        if (one.pieces[i].piece != other.pieces[i].piece ||
            one.pieces[i].forward != other.pieces[i].forward ||
            one.pieces[i].start != other.pieces[i].start) {
          return false;
        }
      }
    }
  }
  return true;
}

struct Ward {
  WalkScene scene{ring_ward()};
  std::vector<Place> stations = ring_ward_stations();
  RouteSet set = scene.routes(stations, all_pairs(8));

  double taut(std::size_t pair) const {  // the shortest way there is
    static Job job;
    const auto graph = make_walk_graph(scene.building, scene.layouts, walker(), job);
    const auto [a, b] = set.pairs[pair];
    return walking_distances(*graph, stations[at(a)], {stations[at(b)]})[0];
  }
};

}  // namespace

TEST_CASE("Without noise there is one route, little longer than the taut string", "[routes]") {
  const Ward ward;
  RouteOptions plain;
  plain.detour = 0;
  const RouteSet set = ward.scene.routes(ward.stations, all_pairs(8), plain);
  for (std::size_t p = 0; p < set.pairs.size(); ++p) {
    REQUIRE(set.routes[p].size() == 1);
    CHECK(set.routes[p][0].length >= ward.taut(p) - 1e-9);
    CHECK(set.routes[p][0].length <= 1.2 * ward.taut(p) + 1);
    CHECK(set.routes[p][0].probability == 1);
  }
}

TEST_CASE("A single route is as long as the distance on the network", "[routes]") {
  const Ward ward;
  RouteOptions plain;
  plain.detour = 0;
  for (int b = 1; b < 8; ++b) {
    const Place from = ward.stations[0], to = ward.stations[at(b)];
    const RouteSet set = ward.scene.routes({from, to}, {{0, 1}}, plain);
    CHECK(set.routes[0][0].length == network_distances(ward.scene.network, from, {to})[0]);
  }
}

TEST_CASE("With noise no route is shorter, and probabilities are shares of the draws", "[routes]") {
  const Ward ward;
  int several = 0;
  for (std::size_t p = 0; p < ward.set.pairs.size(); ++p) {
    double sum = 0, before = 1;
    for (const Route& route : ward.set.routes[p]) {
      CHECK(route.length >= ward.taut(p) - 1e-9);
      CHECK(route.probability <= before);
      before = route.probability;
      sum += route.probability;
      CHECK(8 * route.probability == std::round(8 * route.probability));
    }
    CHECK(sum == Approx(1));
    several += ward.set.routes[p].size() > 1 ? 1 : 0;
  }
  CHECK(several > 2);
}

TEST_CASE("Two ways that mirror each other are of one length", "[routes]") {
  const WalkScene scene(
      "###########\n#.........#\n#.........#\n#####D#####\n#...#.#...#\n###########");
  const std::vector<Place> stations = {{0, {5.5, 0.5 + 1}}, {0, {1.5, 3.5}}, {0, {9.5, 3.5}}};
  const RouteSet both = scene.routes(stations, {{0, 1}, {0, 2}});
  REQUIRE(both.routes[0].size() == 1);
  CHECK(both.routes[0][0].length == Approx(both.routes[1][0].length).epsilon(0.02));
}

TEST_CASE("The pieces of a route lie end to end from station to station", "[routes]") {
  const Ward ward;
  for (std::size_t p = 0; p < ward.set.pairs.size(); ++p) {
    for (const Route& route : ward.set.routes[p]) {
      const std::vector<Place> line = line_of(ward.set, route);
      double length = 0;
      for (std::size_t i = 1; i < line.size(); ++i) length += distance(line[i - 1].at, line[i].at);
      CHECK(length == Approx(route.length).epsilon(1e-9));
      CHECK(line.front().at == ward.stations[at(ward.set.pairs[p].first)].at);
      CHECK(line.back().at == ward.stations[at(ward.set.pairs[p].second)].at);
      double start = 0;
      for (const RoutePiece& part : route.pieces) {
        CHECK(part.start == Approx(start));
        start += ward.set.pieces[at(part.piece)].length;
      }
    }
  }
}

TEST_CASE("Two pieces that follow each other are parted by a fork or a space", "[routes]") {
  const Ward ward;
  std::vector<std::set<std::pair<int, bool>>> after(2 * ward.set.pieces.size());
  const auto note = [&](const RoutePiece* from, const RoutePiece* to, bool forward) {
    const std::size_t of = at(2 * from->piece + (from->forward == forward ? 0 : 1));
    after[of].insert(to == nullptr ? std::pair(-1, false)
                                   : std::pair(to->piece, to->forward == forward));
  };
  for (const std::vector<Route>& routes : ward.set.routes) {
    for (const Route& route : routes) {
      const std::size_t n = route.pieces.size();
      for (std::size_t i = 0; i < n; ++i) {
        note(&route.pieces[i], i + 1 < n ? &route.pieces[i + 1] : nullptr, true);
        note(&route.pieces[i], i > 0 ? &route.pieces[i - 1] : nullptr, false);
      }
    }
  }
  for (std::size_t end = 0; end < after.size(); ++end) {
    if (after[end].size() != 1 || after[end].begin()->first < 0) continue;
    const auto [next, forward] = *after[end].begin();
    const std::size_t back = at(2 * next + (forward ? 1 : 0));
    const bool one_place = ward.set.pieces[end / 2].space == ward.set.pieces[at(next)].space &&
                           ward.set.pieces[end / 2].storey == ward.set.pieces[at(next)].storey;
    CHECK_FALSE((one_place && after[back].size() == 1));
  }
}

TEST_CASE("Every piece lies in the space it says", "[routes]") {
  const WalkScene scene(
      storey_from_text("##########\n#k.D....h#\n##########", {{'k', Space{}}, {'h', Space{}}}));
  const RouteSet set = scene.routes({{0, {1.5, 1.5}}, {0, {8.5, 1.5}}}, {{0, 1}});
  REQUIRE(set.pieces.size() == 2);
  CHECK(set.pieces[0].space != set.pieces[1].space);
  CHECK(set.pieces[0].length + set.pieces[1].length == Approx(7));
  CHECK(std::min(set.pieces[0].length, set.pieces[1].length) == Approx(1.5));
}

TEST_CASE("Routes are the same for any number of threads and any order of the pairs", "[routes]") {
  const Ward ward;
  for (const int threads : {1, 2, 5}) {
    RouteOptions options;
    options.threads = threads;
    std::vector<std::pair<int, int>> pairs = all_pairs(8);
    std::reverse(pairs.begin(), pairs.end());
    for (auto& [a, b] : pairs) std::swap(a, b);
    pairs.push_back(pairs.front());
    CHECK(same(ward.set, ward.scene.routes(ward.stations, pairs, options)));
  }
}

TEST_CASE("Another seed gives other detours, the same seed the same", "[routes]") {
  const Place place{0, {12, 7}};
  RouteOptions one, other;
  other.seed = 2;
  CHECK(detour_factor(place, 3, one) == detour_factor({0, {14.9, 5.1}}, 3, one));
  CHECK(detour_factor(place, 3, one) != detour_factor({0, {15.1, 7}}, 3, one));
  CHECK(detour_factor(place, 3, one) != detour_factor({1, {12, 7}}, 3, one));
  CHECK(detour_factor(place, 3, one) != detour_factor(place, 4, one));
  CHECK(detour_factor(place, 3, one) != detour_factor(place, 3, other));
  CHECK(detour_factor(place, 0, one) == 1);
}

TEST_CASE("The noise is log-normal with the sigma that was asked for", "[routes]") {
  RouteOptions options;
  options.detour = 0.25;
  double sum = 0, squares = 0;
  const int count = 20000;
  for (int i = 0; i < count; ++i) {
    const double x = std::log(detour_factor({0, {5.0 * (i % 200), 5.0 * (i / 200)}}, 1, options));
    sum += x;
    squares += x * x;
  }
  CHECK(sum / count == Approx(0).margin(0.006));
  CHECK(std::sqrt(squares / count) == Approx(0.25).epsilon(0.02));
}

TEST_CASE("An edit elsewhere leaves a route and its detours as they were", "[routes]") {
  const char* const before = R"(
    ####################
    #........#.........#
    #.######.#.#######.#
    #.######.D.#######.#
    #........#.........#
    ####################)";
  const char* const after = R"(
    ####################
    #........#.........#
    #.######.#.##...##.#
    #.######.D.##.%.##.#
    #........#.........#
    ####################)";
  const std::vector<Place> stations = {{0, {1.5, 1.5}}, {0, {8.5, 4.5}}, {0, {18.5, 1.5}}};
  const RouteSet one = WalkScene(before).routes(stations, {{0, 1}});
  const RouteSet other = WalkScene(after).routes(stations, {{0, 1}});
  const std::vector<Route>& a = one.routes[0];
  const std::vector<Route>& b = other.routes[at(other.find(0, 1))];
  REQUIRE(a.size() == b.size());
  for (std::size_t r = 0; r < a.size(); ++r) {
    CHECK(a[r].length == Approx(b[r].length));
    CHECK(a[r].probability == b[r].probability);
  }
}

TEST_CASE("Stations without a way between them have no routes", "[routes]") {
  const WalkScene scene("#######\n#..#..#\n#######");
  const RouteSet set =
      scene.routes({{0, {1.5, 1.5}}, {0, {5.5, 1.5}}, {0, {3.5, 1.5}}}, {{0, 1}, {0, 2}});
  REQUIRE(set.routes.size() == 2);
  CHECK(set.routes[0].empty());
  CHECK(set.routes[1].empty());
  CHECK(set.find(0, 0) == -1);
  CHECK(set.find(1, 2) == -1);
}

TEST_CASE("Stations on one piece of floor are joined by a straight line", "[routes]") {
  const WalkScene scene("######\n#....#\n#....#\n######");
  const Place a{0, {2.5, 1.1}}, b{0, {2.7, 1.1}};
  REQUIRE(scene.network.cell_at(a) == scene.network.cell_at(b));
  const RouteSet set = scene.routes({a, b}, {{0, 1}});
  REQUIRE(set.routes[0].size() == 1);
  CHECK(set.routes[0][0].length == Approx(distance(a.at, b.at)));
}

TEST_CASE("A route over the stairs has a piece between the storeys", "[routes]") {
  const char* const text = "########\n#......#\n#.....^#\n########";
  const WalkScene scene({storey_from_text(text, {}, 0), storey_from_text(text, {}, 1)});
  const RouteSet set = scene.routes({{0, {1.5, 1.5}}, {1, {1.5, 1.5}}}, {{0, 1}});
  REQUIRE(set.routes[0].size() == 1);
  std::vector<double> between;
  for (const Piece& piece : set.pieces) {
    if (piece.storey == -1) between.push_back(piece.length);
  }
  CHECK(between == std::vector<double>{kAssumedStairLength});
  CHECK(set.routes[0][0].length == Approx(10 + kAssumedStairLength).epsilon(0.02));
}

TEST_CASE("Routes that nobody wants any more are not made", "[routes]") {
  const WalkScene scene(ring_ward());
  std::stop_source stop;
  stop.request_stop();
  Job job(stop.get_token());
  const auto made = make_routes(scene.network, ring_ward_stations(), all_pairs(8), {}, job);
  REQUIRE_FALSE(made);
  CHECK(made.error().code == Code::Cancelled);
}
