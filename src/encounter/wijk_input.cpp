// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/wijk_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/check.h"
#include "encounter/wijk_people.h"
#include "encounter/wijk_texts.h"

namespace trefpunt {

namespace {

Text counted(int count, const Text& nl_en_after) {
  return {fmt::format("{} {}", count, nl_en_after.nl), fmt::format("{} {}", count, nl_en_after.en)};
}

// The middle of the areas that are known, per category.
std::map<PlaceCategory, double> median_areas(const std::vector<WijkPlace>& places) {
  std::map<PlaceCategory, std::vector<double>> areas;
  for (const WijkPlace& place : places) {
    if (place.area_m2 && *place.area_m2 > 0) areas[place.category].push_back(*place.area_m2);
  }
  std::map<PlaceCategory, double> medians;
  for (auto& [category, values] : areas) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    medians[category] = *middle;
  }
  return medians;
}

void add_homes(const Wijk& wijk, const WijkFootholds& footholds, WijkEncounterInput& input) {
  std::vector<int> buurt_of_area;
  if (wijk.areas) {
    for (const StatisticalArea& area : *wijk.areas) {
      const bool is_buurt = area.level == AreaLevel::Buurt;
      buurt_of_area.push_back(is_buurt ? static_cast<int>(input.buurten.size()) : -1);
      if (is_buurt) input.buurten.push_back(area.code);
    }
  }
  std::array<int, 4> from{};
  int without_figures = 0, off = 0;
  for (std::size_t h = 0; h < wijk.homes->size(); ++h) {
    const Home& home = (*wijk.homes)[h];
    const int area = h < footholds.buurt_of_home.size() ? footholds.buurt_of_home[h] : -1;
    const StatisticalArea* buurt =
        area >= 0 && wijk.areas ? &(*wijk.areas)[static_cast<std::size_t>(area)] : nullptr;
    const PeopleOfHome people = people_of(home, buurt, wijk.assumptions);
    if (!footholds.homes[h]) {
      input.people_off_streets += people.people;
      ++off;
      continue;
    }
    ++from[static_cast<std::size_t>(people.from)];
    const GroupShares shares = group_shares(buurt, wijk.assumptions);
    if (!shares.has_figures) ++without_figures;
    WijkHomePeople made{*footholds.homes[h],
                        static_cast<double>(std::max(1, home.dwellings)),
                        {},
                        area >= 0 ? buurt_of_area[static_cast<std::size_t>(area)] : -1};
    for (const double share : shares.shares) made.people.push_back(people.people * share);
    input.homes.push_back(std::move(made));
  }
  const auto say = [&](int count, const Text& text) {
    if (count > 0) input.taken.push_back(counted(count, text));
  };
  say(from[1], {"adressen: bewoners = woningen × personen per huishouden van de buurt",
                "addresses: residents = dwellings x persons per household of the buurt"});
  say(from[2], {"adressen: bewoners = woningen × inwoners per woning van de buurt",
                "addresses: residents = dwellings x inhabitants per dwelling of the buurt"});
  say(from[3], {"adressen: bewoners = woningen × de aangenomen personen per woning",
                "addresses: residents = dwellings x the assumed persons per dwelling"});
  say(without_figures,
      {"adressen zonder leeftijdscijfers van de buurt: verdeling over groepen aangenomen",
       "addresses without age figures of the buurt: shares of groups are assumed"});
  say(off, {"adressen zonder straat in de buurt: niet meegeteld",
            "addresses without a street nearby: left out"});
}

void add_places(const Wijk& wijk, const WijkFootholds& footholds, WijkEncounterInput& input) {
  const std::map<PlaceCategory, double> medians = median_areas(*wijk.places);
  int by_median = 0, by_none = 0;
  std::map<PlaceCategory, int> unvisited;
  for (std::size_t z = 0; z < wijk.places->size(); ++z) {
    const WijkPlace& place = (*wijk.places)[z];
    if (!footholds.places[z]) {
      ++input.places_off_streets;
      continue;
    }
    double attraction = 1;
    if (place.area_m2 && *place.area_m2 > 0) {
      attraction = *place.area_m2;
    } else if (const auto median = medians.find(place.category); median != medians.end()) {
      attraction = median->second;
      ++by_median;
    } else {
      ++by_none;
    }
    const auto& errands = wijk.assumptions.errands;
    if (std::none_of(errands.begin(), errands.end(), [&](const WijkErrand& errand) {
          return errand.category == place.category && errand.per_week.value > 0;
        })) {
      ++unvisited[place.category];
    }
    input.places.push_back({*footholds.places[z], place.category, attraction,
                            wijk.assumptions.hours_per_week.value, place.id});
  }
  const auto say = [&](int count, const Text& text) {
    if (count > 0) input.taken.push_back(counted(count, text));
  };
  say(by_median, {"plekken zonder oppervlakte: de middelste van hun soort",
                  "places without an area: the median of their category"});
  say(by_none, {"plekken van een soort waarvan geen oppervlakte bekend is: alle even aantrekkelijk",
                "places of a category without areas: all attract alike"});
  say(input.places_off_streets, {"plekken zonder straat in de buurt: niet meegeteld",
                                 "places without a street nearby: left out"});
  for (const auto& [category, count] : unvisited) {
    const Text& name = name_of(category);
    say(count, {"x " + name.nl + ": geen groep heeft er een bezigheid",
                "x " + name.en + ": no group has an errand there"});
  }
  input.taken.push_back(
      {"openingstijden van plekken zijn niet gelezen: overal de uren per week "
       "waarin mensen op pad zijn",
       "opening hours of places are not read: everywhere the hours a week in "
       "which people are about"});
}

void add_benches(const Wijk& wijk, const WijkFootholds& footholds, WijkEncounterInput& input) {
  if (!wijk.furnishings) {
    input.taken.push_back(
        {"er is geen laag met banken: ontmoetingen op banken zijn onbekend en tellen niet mee",
         "there is no layer of benches: encounters on benches are unknown and not counted"});
    return;
  }
  for (std::size_t f = 0; f < wijk.furnishings->size(); ++f) {
    const Furnishing& thing = (*wijk.furnishings)[f];
    const bool is_seat =
        thing.kind == FurnishingKind::Bench || thing.kind == FurnishingKind::PicnicTable;
    if (is_seat && footholds.furnishings[f]) {
      input.benches.push_back({*footholds.furnishings[f], thing.id});
    }
  }
}

}  // namespace

