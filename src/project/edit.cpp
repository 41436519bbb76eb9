// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/edit.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace trefpunt {

namespace {

Error not_there(const std::string& id) {
  return {Code::NotFound,
          {fmt::format("{} staat niet in dit project.", id),
           fmt::format("{} is not in this project.", id)},
          {}};
}

bool is_finite(Point p) {
  return std::isfinite(p.x) && std::isfinite(p.y);
}

Status finite(const std::vector<Point>& points) {
  if (std::all_of(points.begin(), points.end(), is_finite)) return Done{};
  return Error{
      Code::BadInput, {"Een coördinaat is geen getal.", "A coordinate is not a number."}, {}};
}

Status valid(const Wall& wall) {
  if (wall.points.size() < (wall.is_closed ? 3u : 2u)) {
    return Error{Code::BadInput,
                 {"Een wand heeft ten minste twee punten, en een gesloten wand drie.",
                  "A wall has at least two points, and a closed wall three."},
                 {}};
  }
  return finite(wall.points);
}

Status valid(const Door& door) {
  if (!door.footprint.empty() && door.footprint.size() != 4) {
    return Error{
        Code::BadInput,
        {"De vloer van een deur heeft vier hoeken.", "The floor of a door has four corners."},
        {}};
  }
  for (const std::optional<double>& size : {door.clear_width, door.threshold_height}) {
    if (size && !(std::isfinite(*size) && *size >= 0)) {
      return Error{
          Code::BadInput,
          {"Een maat van een deur is een getal vanaf 0.", "A size of a door is a number from 0."},
          {}};
    }
  }
  std::vector<Point> points = door.footprint;
  points.insert(points.end(), {door.a, door.b});
  return finite(points);
}

Status valid(const Space& space) {
  return finite({space.anchor});
}

Status valid(const Seat& seat) {
  if (seat.places < 1) {
    return Error{Code::BadInput,
                 {"Een zitplek heeft ten minste één plaats.", "A seat has at least one place."},
                 {}};
  }
  return finite({seat.at});
}

void snap_points(std::vector<Point>& points) {
  std::transform(points.begin(), points.end(), points.begin(), snap);
}

void snap_all(Wall& wall) {
  snap_points(wall.points);
}
void snap_all(Door& door) {
  door.a = snap(door.a);
  door.b = snap(door.b);
  snap_points(door.footprint);
}
void snap_all(Space& space) {
  space.anchor = snap(space.anchor);
}
void snap_all(Seat& seat) {
  seat.at = snap(seat.at);
}

// Calls `change` on a copy of the storey and puts the copy in its place.
template <typename Change>
Result<Project> change_storey(const Project& project, StoreyId id, Change change) {
  Project after = project;
  for (Building& building : after.buildings) {
    for (std::shared_ptr<const Storey>& storey : building.storeys) {
      if (storey->id != id) continue;
      auto copy = std::make_shared<Storey>(*storey);
      if (const Status done = change(*copy, after); !done) return done.error();
      storey = std::move(copy);
      return after;
    }
  }
  return not_there(to_string(id));
}

template <typename T>
Result<Project> add(const Project& project, StoreyId storey, T thing,
                    std::vector<T> Storey::*things, int Counters::*counter) {
  if (const Status ok = valid(thing); !ok) return ok.error();
  snap_all(thing);
  return change_storey(project, storey, [&](Storey& to, Project& after) -> Status {
    thing.id = {after.next.*counter};
    ++(after.next.*counter);
    (to.*things).push_back(thing);
    return Done{};
  });
}

template <typename T>
Result<Project> set(const Project& project, StoreyId storey, T thing,
                    std::vector<T> Storey::*things) {
  if (const Status ok = valid(thing); !ok) return ok.error();
  snap_all(thing);
  return change_storey(project, storey, [&](Storey& to, Project&) -> Status {
    for (T& old : to.*things) {
      if (old.id != thing.id) continue;
      old = thing;
      return Done{};
    }
    return not_there(to_string(thing.id));
  });
}

template <typename T, typename IdOf>
Result<Project> remove(const Project& project, StoreyId storey, IdOf id,
                       std::vector<T> Storey::*things) {
  return change_storey(project, storey, [&](Storey& from, Project&) -> Status {
    if (std::erase_if(from.*things, [&](const T& thing) { return thing.id == id; }) > 0) {
      return Done{};
    }
    return not_there(to_string(id));
  });
}

// Walls, doors, windows, boundaries and the outline hang together; furniture, seats, stairs and
// lifts are things of their own and stay.
Result<Project> move(const Project& project, const edit::MoveVertex& edit) {
  if (const Status ok = finite({edit.from, edit.to}); !ok) return ok.error();
  const Point to = snap(edit.to);
  return change_storey(project, edit.storey, [&](Storey& storey, Project&) -> Status {
    bool moved = false;
    const auto one = [&](Point& point) {
      if (point != edit.from) return;
      point = to;
      moved = true;
    };
    const auto all = [&](std::vector<Point>& points) {
      std::for_each(points.begin(), points.end(), one);
    };
    for (Wall& wall : storey.walls) all(wall.points);
    for (Boundary& boundary : storey.boundaries) all(boundary.points);
    for (Door& door : storey.doors) {
      one(door.a);
      one(door.b);
      all(door.footprint);
    }
    for (Window& window : storey.windows) {
      one(window.a);
      one(window.b);
      all(window.footprint);
    }
    all(storey.outline);
    if (moved) return Done{};
    return Error{Code::NotFound,
                 {fmt::format("Op ({}, {}) ligt geen hoekpunt.", edit.from.x, edit.from.y),
                  fmt::format("There is no vertex at ({}, {}).", edit.from.x, edit.from.y)},
                 {}};
  });
}

struct Apply {
  const Project& project;

