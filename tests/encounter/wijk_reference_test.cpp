// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/wijk_reference.h"

#include <catch2/catch.hpp>

#include "encounter/wijk_encounters.h"
#include "support/random_wijk.h"

using namespace trefpunt;

namespace {

bool same(double a, double b) {
  return std::abs(a - b) <= 1e-9 * std::max({1e-3, std::abs(a), std::abs(b)});
}

void check_equal(const WijkEncounterInput& input) {
  Job job;
  const auto found = wijk_encounters(input, {}, job);
  REQUIRE(found);
  const WijkReference slow = wijk_reference(input);
  for (std::size_t l = 0; l < found->streets.size(); ++l) {
    CAPTURE(l, found->streets[l].walks, slow.link_walks[l]);
    CHECK(same(found->streets[l].walks, slow.link_walks[l]));
    CHECK(same(found->streets[l].encounters, slow.link_encounters[l]));
  }
  const auto check_places =
      [](const std::vector<WijkPlaceMeetings>& places, const std::vector<double>& visits,
         const std::vector<double>& encounters, const std::vector<double>& repeated) {
        for (std::size_t z = 0; z < places.size(); ++z) {
          CAPTURE(z, places[z].visits, visits[z], places[z].encounters, encounters[z]);
          CHECK(same(places[z].visits, visits[z]));
          CHECK(same(places[z].encounters, encounters[z]));
          if (encounters[z] > 1e-12) {
            REQUIRE(places[z].repeated_share);
            CHECK(same(*places[z].repeated_share, repeated[z] / encounters[z]));
          }
        }
      };
  check_places(found->places, slow.place_visits, slow.place_encounters, slow.place_repeated);
  check_places(found->benches, slow.bench_walks, slow.bench_encounters, slow.bench_repeated);
  CHECK(same(found->totals.encounters(), slow.encounters));
  for (std::size_t k = 0; k < 3; ++k)
    CHECK(same(found->totals.repeated[k].value, slow.repeated[k]));
  for (std::size_t k = 0; k < 3; ++k) {
    double cross = 0;
    for (const GroupPair& pair : found->pairs) {
      if (pair.a != pair.b) cross += pair.repeated[k].value;
    }
    CHECK(same(cross, slow.cross[k]));
  }
  const std::size_t groups = input.assumptions.groups.size();
  for (std::size_t g = 0; g < groups; ++g) {
    double people = 0, own = 0, other = 0;
    for (std::size_t h = 0; h < input.homes.size(); ++h) {
      people += input.homes[h].people[g];
      own += input.homes[h].people[g] * slow.own[h * groups + g];
      other += input.homes[h].people[g] * slow.other[h * groups + g];
    }
    CHECK(same(found->groups[g].people, people));
    CHECK(same(found->groups[g].familiar.mean.own, own / people));
    CHECK(same(found->groups[g].familiar.mean.other, other / people));
  }
}

}  // namespace

TEST_CASE("Encounters in random wijken equal every route and every pair one by one",
          "[wijk-encounters]") {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    CAPTURE(seed);
    RandomWijk options;
    options.seed = seed;
    WijkEncounterInput input = random_wijk_input(options);
    input.assumptions.detour.value = 1;
    check_equal(input);
  }
}

TEST_CASE("On a grid all equal ways are walked alike", "[wijk-encounters]") {
  for (unsigned seed = 1; seed <= 4; ++seed) {
    CAPTURE(seed);
    RandomWijk options;
    options.jitter = 0;
    options.kept = 1;
    options.homes = 8;
    options.seed = seed;
    WijkEncounterInput input = random_wijk_input(options);
    input.assumptions.detour.value = 1;
    check_equal(input);
    // Doors exactly at corners, and several at one spot.
    for (auto& home : input.homes) home.at.along = home.at.along < 30 ? 0 : 60;
    for (auto& place : input.places) place.at.along = place.at.along < 30 ? 0 : 30;
    check_equal(input);
  }
}

TEST_CASE("Other speeds, exponents and chances give what every pair one by one gives",
          "[wijk-encounters]") {
  RandomWijk options;
  options.seed = 11;
  options.homes = 10;
  options.places = 9;
  WijkEncounterInput input = random_wijk_input(options);
  input.assumptions.detour.value = 1;
  input.assumptions.attraction.value = 0.5;
  input.assumptions.opportunity.value = 0.4;
  input.assumptions.towards.value = 1;
  input.assumptions.kappa.value = 0.6;
  input.assumptions.bench_minutes.value = 3;
  input.assumptions.groups[0].speed.value = 0.7;
  input.assumptions.groups[2].radius.value = 150;
  input.places[0].hours = 12;
  check_equal(input);
}
