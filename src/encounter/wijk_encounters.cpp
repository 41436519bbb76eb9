// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/wijk_encounters.h"

#include <algorithm>
#include <functional>

#include "base/check.h"
#include "encounter/repeats.h"
#include "encounter/wijk_mix.h"
#include "encounter/wijk_texts.h"

namespace trefpunt {

namespace {

std::vector<double> of_thing(const CoPresence& found, std::size_t thing, std::size_t groups) {
  const auto first = found.of_group.begin() + static_cast<std::ptrdiff_t>(thing * groups);
  return {first, first + static_cast<std::ptrdiff_t>(groups)};
}

std::vector<WijkPlaceMeetings> place_meetings(const CoPresence& found,
                                              const std::vector<double>& people,
                                              const WijkPairs& pairs, std::size_t first) {
  std::vector<WijkPlaceMeetings> places;
  for (std::size_t z = 0; z < found.walks.size(); ++z) {
    WijkPlaceMeetings& place = places.emplace_back();
    place.visits = found.walks[z];
    place.encounters = found.encounters[z];
    if (place.encounters > 0) {  // drawing pairs may err to above 1
      place.repeated_share = std::min(1.0, pairs.repeated_stays[first + z] / place.encounters);
    }
    const std::vector<double> here = of_thing(found, z, people.size());
    place.mix = shares_of(here);
    place.bridging = bridging(here, people);
  }
  return places;
}

// What at most a fifth of the people stays below.
double fifth_of(std::vector<std::pair<double, double>> values, double people) {
  std::sort(values.begin(), values.end());
  double counted = 0;
  for (const auto& [value, count] : values) {
    counted += count;
    if (counted >= 0.2 * people) return value;
  }
  return 0;
}

FamiliarOthers familiar_of(const WijkFlows& flows, const WijkPairs& pairs,
                           const std::function<bool(const WalkRow&)>& counts) {
  FamiliarOthers found;
  std::vector<std::pair<double, double>> both, own, other;  // value, people
  for (std::size_t r = 0; r < flows.rows.size(); ++r) {
    const WalkRow& row = flows.rows[r];
    if (!counts(row)) continue;
    const Familiar& familiar = pairs.familiar[r];
    found.people += row.people;
    found.mean.own += row.people * familiar.own;
    found.mean.other += row.people * familiar.other;
    both.push_back({familiar.own + familiar.other, row.people});
    own.push_back({familiar.own, row.people});
    other.push_back({familiar.other, row.people});
  }
  if (found.people <= 0) return found;
  found.mean.own /= found.people;
  found.mean.other /= found.people;
  found.fifth = fifth_of(std::move(both), found.people);
  found.fifth_of = {fifth_of(std::move(own), found.people),
                    fifth_of(std::move(other), found.people)};
  return found;
}

WijkTotals totals_of(const WijkEncounterInput& input, const WijkCoPresence& present,
                     const WijkPairs& pairs) {
  WijkTotals totals;
  for (const WijkHomePeople& home : input.homes) {
    double people = 0;
    for (const double n : home.people) people += n;
    totals.people += people;
    if (people > 0) ++totals.homes;
  }
  for (const double e : present.streets.encounters) totals.passings += e;
  for (const double e : present.benches.encounters) totals.bench_encounters += e;
  for (const double e : present.places.encounters) totals.place_encounters += e;
  totals.kappas = {kKappas[0], input.assumptions.kappa.value, kKappas[2]};
  totals.repeated = pairs.repeated;
  totals.drawn = pairs.drawn;
  for (std::size_t k = 0; k < 3; ++k) {
    if (pairs.repeated[k].value <= 0 || pairs.cross_pairs <= 0) continue;
    totals.bridging[k] = (pairs.repeated_cross[k] / pairs.repeated[k].value) /
                         (pairs.cross_pairs / pairs.people_pairs);
  }
  return totals;
}

}  // namespace

Result<WijkEncounters> wijk_encounters(const WijkEncounterInput& input,
                                       const WijkPairOptions& options, Job& job) {
  TP_CHECK(input.network != nullptr && !refuse(input.assumptions));
  const Result<WijkFlows> flows = wijk_flows(input, options.threads, job);
  if (!flows) return flows.error();
  const WijkCoPresence present = wijk_copresence(input, *flows);
  const Result<WijkPairs> pairs = wijk_pairs(input, *flows, options, job);
  if (!pairs) return pairs.error();

  WijkEncounters found;
  const std::size_t groups = input.assumptions.groups.size();
  std::vector<double> people(groups, 0);
  for (const WalkRow& row : flows->rows) people[row.group] += row.people;
  for (std::size_t l = 0; l < present.streets.walks.size(); ++l) {
    StreetMeetings& street = found.streets.emplace_back();
    street.street = input.street_of_link[l];
    street.length = input.network->links[l].length;
    street.walks = present.streets.walks[l];
    street.encounters = present.streets.encounters[l];
    const std::vector<double> here = of_thing(present.streets, l, groups);
    street.mix = shares_of(here);
    street.bridging = bridging(here, people);
  }
  found.benches = place_meetings(present.benches, people, *pairs, 0);
  found.places = place_meetings(present.places, people, *pairs, found.benches.size());
  for (const WijkDestination& place : input.places) found.place_ids.push_back(place.id);
  for (const WijkBench& bench : input.benches) found.bench_ids.push_back(bench.id);

  for (int b = 0; b <= static_cast<int>(input.buurten.size()); ++b) {
    const bool is_none = b == static_cast<int>(input.buurten.size());
    BuurtMeetings buurt;
    buurt.code = is_none ? std::string() : input.buurten[b];
    buurt.familiar = familiar_of(*flows, *pairs, [&](const WalkRow& row) {
      return input.homes[row.home].buurt == (is_none ? -1 : b);
    });
    if (!is_none) buurt.familiar.standard_error = pairs->buurt_error[b];
    if (buurt.familiar.people > 0) found.buurten.push_back(std::move(buurt));
  }
  for (int g = 0; g < static_cast<int>(groups); ++g) {
    const WijkGroup& group = input.assumptions.groups[g];
    WijkGroupMeetings& made = found.groups.emplace_back();
    made.id = group.id;
    made.name = group.name;
    made.people = people[g];
    made.trips = flows->trips[g];
    made.trips_lost = flows->trips_lost[g];
    made.metres = people[g] > 0 ? flows->metres[g] / people[g] : 0;
    made.familiar = familiar_of(*flows, *pairs, [&](const WalkRow& row) { return row.group == g; });
  }
  found.pairs = pairs->groups;
  found.totals = totals_of(input, present, *pairs);
  found.people_off_streets = input.people_off_streets;
  found.places_off_streets = input.places_off_streets;
  found.used = input.used;
  found.taken = input.taken;
  found.limits = wijk_encounter_limits();
  return found;
}

}  // namespace trefpunt
