// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catchment.h"

#include <catch2/catch.hpp>

#include "app/small_wijk.h"

using namespace trefpunt;

namespace {

WijkGround ground_of(const Project& project) {
  Job job;
  Result<StreetNetwork> made = make_street_network(*project.wijk->streets, {}, job);
  REQUIRE(made);
  return make_wijk_ground(project.wijk, std::make_shared<const StreetNetwork>(std::move(*made)));
}

Catchment reached(const WijkGround& ground, Point from, double distance,
                  const std::vector<std::optional<double>>& residents = {}) {
  const FootholdFinder finder(*ground.network);
  const auto made = catchment_of(ground, finder, from, distance, residents);
  REQUIRE(made);
  return *made;
}

double length_of(const Line& line) {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) sum += distance(line[i], line[i + 1]);
  return sum;
}

}  // namespace

TEST_CASE("from a crossing one walks as far in all four directions") {
  const Project project = small_wijk();
  const WijkGround ground = ground_of(project);
  const Point crossing = kWijkOrigin + Point{2 * kBlock, 2 * kBlock};
  CHECK(reached(ground, crossing, 50).metres == Approx(200));
  // 80 m to each of four crossings, and 20 m further in the three other directions of each.
  const Catchment further = reached(ground, crossing, 100);
  CHECK(further.metres == Approx(4 * 80 + 4 * 3 * 20));
  double sum = 0;
  for (const Line& piece : further.pieces) sum += length_of(piece);
  CHECK(sum == Approx(further.metres));
}

TEST_CASE("the way to the street is walked as well") {
  const WijkGround ground = ground_of(small_wijk());
  const Point beside = kWijkOrigin + Point{2 * kBlock + 40, 2 * kBlock + 10};
  // 10 m to the street leave 20 m both ways.
  CHECK(reached(ground, beside, 30).metres == Approx(40));
  CHECK(reached(ground, beside, 5).metres == 0);
  // Both ends of the street are in reach, and it counts once.
  CHECK(reached(ground, beside, 55).metres == Approx(80 + 6 * 5));
}

TEST_CASE("a stretch that is reached from both sides counts once") {
  const WijkGround ground = ground_of(small_wijk(2, 2));
  const Catchment all = reached(ground, kWijkOrigin, 1000);
  CHECK(all.metres == Approx(4 * kBlock));
  CHECK(all.pieces.size() == 4);
}

TEST_CASE("homes in reach are counted with the residents that are known") {
  const WijkGround ground = ground_of(small_wijk(2, 2));
  const auto count = ground.wijk->homes->size();
  std::vector<std::optional<double>> residents(count, 2.0);
  const Catchment all = reached(ground, kWijkOrigin, 1000, residents);
  CHECK(all.homes == static_cast<int>(count));
  CHECK(all.residents == 2.0 * static_cast<double>(count));
  CHECK(all.knows_all_residents);
  residents[0].reset();
  const Catchment unknown = reached(ground, kWijkOrigin, 1000, residents);
  CHECK_FALSE(unknown.knows_all_residents);
  CHECK(unknown.residents == 2.0 * static_cast<double>(count - 1));
  CHECK(reached(ground, kWijkOrigin, 1).homes == 0);
}

TEST_CASE("far from any street nothing is in reach") {
  const WijkGround ground = ground_of(small_wijk());
  const FootholdFinder finder(*ground.network);
  CHECK_FALSE(catchment_of(ground, finder, {0, 0}, 500, {}));
}

TEST_CASE("homes without a place in reach are those the walk says") {
  const WijkGround ground = ground_of(small_wijk());
  const auto& homes = *ground.wijk->homes;
  const std::vector<bool> missing = homes_without(ground, PlaceCategory::CommunityCentre, 200);
  REQUIRE(missing.size() == homes.size());
  // One by one, from the door of each home.
  for (std::size_t i = 0; i < homes.size(); ++i) {
    REQUIRE(ground.homes[i]);
    const StreetWay way = shortest_way(*ground.network, *ground.homes[i], *ground.places[0], 1e6);
    INFO(to_string(homes[i].id));
    CHECK(missing[i] == (way.length > 200));
  }
  const std::vector<bool> none = homes_without(ground, PlaceCategory::Library, 1e5);
  CHECK(std::count(none.begin(), none.end(), false) == 0);
}

TEST_CASE("without homes or places nobody is left out") {
  Project project = small_wijk();
  Wijk wijk = *project.wijk;
  wijk.places.reset();
  project.wijk = std::make_shared<const Wijk>(wijk);
  CHECK(homes_without(ground_of(project), PlaceCategory::Library, 100).empty());
}
