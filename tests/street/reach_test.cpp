// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/reach.h"

#include <catch2/catch.hpp>

#include "street/centrality.h"
#include "street/networks.h"

using namespace streets;

namespace {

Start start_at(const StreetNetwork& network, Point p) {
  const auto foot = FootholdFinder(network).find(p, 1000);
  TP_CHECK(foot);
  return {*foot, 0};
}

}  // namespace

TEST_CASE("A service area ends in the middle of a street where the metres are used up") {
  const StreetNetwork network =
      network_of({street({{0, 0}, {100, 0}, {100, 100}}), street({{100, 0}, {300, 0}})});
  const ServiceArea area = service_area(network, {start_at(network, {40, 0})}, 90);
  // The bend at (100, 0) is a junction: three links. The first lies wholly within reach.
  REQUIRE(area.stretches.size() == 3);
  CHECK(area.metres == Approx(100 + 30 + 30));
  CHECK(area.stretches[0].line == Line{{0, 0}, {100, 0}});
  CHECK(area.stretches[0].nearest == 0);
  CHECK(area.stretches[0].farthest == Approx(60));
  CHECK(area.stretches[1].line == Line{{100, 0}, {100, 30}});
  CHECK(area.stretches[2].line == Line{{100, 0}, {130, 0}});
  CHECK(area.stretches[2].farthest == Approx(90));
}

TEST_CASE("What is walked before the street counts, and from two starts the nearest does") {
  const StreetNetwork network = network_of({street({{0, 0}, {1000, 0}})});
  Start near = start_at(network, {100, 30}), far = start_at(network, {900, 0});
  far.before = 20;
  const ServiceArea area = service_area(network, {near, far}, 50);
  REQUIRE(area.stretches.size() == 2);
  CHECK(area.stretches[0].line == Line{{80, 0}, {120, 0}});
  CHECK(area.stretches[0].nearest == Approx(30));
  CHECK(area.stretches[1].line == Line{{870, 0}, {930, 0}});
  CHECK(area.metres == Approx(100));
}

TEST_CASE("A long way around is reached from both of its ends and has two stretches") {
  const StreetNetwork network =
      network_of({street({{0, 0}, {100, 0}}), street({{0, 0}, {0, 200}, {100, 200}, {100, 0}})});
  const ServiceArea area = service_area(network, {start_at(network, {50, 0})}, 100);
  REQUIRE(area.stretches.size() == 3);
  CHECK(area.stretches[1].line == Line{{0, 0}, {0, 50}});
  CHECK(area.stretches[2].line == Line{{100, 50}, {100, 0}});
  const ServiceArea whole = service_area(network, {start_at(network, {50, 0})}, 400);
  REQUIRE(whole.stretches.size() == 2);
  CHECK(whole.stretches[1].farthest == Approx(300));
  CHECK(whole.metres == Approx(600));
}

TEST_CASE("From a junction the metres of a service area are its reach") {
  const StreetNetwork network = network_of(random_streets(5, 8));
  Job job;
  const auto values = street_centrality(network, {{333}, false, true}, job);
  REQUIRE(values);
  for (const std::size_t j : {0u, 9u, 30u, 47u}) {
    const ServiceArea area = service_area(network, {start_at(network, network.junctions[j])}, 333);
    CHECK(area.metres == Approx(values->front().reach[j]).epsilon(1e-9));
  }
}

TEST_CASE("Without a start nothing is reached") {
  const ServiceArea area = service_area(network_of({street({{0, 0}, {1, 0}})}), {}, 100);
  CHECK(area.stretches.empty());
  CHECK(area.metres == 0);
}
