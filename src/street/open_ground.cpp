// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/open_ground.h"

#include <algorithm>
#include <cmath>

#include "geom/boxes.h"
#include "geom/clip.h"

namespace trefpunt {

namespace {

Box box_of(const StatisticalArea& area) {
  Box box;
  for (const Polygon& part : area.parts) box.add(trefpunt::box_of(part.outer));
  return box;
}

std::optional<double> floors_of(const Footprint& footprint) {
  if (footprint.floor_area_m2) return footprint.floor_area_m2;
  if (footprint.storeys) return *footprint.storeys * area(footprint.polygon);
  return std::nullopt;
}

void add_building(const Footprint& footprint, double part_m2, GroundFigures& figures) {
  ++figures.buildings;
  figures.footprint_m2 += part_m2;
  const double whole = area(footprint.polygon);
  const double share = whole > 0 ? part_m2 / whole : 0;
  const std::optional<double> floors = floors_of(footprint);
  if (!floors) ++figures.floors_missing;
  figures.floor_m2 += floors ? *floors * share : 0;
  figures.fsi_at_least += floors ? *floors * share : part_m2;
}

}  // namespace

bool may_stay_on(const OpenSpace& space) {
  return space.may_stay.value_or(is_to_stay_on(space.ground));
}

std::optional<bool> is_public(const OpenSpace& space) {
  if (space.is_public) return space.is_public;
  switch (space.ground) {
    case Ground::Carriageway:
    case Ground::Parking:
    case Ground::Cycleway:
    case Ground::Footway:
    case Ground::Pedestrian:
    case Ground::LivingStreet:
    case Ground::Square:
    case Ground::Park:
    case Ground::Playground:
      return true;
    default:
      return std::nullopt;
  }
}

std::vector<GroundFigures> ground_figures(const Wijk& wijk, const std::vector<int>& areas) {
  std::vector<GroundFigures> all;
  for (const int a : areas) {
    const StatisticalArea& area = (*wijk.areas)[a];
    const Box box = box_of(area);
    GroundFigures figures;
    for (const Polygon& part : area.parts) figures.ground_m2 += trefpunt::area(part);
    const auto part_of = [&](const Polygon& polygon) {
      if (!overlap(box, trefpunt::box_of(polygon.outer))) return 0.0;
      const std::optional<double> part = common_area(polygon, area.parts);
      if (!part) ++figures.broken;
      return part.value_or(0);
    };
    if (wijk.footprints) {
      for (const Footprint& footprint : *wijk.footprints) {
        const double part = part_of(footprint.polygon);
        if (part > 0) add_building(footprint, part, figures);
      }
    }
    if (wijk.open_spaces) {
      for (const OpenSpace& space : *wijk.open_spaces) {
        if (may_stay_on(space)) figures.stay_m2 += part_of(space.polygon);
      }
    }
    if (figures.ground_m2 > 0) {
      figures.gsi = figures.footprint_m2 / figures.ground_m2;
      figures.fsi_at_least /= figures.ground_m2;
      if (figures.floors_missing == 0) figures.fsi = figures.floor_m2 / figures.ground_m2;
      if (figures.fsi && *figures.fsi > 0) figures.osr = (1 - figures.gsi) / *figures.fsi;
    }
    all.push_back(figures);
  }
  return all;
}

std::vector<Start> ways_into(const FootholdFinder& finder, const Polygon& polygon, double spacing,
                             double reach) {
  std::vector<Start> starts;
  const Ring& ring = polygon.outer;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point a = ring[i], b = ring[(i + 1) % ring.size()];
    const int pieces = std::max(1, static_cast<int>(std::ceil(distance(a, b) / spacing)));
    for (int k = 0; k < pieces; ++k) {
      const Point p = a + (static_cast<double>(k) / pieces) * (b - a);
      if (const std::optional<Foothold> found = finder.find(p, reach))
        starts.push_back({*found, 0});
    }
  }
  return starts;
}

std::vector<std::optional<double>> stay_ground_per_inhabitant(
    const Wijk& wijk, const StreetNetwork& network,
    const std::vector<std::optional<Foothold>>& homes,
    const std::vector<std::optional<double>>& residents, double radius) {
  std::vector<std::optional<double>> per_home(homes.size());
  for (std::size_t h = 0; h < homes.size(); ++h) {
    if (homes[h]) per_home[h] = 0;
  }
  if (!wijk.open_spaces) return per_home;
  const FootholdFinder finder(network);
  for (const OpenSpace& space : *wijk.open_spaces) {
    if (!may_stay_on(space) || is_public(space) != true) continue;
    const std::vector<Start> starts = ways_into(finder, space.polygon);
    const std::vector<double> field = distances_from(network, starts, radius);
    std::vector<int> near;
    double people = 0;
    bool is_known = true;
    for (std::size_t h = 0; h < homes.size(); ++h) {
      if (!homes[h] || distance_to(network, *homes[h], starts, field) > radius) continue;
      near.push_back(static_cast<int>(h));
      is_known = is_known && residents[h];
      people += residents[h].value_or(0);
    }
    for (const int h : near) {
      if (!is_known) {
        per_home[h].reset();
      } else if (per_home[h] && people > 0) {
        *per_home[h] += area(space.polygon) / people;
      }
    }
  }
  return per_home;
}

}  // namespace trefpunt
