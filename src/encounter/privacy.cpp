// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/privacy.h"

#include <algorithm>
#include <map>

#include "base/index.h"
#include "encounter/place_finder.h"
#include "space/parallel.h"

namespace trefpunt {

namespace {

struct Room {
  int storey = 0, space = 0;
};

// Minutes per week that the people of a class spend: staying at a station, walking over a piece.
struct Week {
  std::vector<double> at_station, on_piece;
};

void walk(const EncounterModel& model, const Trip& trip, double times, double speed, Week& week) {
  if (trip.pair < 0) return;
  for (const Route& route : model.routes->routes[at(trip.pair)]) {
    for (const RoutePiece& part : route.pieces) {
      week.on_piece[at(part.piece)] +=
          times * route.probability * model.routes->pieces[at(part.piece)].length / speed / 60;
    }
  }
}

Week week_of(const EncounterModel& model, const PersonClass& person) {
  Week week{std::vector<double>(model.stations.size(), 0),
            std::vector<double>(model.routes->pieces.size(), 0)};
  const ModelRole& role = model.roles[at(person.role)];
  for (std::size_t v = 0; v < role.visits.size(); ++v) {
    const Visit& visit = role.visits[v];
    double days = 0;
    for (const double on : role.presence[at(visit.presence)]) days += on;
    double dwell = 0;
    for (const double minutes : visit.stays.dwell) dwell += minutes / kDwellClasses;
    const double times = days * person.count * mean_number(visit.stays.starts);
    for (const Destination& to : person.to[v]) {
      week.at_station[at(to.station)] += times * to.probability * dwell;
      walk(model, to.out, times * to.probability, role.speed, week);
      walk(model, to.back, times * to.probability, role.speed, week);
    }
  }
  for (const int s : person.sessions) {
    const ModelSession& session = model.sessions[at(s)];
    const auto days = static_cast<double>(std::count(session.on.begin(), session.on.end(), true));
    week.at_station[at(session.station)] +=
        days * session.minutes * person.count * session.attendance[at(person.first)];
  }
  return week;
}

class Sightlines {
 public:
  Sightlines(const EncounterModel& model, const EncounterGround& ground)
      : model_(model), ground_(ground) {
    cells_of_station_.resize(model.stations.size());
    for (std::size_t i = 0; i < model.stations.size(); ++i) {
      const Station& station = model.stations[i];
      const StoreySight& sight = *ground.sights[at(station.storey)];
      for (int cell = 0; cell < sight.grid.size(); ++cell) {
        if (sight.space_of[at(cell)] == station.space) cells_of_station_[i].push_back(cell);
      }
    }
    for (const Piece& piece : model.routes->pieces) {
      std::vector<int> cells;
      if (piece.storey >= 0 && !ground.sights[at(piece.storey)]->grid.cells.empty()) {
        const FieldGrid& grid = ground.sights[at(piece.storey)]->grid;
        for (std::size_t i = 1; i < piece.line.size(); ++i) {
          const Point a = piece.line[i - 1].at, b = piece.line[i].at;
          const int steps = std::max(1, static_cast<int>(distance(a, b) / 0.5));
          for (int k = 0; k < steps; ++k) {
            cells.push_back(grid.cell_of(a + ((k + 0.5) / steps) * (b - a)));
          }
        }
      }
      cells_of_piece_.push_back(std::move(cells));
    }
  }

  // Shares (0-1) of each station's floor and each piece's length from which the room is seen.
  struct Seen {
    std::vector<double> station, station_shut, piece, piece_shut, piece_door;
  };
  Seen seen_into(const Room& room) const {
    const StoreySight& sight = *ground_.sights[at(room.storey)];
    std::vector<int> inside;
    std::vector<bool> sees(at(sight.grid.size()), false);
    for (int cell = 0; cell < sight.grid.size(); ++cell) {
      if (sight.space_of[at(cell)] != room.space) continue;
      inside.push_back(cell);
      for (const SightRun run : sight.runs.of(cell)) {
        for (std::uint32_t other = run.first; other <= run.last; ++other) sees[other] = true;
      }
    }
    std::map<int, bool> past_leaves;
    const auto sees_shut = [&](int cell) {
      const auto [found, is_new] = past_leaves.emplace(cell, false);
      if (is_new) {
        found->second = std::any_of(inside.begin(), inside.end(), [&](int mine) {
          return sight.runs.sees(cell, mine) && sees_past_leaves(sight, cell, mine);
        });
      }
      return found->second;
    };
    Seen seen;
    const auto shares = [&](const std::vector<int>& cells, double& open, double& shut) {
      open = shut = 0;
      for (const int cell : cells) {
        if (cell < 0 || !sees[at(cell)]) continue;
        open += 1;
        shut += sees_shut(cell) ? 1 : 0;
      }
      if (cells.empty()) return;
      open /= static_cast<double>(cells.size());
      shut /= static_cast<double>(cells.size());
    };
    for (std::size_t i = 0; i < model_.stations.size(); ++i) {
      seen.station.push_back(0);
      seen.station_shut.push_back(0);
      const Station& station = model_.stations[i];
      if (station.storey != room.storey) continue;
      shares(cells_of_station_[i], seen.station.back(), seen.station_shut.back());
    }
    const std::vector<Doorway> doors = doors_of(room);
    for (std::size_t p = 0; p < cells_of_piece_.size(); ++p) {
      const Piece& piece = model_.routes->pieces[p];
      seen.piece.push_back(0);
      seen.piece_shut.push_back(0);
      seen.piece_door.push_back(0);
      if (piece.storey != room.storey) continue;
      shares(cells_of_piece_[p], seen.piece.back(), seen.piece_shut.back());
      seen.piece_door.back() = share_near(piece, doors);
    }
    return seen;
  }

