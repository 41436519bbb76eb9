// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/edit.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "project/edit_parts.h"

namespace trefpunt {

namespace {

bool is_size(const std::optional<double>& value) {
  return !value || (std::isfinite(*value) && *value >= 0);
}

Status valid_line(const std::vector<Point>& points, bool is_closed, const Text& what) {
  if (points.size() < (is_closed ? 3u : 2u)) {
    return bad_input(
        fmt::format("Een {0} heeft ten minste twee punten, en een gesloten {0} drie.", what.nl),
        fmt::format("A {0} has at least two points, and a closed {0} three.", what.en));
  }
  return finite(points);
}

Status valid_ring(const Ring& ring, const Text& what) {
  if (ring.size() < 3) {
    return bad_input(fmt::format("{} heeft ten minste drie hoeken.", what.nl),
                     fmt::format("{} has at least three corners.", what.en));
  }
  return finite(ring);
}

template <typename Opening>
Status valid_opening(const Opening& opening, const Text& what) {
  if (!opening.footprint.empty() && opening.footprint.size() != 4) {
    return bad_input(fmt::format("De vloer van een {} heeft vier hoeken.", what.nl),
                     fmt::format("The floor of a {} has four corners.", what.en));
  }
  std::vector<Point> points = opening.footprint;
  points.insert(points.end(), {opening.a, opening.b});
  return finite(points);
}

Status valid(const Wall& wall) {
  return valid_line(wall.points, wall.is_closed, {"wand", "wall"});
}
Status valid(const Boundary& boundary) {
  return valid_line(boundary.points, boundary.is_closed, {"grens", "boundary"});
}
Status valid(const Door& door) {
  if (!is_size(door.clear_width) || !is_size(door.threshold_height)) {
    return bad_input("Een maat van een deur is een getal vanaf 0.",
                     "A size of a door is a number from 0.");
  }
  return valid_opening(door, {"deur", "door"});
}
Status valid(const Window& window) {
  if (!is_size(window.sill_height)) {
    return bad_input("De hoogte van een vensterbank is een getal vanaf 0.",
                     "The height of a window sill is a number from 0.");
  }
  return valid_opening(window, {"raam", "window"});
}
Status valid(const Space& space) {
  if (!is_size(space.stated_area_m2) || space.beds.value_or(0) < 0) {
    return bad_input("De oppervlakte en het aantal bedden van een ruimte zijn getallen vanaf 0.",
                     "The area and the number of beds of a space are numbers from 0.");
  }
  return finite({space.anchor});
}
Status valid(const Seat& seat) {
  if (seat.places < 1) {
    return bad_input("Een zitplek heeft ten minste één plaats.", "A seat has at least one place.");
  }
  return finite({seat.at});
}
Status valid(const Furniture& furniture) {
  return valid_ring(furniture.ring, {"Een meubel", "A piece of furniture"});
}
Status valid(const Link& link) {
  if (!is_size(link.walking_length) || !is_size(link.slope)) {
    return bad_input("De looplengte en de helling van een trap of lift zijn getallen vanaf 0.",
                     "The walking length and the slope of stairs or a lift are numbers from 0.");
  }
  return valid_ring(link.footprint,
                    {"De vloer van een trap of lift", "The floor of stairs or a lift"});
}

// The unit of a space is one of its own building.
Status known_unit(const Project& project, StoreyId storey, const Space& space) {
  for (const Building& building : project.buildings) {
    const auto is_here = [&](const auto& one) { return one->id == storey; };
    const auto is_unit = [&](const Unit& unit) { return unit.id == space.unit; };
    if (space.unit && std::any_of(building.storeys.begin(), building.storeys.end(), is_here) &&
        std::none_of(building.units.begin(), building.units.end(), is_unit)) {
      return not_there(to_string(space.unit));
    }
  }
  return Done{};
}
template <typename Thing>
Status known_unit(const Project&, StoreyId, const Thing&) {
  return Done{};
}

void snap_points(std::vector<Point>& points) {
  std::transform(points.begin(), points.end(), points.begin(), snap);
}
template <typename Line>
void snap_all(Line& line) {
  snap_points(line.points);
}
template <typename Opening>
requires requires(Opening opening) {
  opening.a;
}
void snap_all(Opening& opening) {
  opening.a = snap(opening.a);
  opening.b = snap(opening.b);
  snap_points(opening.footprint);
}
void snap_all(Space& space) {
  space.anchor = snap(space.anchor);
}
void snap_all(Seat& seat) {
  seat.at = snap(seat.at);
}
void snap_all(Furniture& furniture) {
  snap_points(furniture.ring);
}
void snap_all(Link& link) {
  snap_points(link.footprint);
}

template <typename Thing>
Result<Project> apply_one(const Project& project, edit::Add<Thing> edit) {
  if (const Status ok = valid(edit.thing); !ok) return ok.error();
  if (const Status ok = known_unit(project, edit.storey, edit.thing); !ok) return ok.error();
  snap_all(edit.thing);
  return change_storey(project, edit.storey, [&](Storey& storey, Counters& next) -> Status {
    edit.thing.id = new_id<Thing>(next);
    (storey.*kind_of<Thing>().things).push_back(std::move(edit.thing));
    return Done{};
  });
}

template <typename Thing>
Result<Project> apply_one(const Project& project, edit::Set<Thing> edit) {
  if (const Status ok = valid(edit.thing); !ok) return ok.error();
  if (const Status ok = known_unit(project, edit.storey, edit.thing); !ok) return ok.error();
  snap_all(edit.thing);
  return change_storey(project, edit.storey, [&](Storey& storey, Counters&) -> Status {
    for (Thing& old : storey.*kind_of<Thing>().things) {
      if (old.id != edit.thing.id) continue;
      old = std::move(edit.thing);
      return Done{};
    }
    return not_there(to_string(edit.thing.id));
  });
}

template <typename Thing>
Result<Project> apply_one(const Project& project, const edit::Remove<Thing>& edit) {
  return change_storey(project, edit.storey, [&](Storey& storey, Counters&) -> Status {
    const auto is_meant = [&](const Thing& thing) { return thing.id == edit.id; };
    if (std::erase_if(storey.*kind_of<Thing>().things, is_meant) > 0) return Done{};
    return not_there(to_string(edit.id));
  });
}

Result<Project> apply_one(Project after, const edit::RenameProject& edit) {
  after.name = edit.name;
  return after;
}
Result<Project> apply_one(Project after, const edit::SetAmbition& edit) {
  after.ambition = edit.ambition;
  return after;
}
Result<Project> apply_one(Project after, const edit::SetAnswers& edit) {
  after.answers = edit.answers;
  return after;
}
Result<Project> apply_one(Project after, const edit::SetProgramme& edit) {
  after.programme = edit.programme;
  return after;
}

}  // namespace

Error not_there(const std::string& id) {
  return {Code::NotFound,
          {fmt::format("{} staat niet in dit project.", id),
           fmt::format("{} is not in this project.", id)},
          {}};
}

Error bad_input(std::string nl, std::string en) {
  return {Code::BadInput, {std::move(nl), std::move(en)}, {}};
}

Status finite(const std::vector<Point>& points) {
  constexpr double kFarthest = 1e9;  // m
  const auto is_near = [](Point p) {
    return std::abs(p.x) <= kFarthest && std::abs(p.y) <= kFarthest;
  };
  if (std::all_of(points.begin(), points.end(), is_near)) return Done{};
  return bad_input("Een coördinaat is geen getal of ligt te ver weg.",
                   "A coordinate is not a number or lies too far away.");
}

Result<Project> apply(const Project& project, const Edit& edit) {
  return std::visit([&](const auto& one) { return apply_one(project, one); }, edit);
}

}  // namespace trefpunt
