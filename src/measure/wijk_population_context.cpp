// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <set>

#include "measure/wijk_list.h"
#include "measure/wijk_parts.h"

namespace trefpunt {

namespace {

using Figure = std::optional<double> KeyFigures::*;

const Text& suppressed() {
  static const Text text{"Het CBS geeft dit cijfer hier niet.",
                         "CBS does not give this figure here."};
  return text;
}

Value of(std::optional<double> figure) {
  return figure ? Value{*figure} : Value{NotComputed{suppressed()}};
}

// Percentage over all buurten, weighed by `by`; not computed when one of them lacks a figure.
Value percentage(const std::vector<const KeyFigures*>& buurten, Figure percent, Figure by) {
  double part = 0, all = 0;
  for (const KeyFigures* own : buurten) {
    if (!(own->*percent) || !(own->*by)) return NotComputed{suppressed()};
    part += *(own->*percent) * *(own->*by);
    all += *(own->*by);
  }
  return all > 0 ? Value{part / all}
                 : Value{NotApplicable{{"Hier wonen geen mensen.", "Nobody lives here."}}};
}

Result<Outcome> evaluate_population_context(const WijkScene& scene, Job&, Outcome outcome) {
  std::vector<const KeyFigures*> buurten;
  std::set<int> years;
  double inhabitants = 0;
  bool all_known = true;
  add_buurt_rows(scene, outcome, [&](int a) {
    const StatisticalArea& area = (*scene.wijk().areas)[a];
    buurten.push_back(&area.figures);
    if (area.year > 0) years.insert(area.year);
    all_known = all_known && area.figures.inhabitants;
    inhabitants += area.figures.inhabitants.value_or(0);
    return of(area.figures.percent_65_plus);
  });
  if (buurten.empty()) {
    outcome.headline = NotComputed{{"In de laag ‘buurten met kerncijfers’ staat geen buurt.",
                                    "There is no buurt in the layer 'buurten with key figures'."}};
    return outcome;
  }
  outcome.headline = all_known ? Value{inhabitants} : Value{NotComputed{suppressed()}};
  outcome.secondary["older"] =
      percentage(buurten, &KeyFigures::percent_65_plus, &KeyFigures::inhabitants);
  outcome.secondary["children"] =
      percentage(buurten, &KeyFigures::percent_0_15, &KeyFigures::inhabitants);
  outcome.secondary["living_alone"] =
      percentage(buurten, &KeyFigures::percent_single_households, &KeyFigures::households);
  const std::string stated = fmt::format("{}", fmt::join(years, ", "));
  outcome.assumptions.push_back(
      {fmt::format("Kerncijfers van het CBS{}. Achtergrond voor het gesprek, geen score.",
                   years.empty() ? ", jaar niet vermeld" : " van " + stated),
       fmt::format("Key figures of CBS{}. Context for the conversation, not a score.",
                   years.empty() ? ", year not stated" : " of " + stated)});
  return outcome;
}

}  // namespace

const WijkMeasure& population_context() {
  static const WijkMeasureOf measure(
      {"population_context",
       1,
       {"Wie wonen hier", "Who live here"},
       {"inwoners", "residents"},
       0,
       {"Inwoners van alle buurten volgens het CBS. Geen score.",
        "Residents of all buurten by CBS. Not a score."},
       {},
       {{"older", {"65 jaar en ouder", "65 and over"}, {"%", "%"}},
        {"children", {"Kinderen tot 15 jaar", "Children under 15"}, {"%", "%"}},
        {"living_alone", {"Huishoudens van één persoon", "Households of one person"}, {"%", "%"}}},
       {"buurt", "buurt"},
       {"% van de inwoners is 65 jaar of ouder", "% of 65 and over"}},
      {kAreas}, evaluate_population_context);
  return measure;
}

}  // namespace trefpunt
