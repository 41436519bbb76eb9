// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/wijk_routes.h"

#include <catch2/catch.hpp>

#include "encounter/wijk_street.h"

using namespace trefpunt;

namespace {

struct Shares {
  std::vector<double> links;
  double start[2] = {0, 0};
};

// Of one person who goes there: how often each whole link, and both parts of the link of the door.
Shares shares_to(HomeRoutes& routes, const StreetNetwork& network, const Foothold& to) {
  const auto arrival = routes.arrive(to);
  REQUIRE(arrival);
  CHECK(arrival->direct + arrival->by_from + arrival->by_to == Approx(1));
  const double one = 1;
  const StreetLink& link = network.links[static_cast<std::size_t>(to.link)];
  routes.put(link.from, &one, arrival->by_from, 1);
  routes.put(link.to, &one, arrival->by_to, 1);
  Shares shares;
  shares.links.assign(network.links.size(), 0);
  routes.trace(
      1, [&](int l, const double* rate) { shares.links[static_cast<std::size_t>(l)] += *rate; },
      [&](int end, const double* rate) { shares.start[end] += *rate; });
  return shares;
}

}  // namespace

TEST_CASE("Ways that are nearly as short are walked too, longer ones not", "[wijk-encounters]") {
  // From (0, 0) to (100, 0) there are ways of 140 and of 144 m; door and place stand beyond.
  const WijkEncounterInput input = on_streets({{{-50, 0}, {0, 0}},
                                               {{0, 0}, {0, 20}, {100, 20}, {100, 0}},
                                               {{0, 0}, {0, -22}, {100, -22}, {100, 0}},
                                               {{100, 0}, {150, 0}}},
                                              one_errand(1, 1));
  const Foothold home = foothold(input, {-30, 0}), place = foothold(input, {120, 0});
  for (const auto& [detour, share] : {std::pair{1.0, 0.0}, {1.01, 0.0}, {1.05, 0.5}}) {
    CAPTURE(detour);
    HomeRoutes routes(*input.network, detour);
    routes.grow(home, 1000);
    const Shares shares = shares_to(routes, *input.network, place);
    CHECK(shares.links[2] == Approx(share));
    CHECK(shares.links[1] == Approx(1 - share));
    CHECK(shares.start[1] == Approx(1));
    CHECK(routes.arrive(place)->distance == Approx(30 + 140 + 20));
  }
}

TEST_CASE("No way turns around in a street, however long it may be", "[wijk-encounters]") {
  const WijkEncounterInput input = on_streets({{{0, 0}, {100, 0}},
                                               {{100, 0}, {900, 0}},
                                               {{900, 0}, {920, 0}},
                                               {{0, 0}, {0, 50}},
                                               {{920, 0}, {950, 0}}},
                                              one_errand(1, 1));
  HomeRoutes routes(*input.network, 1.2);
  routes.grow(foothold(input, {2, 0}), 2000);
  const auto own = routes.arrive(foothold(input, {60, 0}));  // not back over (0, 0): 62 m
  REQUIRE(own);
  CHECK(own->direct == 1);
  CHECK(own->distance == Approx(58));
  const auto past = routes.arrive(foothold(input, {901, 0}));  // not past it to (920, 0) and back
  REQUIRE(past);
  CHECK(past->by_from == 1);
  const Shares shares = shares_to(routes, *input.network, foothold(input, {500, 0}));
  CHECK(shares.start[0] == 0);
  CHECK(shares.start[1] == Approx(1));
  CHECK(shares.links[0] == 0);
}

TEST_CASE("Beyond the radius or on another island nothing is reached", "[wijk-encounters]") {
  const WijkEncounterInput input = on_streets(
      {{{0, 0}, {100, 0}}, {{100, 0}, {300, 0}}, {{0, 500}, {50, 500}}}, one_errand(1, 1));
  HomeRoutes routes(*input.network, 1.05);
  routes.grow(foothold(input, {50, 0}), 80);
  CHECK(routes.arrive(foothold(input, {200, 0})));
  CHECK_FALSE(routes.arrive(foothold(input, {20, 500})));
  routes.grow(foothold(input, {10, 0}), 80);  // (100, 0) is 90 m away
  CHECK_FALSE(routes.arrive(foothold(input, {200, 0})));
  CHECK(routes.arrive(foothold(input, {90, 0}))->distance == Approx(80));
}

TEST_CASE("A bent street may be longer than the way around", "[wijk-encounters]") {
  // The crescent is 300 m; between its ends there is a path of 20 m.
  const WijkEncounterInput input =
      on_streets({{{0, 0}, {0, 140}, {20, 140}, {20, 0}}, {{0, 0}, {20, 0}}}, one_errand(1, 1));
  HomeRoutes routes(*input.network, 1.05);
  routes.grow(foothold(input, {0, 10}), 1000);
  const Foothold other = foothold(input, {20, 10});
  const auto found = routes.arrive(other);
  REQUIRE(found);
  CHECK(found->distance == Approx(40));
  CHECK(found->by_to == 1);
  const Shares shares = shares_to(routes, *input.network, other);
  CHECK(shares.links[1] == Approx(1));
  CHECK(shares.start[0] == Approx(1));
}
