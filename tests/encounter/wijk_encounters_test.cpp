// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/wijk_encounters.h"

#include <catch2/catch.hpp>
#include <random>

#include "encounter/wijk_street.h"
#include "encounter/wijk_texts.h"
#include "support/random_wijk.h"

using namespace trefpunt;

namespace {

const std::vector<Line> kOneStreet = {{{0, 0}, {100, 0}}};

// All that a result says, to compare two of them.
std::vector<double> numbers_of(const WijkEncounters& found) {
  std::vector<double> numbers;
  for (const StreetMeetings& street : found.streets) {
    numbers.insert(numbers.end(), {street.walks, street.encounters, street.bridging.value_or(-1)});
  }
  for (const auto* places : {&found.places, &found.benches}) {
    for (const WijkPlaceMeetings& place : *places) {
      numbers.insert(numbers.end(),
                     {place.visits, place.encounters, place.repeated_share.value_or(-1)});
    }
  }
  for (const BuurtMeetings& buurt : found.buurten) {
    numbers.insert(numbers.end(), {buurt.familiar.mean.own, buurt.familiar.mean.other,
                                   buurt.familiar.fifth, *buurt.familiar.standard_error});
  }
  for (const Sampled& repeated : found.totals.repeated) {
    numbers.insert(numbers.end(), {repeated.value, repeated.standard_error});
  }
  return numbers;
}

}  // namespace

// Homes at 0 and 20 m, supermarket at 100 m; both walk there and back twice a week: 4 walks on the
// 80 m they share. Half of 4 x 4 pairs of walks go in opposite directions and meet when they set
// out within 2 x 80 / 1.25 = 128 s of each other, of 70 hours: 8 x 128 / 252000.
TEST_CASE("Without a place or bench on any street nobody meets, and nothing breaks",
          "[wijk-encounters]") {
  WijkEncounterInput input = random_wijk_input({});
  input.places.clear();
  input.benches.clear();
  const WijkEncounters found = encounters_of(input);
  CHECK(found.totals.people > 0);
  CHECK(found.totals.encounters() == 0);
  CHECK(found.totals.repeated[1].value == 0);
}

TEST_CASE("Two neighbours on one street pass and meet as counted by hand", "[wijk-encounters]") {
  WijkEncounterInput input = on_streets(kOneStreet, one_errand(2, 30));
  add_home(input, {0, 0}, {1});
  add_home(input, {20, 0}, {1});
  add_place(input, {100, 0});
  const WijkEncounters found = encounters_of(input);
  REQUIRE(found.streets.size() == 1);
  CHECK(found.streets[0].walks == Approx(4 + 4 * 0.8));
  CHECK(found.streets[0].encounters == Approx(8 * 128 / 252000.0));
  CHECK(found.places[0].visits == Approx(4));
  CHECK(found.places[0].encounters == Approx(2 * 2 * (30 + 30) / (60 * 70.0)));
  const double mean = found.totals.encounters();
  CHECK(found.totals.repeated[1].value == Approx(mean / (1 + mean) * mean / (1 + mean)));
  CHECK(found.groups[0].familiar.mean.own == Approx(found.totals.repeated[1].value));
  CHECK(found.groups[0].metres == Approx((4 * 100 + 4 * 80) / 2.0));
  CHECK_FALSE(found.streets[0].bridging);  // one group
}

TEST_CASE("Neighbours who leave in opposite directions share nothing", "[wijk-encounters]") {
  WijkEncounterInput input = on_streets({{{0, 0}, {100, 0}}}, one_errand(2, 30));
  add_home(input, {40, 0}, {1});
  add_home(input, {60, 0}, {1});
  add_place(input, {0, 0});
  add_place(input, {100, 0});
  input.assumptions.groups[0].radius.value = 50;  // each reaches one of both
  const WijkEncounters found = encounters_of(input);
  CHECK(found.streets[0].walks > 0);
  CHECK(found.streets[0].encounters == 0);
  CHECK(found.totals.encounters() == 0);
  CHECK(found.totals.repeated[1].value == 0);
}

