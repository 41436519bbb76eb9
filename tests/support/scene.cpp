// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scene.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "encounter/lay_out.h"
#include "encounter/passings.h"
#include "encounter/stay_pairs.h"

namespace trefpunt {

Building building_of(std::vector<Storey> storeys) {
  Building building;
  building.name = "test";
  for (Storey& storey : storeys) {
    building.storeys.push_back(std::make_shared<const Storey>(std::move(storey)));
  }
  return building;
}

TestScene::TestScene(Building plan) : building(std::move(plan)) {
  Job job;
  for (const auto& storey : building.storeys) {
    Result<Layout> layout = make_layout(*storey, {}, job);
    REQUIRE(layout);
    layouts.push_back(std::make_shared<const Layout>(*std::move(layout)));
  }
  for (std::size_t s = 0; s < layouts.size(); ++s) {
    Result<StoreySight> sight = make_storey_sight(*building.storeys[s], *layouts[s], job);
    REQUIRE(sight);
    sights.push_back(std::make_shared<const StoreySight>(*std::move(sight)));
  }
  access = make_access_graph(building, layouts);
  Walker low = wheelchair_user();
  low.unknown_is_open = false;
  on_foot = make_walk_graph(building, layouts, walker(), job);
  wheelchair_low = make_walk_graph(building, layouts, low, job);
  wheelchair_high = make_walk_graph(building, layouts, wheelchair_user(), job);
}

namespace {

template <typename T>
std::shared_ptr<const T> shared(Result<T> made) {
  REQUIRE(made);
  return std::make_shared<const T>(*std::move(made));
}

EncounterResult encounters_of(const TestScene& scene) {
  Job job;
  const WalkNetwork network = make_walk_network(scene.building, scene.layouts);
  const EncounterGround ground{scene.building, scene.layouts, scene.sights, network,
                               *scene.on_foot};
  EncounterResult result;
  Result<LaidOut> laid = lay_out(*scene.programme, ground, job);
  if (!laid) {
    result.refused = laid.error();
    return result;
  }
  std::vector<Place> stations;
  for (const Station& station : laid->model.stations) stations.push_back(station.place);
  const auto routes = shared(make_routes(network, stations, laid->pairs,
                                         {.detour = scene.programme->rules.detour.value}, job));
  result.model =
      std::make_shared<const EncounterModel>(with_routes(*std::move(laid), routes, ground));
  const auto stays = make_stay_pairs(result.model->roles, result.model->overlap_min, job);
  const auto passings = make_passings(*result.model, job);
  REQUIRE(stays);
  REQUIRE(passings);
  result.stays = *stays;
  result.passings = *passings;
  result.formula = result.encounters = shared(closed_form(*result.model, job));
  result.privacy = shared(privacy_costs(*scene.programme, *result.model, ground, job));
  return result;
}

}  // namespace

TestScene::TestScene(Building plan, Programme who) : TestScene(std::move(plan)) {
  programme = std::move(who);
  encounter = encounters_of(*this);
}

Outcome TestScene::measure(const std::string& id,
                           const std::map<std::string, double>& changed) const {
  const Measure* measure = find_measure(id);
  REQUIRE(measure != nullptr);
  std::map<std::string, double> parameters;
  for (const ParameterInfo& parameter : measure->info().parameters) {
    parameters[parameter.id] = parameter.value;
  }
  for (const auto& [name, value] : changed) {
    REQUIRE(parameters.count(name) == 1);
    parameters[name] = value;
  }
  Job job;
  Result<Outcome> outcome = measure->evaluate(
      {building, layouts, access, *on_foot, *wheelchair_low, *wheelchair_high, sights, parameters,
       programme ? &*programme : nullptr, encounter ? &*encounter : nullptr},
      job);
  REQUIRE(outcome);
  const auto& announced = measure->info().secondary;
  for (const auto& [name, value] : outcome->secondary) {
    INFO(name);
    CHECK(std::any_of(announced.begin(), announced.end(),
                      [&name = name](const SecondaryInfo& info) { return info.id == name; }));
  }
  CHECK(outcome->secondary.size() == announced.size());
  return *std::move(outcome);
}

double number(const Value& value) {
  REQUIRE(has_number(value));
  return std::get<double>(value);
}

const Range& range(const Value& value) {
  REQUIRE(std::holds_alternative<Range>(value));
  const Range& range = std::get<Range>(value);
  CHECK(range.low < range.high);
  CHECK_FALSE(range.reason.nl.empty());
  CHECK_FALSE(range.reason.en.empty());
  return range;
}

bool is_not_computed(const Value& value) {
  const auto* none = std::get_if<NotComputed>(&value);
  return none != nullptr && !none->reason.nl.empty() && !none->reason.en.empty();
}

bool is_not_applicable(const Value& value) {
  const auto* none = std::get_if<NotApplicable>(&value);
  return none != nullptr && !none->reason.nl.empty() && !none->reason.en.empty();
}

const Value& row(const Outcome& outcome, const std::string& object) {
  const auto found = std::find_if(outcome.rows.begin(), outcome.rows.end(),
                                  [&](const Row& candidate) { return candidate.object == object; });
  INFO("row " << object);
  REQUIRE(found != outcome.rows.end());
  return found->value;
}

const Value& secondary(const Outcome& outcome, const std::string& id) {
  INFO("secondary " << id);
  REQUIRE(outcome.secondary.count(id) == 1);
  return outcome.secondary.at(id);
}

std::vector<std::string> objects(const std::vector<PlanPlace>& places) {
  std::vector<std::string> names;
  for (const PlanPlace& place : places) names.push_back(place.object);
  return names;
}

}  // namespace trefpunt
