// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/counted.h"

#include <fmt/format.h>

#include <set>

#include "criteria/declared.h"
#include "measure/values.h"
#include "measure/wijk_measure.h"

namespace trefpunt {

namespace {

// A criterion of group_fit asks for group_1, place_1 and consulted_1, and so on up to this.
constexpr int kMostGroups = 9;

bool has_field(const Criterion& criterion, const std::string& id) {
  for (const Field& field : criterion.fields) {
    if (field.id == id) return true;
  }
  return false;
}

std::string said_in(const Answer& answer, const char* what, int group) {
  const auto found = answer.values.find(fmt::format("{}_{}", what, group));
  return found == answer.values.end() ? "" : squeeze(found->second);
}

}  // namespace

const MeasureInfo* counted_info(const std::string& measure) {
  static const MeasureInfo info{
      "group_fit",
      1,
      {"Groepen met een passende plek", "Groups with a place that suits them"},
      {"groepen", "groups"},
      0,
      {"Het aantal groepen waarvan het antwoord zegt welke plek bij hen past en met wie dat is "
       "bedacht. Een groep die twee keer genoemd is, telt één keer.",
       "The number of groups of which the answer says which place suits them and with whom that "
       "was worked out. A group that is named twice counts once."},
      {},
      {},
      {},
      {}};
  return measure == info.id ? &info : nullptr;
}

const MeasureInfo* info_of(const std::string& measure) {
  if (const Measure* of_plan = find_measure(measure)) return &of_plan->info();
  if (const WijkMeasure* of_wijk = find_wijk_measure(measure)) return &of_wijk->info();
  return counted_info(measure);
}

Outcome counted(const Criterion& criterion, const Answers& answers) {
  using Kind = DeclaredState::Kind;
  Outcome outcome;
  const DeclaredState state = declared_state(criterion, answers);
  if (state.kind == Kind::Unanswered) {
    outcome.headline = NotComputed{{"Er is nog geen antwoord.", "There is no answer yet."}};
    return outcome;
  }
  if (state.kind == Kind::Unsigned) {
    outcome.headline = NotComputed{{"Bij het antwoord staat niet wie het gaf (functie) en wanneer.",
                                    "The answer does not say who gave it (function) and when."}};
    return outcome;
  }
  const Answer& answer = *answer_to(criterion, answers);
  std::set<std::string> whole, named;
  for (int group = 1; group <= kMostGroups; ++group) {
    const std::string name = fold(said_in(answer, "group", group));
    if (name.empty()) continue;
    named.insert(name);
    if (said_in(answer, "place", group).empty() || said_in(answer, "consulted", group).empty()) {
      continue;
    }
    whole.insert(name);
  }
  outcome.headline = between(static_cast<double>(whole.size()), static_cast<double>(named.size()),
                             {"Bij een groep ontbreekt de plek, of met wie dat is bedacht.",
                              "Of a group the place is missing, or with whom it was worked out."});
  return outcome;
}

Text lacking_fields(const Criterion& criterion) {
  for (int group = 1; group <= kMostGroups; ++group) {
    int found = 0;
    for (const char* what : {"group", "place", "consulted"}) {
      found += has_field(criterion, fmt::format("{}_{}", what, group));
    }
    if (found == 3 || (found == 0 && group > 1)) continue;
    return {fmt::format("De maat ‘{}’ vraagt de velden group_{}, place_{} en consulted_{}.",
                        criterion.measure, group, group, group),
            fmt::format("Measure '{}' asks for the fields group_{}, place_{} and consulted_{}.",
                        criterion.measure, group, group, group)};
  }
  return {};
}

}  // namespace trefpunt
