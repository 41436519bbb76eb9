// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "measure/wijk_list.h"
#include "measure/wijk_parts.h"
#include "measure/wijk_routes.h"

namespace trefpunt {

namespace {

constexpr int kDestinations = 3;

// One kind of daily destination: where it is, and which place each goal is (-1: a stop).
struct DailyGoals {
  std::vector<Start> goals;
  std::vector<int> place_of;
};

DailyGoals of_places(const WijkScene& scene, bool (*wanted)(const WijkPlace&)) {
  DailyGoals made;
  for (const int p : places_where(scene, wanted)) {
    if (!scene.ground.places[p]) continue;
    made.goals.push_back({*scene.ground.places[p], 0});
    made.place_of.push_back(p);
  }
  return made;
}

std::vector<DailyGoals> destinations(const WijkScene& scene) {
  std::vector<DailyGoals> all = {
      of_places(scene, [](const WijkPlace& p) { return p.category == PlaceCategory::School; }),
      of_places(scene,
                [](const WijkPlace& p) {
                  return p.category == PlaceCategory::Supermarket ||
                         p.category == PlaceCategory::Shop;
                }),
      of_places(scene, [](const WijkPlace& p) {
        return p.category == PlaceCategory::Park || p.category == PlaceCategory::Garden;
      })};
  DailyGoals stops;
  stops.goals =
      starts_of(scene.ground.furnishings, furnishings_where(scene, [](const Furnishing& thing) {
                  return thing.kind == FurnishingKind::Stop;
                }));
  stops.place_of.assign(stops.goals.size(), -1);
  all.push_back(std::move(stops));
  std::erase_if(all, [](const DailyGoals& own) { return own.goals.empty(); });
  return all;
}

// A route of a home, and the place it leads to.
struct DailyRoute {
  StreetRoute route;
  int place = -1;
};

Result<Outcome> evaluate_shared_route_stops(const WijkScene& scene, Job& job, Outcome outcome) {
  const Wijk& wijk = scene.wijk();
  const StreetNetwork& network = *scene.ground.network;
  const std::vector<DailyGoals> kinds = destinations(scene);
  if (static_cast<int>(kinds.size()) < kDestinations) {
    outcome.headline = NotComputed{
        {"Van school, winkel, halte en groen zijn er minder dan drie bekend die aan een straat "
         "liggen.",
         "Of school, shop, stop and green fewer than three are known that lie on a street."}};
    return outcome;
  }
  const std::size_t homes = scene.ground.homes.size();
  std::vector<std::vector<DailyRoute>> errands(homes);
  std::vector<double> addresses(network.links.size(), 0);  // whose routes use the link
  std::vector<RoutesTo> routes;
  for (const DailyGoals& kind : kinds) routes.emplace_back(network, kind.goals, kUnreached);
  for (std::size_t h = 0; h < homes; ++h) {
    if (job.stopped()) return stopped();
    if (!scene.ground.homes[h]) continue;
    std::vector<int> used;
    for (std::size_t k = 0; k < kinds.size(); ++k) {
      std::optional<StreetRoute> route = routes[k].from(*scene.ground.homes[h]);
      if (!route) continue;
      for (const LinkPart& piece : route->pieces) used.push_back(piece.link);
      const int place = kinds[k].place_of[route->goal];
      errands[h].push_back({*std::move(route), place});
    }
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    for (const int link : used) addresses[link] += (*wijk.homes)[h].dwellings;
  }

  const double beside = scene.parameter("beside"), others = scene.parameter("others");
  const auto at_seats =
      beside_links(network, scene.ground.furnishings,
                   furnishings_where(scene,
                                     [](const Furnishing& thing) {
                                       return thing.kind != FurnishingKind::Stop &&
                                              thing.kind != FurnishingKind::Toilet;
                                     }),
                   beside);
  const auto at_places = beside_links(
      network, scene.ground.places,
      places_where(scene, [](const WijkPlace& place) { return is_meeting_place(place); }), beside);
  const auto passes_stop = [&](const DailyRoute& errand) {
    if (!passed_on(errand.route, at_seats).empty()) return true;
    const std::vector<Passed> places = passed_on(errand.route, at_places);
    return std::any_of(places.begin(), places.end(),
                       [&](const Passed& passed) { return passed.thing != errand.place; });
  };
  std::vector<YesNo> answers;
  WeightedTally shares;
  for (std::size_t h = 0; h < homes; ++h) {
    int shared = 0;
    bool has_stop = false;
    for (const DailyRoute& errand : errands[h]) {
      const bool is_shared =
          std::any_of(errand.route.pieces.begin(), errand.route.pieces.end(),
                      [&](const LinkPart& piece) { return addresses[piece.link] - 1 >= others; });
      if (!is_shared) continue;
      ++shared;
      has_stop = has_stop || passes_stop(errand);
    }
    const bool is_enough = shared >= kDestinations;
    const YesNo without_stop = wijk.benches_are_all ? YesNo::No : YesNo::Unknown;
    answers.push_back(!is_enough ? YesNo::No : has_stop ? YesNo::Yes : without_stop);
    if (scene.ground.homes[h]) {
      shares.add(is_enough ? YesNo::Yes : YesNo::No, (*wijk.homes)[h].dwellings);
    }
  }
  tell_homes(scene, answers,
             {"Niet van alle routes is bekend of er een bank langs staat.",
              "It is not known of every route whether a bench stands along it."},
             outcome);
  outcome.secondary["shared"] = shares.share({});
  return outcome;
}

}  // namespace

const WijkMeasure& shared_route_stops() {
  static const Text share{"deel van de woningen (0-1)", "share of homes (0-1)"};
  static const WijkMeasureOf measure(
      {"shared_route_stops",
       1,
       {"Gedeelde dagelijkse routes met een stopplek", "Shared daily routes with a place to pause"},
       share,
       2,
       {"Woningen waarvan minstens drie kortste routes (naar school, winkel, halte of groen) een "
        "stuk straat delen met genoeg andere adressen, en samen langs een bank of ontmoetingsplek "
        "komen, gedeeld door alle woningen aan een straat.",
        "Homes of which at least three shortest routes (to school, shop, stop or green) share a "
        "piece of street with enough other addresses, and together pass a bench or meeting place, "
        "over all homes on a street."},
       {{"others",
         {"adressen", "addresses"},
         10,
         {"Eigen keuze, geen norm: met zoveel anderen wordt een stuk straat gedeeld.",
          "Our own choice, not a norm: with so many others a piece of street is shared."},
         {"Andere adressen, minstens", "Other addresses, at least"},
         1},
        {"beside",
         {"m", "m"},
         15,
         {"Eigen keuze, geen norm: zo ver naast de straat hoort een plek nog bij de route.",
          "Our own choice, not a norm: a place this far beside the street belongs to the route."},
         {"Van straat tot stopplek, hooguit", "From street to stopping place, at most"},
         0}},
       {{"shared",
         {"Gedeelde routes, stopplek of niet", "Shared routes, place to pause or not"},
         share}},
       {"buurt", "buurt"},
       share},
      {kStreets, kHomes, kPlaces}, evaluate_shared_route_stops);
  return measure;
}

}  // namespace trefpunt
