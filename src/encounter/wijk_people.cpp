// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/wijk_people.h"

#include <algorithm>

namespace trefpunt {

PeopleOfHome people_of(const Home& home, const StatisticalArea* buurt,
                       const WijkAssumptions& assumptions) {
  if (home.residents) return {*home.residents, PeopleFrom::Residents};
  const double dwellings = std::max(1, home.dwellings);
  if (buurt) {
    const KeyFigures& figures = buurt->figures;
    if (figures.persons_per_household) {
      return {dwellings * *figures.persons_per_household, PeopleFrom::PersonsPerHousehold};
    }
    if (figures.inhabitants && figures.dwellings && *figures.dwellings > 0) {
      return {dwellings * *figures.inhabitants / *figures.dwellings,
              PeopleFrom::InhabitantsPerDwelling};
    }
  }
  return {dwellings * assumptions.household.value, PeopleFrom::Assumed};
}

GroupShares group_shares(const StatisticalArea* buurt, const WijkAssumptions& assumptions) {
  GroupShares made;
  std::optional<double> children, older;
  if (buurt) {
    children = buurt->figures.percent_0_15;
    older = buurt->figures.percent_65_plus;
  }
  const auto figure = [&](const WijkGroup& group) -> std::optional<double> {
    if (group.id == "children" && children) return *children / 100;
    if (group.id == "older" && older) return *older / 100;
    return std::nullopt;
  };
  double known = 0, assumed = 0;
  for (const WijkGroup& group : assumptions.groups) {
    const std::optional<double> share = figure(group);
    made.has_figures = made.has_figures || share.has_value();
    (share ? known : assumed) += share ? *share : group.share.value;
  }
  // Who has no figure shares what is left in proportion to the assumed shares.
  const double rest = std::max(0.0, 1 - known);
  double sum = 0;
  for (const WijkGroup& group : assumptions.groups) {
    const std::optional<double> share = figure(group);
    made.shares.push_back(share ? *share : assumed > 0 ? rest * group.share.value / assumed : 0);
    sum += made.shares.back();
  }
  if (sum > 0) {
    for (double& share : made.shares) share /= sum;
  }
  return made;
}

}  // namespace trefpunt
