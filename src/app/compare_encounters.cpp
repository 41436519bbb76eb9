// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare_encounters.h"

#include <algorithm>

#include "app/shown_measure.h"

namespace trefpunt {

std::optional<EncounterFigures> encounter_figures(const Evaluated* evaluated) {
  const EncounterResult* result = encounter_of(evaluated);
  if (!result || result->refused) return std::nullopt;
  const Programme& programme = evaluated->project->programme;
  const Encounters& found = *result->formula;
  EncounterFigures figures;
  for (const PrivacyCost& cost : *result->privacy) {
    figures.seen_min += cost.in_view_min + cost.at_door_min;
  }
  for (const RolePair& pair : found.pairs) {
    const auto id = [&](int role) { return programme.roles[static_cast<std::size_t>(role)].id; };
    const Wish wish = programme.wish(id(pair.a), id(pair.b));
    if (wish == Wish::Wanted) {
      if (!figures.wanted) figures.wanted.emplace();
      for (std::size_t k = 0; k < 3; ++k) {
        (*figures.wanted)[k] += pair.pairs * pair.repeated_stop[k];
      }
    }
    if (wish == Wish::Unwanted) {
      figures.unwanted = figures.unwanted.value_or(0) + pair.pairs * pair.repeated_stop[1];
    }
  }
  figures.per_week = found.total.value;
  double people = 0, metres = 0;
  for (std::size_t r = 0; r < found.roles.size(); ++r) {
    people += programme.roles[r].count;
    metres += programme.roles[r].count * found.roles[r].walk_m_per_day;
  }
  if (people > 0) figures.walk_m_per_day = metres / people;
  for (const PlaceMeetings& place : found.places) figures.peak = std::max(figures.peak, place.peak);
  figures.programme = Hasher().add(programme).key();
  return figures;
}

std::vector<FigureRow> figure_rows(const std::vector<std::optional<EncounterFigures>>& all) {
  std::vector<FigureRow> rows;
  using Maybe = std::optional<double>;
  const auto add = [&](const Text& name, auto value_of) {
    FigureRow row{name, {}};
    for (const auto& one : all) row.values.push_back(one ? Maybe(value_of(*one)) : Maybe());
    const bool is_there = std::any_of(row.values.begin(), row.values.end(),
                                      [](const Maybe& value) { return value.has_value(); });
    if (is_there) rows.push_back(std::move(row));
  };
  add({"Privacy: minuten per week in zicht of langs de deur",
       "Privacy: minutes a week in view or past the door"},
      [](const EncounterFigures& one) { return one.seen_min; });
  const auto wanted = [](std::size_t k) {
    return
        [k](const EncounterFigures& one) { return one.wanted ? Maybe((*one.wanted)[k]) : Maybe(); };
  };
  add({"Gewenste paren die elkaar herhaald treffen, k = 0,2",
       "Wanted pairs that meet repeatedly, k = 0.2"},
      wanted(0));
  add({"… k = 1", "… k = 1"}, wanted(1));
  add({"… k = ∞", "… k = ∞"}, wanted(2));
  add({"Ongewenste paren die elkaar herhaald treffen, k = 1",
       "Unwanted pairs that meet repeatedly, k = 1"},
      [](const EncounterFigures& one) { return one.unwanted; });
  add({"Ontmoetingen per week", "Encounters a week"},
      [](const EncounterFigures& one) { return one.per_week; });
  add({"Lopen, m per mens per dag", "Walking, m per person a day"},
      [](const EncounterFigures& one) { return one.walk_m_per_day; });
  add({"Mensen op de drukste plek", "People at the busiest place"},
      [](const EncounterFigures& one) { return one.peak; });
  return rows;
}

}  // namespace trefpunt
