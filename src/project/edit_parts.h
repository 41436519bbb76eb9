// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "project/edit.h"

namespace trefpunt {

// What the files behind edit.h and renewal.h share; nobody else includes it.

// Where a kind of thing is kept, and the counter of its ids.
template <typename Thing>
struct Kind {
  std::vector<Thing> Storey::*things;
  int Counters::*next;
};
inline constexpr std::tuple kKinds{Kind<Wall>{&Storey::walls, &Counters::wall},
                                   Kind<Door>{&Storey::doors, &Counters::door},
                                   Kind<Window>{&Storey::windows, &Counters::window},
                                   Kind<Space>{&Storey::spaces, &Counters::space},
                                   Kind<Seat>{&Storey::seats, &Counters::seat},
                                   Kind<Furniture>{&Storey::furniture, &Counters::furniture},
                                   Kind<Link>{&Storey::links, &Counters::link},
                                   Kind<Boundary>{&Storey::boundaries, &Counters::boundary}};
template <typename Thing>
constexpr Kind<Thing> kind_of() {
  return std::get<Kind<Thing>>(kKinds);
}
template <typename Call>
void each_kind(Call call) {
  std::apply([&](const auto&... kinds) { (call(kinds), ...); }, kKinds);
}

// The next number of a kind as an id; it is not given again.
template <typename Thing>
decltype(Thing::id) new_id(Counters& next) {
  return {(next.*kind_of<Thing>().next)++};
}

Error not_there(const std::string& id);
Error bad_input(std::string nl, std::string en);

// Whether every coordinate is a number, and one that can be rounded to micrometres.
Status finite(const std::vector<Point>& points);

// A line in two at its point nearest to `at`, which both parts have; none when that is an end.
struct LineCut {
  Line before, after;
};
std::optional<LineCut> cut_near(const Line& points, Point at);

// Calls `change` on a copy of the storey and puts the copy in its place.
template <typename Change>
Result<Project> change_storey(const Project& project, StoreyId id, Change change) {
  Project after = project;
  for (Building& building : after.buildings) {
    for (std::shared_ptr<const Storey>& storey : building.storeys) {
      if (storey->id != id) continue;
      auto copy = std::make_shared<Storey>(*storey);
      if (const Status done = change(*copy, after.next); !done) return done.error();
      storey = std::move(copy);
      return after;
    }
  }
  return not_there(to_string(id));
}

// edit_shapes.cpp
Result<Project> apply_one(const Project& project, const edit::MoveVertex& edit);
Result<Project> apply_one(const Project& project, const edit::SplitWall& edit);
Result<Project> apply_one(const Project& project, const edit::MoveThings& edit);
Result<Project> apply_one(const Project& project, const edit::RemoveThings& edit);

// edit_building.cpp
Result<Project> apply_one(const Project& project, const edit::CopyStorey& edit);
Result<Project> apply_one(const Project& project, const edit::SetStorey& edit);
Result<Project> apply_one(const Project& project, const edit::RemoveStorey& edit);
Result<Project> apply_one(const Project& project, const edit::SetUnderlay& edit);
Result<Project> apply_one(const Project& project, const edit::RemoveUnderlay& edit);
Result<Project> apply_one(const Project& project, const edit::AddUnit& edit);
Result<Project> apply_one(const Project& project, const edit::SetUnit& edit);
Result<Project> apply_one(const Project& project, const edit::PlaceBuilding& edit);

// edit_wijk.cpp: of Street, Home, WijkPlace, Furnishing, OpenSpace and Footprint.
template <typename Thing>
Result<Project> apply_one(const Project& project, const edit::AddToWijk<Thing>& edit);
template <typename Thing>
Result<Project> apply_one(const Project& project, const edit::SetInWijk<Thing>& edit);
template <typename Thing>
Result<Project> apply_one(const Project& project, const edit::RemoveFromWijk<Thing>& edit);
Result<Project> apply_one(const Project& project, const edit::MoveStreetVertex& edit);
Result<Project> apply_one(const Project& project, const edit::SplitStreet& edit);
Result<Project> apply_one(const Project& project, const edit::MoveWijkThings& edit);
Result<Project> apply_one(const Project& project, const edit::RemoveWijkThings& edit);
Result<Project> apply_one(const Project& project, const edit::SetWijk& edit);
Result<Project> apply_one(const Project& project, const edit::SetWijkAssumptions& edit);

}  // namespace trefpunt
