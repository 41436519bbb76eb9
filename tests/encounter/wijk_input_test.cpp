// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/wijk_input.h"

#include <catch2/catch.hpp>
#include <limits>

#include "encounter/wijk_mix.h"
#include "encounter/wijk_people.h"
#include "encounter/wijk_trips.h"
#include "street/distances.h"
#include "support/random_wijk.h"

using namespace trefpunt;

namespace {

struct Laid {
  Wijk wijk = random_wijk({});
  std::shared_ptr<const StreetNetwork> network;
  WijkFootholds footholds;

  Laid() {
    Job job;
    network = std::make_shared<const StreetNetwork>(
        *make_street_network(*wijk.streets, NetworkOptions{}, job));
    const Foothold at;
    footholds.homes.assign(wijk.homes->size(), at);
    footholds.places.assign(wijk.places->size(), at);
    footholds.furnishings.assign(wijk.furnishings->size(), at);
    footholds.buurt_of_home.assign(wijk.homes->size(), 0);
  }
  Result<WijkEncounterInput> input() const {
    return wijk_encounter_input(wijk, network, footholds);
  }
};

bool says(const WijkEncounterInput& input, const std::string& words) {
  for (const Text& text : input.taken) {
    if (text.en.find(words) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("People of a home are its residents, else what the buurt knows, else assumed",
          "[wijk-encounters]") {
  const WijkAssumptions assumptions = default_assumptions();
  StatisticalArea buurt;
  Home home;
  home.dwellings = 3;
  CHECK(people_of(home, nullptr, assumptions).people == Approx(6.3));
  CHECK(people_of(home, &buurt, assumptions).from == PeopleFrom::Assumed);
  buurt.figures.inhabitants = 900;
  buurt.figures.dwellings = 500;
  CHECK(people_of(home, &buurt, assumptions).people == Approx(5.4));
  buurt.figures.persons_per_household = 2.5;
  CHECK(people_of(home, &buurt, assumptions).people == Approx(7.5));
  home.residents = 0;
  CHECK(people_of(home, &buurt, assumptions).people == 0);
  CHECK(people_of(home, &buurt, assumptions).from == PeopleFrom::Residents);
}

TEST_CASE("Groups have the shares of the buurt, and assumed ones where it says nothing",
          "[wijk-encounters]") {
  const WijkAssumptions assumptions = default_assumptions();
  CHECK(group_shares(nullptr, assumptions).shares[1] == Approx(0.65));
  CHECK_FALSE(group_shares(nullptr, assumptions).has_figures);
  StatisticalArea buurt;
  buurt.figures.percent_65_plus = 40;
  GroupShares found = group_shares(&buurt, assumptions);
  CHECK(found.has_figures);
  CHECK(found.shares[2] == Approx(0.4));
  CHECK(found.shares[0] == Approx(0.6 * 0.15 / 0.8));
  buurt.figures.percent_0_15 = 0;  // known to be none
  found = group_shares(&buurt, assumptions);
  CHECK(found.shares[0] == 0);
  CHECK(found.shares[1] == Approx(0.6));
}

TEST_CASE("The choice of a place falls with distance and rises with area", "[wijk-encounters]") {
  std::vector<double> chances;
  huff_chances({100, 100, 50, 100}, {100, 300, 100, 900}, 800, 1, chances);
  CHECK(chances[0] + chances[1] + chances[2] == Approx(1));
  CHECK(chances[1] / chances[0] == Approx(std::exp(-4 * 200 / 800.0)));
  CHECK(chances[2] / chances[0] == Approx(0.5));
  CHECK(chances[3] == 0);  // beyond the radius
  huff_chances({100, 50}, {100, 100}, 800, 0, chances);
  CHECK(chances[0] == Approx(0.5));
  huff_chances({100}, {kUnreached}, 800, 1, chances);
  CHECK(chances[0] == 0);
}

TEST_CASE("A mix is told against the mix of the wijk", "[wijk-encounters]") {
  CHECK(*bridging({5, 5}, {100, 100}) == Approx(1));
  CHECK(*bridging({1, 0}, {100, 100}) == 0);
  CHECK(*bridging({1, 1}, {300, 100}) == Approx(0.5 / 0.375));
  CHECK_FALSE(bridging({0, 0}, {100, 100}));
  CHECK_FALSE(bridging({1, 0}, {100, 0}));
}

TEST_CASE("A wijk without streets, homes or places has no encounters to compute",
          "[wijk-encounters]") {
  CHECK(Laid().input());
  for (int without = 0; without < 3; ++without) {
    Laid laid;
    if (without == 0) laid.wijk.streets = nullptr;
    if (without == 1) laid.wijk.homes = nullptr;
    if (without == 2) laid.wijk.places = nullptr;
    const auto input = laid.input();
    REQUIRE_FALSE(input);
    CHECK(input.error().code == Code::NotFound);
    CHECK_FALSE(input.error().sentence.nl.empty());
  }
}

TEST_CASE("What lies away from streets is left out and counted", "[wijk-encounters]") {
  Laid laid;
  laid.footholds.homes[0] = std::nullopt;
  laid.footholds.places[1] = std::nullopt;
  const auto input = laid.input();
  REQUIRE(input);
  CHECK(input->homes.size() == laid.wijk.homes->size() - 1);
  CHECK(input->people_off_streets > 0);
  CHECK(input->places_off_streets == 1);
  CHECK(says(*input, "1 addresses without a street"));
}

TEST_CASE("No layer of benches is said, an empty one is not", "[wijk-encounters]") {
  Laid laid;
  CHECK_FALSE(says(*laid.input(), "no layer of benches"));
  laid.wijk.furnishings = nullptr;
  CHECK(says(*laid.input(), "no layer of benches"));
}

TEST_CASE("A place without an area has the median of its category", "[wijk-encounters]") {
  Laid laid;
  std::vector<WijkPlace> places(3);
  for (WijkPlace& place : places) place.category = PlaceCategory::Cafe;
  places[0].area_m2 = 80;
  places[2].category = PlaceCategory::Library;
  laid.wijk.places = std::make_shared<const std::vector<WijkPlace>>(places);
  laid.footholds.places.assign(3, Foothold{});
  const auto input = laid.input();
  REQUIRE(input);
  CHECK(input->places[1].attraction == 80);
  CHECK(input->places[2].attraction == 1);
  CHECK(says(*input, "1 places without an area"));
}

TEST_CASE("Assumptions that cannot be are refused with the number named", "[wijk-encounters]") {
  CHECK_FALSE(refuse(default_assumptions()));
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto refused = [](auto change) {
    WijkAssumptions assumptions = default_assumptions();
    change(assumptions);
    const auto error = refuse(assumptions);
    return error && error->code == Code::BadInput ? error->where : std::string("accepted");
  };
  using A = WijkAssumptions;
  CHECK(refused([](A& a) { a.groups.clear(); }) != "accepted");
  CHECK(refused([](A& a) { a.groups[0].radius.value = 0; }) == "children: radius");
  CHECK(refused([&](A& a) { a.groups[0].speed.value = nan; }) == "children: speed");
  CHECK(refused([](A& a) { a.groups[1].share.value = -1; }) == "adults: share");
  CHECK(refused([](A& a) { a.errands[0].per_week.value = -1; }) == "children: school: per_week");
  CHECK(refused([](A& a) { a.errands[0].minutes.value = -1; }) == "children: school: minutes");
  CHECK(refused([](A& a) { a.errands[0].group = "x"; }) == "x: school");
  CHECK(refused([](A& a) { a.hours_per_week.value = 0; }) == "hours_per_week");
  CHECK(refused([](A& a) { a.kappa.value = 0; }) == "kappa");
  CHECK(refused([](A& a) { a.household.value = 0; }) == "household");
  CHECK(refused([](A& a) { a.attraction.value = -1; }) == "attraction");
  CHECK(refused([](A& a) { a.bench_minutes.value = -1; }) == "bench_minutes");
  CHECK(refused([](A& a) { a.opportunity.value = 1.1; }) == "opportunity");
  CHECK(refused([](A& a) { a.towards.value = -0.1; }) == "towards");
  CHECK(refused([](A& a) { a.detour.value = 0.9; }) == "detour");
}
