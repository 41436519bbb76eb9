// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/threshold.h"

#include <cmath>

#include "criteria/composite.h"

namespace trefpunt {

namespace {

double rounded(double value) {
  return std::round(value * 1e6);
}

bool meets(double value, Comparison comparison, double threshold) {
  switch (comparison) {
    case Comparison::AtLeast:
    case Comparison::Filled:
      return rounded(value) >= rounded(threshold);
    case Comparison::AtMost:
      return rounded(value) <= rounded(threshold);
    case Comparison::Equal:
      return rounded(value) == rounded(threshold);
  }
  return false;
}

Held hold(const Range& range, Comparison comparison, double threshold) {
  const bool low = meets(range.low, comparison, threshold);
  const bool high = meets(range.high, comparison, threshold);
  if (low && high) return Held::Met;
  const bool spans = comparison == Comparison::Equal && rounded(range.low) < rounded(threshold) &&
                     rounded(threshold) < rounded(range.high);
  return low || high || spans ? Held::Unknown : Held::NotMet;
}

// Why a rule of law is not in force here; empty when it is.
Text undeclared(const Criterion& criterion, const Ambition& ambition) {
  bool work_missing = false, sector_missing = false, sector_absent = false;
  for (const std::string& need : criterion.needs_declaration) {
    if (need == "work") work_missing = ambition.work.empty();
    if (need == "accessibility_sector") {
      sector_missing = !ambition.accessibility_sector;
      sector_absent = ambition.accessibility_sector == false;
    }
  }
  if (work_missing && sector_missing) {
    return {
        "Er is niet verklaard of het om nieuwbouw, verbouw of bestaande bouw gaat, en ook niet "
        "of er een toegankelijkheidssector is.",
        "It is not declared whether this is new build, conversion or existing, nor whether "
        "there is an accessibility sector."};
  }
  if (work_missing) {
    return {"Er is niet verklaard of het om nieuwbouw, verbouw of bestaande bouw gaat.",
            "It is not declared whether this is new build, conversion or existing."};
  }
  if (sector_missing) {
    return {"Er is niet verklaard of er een toegankelijkheidssector is.",
            "It is not declared whether there is an accessibility sector."};
  }
  if (sector_absent) {
    return {
        "Er is verklaard dat er geen toegankelijkheidssector is; de wettelijke eis vraagt hier "
        "dan niets.",
        "It is declared that there is no accessibility sector; the legal rule then asks "
        "nothing here."};
  }
  return {};
}

}  // namespace

InForce threshold_in_force(const Criterion& criterion, const Ambition& ambition) {
  InForce in_force;
  for (const DeclaredThreshold& declared : ambition.thresholds) {
    if (declared.criterion == criterion.id) in_force.declared = &declared;
  }
  if (is_composite(criterion)) {
    if (declared_trigger(criterion, ambition)) in_force.value = 1;
  } else if (in_force.declared) {
    in_force.value = in_force.declared->value;
  } else {
    in_force.value = criterion.threshold.value;
  }
  if (const Text why = undeclared(criterion, ambition); !why.empty()) {
    return {{}, nullptr, why};
  }
  if (!in_force.value) {
    in_force.why_none = {"Er is geen drempel vastgesteld. De uitkomst is alleen beschrijvend.",
                         "No threshold was declared. The result is descriptive only."};
  }
  return in_force;
}

Held hold(const Value& value, Comparison comparison, double threshold) {
  if (const auto* number = std::get_if<double>(&value)) {
    if (std::isnan(*number)) return Held::Unknown;
    return meets(*number, comparison, threshold) ? Held::Met : Held::NotMet;
  }
  if (const auto* range = std::get_if<Range>(&value)) return hold(*range, comparison, threshold);
  return Held::Unknown;
}

Text words_of(Comparison comparison, double threshold) {
  return {words_of(comparison, format_short(threshold, 6, Lang::Nl)).nl,
          words_of(comparison, format_short(threshold, 6, Lang::En)).en};
}

Text words_of(Comparison comparison, const std::string& threshold) {
  switch (comparison) {
    case Comparison::AtLeast:
      return {"minstens " + threshold, "at least " + threshold};
    case Comparison::AtMost:
      return {"hooguit " + threshold, "at most " + threshold};
    case Comparison::Equal:
      return {"precies " + threshold, "exactly " + threshold};
    case Comparison::Filled:
      return {"alles ingevuld", "everything filled in"};
  }
  return {};
}

}  // namespace trefpunt
