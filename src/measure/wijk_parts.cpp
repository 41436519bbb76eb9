// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/wijk_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace trefpunt {

namespace {

Value missing(const char* nl, const char* en) {
  return NotComputed{
      {fmt::format("De laag ‘{}’ ontbreekt.", nl), fmt::format("The layer '{}' is missing.", en)}};
}

template <typename Thing>
bool is_absent(const WijkLayer<Thing>& layer) {
  return layer == nullptr;
}

std::optional<Value> lacks(const WijkScene& scene, int layer) {
  const Wijk& wijk = scene.wijk();
  switch (layer) {
    case kStreets:
      if (is_absent(wijk.streets)) return missing("straten", "streets");
      if (scene.ground.network && !scene.ground.network->links.empty()) return std::nullopt;
      return NotComputed{{"De laag ‘straten’ is leeg.", "The layer 'streets' is empty."}};
    case kHomes:
      if (is_absent(wijk.homes)) return missing("woningen", "homes");
      if (!wijk.homes->empty()) return std::nullopt;
      return NotApplicable{
          {"In de laag ‘woningen’ staat niets.", "There is nothing in the layer 'homes'."}};
    case kPlaces:
      if (is_absent(wijk.places)) return missing("plekken", "places");
      return std::nullopt;
    case kFurnishings:
      if (is_absent(wijk.furnishings)) {
        return missing("banken, haltes en toiletten", "benches, stops and toilets");
      }
      return std::nullopt;
    case kOpenSpaces:
      if (is_absent(wijk.open_spaces)) return missing("open ruimte", "open spaces");
      return std::nullopt;
    case kFootprints:
      if (is_absent(wijk.footprints)) return missing("gebouwen", "buildings");
      return std::nullopt;
    case kAreas:
      if (is_absent(wijk.areas)) {
        return missing("buurten met kerncijfers", "buurten with key figures");
      }
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

Result<Outcome> WijkMeasureOf::evaluate(const WijkScene& scene, Job& job) const {
  if (job.stopped()) return stopped();
  if (const std::optional<Value> why = lacking(scene, layers_)) return no_number(info_, *why);
  Result<Outcome> outcome = evaluate_(scene, job, {});
  if (!outcome) return outcome;
  for (const SecondaryInfo& secondary : info_.secondary) {
    if (has_number(outcome->headline) || outcome->secondary.contains(secondary.id)) continue;
    if (std::holds_alternative<Range>(outcome->headline)) continue;
    outcome->secondary[secondary.id] = outcome->headline;
  }
  return outcome;
}

std::optional<Value> lacking(const WijkScene& scene, const std::vector<int>& layers) {
  for (const int layer : layers) {
    if (std::optional<Value> why = lacks(scene, layer)) return why;
  }
  return std::nullopt;
}

Outcome no_number(const MeasureInfo& info, const Value& why) {
  Outcome outcome;
  outcome.headline = why;
  for (const SecondaryInfo& secondary : info.secondary) outcome.secondary[secondary.id] = why;
  return outcome;
}

std::vector<int> places_where(const WijkScene& scene, bool (*wanted)(const WijkPlace&)) {
  std::vector<int> found;
  const std::vector<WijkPlace>& places = *scene.wijk().places;
  for (std::size_t p = 0; p < places.size(); ++p) {
    if (wanted(places[p])) found.push_back(static_cast<int>(p));
  }
  return found;
}

std::vector<int> furnishings_where(const WijkScene& scene, bool (*wanted)(const Furnishing&)) {
  std::vector<int> found;
  if (!scene.wijk().furnishings) return found;
  const std::vector<Furnishing>& things = *scene.wijk().furnishings;
  for (std::size_t f = 0; f < things.size(); ++f) {
    if (wanted(things[f])) found.push_back(static_cast<int>(f));
  }
  return found;
}

std::vector<Start> starts_of(const std::vector<std::optional<Foothold>>& footholds,
                             const std::vector<int>& indexes) {
  std::vector<Start> starts;
  for (const int i : indexes) {
    if (footholds[i]) starts.push_back({*footholds[i], 0});
  }
  return starts;
}

std::vector<double> home_distances(const WijkScene& scene, const std::vector<Start>& starts,
                                   double radius) {
  const StreetNetwork& network = *scene.ground.network;
  const std::vector<double> field = distances_from(network, starts, radius);
  std::vector<double> distances;
  for (const std::optional<Foothold>& home : scene.ground.homes) {
    const double d = home ? distance_to(network, *home, starts, field) : kUnreached;
    distances.push_back(d <= radius ? d : kUnreached);
  }
  return distances;
}

void WeightedTally::add(YesNo answer, double weight) {
  (answer == YesNo::Yes ? yes : answer == YesNo::No ? no : unknown) += weight;
}

Value WeightedTally::share(const Text& not_known) const {
  if (total() <= 0) return NotComputed{no_homes_here()};
  return between(yes / total(), (yes + unknown) / total(), not_known);
}

void tell_homes(const WijkScene& scene, const std::vector<YesNo>& answers, const Text& not_known,
                Outcome& outcome) {
  const std::vector<Home>& homes = *scene.wijk().homes;
  WeightedTally whole;
  std::map<int, WeightedTally> per_buurt;
  for (std::size_t h = 0; h < homes.size(); ++h) {
    if (!scene.ground.homes[h]) continue;
    whole.add(answers[h], homes[h].dwellings);
    per_buurt[scene.ground.buurt_of_home[h]].add(answers[h], homes[h].dwellings);
    if (answers[h] == YesNo::No) {
      outcome.places.push_back(place_at(to_string(homes[h].id), homes[h].at));
    }
  }
  outcome.headline = whole.share(not_known);
  add_buurt_rows(scene, outcome, [&](int area) { return per_buurt[area].share(not_known); });
  note_not_joined(scene, outcome);
}

void tell_ranks(const WijkScene& scene, const std::vector<std::optional<double>>& values,
                double share, const Text& no_way, Outcome& outcome) {
  const std::vector<Home>& homes = *scene.wijk().homes;
  std::vector<std::pair<double, double>> whole;
  std::map<int, std::vector<std::pair<double, double>>> per_buurt;
  for (std::size_t h = 0; h < homes.size(); ++h) {
    if (!values[h]) continue;
    whole.emplace_back(*values[h], homes[h].dwellings);
    per_buurt[scene.ground.buurt_of_home[h]].push_back(whole.back());
  }
  const auto value_of = [&](const std::vector<std::pair<double, double>>& own) -> Value {
    const std::optional<double> rank = weighted_rank(own, share);
    if (!rank) return NotComputed{no_homes_here()};
    return std::isinf(*rank) ? Value{NotComputed{no_way}} : Value{*rank};
  };
  outcome.headline = value_of(whole);
  add_buurt_rows(scene, outcome, [&](int area) { return value_of(per_buurt[area]); });
  note_not_joined(scene, outcome);
}

std::optional<double> weighted_rank(std::vector<std::pair<double, double>> values, double share) {
  double all = 0;
  for (const auto& [value, weight] : values) all += weight;
  if (all <= 0) return std::nullopt;
  std::sort(values.begin(), values.end());
  double passed = 0;
  for (const auto& [value, weight] : values) {
    passed += weight;
    if (passed >= share * all - 1e-9) return value;
  }
  return values.back().first;
}

void note_not_joined(const WijkScene& scene, Outcome& outcome) {
  const auto apart = static_cast<int>(
      std::count(scene.ground.homes.begin(), scene.ground.homes.end(), std::nullopt));
  if (apart == 0) return;
  const Text homes = counted(apart, {"adres", "address"}, {"adressen", "addresses"});
  outcome.assumptions.push_back(
      {fmt::format("Te ver van een straat ({:.0f} m of meer) en niet meegeteld: {}.",
                   kFootholdReach, homes.nl),
       fmt::format("Too far from a street ({:.0f} m or more) and not counted: {}.", kFootholdReach,
                   homes.en)});
}

PlanPlace place_at(const std::string& object, Point at) {
  return {-1, object, at};
}

Text no_homes_here() {
  return {"Hier staan geen woningen die aan een straat liggen.",
          "There are no homes on a street here."};
}

Text no_street_way() {
  return {"Er is geen route over straat.", "There is no way along the streets."};
}

}  // namespace trefpunt
