// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catchment.h"

#include "street/reach.h"

namespace trefpunt {

namespace {

std::vector<int> reached(const StreetNetwork& network,
                         const std::vector<std::optional<Foothold>>& footholds,
                         const std::vector<Start>& starts, const std::vector<double>& field,
                         double distance) {
  std::vector<int> found;
  for (std::size_t i = 0; i < footholds.size(); ++i) {
    if (footholds[i] && distance_to(network, *footholds[i], starts, field) <= distance) {
      found.push_back(static_cast<int>(i));
    }
  }
  return found;
}

}  // namespace

std::optional<Catchment> catchment_of(const WijkGround& ground, const FootholdFinder& finder,
                                      Point from, double distance,
                                      const std::vector<std::optional<double>>& residents) {
  const StreetNetwork& network = *ground.network;
  const std::optional<Foothold> at = finder.find(from, kFootholdReach);
  if (!at) return std::nullopt;
  Catchment made;
  made.from = *at;
  const std::vector<Start> starts = {{*at, 0}};
  const std::vector<double> field = distances_from(network, starts, distance);
  ServiceArea area = service_area(network, starts, distance);
  made.metres = area.metres;
  for (ReachedStretch& one : area.stretches) made.pieces.push_back(std::move(one.line));
  for (const int i : reached(network, ground.homes, starts, field, distance)) {
    const auto index = static_cast<std::size_t>(i);
    made.homes += (*ground.wijk->homes)[index].dwellings;
    const bool is_known = index < residents.size() && residents[index];
    made.knows_all_residents = made.knows_all_residents && is_known;
    if (is_known) made.residents += *residents[index];
  }
  made.places = reached(network, ground.places, starts, field, distance);
  made.furnishings = reached(network, ground.furnishings, starts, field, distance);
  return made;
}

std::vector<bool> homes_without(const WijkGround& ground, PlaceCategory category, double distance) {
  const Wijk& wijk = *ground.wijk;
  if (!ground.network || !wijk.homes || !wijk.places) return {};
  const StreetNetwork& network = *ground.network;
  std::vector<Start> starts;
  for (std::size_t i = 0; i < wijk.places->size() && i < ground.places.size(); ++i) {
    if ((*wijk.places)[i].category == category && ground.places[i]) {
      starts.push_back({*ground.places[i], 0});
    }
  }
  const std::vector<double> field = distances_from(network, starts, distance);
  std::vector<bool> missing(wijk.homes->size(), true);
  for (const int i : reached(network, ground.homes, starts, field, distance)) {
    missing[static_cast<std::size_t>(i)] = false;
  }
  return missing;
}

}  // namespace trefpunt
