// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/wijk_routes.h"

#include <cmath>
#include <random>

#include "measure/small_wijk.h"

using namespace trefpunt;

TEST_CASE("The longest stretch without a bench counts both ends of the way", "[wijk]") {
  SmallWijk wijk;
  wijk.add_furnishing({200, 5}, FurnishingKind::Bench);
  wijk.add_furnishing({450, 5}, FurnishingKind::PicnicTable);
  wijk.add_furnishing({300, 30}, FurnishingKind::Bench);  // too far beside the street
  const Outcome perhaps_more = measured(wijk, "max_bench_gap");
  CHECK(range(perhaps_more.headline).low == 0);  // nobody declared the benches complete
  CHECK(range(perhaps_more.headline).high == Approx(460));
  CHECK(perhaps_more.assumptions.size() == 1);
  wijk.benches_are_all = true;
  const Outcome outcome = measured(wijk, "max_bench_gap");
  // H1 120; H2 210, 210; H3 460, 250, 210
  CHECK(number(outcome.headline) == Approx(460));
  CHECK(number(row(outcome, "BU00000001")) == Approx(210));
  CHECK(number(secondary(outcome, "longest")) == Approx(460));
  CHECK(number(secondary(outcome, "length_within")) == Approx(120 / 1880.0));
  CHECK(number(secondary(outcome, "homes_within")) == Approx(0.25));
  CHECK(objects(outcome.places) == std::vector<std::string>{"H2", "H3"});
  CHECK(outcome.assumptions.empty());
}

TEST_CASE("No bench in the data is unknown, and none when they are declared complete", "[wijk]") {
  SmallWijk wijk;
  wijk.add_furnishing({600, 5}, FurnishingKind::Stop);
  CHECK(is_not_computed(measured(wijk, "max_bench_gap").headline));
  wijk.benches_are_all = true;
  CHECK(number(measured(wijk, "max_bench_gap").headline) == Approx(920));
}

TEST_CASE("Daily routes are shared when enough other addresses use a piece of street", "[wijk]") {
  SmallWijk wijk;
  wijk.places.erase(wijk.places.begin());  // the community centre: no place to pause is left
  wijk.add_place({0, -10}, PlaceCategory::School);
  wijk.add_furnishing({1000, 5}, FurnishingKind::Stop);
  const auto share = [&](double others) {
    return measured(wijk, "shared_route_stops", {{"others", others}});
  };
  CHECK(range(share(3).headline).low == 0);  // a bench may be missing from the layer
  CHECK(range(share(3).headline).high == 1);
  CHECK(number(secondary(share(3), "shared")) == 1);
  wijk.benches_are_all = true;
  CHECK(number(share(3).headline) == 0);
  wijk.add_furnishing({200, 5}, FurnishingKind::Bench);
  CHECK(number(share(3).headline) == 1);
  CHECK(number(share(4).headline) == 0);  // three others use each piece
}

TEST_CASE("The meeting place that a route leads to is no place to pause on it", "[wijk]") {
  SmallWijk wijk;
  wijk.places.clear();
  wijk.benches_are_all = true;
  wijk.add_place({0, -10}, PlaceCategory::School);
  wijk.add_place({500, -10}, PlaceCategory::Supermarket);
  wijk.add_place({1000, 10}, PlaceCategory::Park);
  const auto share = [&] {
    return number(measured(wijk, "shared_route_stops", {{"others", 3}}).headline);
  };
  CHECK(share() == 0);
  wijk.add_place({450, 10}, PlaceCategory::Cafe);  // all three routes lie on one side or the other
  CHECK(share() == 1);
}

TEST_CASE("With fewer than three daily destinations there is nothing to share", "[wijk]") {
  CHECK(is_not_computed(measured(SmallWijk(), "shared_route_stops").headline));
}

TEST_CASE("A route is as long as the shortest way, and its parts join up", "[wijk]") {
  std::mt19937 random(11);
  const auto number_of = [&](int most) {
    return std::uniform_int_distribution<int>(0, most)(random);
  };
  std::vector<Street> streets;
  for (int i = 0; i <= 8; ++i) {
    Street across, along;
    for (int j = 0; j <= 8; ++j) {
      across.line.push_back({j * 90.0, i * 110.0});
      if (i % 2 == 0) along.line.push_back({i * 90.0, j * 110.0});
    }
    streets.push_back(across);
    if (!along.line.empty()) streets.push_back(along);
  }
  Job job;
  const Result<StreetNetwork> network = make_street_network(streets, {}, job);
  REQUIRE(network);
  const FootholdFinder finder(*network);
  std::vector<Start> goals;
  for (int i = 0; i < 7; ++i) {
    goals.push_back({*finder.find({number_of(720) + 0.5, number_of(880) + 0.5}, 200), 0});
  }
  const RoutesTo routes(*network, goals, kUnreached);
  for (int i = 0; i < 80; ++i) {
    const Foothold door = *finder.find({number_of(720) + 0.25, number_of(880) + 0.25}, 200);
    const std::optional<StreetRoute> route = routes.from(door);
    REQUIRE(route);
    double best = kUnreached;
    for (const Start& goal : goals) {
      best = std::min(best, shortest_way(*network, door, goal.at, kUnreached).length);
    }
    CHECK(route->length == Approx(best).epsilon(1e-12));
    double walked = door.away + goals[route->goal].at.away;
    for (std::size_t p = 0; p < route->pieces.size(); ++p) {
      const LinkPart& piece = route->pieces[p];
      const StreetLink& link = network->links[piece.link];
      walked += std::abs(piece.to - piece.from);
      if (p + 1 == route->pieces.size()) break;
      const LinkPart& next = route->pieces[p + 1];
      const StreetLink& next_link = network->links[next.link];
      const int end = piece.to == 0 ? link.from : link.to;
      CHECK(end == (next.from == 0 ? next_link.from : next_link.to));
    }
    CHECK(walked == Approx(route->length));
  }
}
