// SPDX-License-Identifier: GPL-3.0-or-later
// A plan with all that a programme needs of it, and programmes in few words.
#pragma once

#include <map>

#include "encounter/encounters.h"
#include "encounter/lay_out.h"
#include "route_plans.h"

namespace trefpunt {

// The closed form with what it was made of.
struct Formula {
  EncounterModel model;
  std::shared_ptr<const StayPairs> stays;
  std::shared_ptr<const Passings> passings;
  Encounters encounters;
};

inline Formula formula_of(EncounterModel model) {
  Formula made;
  Job job;
  made.model = std::move(model);
  const auto stays = make_stay_pairs(made.model.roles, made.model.overlap_min, job);
  const auto passings = make_passings(made.model, job);
  REQUIRE(stays);
  REQUIRE(passings);
  made.stays = *stays;
  made.passings = *passings;
  made.encounters = *closed_form(made.model, job);
  return made;
}

struct LaidPlan {
  WalkScene scene;
  StoreySights sights;
  std::shared_ptr<const WalkGraph> on_foot;

  explicit LaidPlan(std::vector<Storey> storeys) : scene(std::move(storeys)) {
    Job job;
    for (std::size_t s = 0; s < scene.layouts.size(); ++s) {
      auto sight = make_storey_sight(*scene.building.storeys[s], *scene.layouts[s], job);
      REQUIRE(sight);
      sights.push_back(std::make_shared<const StoreySight>(*std::move(sight)));
    }
    on_foot = make_walk_graph(scene.building, scene.layouts, walker(), job);
  }
  explicit LaidPlan(Storey storey) : LaidPlan(std::vector<Storey>{std::move(storey)}) {}

  EncounterGround ground() const {
    return {scene.building, scene.layouts, sights, scene.network, *on_foot};
  }
  Result<LaidOut> try_lay(const Programme& programme) const {
    Job job;
    return lay_out(programme, ground(), job);
  }
  LaidOut lay(const Programme& programme) const {
    Result<LaidOut> laid = try_lay(programme);
    if (!laid) FAIL(to_string(laid.error(), Lang::En));
    return *std::move(laid);
  }
  EncounterModel model(const Programme& programme) const {
    LaidOut laid = lay(programme);
    std::vector<Place> places;
    for (const Station& station : laid.model.stations) places.push_back(station.place);
    RouteOptions options;
    options.detour = programme.rules.detour.value;
    auto routes = std::make_shared<const RouteSet>(scene.routes(places, laid.pairs, options));
    return with_routes(std::move(laid), std::move(routes), ground());
  }
  Formula formula(const Programme& programme) const { return formula_of(model(programme)); }
};

inline Space room(Use use, std::string number = "", std::optional<int> beds = std::nullopt) {
  Space space;
  space.use = use;
  space.number = std::move(number);
  space.beds = beds;
  return space;
}

inline PlaceQuery to_use(Use use) {
  PlaceQuery query;
  query.use = use;
  return query;
}
inline PlaceQuery to_room(std::string number) {
  PlaceQuery query;
  query.number = std::move(number);
  return query;
}
inline PlaceQuery to_role(std::string role) {
  PlaceQuery query;
  query.role = std::move(role);
  return query;
}
inline PlaceQuery to_entrance() {
  PlaceQuery query;
  query.is_entrance = true;
  return query;
}

inline Errand errand(PlaceQuery to, double per_day = 4, double dwell_min = 30) {
  Errand made;
  made.id = "e";
  made.to = std::move(to);
  made.per_day = per_day;
  made.dwell_min = dwell_min;
  return made;
}
inline Role people(std::string id, int count, PlaceQuery home, std::vector<Errand> errands = {}) {
  Role role;
  role.id = role.name = std::move(id);
  role.count = count;
  role.home = std::move(home);
  role.presence = {{}};
  role.errands = std::move(errands);
  return role;
}
inline Programme programme_of(std::vector<Role> roles) {
  Programme programme;
  programme.roles = std::move(roles);
  programme.rules.detour.value = 0;
  return programme;
}

inline const RolePair& pair_of(const Encounters& encounters, int a, int b) {
  for (const RolePair& row : encounters.pairs) {
    if (row.a == a && row.b == b) return row;
  }
  FAIL("no such pair");
  return encounters.pairs.front();
}
// Index of a space into its storey.
inline const PlaceMeetings& place_of(const Encounters& encounters, int space) {
  for (const PlaceMeetings& place : encounters.places) {
    if (place.space == space) return place;
  }
  FAIL("no such place");
  return encounters.places.front();
}

}  // namespace trefpunt
