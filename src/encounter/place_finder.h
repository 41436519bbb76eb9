// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "encounter/lay_out.h"

namespace trefpunt {

// Whether a space is what a query asks for by use, unit and number; a query that asks for none of
// them fits nothing.
bool fits(const PlaceQuery& query, const Space& space, const Building& building);

// The places of a building where people stay, numbered when first asked for, and the ways on foot
// between them. Borrows the ground.
class PlaceFinder {
 public:
  PlaceFinder(const EncounterGround& ground, double sight_m);

  const std::vector<Station>& stations() const { return stations_; }
  // Inside each public entrance; when the drawing says of none that it is public, inside every
  // outer door of which it is not known.
  const std::vector<int>& entrances() const { return entrances_; }
  bool has_certain_entrance() const { return has_certain_entrance_; }

  // By what the spaces are, in the order of storeys and spaces; the entrances when asked for them.
  // Spaces without a floor that can be walked are left out.
  std::vector<int> fitting(const PlaceQuery& query);

  bool is_way(int from, int to) const;
  // Of some stations the nearest on foot to one of them; -1: to none is a way.
  int nearest(const std::vector<int>& candidates, int to);

 private:
  int station_of(int storey, int space);  // -1 when no floor of it can be walked
  std::optional<Point> floor_point(int storey, int space) const;
  bool is_walked(int storey, Point p) const;
  void find_entrances(bool certain);
  void find_components();
  int component_of(int station) const;
  const std::vector<double>& lengths_from(int station);

  const EncounterGround& ground_;
  double sight_m_;
  std::vector<Station> stations_;
  std::vector<int> entrances_;
  bool has_certain_entrance_ = false;
  std::map<std::pair<int, int>, int> station_of_space_;
  std::vector<std::int32_t> component_;         // per node of the network
  std::map<int, std::vector<double>> lengths_;  // m, per station to all
};

}  // namespace trefpunt
