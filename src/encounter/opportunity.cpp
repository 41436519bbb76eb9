// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/index.h"
#include "encounter/lay_out.h"

namespace trefpunt {

namespace {

constexpr std::size_t kPositions = 256;

struct Position {
  int cell = -1;
  Point at;
  int people = 1;
};

// The seats of a space when it has two or more, else its cells.
std::vector<Position> positions(const EncounterGround& ground, int storey, int space) {
  const StoreySight& sight = *ground.sights[at(storey)];
  const Storey& plan = *ground.building.storeys[at(storey)];
  std::vector<Position> found;
  int people = 0;
  for (const Seat& seat : plan.seats) {
    if (space_at(*ground.layouts[at(storey)], seat.at) != plan.spaces[at(space)].id) continue;
    const int cell = sight.grid.cells.empty() ? -1 : sight.grid.cell_of(seat.at);
    if (cell < 0) continue;  // drawn within furniture or at a wall
    found.push_back({cell, seat.at, seat.places});
    people += seat.places;
  }
  if (people >= 2) return found;
  found.clear();
  for (int cell = 0; cell < sight.grid.size(); ++cell) {
    if (sight.space_of[at(cell)] == space) found.push_back({cell, sight.grid.centre(cell), 1});
  }
  if (found.size() <= kPositions) return found;
  std::vector<Position> some;
  for (std::size_t i = 0; i < kPositions; ++i) some.push_back(found[i * found.size() / kPositions]);
  return some;
}

// Halfway along a line.
Point halfway(const std::vector<Place>& line) {
  double left = 0;
  for (std::size_t i = 1; i < line.size(); ++i) left += distance(line[i - 1].at, line[i].at) / 2;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Point a = line[i - 1].at, b = line[i].at;
    const double length = distance(a, b);
    if (length > 0 && left <= length) return a + (left / length) * (b - a);
    left -= length;
  }
  return line.back().at;
}

}  // namespace

double chance_to_notice(const EncounterGround& ground, int storey, int space, double sight_m) {
  const StoreySight& sight = *ground.sights[at(storey)];
  const std::vector<Position> all = positions(ground, storey, space);
  double pairs = 0, seen = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const double own = static_cast<double>(all[i].people) * (all[i].people - 1);
    pairs += own;
    seen += own;
    for (std::size_t j = i + 1; j < all.size(); ++j) {
      const double both = 2.0 * all[i].people * all[j].people;
      pairs += both;
      if (distance(all[i].at, all[j].at) <= sight_m && sight.runs.sees(all[i].cell, all[j].cell)) {
        seen += both;
      }
    }
  }
  return pairs > 0 ? seen / pairs : 1;
}

std::vector<bool> stopping_places(const EncounterGround& ground, const RouteSet& routes) {
  std::vector<bool> can_stop;
  for (const Piece& piece : routes.pieces) {
    bool found = false;
    if (piece.storey >= 0 && !piece.line.empty()) {
      const Storey& storey = *ground.building.storeys[at(piece.storey)];
      if (piece.space >= 0) {
        const Use use = storey.spaces[at(piece.space)].use;
        found = is_meeting_place(use) || use == Use::Waiting;
      }
      const StoreySight& sight = *ground.sights[at(piece.storey)];
      const Point middle_point = halfway(piece.line);
      const int cell = sight.grid.cells.empty() ? -1 : sight.grid.cell_of(middle_point);
      int people = 0;
      for (const Seat& seat : storey.seats) {
        if (found || cell < 0 || distance(seat.at, middle_point) > kStopDistance) continue;
        const int other = sight.grid.cell_of(seat.at);
        if (other >= 0 && sight.runs.sees(cell, other)) people += seat.places;
      }
      found = found || people >= 2;
    }
    can_stop.push_back(found);
  }
  return can_stop;
}

EncounterModel with_routes(LaidOut laid, std::shared_ptr<const RouteSet> routes,
                           const EncounterGround& ground) {
  laid.model.can_stop = stopping_places(ground, *routes);
  laid.model.routes = std::move(routes);
  return std::move(laid.model);
}

}  // namespace trefpunt
