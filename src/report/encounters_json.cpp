// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/index.h"
#include "report/encounters_object.h"

namespace trefpunt {

namespace {

using Json = nlohmann::json;  // keys sorted

Json per_kappa(const std::array<double, 3>& values) {
  return {{"kappa_0.2", values[0]}, {"kappa_1", values[1]}, {"kappa_inf", values[2]}};
}

// The interval of a formula would pretend that something was sampled.
void put_interval(Json& into, const Estimate& estimate, bool is_simulated) {
  into["low"] = is_simulated ? Json(estimate.low) : Json(nullptr);
  into["high"] = is_simulated ? Json(estimate.high) : Json(nullptr);
}

std::string_view id_of(Wish wish) {
  return wish == Wish::Wanted ? "wanted" : wish == Wish::Unwanted ? "unwanted" : "neutral";
}

Json rule(const Assumption& assumption) {
  return {{"value", assumption.value}, {"source", assumption.source}};
}

Json space_json(const Building& building, int storey, int space) {
  if (storey < 0) return {{"space", ""}, {"number", ""}, {"name", ""}, {"storey", ""}};
  const Storey& of = *building.storeys[at(storey)];
  if (space < 0) return {{"space", ""}, {"number", ""}, {"name", ""}, {"storey", of.name}};
  const Space& what = of.spaces[at(space)];
  return {{"space", to_string(what.id)},
          {"number", what.number},
          {"name", what.name},
          {"storey", of.name}};
}

}  // namespace

Json encounters_object(const Project& project, const EncounterResult& result) {
  const Programme& programme = project.programme;
  const Building& building = project.buildings.front();
  const Encounters& found = *result.encounters;
  const bool is_simulated = found.weeks > 0;
  Json root = {{"schema", 1},
               {"programme", programme.name},
               {"days", 7},
               {"k", result.model->times},
               {"is_simulated", is_simulated},
               {"weeks", found.weeks},
               {"figures_are", "model figures; only differences between variants are news"}};
  Json total = {{"expected_per_week", found.total.value}};
  put_interval(total, found.total, is_simulated);
  root["total"] = total;

  Json pairs = Json::array();
  for (const RolePair& pair : found.pairs) {
    if (pair.pairs == 0) continue;
    const std::string& a = programme.roles[at(pair.a)].id;
    const std::string& b = programme.roles[at(pair.b)].id;
    Json entry = {{"roles", {a, b}},
                  {"people_pairs", pair.pairs},
                  {"wish", id_of(programme.wish(a, b))},
                  {"days", pair.days},
                  {"expected_per_week", pair.per_week.value},
                  {"passing_per_week", pair.passing_per_week},
                  {"minutes_per_week", pair.minutes_per_week},
                  {"repeated", per_kappa(pair.repeated)},
                  {"repeated_where_one_can_stop", per_kappa(pair.repeated_stop)}};
    put_interval(entry, pair.per_week, is_simulated);
    pairs.push_back(std::move(entry));
  }
  root["pairs"] = std::move(pairs);

  Json places = Json::array();
  for (const PlaceMeetings& place : found.places) {
    Json entry = space_json(building, place.storey, place.space);
    entry["encounters_per_week"] = place.encounters.value;
    entry["passings_per_week"] = place.passings;
    entry["minutes_per_week"] = place.minutes;
    entry["distinct_pairs"] = place.distinct_pairs;
    entry["peak_present"] = place.peak;
    entry["can_stop"] = place.can_stop;
    put_interval(entry, place.encounters, is_simulated);
    places.push_back(std::move(entry));
  }
  root["places"] = std::move(places);

  Json roles = Json::array();
  for (std::size_t r = 0; r < programme.roles.size(); ++r) {
    const RoleMeetings& role = found.roles[r];
    roles.push_back({{"id", programme.roles[r].id},
                     {"name", programme.roles[r].name},
                     {"kind", id_of(programme.roles[r].kind)},
                     {"count", programme.roles[r].count},
                     {"familiar_others", role.familiar},
                     {"familiar_own_role", role.familiar_own},
                     {"walk_m_per_day", role.walk_m_per_day}});
  }
  root["roles"] = std::move(roles);
  root["mix"] = {{"bridging", found.bridging ? Json(*found.bridging) : Json(nullptr)},
                 {"ei_index", found.ei_index ? Json(*found.ei_index) : Json(nullptr)}};

  Json privacy = Json::array();
  for (const PrivacyCost& cost : *result.privacy) {
    Json entry = space_json(building, cost.storey, cost.space);
    entry["role"] = programme.roles[at(cost.role)].id;
    entry["minutes_in_view"] = cost.in_view_min;
    entry["minutes_in_view_doors_shut"] = cost.in_view_shut_min;
    entry["minutes_at_door"] = cost.at_door_min;
    privacy.push_back(std::move(entry));
  }
  root["privacy"] = std::move(privacy);

  const EncounterRules& rules = programme.rules;
  root["rules"] = {{"overlap_min", rule(rules.overlap_min)}, {"sight_m", rule(rules.sight_m)},
                   {"beside_m", rule(rules.beside_m)},       {"detour", rule(rules.detour)},
                   {"notice", rule(rules.notice)},           {"times", rule(rules.times)}};
  if (result.sensitivity) {
    Json rows = Json::array();
    for (const Tornado::Row& row : result.sensitivity->rows) {
      rows.push_back({{"assumption", {{"nl", row.name.nl}, {"en", row.name.en}}},
                      {"at_minus_25_percent", row.low},
                      {"at_plus_25_percent", row.high}});
    }
    root["sensitivity"] = {{"figure", "repeated pairs where one can stop, kappa 1, by formula"},
                           {"base", result.sensitivity->base},
                           {"rows", std::move(rows)}};
  }
  Json assumptions = Json::array();
  for (const Text& text : result.model->assumptions) {
    assumptions.push_back({{"nl", text.nl}, {"en", text.en}});
  }
  root["assumptions"] = std::move(assumptions);
  return root;
}

namespace {

Json comparison_json(const EncounterComparison& comparison) {
  const auto estimate = [](const std::optional<Estimate>& found) -> Json {
    if (!found) return nullptr;
    return {{"value", found->value}, {"low", found->low}, {"high", found->high}};
  };
  return {{"against", comparison.against},
          {"expected_per_week", comparison.expected},
          {"repeated_pairs", comparison.repeated},
          {"walk_m_per_day", comparison.walk_m},
          {"minutes_in_view", comparison.in_view_min},
          {"peak_present", comparison.peak},
          {"weeks", comparison.weeks},
          {"expected_per_week_paired", estimate(comparison.expected_simulated)},
          {"pairs_repeated_in_a_week_paired", estimate(comparison.twice_simulated)},
          {"order",
           {{"repeated_pairs_here", comparison.order.base_a},
            {"repeated_pairs_there", comparison.order.base_b},
            {"runs", comparison.order.runs},
            {"share_with_this_order", comparison.order.share},
            {"has_difference", comparison.order.has_difference},
            {"is_robust", comparison.order.is_robust}}}};
}

}  // namespace

std::string encounters_json(const Project& project, const EncounterResult& result,
                            const EncounterComparison* comparison) {
  Json root = encounters_object(project, result);
  if (comparison) root["comparison"] = comparison_json(*comparison);
  return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace trefpunt
