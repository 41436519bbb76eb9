// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/day_tables.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/check.h"
#include "base/index.h"

namespace trefpunt {

namespace {

std::vector<double> poisson_at_most(double mean) {
  std::vector<double> at_most;
  double sum = 0;
  for (int n = 0; mean > 0; ++n) {
    sum += std::exp(n * std::log(mean) - mean - std::lgamma(n + 1.0));
    at_most.push_back(std::min(sum, 1.0));
    if (n > mean && 1 - sum < 1e-12) break;
  }
  if (at_most.empty()) at_most.push_back(1);
  at_most.back() = 1;
  return at_most;
}

DayTables::Visit visit_table(const Visit& visit) {
  TP_CHECK(visit.presence >= 0 && visit.presence < 256 && visit.errand >= 0 &&
           visit.errand < 1 << 20);
  DayTables::Visit table;
  table.purpose = static_cast<std::uint32_t>(visit.errand + 1) << 8 |
                  static_cast<std::uint32_t>(visit.presence);
  table.starts = visit.stays.starts;
  table.dwell = visit.stays.dwell;
  // A day is a circle: a longer stay meets nobody who is not there yet.
  for (double& minutes : table.dwell) minutes = std::min(minutes, kDayMin);
  double mean = 0;
  for (const StartPiece& piece : table.starts) {
    table.started.push_back(mean += piece.per_min * (piece.to_min - piece.from_min));
  }
  for (double& share : table.started) share = mean > 0 ? share / mean : 1;
  table.at_most = poisson_at_most(mean);
  return table;
}

template <typename Table>
void close_chances(std::vector<Table>& tables, std::size_t from) {
  if (from == tables.size()) return;
  double sum = 0;
  for (std::size_t i = from; i < tables.size(); ++i) tables[i].up_to = sum += tables[i].up_to;
  TP_CHECK(std::abs(sum - 1) < 1e-6);
  tables.back().up_to = 1;
}

}  // namespace

DayTables::DayTables(const EncounterModel& of) : model(of) {
  const RouteSet& routes = *model.routes;
  TP_CHECK(model.persons < 1 << 16 && model.can_stop.size() == routes.pieces.size());
  std::map<std::pair<int, int>, std::int32_t> known;
  const auto place_at = [&](int storey, int space) {
    const auto [where, added] = known.try_emplace({storey, space}, places.size());
    if (added) places.push_back({storey, space, 0, false});
    return where->second;
  };
  for (const Station& station : model.stations) {
    const std::size_t before = places.size();
    if (station.space < 0) known.erase({station.storey, station.space});
    const std::int32_t place = place_at(station.storey, station.space);
    place_of_station.push_back(place);
    if (places.size() > before) places[at(place)].chance = station.chance;
  }
  for (std::size_t p = 0; p < routes.pieces.size(); ++p) {
    const Piece& piece = routes.pieces[p];
    const bool floor = piece.storey >= 0 && piece.space >= 0;
    place_of_piece.push_back(floor ? place_at(piece.storey, piece.space) : -1);
    if (floor && model.can_stop[p]) places[at(place_of_piece[p])].can_stop = true;
  }

  std::vector<Walk> walks;  // per pair of stations
  for (const std::vector<Route>& of_pair : routes.routes) {
    const std::size_t first = ways.size();
    for (const Route& route : of_pair) ways.push_back({route.probability, &route});
    close_chances(ways, first);
    walks.push_back({static_cast<int>(first), static_cast<int>(ways.size()), true});
  }
  const auto walk_of = [&](const Trip& trip) {
    if (trip.pair < 0) return Walk{};
    Walk walk = walks[at(trip.pair)];
    walk.forward = trip.forward;
    return walk;
  };

  for (const ModelRole& role : model.roles) {
    auto& tables = visits.emplace_back(role.presence.size());
    for (const trefpunt::Visit& visit : role.visits) {
      tables[at(visit.presence)].push_back(visit_table(visit));
    }
  }
  persons.resize(at(model.persons));
  for (std::size_t c = 0; c < model.classes.size(); ++c) {
    const PersonClass& people = model.classes[c];
    const ModelRole& role = model.roles[at(people.role)];
    for (int i = people.first; i < people.first + people.count; ++i) {
      persons[at(i)] = {people.role, static_cast<std::int32_t>(c), 60 * role.speed};
    }
    auto& tables = targets.emplace_back(role.presence.size());
    for (std::size_t v = 0; v < role.visits.size(); ++v) {
      std::vector<Target> to;
      for (const Destination& destination : people.to[v]) {
        to.push_back({destination.probability, place_of_station[at(destination.station)],
                      walk_of(destination.out), walk_of(destination.back)});
      }
      close_chances(to, 0);
      tables[at(role.visits[v].presence)].push_back(std::move(to));
    }
  }
  for (const ModelSession& session : model.sessions) {
    std::vector<Member>& of_session = members.emplace_back();
    for (std::size_t i = 0; i < session.attendance.size(); ++i) {
      if (session.attendance[i] <= 0) continue;
      of_session.push_back({static_cast<std::int32_t>(i), session.attendance[i]});
    }
  }
}

}  // namespace trefpunt