std::optional<Error> refuse(const WijkAssumptions& assumptions) {
  const auto wrong = [](const Text& what, const std::string& where) {
    return Error{Code::BadInput, what, where};
  };
  const auto is_above = [](const AssumedNumber& number, double least) {
    return std::isfinite(number.value) && number.value > least;
  };
  const auto is_from = [](const AssumedNumber& number, double least) {
    return std::isfinite(number.value) && number.value >= least;
  };
  if (assumptions.groups.empty()) {
    return wrong(
        {"de aannamen noemen geen groep mensen", "the assumptions name no group of people"}, {});
  }
  const Text above{"dit getal moet groter dan 0 zijn", "this number must be above 0"};
  const Text not_below{"dit getal mag niet onder 0 zijn", "this number must not be below 0"};
  for (const WijkGroup& group : assumptions.groups) {
    if (!is_above(group.radius, 0)) return wrong(above, group.id + ": radius");
    if (!is_above(group.speed, 0)) return wrong(above, group.id + ": speed");
    if (!is_from(group.share, 0)) return wrong(not_below, group.id + ": share");
  }
  for (const WijkErrand& errand : assumptions.errands) {
    const std::string where = errand.group + ": " + std::string(id_of(errand.category));
    if (!is_from(errand.per_week, 0)) return wrong(not_below, where + ": per_week");
    if (!is_from(errand.minutes, 0)) return wrong(not_below, where + ": minutes");
    if (std::none_of(assumptions.groups.begin(), assumptions.groups.end(),
                     [&](const WijkGroup& group) { return group.id == errand.group; })) {
      return wrong({"een bezigheid noemt een groep die er niet is",
                    "an errand names a group that does not exist"},
                   where);
    }
  }
  if (!is_above(assumptions.hours_per_week, 0)) return wrong(above, "hours_per_week");
  if (!is_above(assumptions.kappa, 0)) return wrong(above, "kappa");
  if (!is_above(assumptions.household, 0)) return wrong(above, "household");
  if (!is_from(assumptions.attraction, 0)) return wrong(not_below, "attraction");
  if (!is_from(assumptions.bench_minutes, 0)) return wrong(not_below, "bench_minutes");
  for (const auto& [number, name] : {std::pair{&assumptions.opportunity, "opportunity"},
                                     std::pair{&assumptions.towards, "towards"}}) {
    if (is_from(*number, 0) && number->value <= 1) continue;
    return wrong({"dit getal moet van 0 tot en met 1 zijn", "this number must be from 0 to 1"},
                 name);
  }
  if (!is_from(assumptions.detour, 1) || assumptions.detour.value > 2) {
    return wrong({"dit getal moet van 1 tot en met 2 zijn", "this number must be from 1 to 2"},
                 "detour");
  }
  return std::nullopt;
}

Result<WijkEncounterInput> wijk_encounter_input(const Wijk& wijk,
                                                std::shared_ptr<const StreetNetwork> network,
                                                const WijkFootholds& footholds) {
  const auto missing = [](const Text& what) { return Error{Code::NotFound, what, {}}; };
  if (!wijk.streets || !network || network->links.empty()) {
    return missing(
        {"er zijn geen straten om langs te lopen", "there are no streets to walk along"});
  }
  if (!wijk.homes || wijk.homes->empty()) {
    return missing({"er zijn geen woningen", "there are no homes"});
  }
  if (!wijk.places || wijk.places->empty()) {
    return missing({"er zijn geen plekken om heen te gaan", "there are no places to go to"});
  }
  if (auto error = refuse(wijk.assumptions)) return *error;
  TP_CHECK(footholds.homes.size() == wijk.homes->size() &&
           footholds.places.size() == wijk.places->size());
  WijkEncounterInput input;
  input.network = network;
  for (const StreetLink& link : network->links) {
    input.street_of_link.push_back((*wijk.streets)[static_cast<std::size_t>(link.street)].id);
  }
  input.assumptions = wijk.assumptions;
  add_homes(wijk, footholds, input);
  add_places(wijk, footholds, input);
  add_benches(wijk, footholds, input);
  input.used = used_assumptions(wijk.assumptions);
  return input;
}

}  // namespace trefpunt
