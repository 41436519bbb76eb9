// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/wijk_encounters_json.h"

#include <map>

namespace trefpunt {

namespace {

using Json = nlohmann::json;  // keys sorted

Json text_json(const Text& text) {
  return {{"nl", text.nl}, {"en", text.en}};
}

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json sampled_json(const Sampled& sampled) {
  return {{"value", sampled.value}, {"standard_error", sampled.standard_error}};
}

// The middle kappa is an assumption: its value stands beside the figures.
const std::array<const char*, 3> kKappaKeys = {"kappa_0.2", "kappa_middle", "kappa_inf"};

template <typename Values, typename ToJson>
Json per_kappa(const Values& values, ToJson to_json) {
  Json made;
  for (std::size_t k = 0; k < 3; ++k) made[kKappaKeys[k]] = to_json(values[k]);
  return made;
}

Json mix_json(const std::vector<double>& mix, const std::vector<WijkGroupMeetings>& groups) {
  if (mix.empty()) return nullptr;
  Json made;
  for (std::size_t g = 0; g < mix.size(); ++g) made[groups[g].id] = mix[g];
  return made;
}

Json familiar_json(const FamiliarOthers& familiar) {
  return {{"people", familiar.people},
          {"mean", familiar.mean.own + familiar.mean.other},
          {"mean_own_group", familiar.mean.own},
          {"mean_other_groups", familiar.mean.other},
          {"standard_error", or_null(familiar.standard_error)},
          {"fifth_has_at_most", familiar.fifth},
          {"fifth_has_at_most_own_group", familiar.fifth_of.own},
          {"fifth_has_at_most_other_groups", familiar.fifth_of.other}};
}

template <typename Id>
using Names = std::map<Id, std::string>;

template <typename Thing>
auto names_of(const WijkLayer<Thing>& layer) {
  Names<decltype(Thing::id)> names;
  if (layer) {
    for (const Thing& thing : *layer) names[thing.id] = thing.name;
  }
  return names;
}

Json total_json(const WijkEncounters& found) {
  const WijkTotals& totals = found.totals;
  return {{"people", totals.people},
          {"homes", totals.homes},
          {"people_without_a_street", found.people_off_streets},
          {"places_without_a_street", found.places_off_streets},
          {"expected_per_week", totals.encounters()},
          {"passing_per_week", totals.passings},
          {"at_places_per_week", totals.place_encounters},
          {"on_benches_per_week", totals.bench_encounters},
          {"repeated_pairs", per_kappa(totals.repeated, sampled_json)},
          {"bridging", per_kappa(totals.bridging, or_null<double>)},
          {"share_of_pairs_worked_out", totals.drawn}};
}

template <typename Id>
Json places_json(const WijkEncounters& found, const std::vector<WijkPlaceMeetings>& places,
                 const std::vector<Id>& ids, const Names<Id>& names) {
  Json made = Json::array();
  for (std::size_t z = 0; z < places.size(); ++z) {
    const WijkPlaceMeetings& place = places[z];
    Json entry = {{"id", to_string(ids[z])},
                  {"visits_per_week", place.visits},
                  {"encounters_per_week", place.encounters},
                  {"repeated_share", or_null(place.repeated_share)},
                  {"mix", mix_json(place.mix, found.groups)},
                  {"bridging", or_null(place.bridging)}};
    if (const auto name = names.find(ids[z]); name != names.end()) entry["name"] = name->second;
    made.push_back(std::move(entry));
  }
  return made;
}

Json change_json(const BeforeAfter& change) {
  return {{"before", or_null(change.before)},
          {"after", or_null(change.after)},
          {"difference", change.difference()}};
}

template <typename Id>
Json changes_json(const std::vector<PlaceChange<Id>>& changes) {
  Json made = Json::array();
  for (const PlaceChange<Id>& change : changes) {
    made.push_back({{"id", to_string(change.id)},
                    {"visits_per_week", change_json(change.visits)},
                    {"encounters_per_week", change_json(change.encounters)}});
  }
  return made;
}

}  // namespace

Json wijk_encounters_object(const Wijk& wijk, const WijkEncounters& found) {
  Json root = {{"schema", 1},
               {"scale", "wijk"},
               {"wijk", wijk.name},
               {"days", 7},
               {"k", 2},
               {"figures_are", "model figures; only differences between variants are news"},
               {"kappas", {{"low", found.totals.kappas[0]}, {"middle", found.totals.kappas[1]}}},
               {"total", total_json(found)}};
  Json pairs = Json::array();
  for (const GroupPair& pair : found.pairs) {
    pairs.push_back({{"groups",
                      {found.groups[static_cast<std::size_t>(pair.a)].id,
                       found.groups[static_cast<std::size_t>(pair.b)].id}},
                     {"people_pairs", pair.pairs},
                     {"expected_per_week", sampled_json(pair.encounters)},
                     {"repeated_pairs", per_kappa(pair.repeated, sampled_json)}});
  }
  root["pairs"] = std::move(pairs);

  const auto street_names = names_of(wijk.streets);
  Json streets = Json::array();
  for (const StreetMeetings& street : found.streets) {
    const auto name = street_names.find(street.street);
    streets.push_back({{"street", to_string(street.street)},
                       {"name", name == street_names.end() ? "" : name->second},
                       {"length_m", street.length},
                       {"walks_per_week", street.walks},
                       {"encounters_per_week", street.encounters},
                       {"mix", mix_json(street.mix, found.groups)},
                       {"bridging", or_null(street.bridging)}});
  }
  root["streets"] = std::move(streets);
  root["places"] = places_json(found, found.places, found.place_ids, names_of(wijk.places));
  root["benches"] = places_json(found, found.benches, found.bench_ids, Names<FurnishingId>());

  std::map<std::string, std::string> buurt_names;
  if (wijk.areas) {
    for (const StatisticalArea& area : *wijk.areas) buurt_names[area.code] = area.name;
  }
  Json buurten = Json::array();
  for (const BuurtMeetings& buurt : found.buurten) {
    Json entry = familiar_json(buurt.familiar);
    entry["buurtcode"] = buurt.code;
    entry["name"] = buurt_names[buurt.code];
    buurten.push_back(std::move(entry));
  }
  root["buurten"] = std::move(buurten);
  Json groups = Json::array();
  for (const WijkGroupMeetings& group : found.groups) {
    Json entry = familiar_json(group.familiar);
    entry["id"] = group.id;
    entry["name"] = text_json(group.name);
    entry["trips_per_week"] = group.trips;
    entry["trips_without_a_place_in_reach_per_week"] = group.trips_lost;
    entry["walk_m_per_person_and_week"] = group.metres;
    groups.push_back(std::move(entry));
  }
  root["groups"] = std::move(groups);

  Json used = Json::array();
  for (const UsedAssumption& one : found.used) {
    used.push_back({{"name", text_json(one.name)},
                    {"value", one.value},
                    {"unit", one.unit},
                    {"source", one.source},
                    {"is_assumption", one.source.empty()}});
  }
  root["assumptions"] = std::move(used);
  const auto texts = [](const std::vector<Text>& all) {
    Json made = Json::array();
    for (const Text& text : all) made.push_back(text_json(text));
    return made;
  };
  root["taken_for_granted"] = texts(found.taken);
  root["limits"] = texts(found.limits);
  return root;
}

Json wijk_comparison_object(const Wijk& before, const Wijk& after, const WijkComparison& found) {
  auto street_names = names_of(before.streets);
  for (const auto& [id, name] : names_of(after.streets)) street_names[id] = name;
  Json streets = Json::array();
  for (const StreetEncounters& street : found.streets) {
    streets.push_back({{"street", to_string(street.street)},
                       {"name", street_names[street.street]},
                       {"walks_per_week", change_json(street.walks)},
                       {"encounters_per_week", change_json(street.encounters)}});
  }
  Json buurten = Json::array();
  for (const BuurtChange& buurt : found.buurten) {
    buurten.push_back({{"buurtcode", buurt.code},
                       {"familiar_others", change_json(buurt.familiar)},
                       {"fifth_has_at_most", change_json(buurt.fifth)}});
  }
  return {{"expected_per_week", change_json(found.encounters)},
          {"passing_per_week", change_json(found.passings)},
          {"at_places_per_week", change_json(found.place_encounters)},
          {"on_benches_per_week", change_json(found.bench_encounters)},
          {"trips_without_a_place_in_reach_per_week", change_json(found.trips_lost)},
          {"repeated_pairs", per_kappa(found.repeated, change_json)},
          {"repeated_pairs_standard_error",
           per_kappa(found.repeated_error, [](double value) { return Json(value); })},
          {"bridging", per_kappa(found.bridging, change_json)},
          {"holds_for_every_kappa", found.is_steady},
          {"streets", std::move(streets)},
          {"places", changes_json(found.places)},
          {"benches", changes_json(found.benches)},
          {"buurten", std::move(buurten)}};
}

std::string wijk_encounters_json(const Wijk& wijk, const WijkEncounters& found,
                                 const Json* comparison) {
  Json root = wijk_encounters_object(wijk, found);
  if (comparison) root["comparison"] = *comparison;
  return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace trefpunt