TEST_CASE("People on two islands never meet", "[wijk-encounters]") {
  WijkEncounterInput input =
      on_streets({{{0, 0}, {100, 0}}, {{0, 500}, {100, 500}}}, one_errand(3, 20));
  for (const double y : {0.0, 500.0}) {
    add_home(input, {0, y}, {5});
    add_place(input, {100, y});
  }
  const WijkEncounters found = encounters_of(input);
  CHECK(found.streets[0].walks > 0);
  CHECK(found.totals.encounters() == 0);
}

TEST_CASE("People of one dwelling do not meet each other, neighbours behind one door do",
          "[wijk-encounters]") {
  WijkEncounterInput input = on_streets(kOneStreet, one_errand(2, 30));
  add_home(input, {0, 0}, {4}, 1);
  add_place(input, {100, 0});
  CHECK(encounters_of(input).totals.encounters() == 0);
  input.homes[0].dwellings = 4;  // of one person each: 6 pairs
  const double all = encounters_of(input).places[0].encounters;
  CHECK(all == Approx(6 * 2 * 2 * 60 / (60 * 70.0)));
  input.homes[0].dwellings = 2;  // of two: 4 pairs
  CHECK(encounters_of(input).places[0].encounters == Approx(all * 4 / 6));
}

TEST_CASE("A bench adds encounters of those who pass it and changes nothing else",
          "[wijk-encounters]") {
  WijkEncounterInput input = on_streets(kOneStreet, one_errand(2, 30));
  add_home(input, {0, 0}, {1});
  add_home(input, {60, 0}, {1});
  add_place(input, {100, 0});
  const WijkEncounters without = encounters_of(input);
  input.benches.push_back({foothold(input, {80, 0}), {1}});
  input.benches.push_back({foothold(input, {30, 0}), {2}});  // only one of both comes here
  const WijkEncounters with = encounters_of(input);
  CHECK(with.benches[0].visits == Approx(8));
  CHECK(with.benches[0].encounters == Approx(4 * 4 * 2 * 0.5 / (60 * 70)));
  CHECK(with.benches[1].visits == Approx(4));
  CHECK(with.benches[1].encounters == 0);
  CHECK(with.totals.passings == Approx(without.totals.passings).epsilon(1e-12));
  CHECK(with.totals.place_encounters == without.totals.place_encounters);
}

TEST_CASE("What pairs expect adds up to what streets and places count", "[wijk-encounters]") {
  RandomWijk options;
  options.homes = 30;
  options.benches = 5;
  options.seed = 3;
  const WijkEncounterInput input = random_wijk_input(options);  // detour 1.05
  const WijkEncounters found = encounters_of(input);
  double pairs = 0;
  for (const GroupPair& pair : found.pairs) pairs += pair.encounters.value;
  CHECK(pairs == Approx(found.totals.encounters()).epsilon(1e-9));
}

TEST_CASE("With detours people walk at most so much further", "[wijk-encounters]") {
  RandomWijk options;
  options.columns = options.rows = 7;
  options.homes = 20;
  options.seed = 5;
  WijkEncounterInput input = random_wijk_input(options);
  const auto metres = [&] {
    double sum = 0;
    for (const StreetMeetings& street : encounters_of(input).streets) {
      sum += street.walks * street.length;
    }
    return sum;
  };
  input.assumptions.detour.value = 1;
  const double shortest = metres();
  input.assumptions.detour.value = 1.1;
  CHECK(metres() > 1.0001 * shortest);
  CHECK(metres() <= 1.1 * shortest);
}

TEST_CASE("Twice the hours are half the encounters", "[wijk-encounters]") {
  WijkEncounterInput input = random_wijk_input({});
  const WijkEncounters found = encounters_of(input);
  input.assumptions.hours_per_week.value *= 2;
  for (WijkDestination& place : input.places) place.hours *= 2;
  const WijkEncounters half = encounters_of(input);
  CHECK(half.totals.encounters() == Approx(found.totals.encounters() / 2));
  CHECK(half.streets[0].walks == Approx(found.streets[0].walks));
  CHECK(half.totals.repeated[2].value < found.totals.repeated[2].value);
}

