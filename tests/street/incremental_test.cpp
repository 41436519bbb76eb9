// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/incremental.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "street/networks.h"

using namespace streets;

namespace {

using Kind = StreetChange::Kind;

// A network with its arcs laid anew for the links it has now; removed ones are gone.
struct Plain {
  StreetNetwork network;
  std::vector<int> number;  // of each link as LiveStreets knows it; -1: removed

  explicit Plain(StreetNetwork made) : network(std::move(made)) {
    number.resize(network.links.size());
    std::iota(number.begin(), number.end(), 0);
  }
  void apply(const StreetChange& change) {
    if (change.kind == Kind::AddJunction) network.junctions.push_back(change.at);
    if (change.kind == Kind::SetLength) network.links[number[change.link]].length = change.length;
    if (change.kind == Kind::AddLink) {
      number.push_back(static_cast<int>(network.links.size()));
      network.links.push_back({change.from, change.to, 0, change.length, {}});
    }
    if (change.kind == Kind::RemoveLink) {
      const int gone = number[change.link];
      network.links.erase(network.links.begin() + gone);
      for (int& one : number) {
        if (one == gone) {
          one = -1;
        } else if (one > gone) {
          --one;
        }
      }
    }
    std::vector<std::vector<StreetArc>> arcs(network.junctions.size());
    for (std::size_t l = 0; l < network.links.size(); ++l) {
      const StreetLink& link = network.links[l];
      arcs[link.from].push_back({static_cast<int>(l), link.to, link.length});
      arcs[link.to].push_back({static_cast<int>(l), link.from, link.length});
    }
    network.first_arc = {0};
    network.arcs.clear();
    for (const auto& own : arcs) {
      network.arcs.insert(network.arcs.end(), own.begin(), own.end());
      network.first_arc.push_back(static_cast<int>(network.arcs.size()));
    }
  }
};

double worst_difference(const std::vector<double>& a, const std::vector<double>& b) {
  REQUIRE(a.size() == b.size());
  double worst = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    worst = std::max(worst, std::abs(a[i] - b[i]) / std::max(1.0, std::abs(b[i])));
  }
  return worst;
}

void check_equal(const LiveStreets& live, const Plain& plain, const CentralityOptions& options) {
  Job job;
  const auto anew = street_centrality(plain.network, options, job);
  REQUIRE(anew);
  for (std::size_t r = 0; r < anew->size(); ++r) {
    const StreetValues &now = live.values()[r], &full = (*anew)[r];
    CHECK(now.density == full.density);
    CHECK(worst_difference(now.harmonic, full.harmonic) <= 1e-9);
    CHECK(worst_difference(now.farness, full.farness) <= 1e-9);
    CHECK(worst_difference(now.gravity, full.gravity) <= 1e-9);
    CHECK(worst_difference(now.betweenness, full.betweenness) <= 1e-9);
    CHECK(worst_difference(now.betweenness_decayed, full.betweenness_decayed) <= 1e-9);
    std::vector<double> of_links(plain.number.size(), 0);
    for (std::size_t l = 0; l < of_links.size(); ++l) {
      if (plain.number[l] >= 0) of_links[l] = full.link_betweenness[plain.number[l]];
    }
    CHECK(worst_difference(now.link_betweenness, of_links) <= 1e-9);
  }
}

StreetChange random_change(std::mt19937& random, const Plain& plain) {
  StreetChange change;
  const int junctions = static_cast<int>(plain.network.junctions.size());
  const auto some_link = [&] {
    int link = 0;
    do link = static_cast<int>(random() % plain.number.size());
    while (plain.number[link] < 0);
    return link;
  };
  switch (random() % 3) {
    case 0:
      change.kind = Kind::RemoveLink;
      change.link = some_link();
      break;
    case 1:
      change.kind = Kind::SetLength;
      change.link = some_link();
      change.length =
          plain.network.links[plain.number[change.link]].length * (random() % 2 == 0 ? 0.6 : 1.5);
      break;
    default:
      change.kind = Kind::AddLink;
      change.from = static_cast<int>(random() % junctions);
      change.to = std::min(junctions - 1, change.from + static_cast<int>(random() % 15));
      change.length = change.from == change.to ? 50
                                               : distance(plain.network.junctions[change.from],
                                                          plain.network.junctions[change.to]);
  }
  return change;
}

}  // namespace

TEST_CASE("After links are added, removed and made longer the values equal a search from nothing") {
  for (const unsigned seed : {11u, 12u, 13u, 14u}) {
    const bool is_square = seed % 2 == 0;
    CAPTURE(seed);
    Plain plain(network_of(random_streets(seed, 9, is_square)));
    const CentralityOptions options{{600, 250}, true, false};
    Job job;
    Result<LiveStreets> live = LiveStreets::make(plain.network, options, job);
    REQUIRE(live);
    std::mt19937 random(seed);
    for (int i = 0; i < 12; ++i) {
      const StreetChange change = random_change(random, plain);
      CAPTURE(i, static_cast<int>(change.kind), change.link, change.from, change.to);
      live->apply({change});
      plain.apply(change);
      check_equal(*live, plain, options);
    }
  }
}

TEST_CASE("A street is cut in two by a new path in one go") {
  Plain plain(network_of(random_streets(21, 8)));
  const CentralityOptions options{{500}, true, false};
  Job job;
  Result<LiveStreets> live = LiveStreets::make(plain.network, options, job);
  REQUIRE(live);
  const StreetLink cut = plain.network.links[20];
  const int made = static_cast<int>(plain.network.junctions.size());
  const Point at = middle(plain.network.junctions[cut.from], plain.network.junctions[cut.to]);
  const std::vector<StreetChange> changes = {
      {Kind::AddJunction, -1, -1, -1, 0, at},
      {Kind::RemoveLink, 20, -1, -1, 0, {}},
      {Kind::AddLink, -1, cut.from, made, 0.4 * cut.length, {}},
      {Kind::AddLink, -1, made, cut.to, 0.6 * cut.length, {}},
      {Kind::AddLink, -1, made, 50, distance(at, plain.network.junctions[50]), {}}};
  const int searched = live->apply(changes);
  CHECK(searched > 0);
  for (const StreetChange& change : changes) plain.apply(change);
  check_equal(*live, plain, options);
}

TEST_CASE("A change searches again only from where a shortest way leads along it") {
  const StreetNetwork network = network_of(random_streets(31, 20));
  Job job;
  Result<LiveStreets> live = LiveStreets::make(network, {{250}, false, false}, job);
  REQUIRE(live);
  StreetChange change{Kind::RemoveLink, 100, -1, -1, 0, {}};
  const int searched = live->apply({change});
  CHECK(searched > 0);
  CHECK(searched < 40);
}
