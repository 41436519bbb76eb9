// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "measure/wijk_list.h"
#include "measure/wijk_parts.h"

namespace trefpunt {

namespace {

// The finest level that has estimates at all.
std::vector<const StatisticalArea*> areas_with_estimates(const Wijk& wijk) {
  std::vector<const StatisticalArea*> found;
  for (const AreaLevel level : {AreaLevel::Buurt, AreaLevel::Wijk, AreaLevel::Gemeente}) {
    for (const StatisticalArea& area : *wijk.areas) {
      if (area.level == level && !area.is_water && area.loneliness) found.push_back(&area);
    }
    if (!found.empty()) break;
  }
  return found;
}

Value percent_value(std::optional<double> percent) {
  return percent ? Value{*percent}
                 : Value{NotComputed{
                       {"Hiervoor is geen schatting.", "There is no estimate for this."}}};
}

Result<Outcome> evaluate_loneliness_context(const WijkScene& scene, Job&, Outcome outcome) {
  const std::vector<const StatisticalArea*> areas = areas_with_estimates(scene.wijk());
  if (areas.empty()) {
    outcome.headline = NotComputed{{"De tabel met eenzaamheidscijfers ontbreekt.",
                                    "The table of loneliness figures is missing."}};
    return outcome;
  }
  std::vector<double> lonely, severely;
  std::set<int> years;
  std::set<std::string> ages;
  for (const StatisticalArea* area : areas) {
    const Loneliness& own = *area->loneliness;
    outcome.rows.push_back({area->code, percent_value(own.percent_lonely)});
    if (own.percent_lonely) lonely.push_back(*own.percent_lonely);
    if (own.percent_severely) severely.push_back(*own.percent_severely);
    years.insert(own.year);
    if (!own.ages.empty()) ages.insert(own.ages);
  }
  outcome.headline = percent_value(nearest_rank(lonely, 0.5));
  outcome.secondary["severely"] = percent_value(nearest_rank(severely, 0.5));
  const std::string stated = fmt::format("{}", fmt::join(years, ", "));
  const std::string who = fmt::format("{}", fmt::join(ages, ", "));
  outcome.assumptions.push_back(
      {fmt::format("Schatting met een model (CBS en RIVM, tabel 50120NED) van {}{}. Achtergrond: "
                   "geen uitkomst van dit plan en geen maat voor het effect ervan.",
                   stated, who.empty() ? "" : ", " + who),
       fmt::format("Model estimate (CBS and RIVM, table 50120NED) of {}{}. Context: not a result "
                   "of this plan and no measure of its effect.",
                   stated, who.empty() ? "" : ", " + who)});
  return outcome;
}

}  // namespace

const WijkMeasure& loneliness_context() {
  static const Text percent{"% (schatting)", "% (estimate)"};
  static const WijkMeasureOf measure(
      {"loneliness_context",
       1,
       {"Eenzaamheidscijfers als achtergrond", "Loneliness figures as context"},
       percent,
       0,
       {"Het geschatte deel van de volwassenen dat eenzaam is; de middelste van alle gebieden. "
        "Geen "
        "score.",
        "The estimated share of adults who are lonely; the median of all areas. Not a score."},
       {},
       {
           {"severely", {"Ernstig eenzaam (middelste)", "Severely lonely (median)"}, percent},
       },
       {"gebied", "area"},
       percent},
      {kAreas}, evaluate_loneliness_context);
  return measure;
}

}  // namespace trefpunt