TEST_CASE("More trips never give fewer encounters", "[wijk-encounters]") {
  WijkEncounterInput input = random_wijk_input({});
  const WijkEncounters found = encounters_of(input);
  for (WijkErrand& errand : input.assumptions.errands) {
    CAPTURE(errand.group, id_of(errand.category));
    const double before = errand.per_week.value;
    errand.per_week.value *= 1.5;
    const WijkEncounters more = encounters_of(input);
    errand.per_week.value = before;
    CHECK(more.totals.encounters() >= found.totals.encounters() * (1 - 1e-12));
    for (std::size_t k = 0; k < 3; ++k) {
      CHECK(more.totals.repeated[k].value >= found.totals.repeated[k].value * (1 - 1e-12));
    }
    for (std::size_t l = 0; l < more.streets.size(); ++l) {
      CHECK(more.streets[l].encounters >= found.streets[l].encounters * (1 - 1e-9));
    }
  }
}

TEST_CASE("A street that nobody uses may go", "[wijk-encounters]") {
  const std::vector<Line> streets = {{{0, 0}, {100, 0}}, {{100, 0}, {100, 80}}};
  const auto with = [](const std::vector<Line>& lines) {
    WijkEncounterInput input = on_streets(lines, one_errand(2, 30));
    add_home(input, {0, 0}, {2.5});
    add_home(input, {30, 0}, {1.5}, 3);
    add_place(input, {100, 0});
    return encounters_of(input);
  };
  const WijkEncounters both = with(streets), one = with({streets[0]});
  CHECK(both.streets[1].walks == 0);
  CHECK(both.streets[1].mix.empty());
  CHECK(both.streets[0].encounters == one.streets[0].encounters);
  CHECK(both.totals.repeated[0].value == one.totals.repeated[0].value);
}

TEST_CASE("Without homes, places or people of a group there is nothing, and no mix",
          "[wijk-encounters]") {
  WijkEncounterInput input = on_streets(kOneStreet, one_errand(2, 30));
  WijkEncounters found = encounters_of(input);
  CHECK(found.totals.people == 0);
  CHECK(found.totals.encounters() == 0);
  CHECK_FALSE(found.totals.bridging[1]);
  add_home(input, {0, 0}, {2});
  found = encounters_of(input);
  CHECK(found.groups[0].trips == Approx(4));
  CHECK(found.groups[0].trips_lost == Approx(4));
  CHECK(found.streets[0].mix.empty());
  add_place(input, {100, 0}, PlaceCategory::Library);  // nobody goes there
  found = encounters_of(input);
  CHECK(found.places[0].visits == 0);
  CHECK_FALSE(found.places[0].repeated_share);
  input.assumptions.groups.push_back(input.assumptions.groups[0]);
  input.assumptions.groups[1].id = "nobody";
  input.homes[0].people = {2, 0};
  found = encounters_of(input);
  CHECK(found.groups[1].people == 0);
  CHECK(found.groups[1].familiar.mean.own == 0);
}

TEST_CASE("Any number of threads gives the same numbers, drawn pairs too", "[wijk-encounters]") {
  RandomWijk options;
  options.columns = options.rows = 8;
  options.homes = 120;
  options.places = 10;
  const WijkEncounterInput input = random_wijk_input(options);
  for (const double at_most : {1e9, 5000.0}) {
    const auto one = numbers_of(encounters_of(input, {at_most, 1, 1}));
    CHECK(numbers_of(encounters_of(input, {at_most, 1, 3})) == one);
    CHECK(numbers_of(encounters_of(input, {at_most, 1, 0})) == one);
  }
}

TEST_CASE("Drawn pairs are right within their standard error", "[wijk-encounters]") {
  RandomWijk options;
  options.columns = options.rows = 12;
  options.homes = 150;
  options.places = 10;
  const WijkEncounterInput input = random_wijk_input(options);
  const WijkEncounters all = encounters_of(input, {1e9, 1, 0});
  CHECK(all.totals.drawn == 1);
  CHECK(all.totals.repeated[1].standard_error == 0);
  double squared = 0;
  const int draws = 12;
  for (int seed = 1; seed <= draws; ++seed) {
    const WijkEncounters some = encounters_of(input, {1e4, static_cast<std::uint64_t>(seed), 0});
    CHECK(some.totals.drawn < 0.2);
    const Sampled& found = some.totals.repeated[1];
    CHECK(found.standard_error > 0);
    CHECK(found.standard_error < 0.2 * all.totals.repeated[1].value);
    const double off = (found.value - all.totals.repeated[1].value) / found.standard_error;
    CHECK(std::abs(off) < 4.5);
    squared += off * off / draws;
  }
  CHECK(squared < 3);
  CHECK(squared > 0.15);
}

