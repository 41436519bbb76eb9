// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/street_heat.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "encounter/wijk_encounters.h"
#include "report/heat_scale.h"
#include "street/centrality.h"

namespace trefpunt {

const Text& name_of(StreetHeat heat) {
  static const Text kNone{"soort straat", "kind of street"};
  static const Text kCloseness{"nabijheid", "closeness"};
  static const Text kBetweenness{"doorgang", "betweenness"};
  static const Text kEncounters{"ontmoetingen", "encounters"};
  switch (heat) {
    case StreetHeat::None:
      return kNone;
    case StreetHeat::Closeness:
      return kCloseness;
    case StreetHeat::Betweenness:
      return kBetweenness;
    case StreetHeat::Encounters:
      return kEncounters;
  }
  return kNone;
}

namespace {

// The upper end of every class but the last: quantiles of what is above zero.
std::vector<double> class_ends(const std::vector<double>& values) {
  std::vector<double> sorted;
  for (const double value : values) {
    if (value > 0) sorted.push_back(value);
  }
  std::sort(sorted.begin(), sorted.end());
  std::vector<double> ends;
  for (int i = 1; i < kHeatClasses && !sorted.empty(); ++i) {
    ends.push_back(sorted[sorted.size() * static_cast<std::size_t>(i) / kHeatClasses]);
  }
  return ends;
}

int digits_for(double value) {
  if (!(value > 0)) return 0;
  return std::clamp(1 - static_cast<int>(std::floor(std::log10(value))), 0, 6);
}

}  // namespace

HeatClasses heat_classes(const std::vector<double>& values, Lang lang) {
  HeatClasses made;
  const std::vector<double> ends = class_ends(values);
  std::vector<std::pair<double, double>> spans(kHeatClasses, {INFINITY, -INFINITY});
  for (const double value : values) {
    int at = -1;
    if (value > 0) {
      at = static_cast<int>(std::upper_bound(ends.begin(), ends.end(), value) - ends.begin());
      auto& [low, high] = spans[static_cast<std::size_t>(at)];
      low = std::min(low, value);
      high = std::max(high, value);
    }
    made.of_link.push_back(at);
  }
  for (const auto& [low, high] : spans) {
    if (low > high) {
      made.words.emplace_back();
      continue;
    }
    const std::string from = format_number(low, digits_for(low), lang);
    const std::string to = format_number(high, digits_for(high), lang);
    made.words.push_back(from == to ? from : from + " – " + to);
  }
  return made;
}

std::optional<LinkValues> link_values(const WijkResult& result, StreetHeat heat, int radius) {
  const auto& ground = result.ground;
  if (!ground || !ground->network) return std::nullopt;
  if (heat == StreetHeat::None) return std::nullopt;
  if (heat == StreetHeat::Encounters) {
    if (!result.encounters) return std::nullopt;
    LinkValues made{{"Ontmoetingen onderweg", "Encounters on the way"},
                    {"verwacht aantal in een week (model)", "expected in a week (model)"},
                    {}};
    for (const StreetMeetings& one : result.encounters->streets) {
      made.of_link.push_back(one.encounters);
    }
    return made;
  }
  if (!result.streets || result.streets->empty()) return std::nullopt;
  const auto last = result.streets->size() - 1;
  const StreetValues& values =
      (*result.streets)[std::min(last, static_cast<std::size_t>(std::max(0, radius)))];
  return link_values(*ground->network, values, heat);
}

LinkValues link_values(const StreetNetwork& network, const StreetValues& values, StreetHeat heat) {
  const std::string within = format_short(values.radius, 0, Lang::Nl);
  LinkValues made;
  if (heat == StreetHeat::Closeness) {
    made.title = {"Nabijheid binnen " + within + " m", "Closeness within " + within + " m"};
    made.unit = {"som van 1/afstand (1/m)", "sum of 1/distance (1/m)"};
    made.of_link = mean_of_ends(network, values.harmonic);
    return made;
  }
  made.title = {"Doorgang binnen " + within + " m", "Betweenness within " + within + " m"};
  made.unit = {"kortste routes die hier langs gaan", "shortest ways that pass here"};
  made.of_link = !values.link_betweenness.empty() ? values.link_betweenness
                                                  : mean_of_ends(network, values.betweenness);
  return made;
}

}  // namespace trefpunt
