// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "project/edit_parts.h"

namespace trefpunt {

namespace {

// Where a kind of thing is kept, and the counter of its ids.
template <typename Thing>
struct WijkKind {
  WijkLayer<Thing> Wijk::*layer;
  int WijkCounters::*next;
};
constexpr std::tuple kWijkKinds{WijkKind<Street>{&Wijk::streets, &WijkCounters::street},
                                WijkKind<Home>{&Wijk::homes, &WijkCounters::home},
                                WijkKind<WijkPlace>{&Wijk::places, &WijkCounters::place},
                                WijkKind<Furnishing>{&Wijk::furnishings, &WijkCounters::furnishing},
                                WijkKind<OpenSpace>{&Wijk::open_spaces, &WijkCounters::open_space},
                                WijkKind<Footprint>{&Wijk::footprints, &WijkCounters::footprint}};
template <typename Thing>
constexpr WijkKind<Thing> wijk_kind() {
  return std::get<WijkKind<Thing>>(kWijkKinds);
}
void each_wijk_kind(auto call) {
  std::apply([&](const auto&... kinds) { (call(kinds), ...); }, kWijkKinds);
}

bool is_wijk_size(const std::optional<double>& value) {
  return !value || (std::isfinite(*value) && *value >= 0);
}

template <typename Thing>
Status valid_point(const Thing& thing) {
  return finite({thing.at});
}

Status valid_polygon(const Polygon& polygon) {
  std::vector<Ring> rings = polygon.holes;
  rings.push_back(polygon.outer);
  for (const Ring& ring : rings) {
    if (const Status ok = finite(ring); !ok) return ok;
    if (ring.size() < 3 || signed_area(ring) == 0) {
      return bad_input("Een vlak heeft ten minste drie hoeken, die niet op één lijn liggen.",
                       "An area has at least three corners, which do not lie on one line.");
    }
    if (self_crosses(ring)) {
      return bad_input("De rand van een vlak kruist zichzelf niet.",
                       "The edge of an area does not cross itself.");
    }
  }
  return Done{};
}

// The coordinates; what an import brought need not be looked at again when only a name changes.
Status valid_shape(const Street& street) {
  if (const Status ok = finite(street.line); !ok) return ok;
  const auto differs = [&](Point p) { return p != street.line.front(); };
  if (std::any_of(street.line.begin(), street.line.end(), differs)) return Done{};
  return bad_input("Een straat heeft ten minste twee verschillende punten.",
                   "A street has at least two different points.");
}
Status valid_shape(const Home& home) {
  return valid_point(home);
}
Status valid_shape(const WijkPlace& place) {
  return valid_point(place);
}
Status valid_shape(const Furnishing& furnishing) {
  return valid_point(furnishing);
}
Status valid_shape(const OpenSpace& space) {
  return valid_polygon(space.polygon);
}
Status valid_shape(const Footprint& footprint) {
  return valid_polygon(footprint.polygon);
}

Status valid_rest(const Street& street) {
  if (!street.width || (std::isfinite(*street.width) && *street.width > 0)) return Done{};
  return bad_input("De breedte van een straat is een getal boven 0.",
                   "The width of a street is a number above 0.");
}
Status valid_rest(const Home& home) {
  if (home.dwellings >= 1 && is_wijk_size(home.residents)) return Done{};
  return bad_input(
      "Een adres heeft ten minste één woning; het aantal bewoners is een getal vanaf 0.",
      "An address has at least one dwelling; its residents are a number from 0.");
}
Status valid_rest(const WijkPlace& place) {
  if (is_wijk_size(place.area_m2) && place.seats.value_or(0) >= 0 &&
      place.user_groups.value_or(0) >= 0)
    return Done{};
  return bad_input(
      "De oppervlakte, de zitplaatsen en het aantal groepen van een plek zijn getallen vanaf 0.",
      "The area, the seats and the number of groups of a place are numbers from 0.");
}
Status valid_rest(const Footprint& footprint) {
  if (is_wijk_size(footprint.storeys) && is_wijk_size(footprint.floor_area_m2)) return Done{};
  return bad_input("De bouwlagen en de vloeroppervlakte van een pand zijn getallen vanaf 0.",
                   "The storeys and the floor area of a building are numbers from 0.");
}
template <typename Thing>
Status valid_rest(const Thing&) {
  return Done{};
}

void each_point(Street& street, auto call) {
  std::for_each(street.line.begin(), street.line.end(), call);
}
template <typename Thing>
requires requires(Thing thing) {
  thing.at;
}
void each_point(Thing& thing, auto call) {
  call(thing.at);
}
template <typename Thing>
requires requires(Thing thing) {
  thing.polygon;
}
void each_point(Thing& thing, auto call) {
  std::for_each(thing.polygon.outer.begin(), thing.polygon.outer.end(), call);
  for (Ring& hole : thing.polygon.holes) std::for_each(hole.begin(), hole.end(), call);
}

template <typename Thing>
bool same_shape(Thing a, Thing b) {
  std::vector<Point> left, right;
  each_point(a, [&](Point p) { left.push_back(p); });
  each_point(b, [&](Point p) { right.push_back(p); });
  return left == right;
}

void turn_rings(auto&) {}
template <typename Thing>
requires requires(Thing thing) {
  thing.polygon;
}
void turn_rings(Thing& thing) {
  Polygon& polygon = thing.polygon;
  if (signed_area(polygon.outer) < 0) std::reverse(polygon.outer.begin(), polygon.outer.end());
  for (Ring& hole : polygon.holes) {
    if (signed_area(hole) > 0) std::reverse(hole.begin(), hole.end());
  }
}

// Rounded as everything that is imported, with its rings the way round that a Polygon asks.
template <typename Thing>
Status tidy(Thing& thing) {
  if (const Status ok = valid_shape(thing); !ok) return ok;
  each_point(thing, [](Point& p) { p = snap(p); });
  turn_rings(thing);
  return valid_shape(thing);  // what is smaller than a micrometre is nothing
}

Error no_wijk() {
  return {
      Code::NotFound, {"Dit project heeft geen wijk.", "This project has no neighbourhood."}, {}};
}

// Calls `change` on a copy of the wijk, which shares its layers with the one before.
template <typename Change>
Result<Project> change_wijk(const Project& project, Change change) {
  if (!project.wijk) return no_wijk();
  Project after = project;
  auto copy = std::make_shared<Wijk>(*project.wijk);
  if (const Status done = change(*copy, after.next_wijk); !done) return done.error();
  after.wijk = std::move(copy);
  return after;
}

// Calls `change` on a copy of the things of one layer, which may be one that nobody gave.
template <typename Thing, typename Change>
Result<Project> change_layer(const Project& project, Change change) {
  return change_wijk(project, [&](Wijk& wijk, WijkCounters& next) -> Status {
    WijkLayer<Thing>& layer = wijk.*wijk_kind<Thing>().layer;
    auto things = layer ? std::make_shared<std::vector<Thing>>(*layer)
                        : std::make_shared<std::vector<Thing>>();
    if (const Status done = change(*things, next); !done) return done;
    layer = std::move(things);
    return Done{};
  });
}

using Names = std::set<std::string>;
// Vertices of streets that go elsewhere, from where to where.
using Moves = std::map<Point, Point>;

Status nothing_chosen() {
  return bad_input("Er is niets gekozen.", "Nothing is selected.");
}

// `names` of which `layer` has none is left as it is.
template <typename Thing>
bool has_named(const WijkLayer<Thing>& layer, const Names& names) {
  return layer && std::any_of(layer->begin(), layer->end(), [&](const Thing& thing) {
           return names.contains(to_string(thing.id));
         });
}

Status all_there(const Wijk& wijk, Names names) {
  if (names.empty()) return nothing_chosen();
  each_wijk_kind([&](const auto& kind) {
    if (!(wijk.*kind.layer)) return;
    for (const auto& thing : *(wijk.*kind.layer)) names.erase(to_string(thing.id));
  });
  if (names.empty()) return Done{};
  return not_there(*names.begin());
}

Status move_vertices(std::vector<Street>& streets, const Moves& moves) {
  for (Street& street : streets) {
    bool moved = false;
    for (Point& point : street.line) {
      const auto found = moves.find(point);
      if (found == moves.end()) continue;
      point = found->second;
      moved = true;
    }
    if (!moved) continue;
    if (const Status ok = valid_shape(street); !ok) return ok;
  }
  return Done{};
}

}  // namespace

template <typename Thing>
Result<Project> apply_one(const Project& project, const edit::AddToWijk<Thing>& edit) {
  Thing thing = edit.thing;
  if (const Status ok = tidy(thing); !ok) return ok.error();
  if (const Status ok = valid_rest(thing); !ok) return ok.error();
  return change_layer<Thing>(project,
                             [&](std::vector<Thing>& things, WijkCounters& next) -> Status {
                               thing.id = {(next.*wijk_kind<Thing>().next)++};
                               things.push_back(std::move(thing));
                               return Done{};
                             });
}

template <typename Thing>
Result<Project> apply_one(const Project& project, const edit::SetInWijk<Thing>& edit) {
  if (const Status ok = valid_rest(edit.thing); !ok) return ok.error();
  return change_layer<Thing>(project, [&](std::vector<Thing>& things, WijkCounters&) -> Status {
    for (Thing& old : things) {
      if (old.id != edit.thing.id) continue;
      Thing thing = edit.thing;
      if (!same_shape(thing, old)) {
        if (const Status ok = tidy(thing); !ok) return ok;
      }
      old = std::move(thing);
      return Done{};
    }
    return not_there(to_string(edit.thing.id));
  });
}

template <typename Thing>
Result<Project> apply_one(const Project& project, const edit::RemoveFromWijk<Thing>& edit) {
  return change_layer<Thing>(project, [&](std::vector<Thing>& things, WijkCounters&) -> Status {
    const auto is_meant = [&](const Thing& thing) { return thing.id == edit.id; };
    if (std::erase_if(things, is_meant) > 0) return Done{};
    return not_there(to_string(edit.id));
  });
}

#define TP_WIJK_THING(Thing)                                                         \
  template Result<Project> apply_one(const Project&, const edit::AddToWijk<Thing>&); \
  template Result<Project> apply_one(const Project&, const edit::SetInWijk<Thing>&); \
  template Result<Project> apply_one(const Project&, const edit::RemoveFromWijk<Thing>&)
TP_WIJK_THING(Street);
TP_WIJK_THING(Home);
TP_WIJK_THING(WijkPlace);
TP_WIJK_THING(Furnishing);
TP_WIJK_THING(OpenSpace);
TP_WIJK_THING(Footprint);
#undef TP_WIJK_THING

Result<Project> apply_one(const Project& project, const edit::MoveStreetVertex& edit) {
  if (const Status ok = finite({edit.from, edit.to}); !ok) return ok.error();
  return change_layer<Street>(project, [&](std::vector<Street>& streets, WijkCounters&) -> Status {
    const bool is_there = std::any_of(streets.begin(), streets.end(), [&](const Street& street) {
      return std::find(street.line.begin(), street.line.end(), edit.from) != street.line.end();
    });
    if (is_there) return move_vertices(streets, {{edit.from, snap(edit.to)}});
    return Error{Code::NotFound,
                 {fmt::format("Op ({}, {}) heeft geen straat een punt.", edit.from.x, edit.from.y),
                  fmt::format("No street has a vertex at ({}, {}).", edit.from.x, edit.from.y)},
                 {}};
  });
}

Result<Project> apply_one(const Project& project, const edit::SplitStreet& edit) {
  if (const Status ok = finite({edit.at}); !ok) return ok.error();
  return change_layer<Street>(
      project, [&](std::vector<Street>& streets, WijkCounters& next) -> Status {
        const auto street = std::find_if(streets.begin(), streets.end(),
                                         [&](const Street& one) { return one.id == edit.street; });
        if (street == streets.end()) return not_there(to_string(edit.street));
        const std::optional<LineCut> cut = cut_near(street->line, edit.at);
        if (!cut) {
          return bad_input("Een straat wordt tussen haar einden gesplitst, niet op een einde.",
                           "A street is split between its ends, not at one of them.");
        }
        Street second = *street;
        second.id = {next.street++};
        second.line = cut->after;
        street->line = cut->before;
        streets.push_back(std::move(second));
        return Done{};
      });
}

Result<Project> apply_one(const Project& project, const edit::MoveWijkThings& edit) {
  if (const Status ok = finite({edit.by}); !ok) return ok.error();
  const Names names{edit.objects.begin(), edit.objects.end()};
  return change_wijk(project, [&](Wijk& wijk, WijkCounters&) -> Status {
    if (const Status ok = all_there(wijk, names); !ok) return ok;
    Status done = Done{};
    const auto by = [&](Point p) { return snap(p + edit.by); };
    each_wijk_kind([&]<typename Thing>(const WijkKind<Thing>& kind) {
      WijkLayer<Thing>& layer = wijk.*kind.layer;
      if (!done || !has_named(layer, names)) return;
      auto things = std::make_shared<std::vector<Thing>>(*layer);
      Moves moves;  // of the streets: others hang on their vertices
      std::vector<Point> moved;
      for (Thing& thing : *things) {
        if (!names.contains(to_string(thing.id))) continue;
        each_point(thing, [&](Point& p) {
          moved.push_back(by(p));
          std::is_same_v<Thing, Street> ? void(moves[p] = moved.back()) : void(p = moved.back());
        });
      }
      done = finite(moved);
      if constexpr (std::is_same_v<Thing, Street>) {
        if (done) done = move_vertices(*things, moves);
      }
      layer = std::move(things);
    });
    return done;
  });
}

Result<Project> apply_one(const Project& project, const edit::RemoveWijkThings& edit) {
  const Names names{edit.objects.begin(), edit.objects.end()};
  return change_wijk(project, [&](Wijk& wijk, WijkCounters&) -> Status {
    if (const Status ok = all_there(wijk, names); !ok) return ok;
    each_wijk_kind([&]<typename Thing>(const WijkKind<Thing>& kind) {
      WijkLayer<Thing>& layer = wijk.*kind.layer;
      if (!has_named(layer, names)) return;
      auto things = std::make_shared<std::vector<Thing>>(*layer);
      std::erase_if(*things,
                    [&](const Thing& thing) { return names.contains(to_string(thing.id)); });
      layer = std::move(things);
    });
    return Done{};
  });
}

Result<Project> apply_one(const Project& project, const edit::SetWijk& edit) {
  if (!std::isfinite(edit.snap_tolerance) || edit.snap_tolerance < 0) {
    return bad_input("De afstand waarbinnen einden van straten samenvallen, is een getal vanaf 0.",
                     "The distance within which ends of streets meet is a number from 0.");
  }
  return change_wijk(project, [&](Wijk& wijk, WijkCounters&) -> Status {
    wijk.name = edit.name;
    wijk.snap_tolerance = edit.snap_tolerance;
    wijk.benches_are_all = edit.benches_are_all;
    return Done{};
  });
}

Result<Project> apply_one(const Project& project, const edit::SetWijkAssumptions& edit) {
  return change_wijk(project, [&](Wijk& wijk, WijkCounters&) -> Status {
    wijk.assumptions = edit.assumptions;
    return Done{};
  });
}

}  // namespace trefpunt
