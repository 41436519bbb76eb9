// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "encounter/wijk_encounters.h"
#include "report/wijk_object.h"

namespace trefpunt {

namespace {

using Json = nlohmann::json;  // keys sorted

Json wijk_text(const Text& text) {
  return {{"nl", text.nl}, {"en", text.en}};
}

Json number(double value) {
  return std::isfinite(value) ? Json(value) : Json(nullptr);
}

template <typename T>
Json known(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

template <typename Thing>
Json count_of(const WijkLayer<Thing>& layer) {
  return layer ? Json(layer->size()) : Json(nullptr);
}

Json layers_json(const Wijk& wijk) {
  return {{"streets", count_of(wijk.streets)},
          {"homes", count_of(wijk.homes)},
          {"places", count_of(wijk.places)},
          {"furnishings", count_of(wijk.furnishings)},
          {"open_spaces", count_of(wijk.open_spaces)},
          {"footprints", count_of(wijk.footprints)},
          {"areas", count_of(wijk.areas)}};
}

Json network_json(const ToldWijk& told) {
  const auto& network = told.result.ground->network;
  if (!network) return nullptr;
  double metres = 0;
  for (const StreetLink& link : network->links) metres += link.length;
  return {{"junctions", network->junctions.size()},
          {"links", network->links.size()},
          {"metres", metres},
          {"islands", network->islands},
          {"snap_tolerance_m", told.wijk.snap_tolerance}};
}

Json cell_json(const std::optional<AccessCell>& cell) {
  if (!cell) return nullptr;
  return {{"people", cell->people},
          {"share_within", cell->share_within},
          {"no_way", cell->no_way},
          {"mean_m", known(cell->mean)},
          {"worst_fifth_m", known(cell->worst_fifth)},
          {"homes_unknown", cell->homes_unknown}};
}

Json access_json(const ToldWijk& told) {
  const auto& access = told.result.access;
  if (!access) return nullptr;
  Json categories = Json::array();
  for (const CategoryAccess& one : access->categories) {
    const std::vector<double> left_out = left_out_dwellings(told, one);
    const auto area_json = [&](const Json& code, std::size_t cell) {
      Json groups;
      for (const HomeGroup group : all_home_groups()) {
        groups[std::string(id_of(group))] =
            cell_json(one.cells[static_cast<std::size_t>(group)][cell]);
      }
      return Json{{"buurt", code}, {"groups", groups}, {"dwellings_left_out", left_out[cell]}};
    };
    Json areas = Json::array();
    for (std::size_t a = 0; a < access->areas.size(); ++a) {
      areas.push_back(area_json(told.area(access->areas[a]).code, a));
    }
    areas.push_back(area_json(nullptr, access->areas.size()));
    Json homes = Json::array();
    for (const int home : one.left_out) {
      homes.push_back(to_string((*told.wijk.homes)[static_cast<std::size_t>(home)].id));
    }
    categories.push_back(
        {{"category", one.category ? Json(id_of(*one.category)) : Json("meeting_place")},
         {"places", one.places},
         {"places_not_joined", one.places_not_joined.size()},
         {"areas", std::move(areas)},
         {"left_out", std::move(homes)}});
  }
  return {{"distance_m", access->distance},
          {"homes_not_joined", access->not_joined.size()},
          {"categories", std::move(categories)}};
}

Json buurten_json(const ToldWijk& told) {
  const std::vector<GroundFigures> ground = ground_of(told);
  Json list = Json::array();
  for (std::size_t b = 0; b < told.buurten.size(); ++b) {
    const StatisticalArea& area = told.area(told.buurten[b]);
    const KeyFigures& own = area.figures;
    Json entry = {{"code", area.code},
                  {"name", area.name},
                  {"year", area.year > 0 ? Json(area.year) : Json(nullptr)},
                  {"inhabitants", known(own.inhabitants)},
                  {"percent_0_15", known(own.percent_0_15)},
                  {"percent_65_plus", known(own.percent_65_plus)},
                  {"percent_single_households", known(own.percent_single_households)},
                  {"percent_low_income", known(own.percent_low_income)},
                  {"loneliness", nullptr},
                  {"ground", nullptr}};
    if (area.loneliness) {
      entry["loneliness"] = {{"context_only", true},
                             {"is_estimate", true},
                             {"year", area.loneliness->year},
                             {"ages", area.loneliness->ages},
                             {"percent_lonely", known(area.loneliness->percent_lonely)},
                             {"percent_severely", known(area.loneliness->percent_severely)},
                             {"percent_emotionally", known(area.loneliness->percent_emotionally)},
                             {"percent_socially", known(area.loneliness->percent_socially)}};
    }
    if (!ground.empty()) {
      const GroundFigures& of = ground[b];
      const bool has_buildings = told.wijk.footprints != nullptr;
      entry["ground"] = {{"ground_m2", of.ground_m2},
                         {"gsi", has_buildings ? Json(of.gsi) : Json(nullptr)},
                         {"fsi", has_buildings ? known(of.fsi) : Json(nullptr)},
                         {"osr", has_buildings ? known(of.osr) : Json(nullptr)},
                         {"floors_missing", of.floors_missing},
                         {"stay_m2", told.wijk.open_spaces ? Json(of.stay_m2) : Json(nullptr)}};
    }
    list.push_back(std::move(entry));
  }
  return list;
}

Json wijk_familiar_json(const FamiliarOthers& own) {
  return {{"people", own.people},
          {"mean_own_group", number(own.mean.own)},
          {"mean_other_group", number(own.mean.other)},
          {"standard_error", known(own.standard_error)},
          {"lowest_fifth_at_most", number(own.fifth)}};
}

Json meetings_json(const ToldWijk& told) {
  const auto& found = told.result.encounters;
  if (!found) return nullptr;
  const WijkTotals& totals = found->totals;
  Json repeated = Json::array();
  for (std::size_t k = 0; k < totals.kappas.size(); ++k) {
    repeated.push_back({{"kappa", number(totals.kappas[k])},  // null: infinite
                        {"pairs", number(totals.repeated[k].value)},
                        {"standard_error", number(totals.repeated[k].standard_error)},
                        {"bridging", known(totals.bridging[k])}});
  }
  Json groups = Json::array(), ids = Json::array();
  for (const WijkGroupMeetings& group : found->groups) {
    ids.push_back(group.id);
    groups.push_back({{"id", group.id},
                      {"name", wijk_text(group.name)},
                      {"people", group.people},
                      {"trips_per_week", group.trips},
                      {"trips_lost_per_week", group.trips_lost},
                      {"metres_per_week", number(group.metres)},
                      {"familiar_others", wijk_familiar_json(group.familiar)}});
  }
  Json buurten = Json::array();
  for (const BuurtMeetings& buurt : found->buurten) {
    buurten.push_back({{"code", buurt.code.empty() ? Json(nullptr) : Json(buurt.code)},
                       {"familiar_others", wijk_familiar_json(buurt.familiar)}});
  }
  Json streets = Json::array();
  for (const StreetMeetings& own : found->streets) {
    streets.push_back({{"street", to_string(own.street)},
                       {"walks_per_week", own.walks},
                       {"encounters_per_week", own.encounters}});
  }
  const auto stays = [&](const std::vector<WijkPlaceMeetings>& all, const auto& of) {
    Json list = Json::array();
    for (std::size_t i = 0; i < all.size(); ++i) {
      list.push_back({{"object", to_string(of[i])},
                      {"visits_per_week", all[i].visits},
                      {"encounters_per_week", all[i].encounters},
                      {"repeated_share", known(all[i].repeated_share)},
                      {"mix", all[i].mix},
                      {"bridging", known(all[i].bridging)}});
    }
    return list;
  };
  Json used = Json::array(), taken = Json::array(), limits = Json::array();
  for (const UsedAssumption& one : found->used) {
    used.push_back({{"name", wijk_text(one.name)},
                    {"value", one.value},
                    {"unit", one.unit},
                    {"source", one.source.empty() ? Json(nullptr) : Json(one.source)}});
  }
  for (const Text& one : found->taken) taken.push_back(wijk_text(one));
  for (const Text& one : found->limits) limits.push_back(wijk_text(one));
  return {{"figures_are", "model figures; only differences between variants are news"},
          {"totals",
           {{"people", totals.people},
            {"homes", totals.homes},
            {"passings_per_week", totals.passings},
            {"bench_encounters_per_week", totals.bench_encounters},
            {"place_encounters_per_week", totals.place_encounters},
            {"repeated", std::move(repeated)},
            {"drawn", totals.drawn}}},
          {"people_off_streets", found->people_off_streets},
          {"places_off_streets", found->places_off_streets},
          {"mix_of", std::move(ids)},
          {"groups", std::move(groups)},
          {"buurten", std::move(buurten)},
          {"streets", std::move(streets)},
          {"places", stays(found->places, found->place_ids)},
          {"benches", stays(found->benches, found->bench_ids)},
          {"used", std::move(used)},
          {"taken", std::move(taken)},
          {"limits", std::move(limits)}};
}

Json places_json(const Wijk& wijk) {
  if (!wijk.places) return nullptr;
  static constexpr const char* kAllows[] = {"not_checked", "yes", "no"};
  Json list = Json::array();
  for (const WijkPlace& place : *wijk.places) {
    list.push_back({{"id", to_string(place.id)},
                    {"name", place.name},
                    {"category", id_of(place.category)},
                    {"is_meeting_place", is_meeting_place(place)},
                    {"is_planned", place.is_planned},
                    {"x", place.at.x},
                    {"y", place.at.y},
                    {"area_m2", known(place.area_m2)},
                    {"seats", known(place.seats)},
                    {"free_stay", known(place.free_stay)},
                    {"step_free", known(place.step_free)},
                    {"building_function", place.building_function},
                    {"plan_allows", kAllows[static_cast<int>(place.plan_allows)]}});
  }
  return list;
}

}  // namespace

Json wijk_object(const ToldWijk& told) {
  const Wijk& wijk = told.wijk;
  return {{"name", wijk.name},
          {"crs", {{"code", wijk.crs.code}, {"accuracy_m", wijk.crs.accuracy}}},
          {"benches_are_all", wijk.benches_are_all},
          {"layers", layers_json(wijk)},
          {"network", network_json(told)},
          {"buurten", buurten_json(told)},
          {"access", access_json(told)},
          {"encounters", meetings_json(told)},
          {"places", places_json(wijk)}};
}

}  // namespace trefpunt