  Result<Project> operator()(const edit::AddWall& e) const {
    return add(project, e.storey, e.wall, &Storey::walls, &Counters::wall);
  }
  Result<Project> operator()(const edit::MoveVertex& e) const { return move(project, e); }
  Result<Project> operator()(const edit::RemoveWall& e) const {
    return remove(project, e.storey, e.wall, &Storey::walls);
  }
  Result<Project> operator()(const edit::AddDoor& e) const {
    return add(project, e.storey, e.door, &Storey::doors, &Counters::door);
  }
  Result<Project> operator()(const edit::SetDoor& e) const {
    return set(project, e.storey, e.door, &Storey::doors);
  }
  Result<Project> operator()(const edit::RemoveDoor& e) const {
    return remove(project, e.storey, e.door, &Storey::doors);
  }
  Result<Project> operator()(const edit::AddSpace& e) const {
    return add(project, e.storey, e.space, &Storey::spaces, &Counters::space);
  }
  Result<Project> operator()(const edit::SetSpace& e) const {
    return set(project, e.storey, e.space, &Storey::spaces);
  }
  Result<Project> operator()(const edit::RemoveSpace& e) const {
    return remove(project, e.storey, e.space, &Storey::spaces);
  }
  Result<Project> operator()(const edit::AddSeat& e) const {
    return add(project, e.storey, e.seat, &Storey::seats, &Counters::seat);
  }
  Result<Project> operator()(const edit::RemoveSeat& e) const {
    return remove(project, e.storey, e.seat, &Storey::seats);
  }
  Result<Project> operator()(const edit::SetAmbition& e) const {
    Project after = project;
    after.ambition = e.ambition;
    return after;
  }
  Result<Project> operator()(const edit::SetAnswers& e) const {
    Project after = project;
    after.answers = e.answers;
    return after;
  }
};

}  // namespace

Result<Project> apply(const Project& project, const Edit& edit) {
  return std::visit(Apply{project}, edit);
}

}  // namespace trefpunt
