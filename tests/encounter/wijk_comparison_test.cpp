// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/wijk_comparison.h"

#include <catch2/catch.hpp>

#include "encounter/wijk_street.h"

using namespace trefpunt;

namespace {

WijkEncounterInput street() {
  WijkEncounterInput input = on_streets({{{0, 0}, {100, 0}}}, one_errand(2, 30));
  add_home(input, {0, 0}, {2});
  add_home(input, {20, 0}, {2});
  add_place(input, {100, 0});
  return input;
}

}  // namespace

TEST_CASE("The same wijk differs in nothing", "[wijk-encounters]") {
  const WijkEncounters found = encounters_of(street());
  const WijkComparison same = compare(found, found);
  CHECK(same.encounters.difference() == 0);
  CHECK(same.streets.empty());
  CHECK(same.places.empty());
  CHECK_FALSE(same.is_steady);
}

TEST_CASE("One more bench changes encounters on benches and repeated pairs", "[wijk-encounters]") {
  WijkEncounterInput input = street();
  const WijkEncounters before = encounters_of(input);
  input.benches.push_back({foothold(input, {50, 0}), {7}});
  const WijkComparison found = compare(before, encounters_of(input));
  CHECK(found.bench_encounters.difference() > 0);
  CHECK(found.place_encounters.difference() == 0);
  REQUIRE(found.benches.size() == 1);
  CHECK(found.benches[0].id == FurnishingId{7});
  CHECK_FALSE(found.benches[0].encounters.before);  // it was not there, which is not zero
  CHECK(found.benches[0].visits.difference() == Approx(16));
  CHECK(found.repeated[0].difference() > 0);
  CHECK(found.is_steady);
  CHECK(found.streets.empty());
}

TEST_CASE("A second supermarket takes visits from the first", "[wijk-encounters]") {
  WijkEncounterInput input = street();
  const WijkEncounters before = encounters_of(input);
  add_place(input, {60, 0});
  const WijkComparison found = compare(before, encounters_of(input));
  REQUIRE(found.places.size() == 2);
  CHECK(found.places[0].visits.difference() + found.places[1].visits.difference() ==
        Approx(0).margin(1e-12));
  REQUIRE(found.streets.size() == 1);
  CHECK(found.streets[0].walks.difference() < 0);
  CHECK(found.passings.difference() < 0);
}

TEST_CASE("A path that is drawn has no walks before", "[wijk-encounters]") {
  const auto with = [](std::vector<Line> lines) {
    lines.insert(lines.begin(), Line{{0, 0}, {0, 100}, {100, 100}, {100, 0}});
    WijkEncounterInput input = on_streets(lines, one_errand(2, 30));
    add_home(input, {0, 0}, {3}, 3);
    add_place(input, {100, 0});
    return encounters_of(input);
  };
  const WijkComparison found = compare(with({}), with({{{0, 0}, {100, 0}}}));
  REQUIRE(found.streets.size() == 2);
  for (const StreetEncounters& change : found.streets) {
    if (change.street == StreetId{2}) {
      CHECK_FALSE(change.walks.before);
      CHECK(*change.walks.after > 0);
    } else {
      CHECK(*change.walks.after == 0);
    }
  }
}
