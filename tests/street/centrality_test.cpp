// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/centrality.h"

#include <tbb/global_control.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "street/networks.h"

using namespace streets;

namespace {

constexpr double kFar = 1e300;
using Matrix = std::vector<std::vector<double>>;

// Floyd and Warshall's way, with the number of shortest ways.
struct AllPairs {
  Matrix distance, ways;
};
bool are_equal(double a, double b) {
  return std::abs(a - b) <= 1e-9 * (a + b);
}

AllPairs all_pairs(const StreetNetwork& network) {
  const std::size_t n = network.junctions.size();
  AllPairs all{Matrix(n, std::vector<double>(n, kFar)), Matrix(n, std::vector<double>(n, 0))};
  for (std::size_t i = 0; i < n; ++i) all.distance[i][i] = 0;
  for (const StreetLink& link : network.links) {
    auto& there = all.distance[link.from][link.to];
    auto& back = all.distance[link.to][link.from];
    there = back = std::min(there, link.length);
  }
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        all.distance[i][j] = std::min(all.distance[i][j], all.distance[i][k] + all.distance[k][j]);
      }
    }
  }
  // Ways are counted by their last link, nearest targets first.
  for (std::size_t s = 0; s < n; ++s) {
    std::vector<std::size_t> order(n);
    for (std::size_t i = 0; i < n; ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return all.distance[s][a] < all.distance[s][b];
    });
    all.ways[s][s] = 1;
    for (const std::size_t t : order) {
      if (t == s || all.distance[s][t] >= kFar / 2) continue;
      for (const StreetLink& link : network.links) {
        for (const auto& [a, b] : {std::pair{link.from, link.to}, {link.to, link.from}}) {
          if (b != static_cast<int>(t) || a == b) continue;
          if (are_equal(all.distance[s][a] + link.length, all.distance[s][t])) {
            all.ways[s][t] += all.ways[s][a];
          }
        }
      }
    }
  }
  return all;
}

StreetValues by_definition(const StreetNetwork& network, double radius) {
  const std::size_t n = network.junctions.size();
  const AllPairs all = all_pairs(network);
  StreetValues values;
  for (auto* column : {&values.density, &values.harmonic, &values.farness, &values.gravity,
                       &values.betweenness, &values.betweenness_decayed, &values.reach}) {
    column->assign(n, 0);
  }
  values.link_betweenness.assign(network.links.size(), 0);
  values.link_betweenness_decayed.assign(network.links.size(), 0);
  for (std::size_t s = 0; s < n; ++s) {
    for (const StreetLink& link : network.links) {
      const double from = std::max(0.0, radius - all.distance[s][link.from]);
      const double to = std::max(0.0, radius - all.distance[s][link.to]);
      values.reach[s] += std::min(link.length, from + to);
    }
    for (std::size_t t = 0; t < n; ++t) {
      const double d = all.distance[s][t];
      if (t == s || d > radius) continue;
      const double decay = std::exp(-4 / radius * d);
      values.density[s] += 1;
      values.harmonic[s] += 1 / d;
      values.farness[s] += d;
      values.gravity[s] += decay;
      if (t < s) continue;
      for (std::size_t v = 0; v < n; ++v) {
        if (v == s || v == t || !are_equal(all.distance[s][v] + all.distance[v][t], d)) continue;
        const double share = all.ways[s][v] * all.ways[v][t] / all.ways[s][t];
        values.betweenness[v] += share;
        values.betweenness_decayed[v] += decay * share;
      }
      for (std::size_t l = 0; l < network.links.size(); ++l) {
        const StreetLink& link = network.links[l];
        if (link.from == link.to) continue;
        for (const auto& [a, b] : {std::pair{link.from, link.to}, {link.to, link.from}}) {
          if (!are_equal(all.distance[s][a] + link.length + all.distance[b][t], d)) continue;
          const double share = all.ways[s][a] * all.ways[b][t] / all.ways[s][t];
          values.link_betweenness[l] += share;
          values.link_betweenness_decayed[l] += decay * share;
        }
      }
    }
  }
  return values;
}

void check_equal(const std::vector<double>& found, const std::vector<double>& expected) {
  REQUIRE(found.size() == expected.size());
  double worst = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    worst = std::max(worst, std::abs(found[i] - expected[i]) / std::max(1.0, expected[i]));
  }
  CHECK(worst <= 1e-9);
}

void check_equal(const StreetValues& found, const StreetValues& expected) {
  check_equal(found.density, expected.density);
  check_equal(found.harmonic, expected.harmonic);
  check_equal(found.farness, expected.farness);
  check_equal(found.gravity, expected.gravity);
  check_equal(found.betweenness, expected.betweenness);
  check_equal(found.betweenness_decayed, expected.betweenness_decayed);
  check_equal(found.reach, expected.reach);
  check_equal(found.link_betweenness, expected.link_betweenness);
  check_equal(found.link_betweenness_decayed, expected.link_betweenness_decayed);
}

std::vector<StreetValues> values_of(const StreetNetwork& network, std::vector<double> radii) {
  Job job;
  Result<std::vector<StreetValues>> values =
      street_centrality(network, {std::move(radii), true, true}, job);
  REQUIRE(values);
  return *std::move(values);
}

}  // namespace

