// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/home_groups.h"

#include "base/check.h"

namespace trefpunt {

namespace {

struct GroupRow {
  HomeGroup value;
  const char* id;
  Text name;
};

const std::vector<GroupRow>& rows() {
  static const std::vector<GroupRow> kRows = {
      {HomeGroup::Homes, "homes", {"woningen", "homes"}},
      {HomeGroup::Residents, "residents", {"inwoners", "residents"}},
      {HomeGroup::Older, "older", {"inwoners van 65 jaar en ouder", "residents of 65 and over"}},
      {HomeGroup::LivingAlone,
       "living_alone",
       {"mensen die alleen wonen", "people who live alone"}},
      {HomeGroup::Children, "children", {"kinderen tot 15 jaar", "children under 15"}},
      {HomeGroup::LowIncome,
       "low_income",
       {"huishoudens met een laag inkomen", "households with a low income"}},
  };
  return kRows;
}

std::optional<double> times(std::optional<double> many, std::optional<double> percent) {
  if (!many || !percent) return std::nullopt;
  return *many * *percent / 100;
}

std::optional<double> residents_of(const Home& home, const KeyFigures* figures) {
  if (home.residents) return home.residents;
  if (!figures || !figures->persons_per_household) return std::nullopt;
  return home.dwellings * *figures->persons_per_household;
}

std::optional<double> people_at(const Home& home, const KeyFigures* figures, HomeGroup group) {
  const double dwellings = home.dwellings;
  if (group == HomeGroup::Homes) return dwellings;
  const std::optional<double> residents = residents_of(home, figures);
  if (group == HomeGroup::Residents) return residents;
  if (!figures) return std::nullopt;
  switch (group) {
    case HomeGroup::Older:
      return times(residents, figures->percent_65_plus);
    case HomeGroup::Children:
      return times(residents, figures->percent_0_15);
    case HomeGroup::LivingAlone:
      return times(dwellings, figures->percent_single_households);
    case HomeGroup::LowIncome:
      return times(dwellings, figures->percent_low_income);
    default:
      return std::nullopt;
  }
}

}  // namespace

const std::vector<HomeGroup>& all_home_groups() {
  static const std::vector<HomeGroup> kAll = [] {
    std::vector<HomeGroup> all;
    for (const GroupRow& row : rows()) all.push_back(row.value);
    return all;
  }();
  return kAll;
}

std::string_view id_of(HomeGroup group) {
  return rows()[static_cast<std::size_t>(group)].id;
}

const Text& name_of(HomeGroup group) {
  return rows()[static_cast<std::size_t>(group)].name;
}

std::vector<std::optional<double>> people_at_homes(const Wijk& wijk,
                                                   const std::vector<int>& buurt_of_home,
                                                   HomeGroup group) {
  std::vector<std::optional<double>> people;
  if (!wijk.homes) return people;
  TP_CHECK(buurt_of_home.size() == wijk.homes->size());
  for (std::size_t h = 0; h < wijk.homes->size(); ++h) {
    const int buurt = buurt_of_home[h];
    const KeyFigures* figures = buurt < 0 ? nullptr : &(*wijk.areas)[buurt].figures;
    people.push_back(people_at((*wijk.homes)[h], figures, group));
  }
  return people;
}

}  // namespace trefpunt
