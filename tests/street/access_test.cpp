// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/access.h"

#include <cmath>
#include <random>

#include "street/crossing.h"
#include "street/hill.h"

using namespace trefpunt;

namespace {

Home home(Point at, int dwellings = 1) {
  Home made;
  made.at = at;
  made.dwellings = dwellings;
  return made;
}

WijkPlace place(Point at, PlaceCategory category) {
  WijkPlace made;
  made.at = at;
  made.category = category;
  return made;
}

StatisticalArea buurt(const std::string& code, Point low, Point high) {
  StatisticalArea area;
  area.code = code;
  area.parts = {rectangle(low, high)};
  return area;
}

// A street of 1,000 m with a library at its start, and an alley apart from it.
struct Street1000 {
  StreetNetwork network = network_of({{{0, 0}, {1000, 0}}, {{0, 5000}, {100, 5000}}});
  Wijk wijk;
  std::vector<int> buurt_of_home;

  Street1000() {
    wijk.places = layer<WijkPlace>({place({0, 0}, PlaceCategory::Library)});
    wijk.areas = layer<StatisticalArea>(
        {buurt("BU1", {-50, -50}, {450, 50}), buurt("BU2", {450, -50}, {1050, 50})});
    set_homes({home({100, 0}), home({200, 0}), home({800, 0}, 2)});
  }
  void set_homes(std::vector<Home> homes) {
    buurt_of_home.clear();
    for (const Home& one : homes) {
      int found = -1;
      for (int a = 0; a < 2; ++a) {
        if (contains((*wijk.areas)[a], one.at)) found = a;
      }
      buurt_of_home.push_back(found);
    }
    wijk.homes = layer(std::move(homes));
  }
  WijkAccess access(double distance = 500) const {
    const auto homes = join(network, wijk.homes), places = join(network, wijk.places);
    Job job;
    Result<WijkAccess> made =
        wijk_access({wijk, network, homes, places, buurt_of_home}, distance, job);
    REQUIRE(made);
    return *std::move(made);
  }
};

}  // namespace

TEST_CASE("Homes are counted by their dwellings, and who is too far is listed", "[access]") {
  const WijkAccess access = Street1000().access();
  REQUIRE(access.categories.size() == 2);  // any meeting place, and libraries
  const CategoryAccess& any = access.categories[0];
  CHECK_FALSE(any.category);
  CHECK(access.categories[1].category == PlaceCategory::Library);
  CHECK(any.distance == std::vector<double>{100, 200, 800});
  CHECK(any.nearest == std::vector<int>{0, 0, 0});
  CHECK(any.left_out == std::vector<int>{2});
  const AccessCell& all = *any.whole(HomeGroup::Homes);
  CHECK(all.people == 4);
  CHECK(all.share_within == Approx(0.5));
  CHECK(*all.mean == Approx((100 + 200 + 2 * 800) / 4.0));
  CHECK(*all.worst_fifth == Approx(800));
  CHECK(any.cells[0][0]->share_within == 1);
  CHECK(any.cells[0][1]->share_within == 0);
}

TEST_CASE("A home that no street is near is listed apart, neither reached nor left out",
          "[access]") {
  Street1000 scene;
  scene.set_homes({home({100, 0}), home({100, 2000})});
  const WijkAccess access = scene.access();
  CHECK(access.not_joined == std::vector<int>{1});
  CHECK(access.categories[0].left_out.empty());
  CHECK(access.categories[0].whole(HomeGroup::Homes)->people == 1);
  CHECK(access.categories[0].whole(HomeGroup::Homes)->share_within == 1);
}

TEST_CASE("A home on an island without a place has no way: it is not reached", "[access]") {
  Street1000 scene;
  scene.set_homes({home({100, 0}), home({50, 5000})});
  const CategoryAccess any = scene.access().categories[0];
  CHECK(std::isinf(any.distance[1]));
  const AccessCell& all = *any.whole(HomeGroup::Homes);
  CHECK(all.share_within == Approx(0.5));
  CHECK(all.no_way == 1);
  CHECK(*all.mean == Approx(100));
  CHECK_FALSE(all.worst_fifth);
  CHECK(any.left_out == std::vector<int>{1});
}

TEST_CASE("Groups are weighed by the figures of their buurt, and what is missing is no zero",
          "[access]") {
  Street1000 scene;
  std::vector<StatisticalArea> areas = *scene.wijk.areas;
  areas[0].figures.persons_per_household = 2;
  areas[0].figures.percent_65_plus = 50;
  areas[1].figures.persons_per_household = 3;
  areas[1].figures.percent_65_plus = 10;
  areas[1].figures.percent_single_households = 40;
  scene.wijk.areas = layer(areas);
  const CategoryAccess any = scene.access().categories[0];
  const AccessCell& residents = *any.whole(HomeGroup::Residents);
  CHECK(residents.people == Approx(2 + 2 + 6));
  CHECK(residents.share_within == Approx(0.4));
  const AccessCell& older = *any.whole(HomeGroup::Older);
  CHECK(older.people == Approx(1 + 1 + 0.6));
  CHECK(older.share_within == Approx(2 / 2.6));
  const auto& alone = any.cells[static_cast<std::size_t>(HomeGroup::LivingAlone)];
  CHECK_FALSE(alone[0]);
  CHECK(alone[1]->people == Approx(0.8));
  CHECK(any.whole(HomeGroup::LivingAlone)->homes_unknown == 2);
  CHECK_FALSE(any.whole(HomeGroup::LowIncome));
}

