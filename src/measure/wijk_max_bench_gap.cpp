// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "measure/wijk_list.h"
#include "measure/wijk_parts.h"
#include "measure/wijk_routes.h"

namespace trefpunt {

namespace {

bool is_seat(const Furnishing& thing) {
  return thing.kind == FurnishingKind::Bench || thing.kind == FurnishingKind::PicnicTable;
}

// What lies between the seats of one route.
struct Gaps {
  double longest = 0, length = 0, within = 0;  // m
};

Gaps gaps_of(const StreetRoute& route, const std::vector<Passed>& seats, double limit) {
  Gaps gaps;
  double last = 0;
  const auto end_at = [&](double at) {
    const double gap = std::max(0.0, at - last);
    gaps.longest = std::max(gaps.longest, gap);
    if (gap <= limit) gaps.within += gap;
    last = at;
  };
  for (const Passed& seat : seats) end_at(seat.at);
  end_at(std::max(last, route.length));
  gaps.length = route.length;
  return gaps;
}

Result<Outcome> evaluate_max_bench_gap(const WijkScene& scene, Job& job, Outcome outcome) {
  const Wijk& wijk = scene.wijk();
  const std::vector<int> seats = furnishings_where(scene, is_seat);
  if (seats.empty() && !wijk.benches_are_all) {
    outcome.headline = NotComputed{
        {"In de laag staat geen bank. Dat zegt niet dat er geen is: verklaar dat de banken "
         "volledig zijn, of voeg ze toe.",
         "There is no bench in the layer. That does not say that there is none: declare that the "
         "benches are complete, or add them."}};
    return outcome;
  }
  const std::vector<int> places =
      places_where(scene, [](const WijkPlace& place) { return is_meeting_place(place); });
  const std::vector<Start> goals = starts_of(scene.ground.places, places);
  if (goals.empty()) {
    outcome.headline = NotComputed{
        {"Er ligt geen ontmoetingsplek aan een straat.", "No meeting place lies on a street."}};
    return outcome;
  }
  const StreetNetwork& network = *scene.ground.network;
  const RoutesTo routes(network, goals, kUnreached);
  const auto beside =
      beside_links(network, scene.ground.furnishings, seats, scene.parameter("beside"));
  const double limit = scene.parameter("limit");
  std::vector<std::optional<double>> longest(scene.ground.homes.size());
  double metres = 0, within = 0, most = 0;
  int without_way = 0;
  WeightedTally homes;
  for (std::size_t h = 0; h < longest.size(); ++h) {
    if (job.stopped()) return stopped();
    if (!scene.ground.homes[h]) continue;
    const std::optional<StreetRoute> route = routes.from(*scene.ground.homes[h]);
    if (!route) {
      ++without_way;
      continue;
    }
    const Home& home = (*wijk.homes)[h];
    const Gaps gaps = gaps_of(*route, passed_on(*route, beside), limit);
    longest[h] = gaps.longest;
    most = std::max(most, gaps.longest);
    metres += home.dwellings * gaps.length;
    within += home.dwellings * gaps.within;
    const bool is_fine = gaps.longest <= limit;
    homes.add(is_fine ? YesNo::Yes : YesNo::No, home.dwellings);
    if (!is_fine) outcome.places.push_back(place_at(to_string(home.id), home.at));
  }
  tell_ranks(scene, longest, 0.9, no_street_way(), outcome);
  if (!has_number(outcome.headline)) return outcome;
  outcome.secondary["longest"] = most;
  outcome.secondary["length_within"] = metres > 0 ? Value{within / metres} : Value{1.0};
  outcome.secondary["homes_within"] = homes.share({});
  if (without_way > 0) {
    const Text count = counted(without_way, {"adres", "address"}, {"adressen", "addresses"});
    outcome.assumptions.push_back(
        {"Zonder route naar een ontmoetingsplek en niet meegeteld: " + count.nl + ".",
         "Without a way to a meeting place and not counted: " + count.en + "."});
  }
  if (!wijk.benches_are_all) {
    const Text why{
        "Niemand heeft verklaard dat de banken volledig zijn: staan er meer, dan zijn de stukken "
        "korter.",
        "Nobody declared that the benches are complete: if there are more, the stretches are "
        "shorter."};
    outcome.assumptions.push_back(why);
    const auto at_most = [&](Value& value) {
      if (const double* found = std::get_if<double>(&value)) value = Range{0, *found, why};
    };
    at_most(outcome.headline);
    for (Row& row : outcome.rows) at_most(row.value);
    for (const char* id : {"median", "longest"}) {
      if (const auto found = outcome.secondary.find(id); found != outcome.secondary.end()) {
        at_most(found->second);
      }
    }
  }
  return outcome;
}

}  // namespace

const WijkMeasure& max_bench_gap() {
  static const WijkMeasureOf measure(
      {"max_bench_gap",
       1,
       {"Langste stuk zonder bank", "Longest stretch without a bench"},
       {"m", "m"},
       0,
       {"Op de kortste route van elke woning naar de dichtstbijzijnde ontmoetingsplek het langste "
        "stuk zonder zitplek, begin en eind meegerekend; 90 % van de woningen heeft hooguit "
        "zoveel.",
        "On the shortest way from each home to the nearest meeting place the longest stretch "
        "without a seat, ends included; 90 % of the homes have at most so much."},
       {{"limit",
         {"m", "m"},
         125,
         {"Vuistregel: een bank elke 100 tot 125 m op routes naar belangrijke plekken.",
          "Rule of thumb: a bench every 100 to 125 m on routes to key places."},
         {"Stuk zonder bank, hooguit", "Stretch without a bench, at most"},
         1},
        {"beside",
         {"m", "m"},
         15,
         {"Eigen keuze, geen norm: zo ver naast de straat hoort een bank nog bij de route.",
          "Our own choice, not a norm: a bench this far beside the street belongs to the route."},
         {"Van straat tot bank, hooguit", "From street to bench, at most"},
         0}},
       {{"longest", {"Langste stuk van alle routes", "Longest stretch of all routes"}, {"m", "m"}},
        {"length_within",
         {"Lengte van de routes in stukken tot de grens",
          "Length of the routes in stretches up to the limit"},
         {"deel van de lengte (0-1)", "share of length (0-1)"}},
        {"homes_within",
         {"Woningen met alleen zulke stukken", "Homes with such stretches only"},
         {"deel van de woningen (0-1)", "share of homes (0-1)"}}},
       {"buurt", "buurt"},
       {"m", "m"}},
      {kStreets, kHomes, kPlaces, kFurnishings}, evaluate_max_bench_gap);
  return measure;
}

}  // namespace trefpunt