TEST_CASE("On a straight street of three links the values are those one adds up by hand") {
  const StreetNetwork network = network_of(
      {street({{0, 0}, {100, 0}}), street({{100, 0}, {200, 0}}), street({{200, 0}, {300, 0}})});
  const StreetValues values = values_of(network, {200}).front();
  CHECK(values.density == std::vector<double>{2, 3, 3, 2});
  CHECK(values.farness == std::vector<double>{300, 400, 400, 300});
  CHECK(values.harmonic[0] == Approx(0.015));
  CHECK(values.gravity[0] == Approx(std::exp(-2) + std::exp(-4)));
  // Between junctions 0 and 2, 1 and 3; 0 and 3 are too far apart.
  CHECK(values.betweenness == std::vector<double>{0, 1, 1, 0});
  CHECK(values.betweenness_decayed[1] == Approx(std::exp(-4)));
  CHECK(values.link_betweenness == std::vector<double>{2, 3, 2});
  CHECK(values.reach == std::vector<double>{200, 300, 300, 200});
}

TEST_CASE("Two equally short ways around a block each have half of the pair") {
  const StreetNetwork network =
      network_of({street({{0, 0}, {100, 0}, {100, 100}}), street({{0, 0}, {0, 100}, {100, 100}}),
                  street({{100, 0}, {150, 0}}), street({{0, 100}, {0, 150}})});
  const StreetValues values = values_of(network, {200}).front();
  // Junctions: 0 (0,0), 1 (100,0), 2 (100,100), 3 (0,100), 4 (150,0), 5 (0,150).
  // Past 1 within 200 m: 0-2 for half, 0-4 and 2-4; 3-4 is 250 m.
  CHECK(values.betweenness[1] == 2.5);
  CHECK(values.betweenness[3] == 2.5);
}

TEST_CASE("Values equal their definition on networks with and without equal ways") {
  for (const unsigned seed : {1u, 2u, 3u}) {
    for (const bool is_square : {false, true}) {
      const StreetNetwork network = network_of(random_streets(seed, 6, is_square));
      const std::vector<StreetValues> values = values_of(network, {450, 150, 10000});
      CAPTURE(seed, is_square);
      check_equal(values[0], by_definition(network, 450));
      check_equal(values[1], by_definition(network, 150));
      check_equal(values[2], by_definition(network, 10000));
    }
  }
}

TEST_CASE("Two equal links between the same junctions are two ways, and a loop is none") {
  const StreetNetwork network =
      network_of({street({{0, 0}, {100, 0}}), street({{100, 0}, {150, 50}, {200, 0}}),
                  street({{100, 0}, {150, -50}, {200, 0}}), street({{200, 0}, {300, 0}}),
                  street({{300, 0}, {350, 50}, {350, -50}, {300, 0}})});
  const StreetValues values = values_of(network, {1000}).front();
  check_equal(values, by_definition(network, 1000));
  CHECK(values.link_betweenness[1] == 2);
  CHECK(values.link_betweenness[4] == 0);
}

TEST_CASE("Values do not depend on the number of threads, to the last bit") {
  const StreetNetwork network = network_of(random_streets(7, 40));
  const auto with_threads = [&](std::size_t threads) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    return values_of(network, {300, 600});
  };
  const std::vector<StreetValues> one = with_threads(1);
  for (const std::size_t threads : {2u, 5u}) {
    const std::vector<StreetValues> many = with_threads(threads);
    for (std::size_t r = 0; r < one.size(); ++r) {
      CHECK(many[r].harmonic == one[r].harmonic);
      CHECK(many[r].farness == one[r].farness);
      CHECK(many[r].gravity == one[r].gravity);
      CHECK(many[r].betweenness == one[r].betweenness);
      CHECK(many[r].betweenness_decayed == one[r].betweenness_decayed);
      CHECK(many[r].link_betweenness == one[r].link_betweenness);
      CHECK(many[r].reach == one[r].reach);
    }
  }
}

TEST_CASE("A radius of nothing, below nothing or beyond 50 km is refused, and so is none") {
  const StreetNetwork network = network_of({street({{0, 0}, {100, 0}})});
  Job job;
  for (const std::vector<double>& radii :
       {std::vector<double>{}, {0}, {-400}, {400, 50001}, {std::nan("")}}) {
    const auto values = street_centrality(network, {radii, false, false}, job);
    REQUIRE_FALSE(values);
    CHECK(values.error().code == Code::BadInput);
  }
}

TEST_CASE("A computation that is stopped says so") {
  const StreetNetwork network = network_of(random_streets(1, 5));
  std::stop_source stop;
  stop.request_stop();
  Job job(stop.get_token());
  const auto values = street_centrality(network, {{400}, false, false}, job);
  REQUIRE_FALSE(values);
  CHECK(values.error().code == Code::Cancelled);
}

TEST_CASE("A network without streets has no values") {
  const std::vector<StreetValues> values = values_of(network_of({}), {400});
  CHECK(values.front().harmonic.empty());
}