 private:
  struct Doorway {
    Point middle;
    int outside = -1;  // the space it opens into; -1: none
  };
  std::vector<Doorway> doors_of(const Room& room) const {
    const Storey& storey = *ground_.building.storeys[at(room.storey)];
    const SpaceId id = storey.spaces[at(room.space)].id;
    std::vector<Doorway> doors;
    for (std::size_t d = 0; d < storey.doors.size(); ++d) {
      const DoorSides& sides = ground_.layouts[at(room.storey)]->doors[d];
      if (sides.left.space != id && sides.right.space != id) continue;
      Doorway door{middle(storey.doors[d].a, storey.doors[d].b)};
      const auto outside = sides.left.space == id ? sides.right.space : sides.left.space;
      for (std::size_t i = 0; outside && i < storey.spaces.size(); ++i) {
        if (storey.spaces[i].id == *outside) door.outside = static_cast<int>(i);
      }
      doors.push_back(door);
    }
    return doors;
  }

  // Who passes the door of the room beside it stands behind a wall.
  static double share_near(const Piece& piece, const std::vector<Doorway>& doors) {
    double near = 0, whole = 0;
    for (std::size_t i = 1; i < piece.line.size(); ++i) {
      const Point a = piece.line[i - 1].at, b = piece.line[i].at;
      const double leg = distance(a, b);
      const int steps = std::max(1, static_cast<int>(leg / 0.5));
      for (int k = 0; k < steps; ++k) {
        const Point p = a + ((k + 0.5) / steps) * (b - a);
        whole += leg / steps;
        if (std::any_of(doors.begin(), doors.end(), [&](const Doorway& door) {
              return door.outside == piece.space && distance(door.middle, p) <= kDoorDistance;
            })) {
          near += leg / steps;
        }
      }
    }
    return whole > 0 ? near / whole : 0;
  }

  const EncounterModel& model_;
  const EncounterGround& ground_;
  std::vector<std::vector<int>> cells_of_station_, cells_of_piece_;
};

bool has_business(const Programme& programme, const EncounterModel& model,
                  const EncounterGround& ground, const PersonClass& person, const Room& room) {
  const auto is_here = [&](int station) {
    return station >= 0 && model.stations[at(station)].storey == room.storey &&
           model.stations[at(station)].space == room.space;
  };
  if (is_here(person.home)) return true;
  for (const auto& destinations : person.to) {
    for (const Destination& to : destinations) {
      if (is_here(to.station)) return true;
    }
  }
  for (const int session : person.sessions) {
    if (is_here(model.sessions[at(session)].station)) return true;
  }
  const Space& space = ground.building.storeys[at(room.storey)]->spaces[at(room.space)];
  const auto& business = programme.roles[at(person.role)].business;
  return std::any_of(business.begin(), business.end(),
                     [&](const PlaceQuery& query) { return fits(query, space, ground.building); });
}

}  // namespace

Result<std::vector<PrivacyCost>> privacy_costs(const Programme& programme,
                                               const EncounterModel& model,
                                               const EncounterGround& ground, Job& job) {
  std::vector<Room> rooms;
  for (int s = 0; s < static_cast<int>(ground.building.storeys.size()); ++s) {
    const auto& spaces = ground.building.storeys[at(s)]->spaces;
    for (int i = 0; i < static_cast<int>(spaces.size()); ++i) {
      if (is_private_room(spaces[at(i)].use)) rooms.push_back({s, i});
    }
  }
  std::vector<Week> weeks;
  for (const PersonClass& person : model.classes) weeks.push_back(week_of(model, person));
  const Sightlines sight(model, ground);
  std::vector<std::vector<PrivacyCost>> of_room(rooms.size());
  parallel_for(static_cast<int>(rooms.size()), 0, [&](int r) {
    if (job.stopped()) return;
    const Room& room = rooms[at(r)];
    const Sightlines::Seen seen = sight.seen_into(room);
    std::map<int, PrivacyCost> by_role;
    for (std::size_t c = 0; c < model.classes.size(); ++c) {
      const PersonClass& person = model.classes[c];
      if (has_business(programme, model, ground, person, room)) continue;
      PrivacyCost& cost = by_role[person.role];
      for (std::size_t i = 0; i < seen.station.size(); ++i) {
        cost.in_view_min += weeks[c].at_station[i] * seen.station[i];
        cost.in_view_shut_min += weeks[c].at_station[i] * seen.station_shut[i];
      }
      for (std::size_t p = 0; p < seen.piece.size(); ++p) {
        cost.in_view_min += weeks[c].on_piece[p] * seen.piece[p];
        cost.in_view_shut_min += weeks[c].on_piece[p] * seen.piece_shut[p];
        cost.at_door_min += weeks[c].on_piece[p] * seen.piece_door[p];
      }
    }
    for (auto& [role, cost] : by_role) {
      if (cost.in_view_min <= 0 && cost.at_door_min <= 0) continue;
      cost.storey = room.storey;
      cost.space = room.space;
      cost.role = role;
      of_room[at(r)].push_back(cost);
    }
  });
  if (job.stopped()) return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
  std::vector<PrivacyCost> costs;
  for (const auto& some : of_room) costs.insert(costs.end(), some.begin(), some.end());
  return costs;
}

}  // namespace trefpunt