TEST_CASE("Encounters of a wijk stop when asked", "[wijk-encounters]") {
  std::stop_source stop;
  stop.request_stop();
  Job job(stop.get_token());
  const auto found = wijk_encounters(random_wijk_input({}), {}, job);
  REQUIRE_FALSE(found);
  CHECK(found.error().code == Code::Cancelled);
}

// What is drawn here is walking itself: where both are at each moment.
TEST_CASE("Passings and stays agree with walks that are drawn", "[wijk-encounters]") {
  const double trips = 5, minutes = 4, hours = 1, speed = 1.25;
  WijkAssumptions assumptions = one_errand(trips, minutes);
  assumptions.hours_per_week.value = hours;
  WijkEncounterInput input = on_streets(kOneStreet, assumptions);
  add_home(input, {0, 0}, {1});
  add_home(input, {20, 0}, {1});
  add_place(input, {100, 0});
  input.places[0].hours = hours;
  const WijkEncounters found = encounters_of(input);

  std::mt19937 random(7);
  const double week = 3600 * hours;
  std::poisson_distribution<int> number(trips);
  std::uniform_real_distribution<double> moment(0, week);
  // From `later` to `earlier` the short way around the week.
  const auto since = [&](double later, double earlier) {
    const double apart = std::fmod(later - earlier + 2.5 * week, week) - 0.5 * week;
    return apart;
  };
  double passings = 0, stays = 0;
  const int weeks = 4000;
  for (int w = 0; w < weeks; ++w) {
    std::vector<double> arrive[2];
    const double homes[2] = {0, 20};
    for (int i = 0; i < 2; ++i) {
      for (int n = number(random); n > 0; --n) arrive[i].push_back(moment(random));
    }
    for (const double a : arrive[0]) {
      for (const double b : arrive[1]) {
        if (std::abs(since(a, b)) < 60 * minutes) ++stays;
        for (const auto& [back, to, home] :
             {std::tuple{a + 60 * minutes, b, homes[1]}, {b + 60 * minutes, a, homes[0]}}) {
          // One is at 100 - speed (t - back), the other at 100 + speed (t - to).
          const double middle = since(to, back) / 2;  // after `back`, when they are at one spot
          const double spot = 100 - speed * middle;
          if (middle >= 0 && spot >= std::max(20.0, home)) ++passings;
        }
      }
    }
  }
  CHECK(passings / weeks == Approx(found.totals.passings).epsilon(4 / std::sqrt(passings)));
  CHECK(stays / weeks == Approx(found.totals.place_encounters).epsilon(4 / std::sqrt(stays)));
}

TEST_CASE("The chance to meet twice is the negative binomial's", "[wijk-encounters]") {
  for (const double mean : {0.01, 0.5, 3.0}) {
    CHECK(twice_a_week(mean, 1) == Approx(std::pow(mean / (1 + mean), 2)));
    CHECK(twice_a_week(mean, 1e7) == Approx(1 - std::exp(-mean) * (1 + mean)).epsilon(1e-4));
    const double none = std::pow(0.2 / (0.2 + mean), 0.2);
    CHECK(twice_a_week(mean, 0.2) ==
          Approx(1 - none * (1 + 0.2 * mean / (0.2 + mean))).epsilon(1e-9));
  }
  CHECK(twice_a_week(0, 0.2) == 0);
  // Z has mean square 1 + 1 / kappa.
  CHECK(twice_a_week(1e-4, 0.2) == Approx(6 * 0.5e-8).epsilon(2e-3));
}

TEST_CASE("Every number that was used is told, and what it does not know", "[wijk-encounters]") {
  const WijkEncounterInput input = random_wijk_input({});
  const WijkEncounters found = encounters_of(input);
  CHECK(found.used.size() ==
        3 * input.assumptions.groups.size() + 2 * input.assumptions.errands.size() + 8);
  for (const UsedAssumption& used : found.used) {
    CHECK_FALSE(used.name.nl.empty());
    CHECK_FALSE(used.unit.empty());
  }
  CHECK(found.limits == wijk_encounter_limits());
}
