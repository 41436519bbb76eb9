// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "criteria/check_entry.h"
#include "criteria/composite.h"
#include "criteria/counted.h"
#include "criteria/verdict.h"

namespace trefpunt {

namespace {

// Whether the planner's value asks at least as much as the catalogue's.
bool is_as_strict(Comparison comparison, double declared, double standard) {
  switch (comparison) {
    case Comparison::AtLeast:
      return declared >= standard;
    case Comparison::AtMost:
      return declared <= standard;
    case Comparison::Equal:
    case Comparison::Filled:
      break;
  }
  return declared == standard;
}

void check_trigger(CheckEntry& entry, double trigger) {
  if (trigger >= 0 && trigger < 1) return;
  entry.fail(
      {"Dit is het deel eenpersoonskamers waarboven u om tegenwicht vraagt: een getal vanaf 0 "
       "en kleiner dan 1. Boven 1 komt het nooit, dus dan vraagt u niets.",
       "This is the share of single rooms above which something is asked in return: a "
       "number from 0 and below 1. It never exceeds 1, so then nothing is asked."},
      "value");
}

void check_value(CheckEntry& entry, const Criterion& criterion, double value) {
  const Threshold& threshold = criterion.threshold;
  entry.finite(value, "value");
  if (threshold.basis == Basis::NoneContextOnly) {
    entry.fail({"Dit is achtergrond. Er hoort geen drempel bij.",
                "This is context. It takes no threshold."});
  } else if (is_composite(criterion)) {
    check_trigger(entry, value);
  } else if (threshold.comparison == Comparison::Filled && value != 1) {
    entry.fail({"Dit wordt beantwoord in woorden. De enige drempel is 1: alles ingevuld.",
                "This is answered in words. The only threshold is 1: everything filled in."},
               "value");
  } else if (threshold.value && !is_as_strict(threshold.comparison, value, *threshold.value)) {
    entry.fail({fmt::format("Hier geldt al {}. Een eigen drempel mag alleen strenger zijn.",
                            words_of(threshold.comparison, *threshold.value).nl),
                fmt::format("What holds here is {}. A threshold of your own may only be stricter.",
                            words_of(threshold.comparison, *threshold.value).en)},
               "value");
  }
}

bool names(const std::vector<CriterionParameter>& parameters, const std::string& id) {
  return std::any_of(parameters.begin(), parameters.end(),
                     [&](const CriterionParameter& parameter) { return parameter.id == id; });
}

bool has_parameter(const std::string& measure, const std::string& id) {
  const MeasureInfo* info = info_of(measure);
  return info && std::any_of(info->parameters.begin(), info->parameters.end(),
                             [&](const ParameterInfo& own) { return own.id == id; });
}

bool has_parameter(const Criterion& criterion, const std::string& id) {
  if (names(criterion.parameters, id) || has_parameter(criterion.measure, id)) return true;
  return criterion.in_wijk && (names(criterion.in_wijk->parameters, id) ||
                               has_parameter(criterion.in_wijk->measure, id));
}

// Measures of plugins are named like this, criteria are not.
bool is_measure_id(const std::string& id) {
  return !id.empty() &&
         id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
}

// A plugin that is not loaded now may be there tomorrow: its number waits.
void check_of_plugin(CheckEntry& entry, const DeclaredParameter& declared) {
  const Measure* measure = find_measure(declared.criterion);
  if (!measure || !measure->info().plugin) return;
  const auto& parameters = measure->info().parameters;
  const auto found = std::find_if(parameters.begin(), parameters.end(),
                                  [&](const auto& one) { return one.id == declared.parameter; });
  if (found == parameters.end()) {
    entry.fail(
        {fmt::format("{} heeft geen rekenwaarde ‘{}’.", declared.criterion, declared.parameter),
         fmt::format("{} has no parameter '{}'.", declared.criterion, declared.parameter)},
        "parameter");
  } else if (!(declared.value >= found->minimum && declared.value <= found->maximum)) {
    entry.fail(
        {fmt::format("Deze rekenwaarde ligt tussen {} en {}.", found->minimum, found->maximum),
         fmt::format("This parameter lies between {} and {}.", found->minimum, found->maximum)},
        "value");
  }
}

void check_parameter(CheckEntry& entry, const Catalogue& catalogue,
                     const DeclaredParameter& declared) {
  if (!catalogue.find(declared.criterion) && is_measure_id(declared.criterion)) {
    check_of_plugin(entry, declared);
    return;
  }
  const Criterion* criterion = entry.known(catalogue, declared.criterion);
  if (!criterion) return;
  if (!has_parameter(*criterion, declared.parameter)) {
    entry.fail({fmt::format("{} heeft geen rekenwaarde ‘{}’.", criterion->id, declared.parameter),
                fmt::format("{} has no parameter '{}'.", criterion->id, declared.parameter)},
               "parameter");
  }
  entry.finite(declared.value, "value");
  if (is_composite(*criterion) && declared.parameter == "trigger") {
    check_trigger(entry, declared.value);
  } else if (declared.value <= 0) {
    entry.fail({"Een rekenwaarde is groter dan 0.", "A parameter is above 0."}, "value");
  }
  entry.reason(declared.reason, "reason");
}

}  // namespace

Status check_ambition(const Catalogue& catalogue, const Ambition& ambition,
                      const std::string& file) {
  std::optional<Error> fault;
  std::set<std::string> thresholds, parameters;
  for (std::size_t i = 0; i < ambition.thresholds.size(); ++i) {
    const DeclaredThreshold& declared = ambition.thresholds[i];
    CheckEntry entry(file, "thresholds", i, declared.criterion, fault);
    const Criterion* criterion = entry.known(catalogue, declared.criterion);
    if (!criterion) continue;
    entry.once(thresholds, declared.criterion);
    entry.reason(declared.reason, "reason");
    entry.date(declared.date, "date");
    check_value(entry, *criterion, declared.value);
  }
  for (std::size_t i = 0; i < ambition.parameters.size(); ++i) {
    const DeclaredParameter& declared = ambition.parameters[i];
    CheckEntry entry(file, "parameters", i, declared.criterion, fault);
    check_parameter(entry, catalogue, declared);
    entry.once(parameters, declared.criterion + " " + declared.parameter);
    for (const DeclaredThreshold& threshold : ambition.thresholds) {
      if (declared.parameter != "trigger" || threshold.criterion != declared.criterion ||
          threshold.value == declared.value) {
        continue;
      }
      entry.fail({"De drempel van dit criterium noemt een ander getal. Laat er een weg.",
                  "The threshold of this criterion gives another number. Leave one out."},
                 "value");
    }
  }
  if (!ambition.work.empty() && ambition.work != "nieuwbouw" && ambition.work != "verbouw" &&
      ambition.work != "bestaand" && !fault) {
    fault =
        Error{Code::BadInput,
              {fmt::format("‘{}’ kan hier niet. Wel: nieuwbouw, verbouw, bestaand.", ambition.work),
               fmt::format("'{}' cannot stand here. What can: nieuwbouw (new build), verbouw "
                           "(conversion), bestaand (existing).",
                           ambition.work)},
              file + ": declarations: work"};
  }
  if (fault) return *fault;
  return Done{};
}

}  // namespace trefpunt
