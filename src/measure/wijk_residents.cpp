// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/wijk_residents.h"

#include "street/home_groups.h"

namespace trefpunt {

namespace {

// Of the homes in one buurt, or in all for -2.
std::optional<double> at_homes(const WijkScene& scene, int buurt) {
  if (!scene.wijk().homes || scene.wijk().homes->empty()) return std::nullopt;
  const auto people =
      people_at_homes(scene.wijk(), scene.ground.buurt_of_home, HomeGroup::Residents);
  double sum = 0;
  for (std::size_t h = 0; h < people.size(); ++h) {
    if (buurt != -2 && scene.ground.buurt_of_home[h] != buurt) continue;
    if (!people[h]) return std::nullopt;
    sum += *people[h];
  }
  return sum;
}

}  // namespace

std::optional<double> residents_of(const WijkScene& scene) {
  if (const auto sum = at_homes(scene, -2)) return sum;
  if (!scene.wijk().areas) return std::nullopt;
  std::optional<double> sum;
  for (const StatisticalArea& area : *scene.wijk().areas) {
    if (area.level != AreaLevel::Buurt || area.is_water) continue;
    if (!area.figures.inhabitants) return std::nullopt;
    sum = sum.value_or(0) + *area.figures.inhabitants;
  }
  return sum;
}

std::optional<double> residents_of(const WijkScene& scene, int buurt) {
  if (const auto sum = at_homes(scene, buurt)) return sum;
  return (*scene.wijk().areas)[buurt].figures.inhabitants;
}

}  // namespace trefpunt