TEST_CASE("Residents that the source states go before the figures of the buurt", "[access]") {
  Street1000 scene;
  Home one = home({100, 0});
  one.residents = 7;
  scene.set_homes({one});
  CHECK(scene.access().categories[0].whole(HomeGroup::Residents)->people == 7);
}

TEST_CASE("Planned categories count their own places; gravity falls with distance", "[access]") {
  Street1000 scene;
  scene.wijk.places = layer<WijkPlace>(
      {place({0, 0}, PlaceCategory::Library), place({400, 0}, PlaceCategory::Supermarket),
       place({500, 0}, PlaceCategory::Library), place({100, 900}, PlaceCategory::Library)});
  const WijkAccess access = scene.access();
  REQUIRE(access.categories.size() == 3);
  const CategoryAccess& libraries = access.categories[1];
  CHECK(libraries.places == 3);
  CHECK(libraries.places_not_joined == std::vector<int>{3});
  CHECK(libraries.within == std::vector<int>{2, 2, 1});
  CHECK(libraries.gravity[0] == Approx(clipped_decay(100, 500) + clipped_decay(400, 500)));
  CHECK(libraries.nearest == std::vector<int>{0, 0, 2});
  CHECK(access.categories[2].within == std::vector<int>{1, 1, 1});
}

TEST_CASE("The worst fifth takes part of who stands at its edge", "[access]") {
  CHECK(*mean_of_worst({{100, 9}, {300, 1}}, 0.2) == Approx(200));
  CHECK(*mean_of_worst({{100, 1}, {200, 1}, {300, 1}, {400, 1}, {500, 1}}, 0.2) == Approx(500));
  CHECK_FALSE(mean_of_worst({}, 0.2));
  CHECK_FALSE(mean_of_worst({{100, 3}, {INFINITY, 1}}, 0.2));
}

TEST_CASE("Distances to the nearest equal the shortest way to each place one by one", "[access]") {
  std::mt19937 random(7);
  const auto number = [&] { return std::uniform_int_distribution<int>(0, 20)(random) * 50.0; };
  std::vector<Line> lines;
  for (int i = 0; i <= 10; ++i) {
    Line row, column;
    for (int j = 0; j <= 10; ++j) {
      row.push_back({j * 100.0, i * 100.0});
      column.push_back({i * 100.0, j * 100.0});
    }
    lines.push_back(row);
    if (i % 3 == 0) lines.push_back(column);
  }
  const StreetNetwork network = network_of(lines);
  Wijk wijk;
  std::vector<Home> homes;
  std::vector<WijkPlace> places;
  for (int i = 0; i < 60; ++i) homes.push_back(home({number() + 7, number() + 3}));
  for (int i = 0; i < 12; ++i) {
    places.push_back(place({number() + 2, number() + 1}, PlaceCategory::Cafe));
  }
  wijk.homes = layer(homes);
  wijk.places = layer(places);
  const auto at_home = join(network, wijk.homes), at_place = join(network, wijk.places);
  const std::vector<int> none(homes.size(), -1);
  Job job;
  const Result<WijkAccess> access = wijk_access({wijk, network, at_home, at_place, none}, 300, job);
  REQUIRE(access);
  const CategoryAccess& cafes = access->categories[1];
  for (std::size_t h = 0; h < homes.size(); ++h) {
    double best = kUnreached, gravity = 0;
    int within = 0;
    for (const auto& own : at_place) {
      const double d = shortest_way(network, *at_home[h], *own, kUnreached).length;
      best = std::min(best, d);
      within += d <= 300 ? 1 : 0;
      gravity += clipped_decay(d, 300);
    }
    CHECK(cafes.distance[h] == Approx(best).epsilon(1e-12));
    CHECK(cafes.within[h] == within);
    CHECK(cafes.gravity[h] == Approx(gravity));
  }
}

TEST_CASE("Access that is no longer wanted stops", "[access]") {
  const Street1000 scene;
  const auto homes = join(scene.network, scene.wijk.homes);
  const auto places = join(scene.network, scene.wijk.places);
  std::stop_source source;
  source.request_stop();
  Job job(source.get_token());
  const Result<WijkAccess> made =
      wijk_access({scene.wijk, scene.network, homes, places, scene.buurt_of_home}, 500, job);
  REQUIRE_FALSE(made);
  CHECK(made.error().code == Code::Cancelled);
}
