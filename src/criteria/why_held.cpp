// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/why_held.h"

#include <fmt/format.h>

#include <algorithm>

#include "criteria/counted.h"
#include "criteria/value_words.h"

namespace trefpunt {

namespace {

struct Compared {
  std::string value, threshold;
};

// As the report prints them; with more decimals where a value and the threshold that it misses
// would read the same.
Compared compared(const Value& value, const Criterion& criterion, double threshold, Lang lang) {
  const MeasureInfo* info = info_of(criterion.measure);
  const int decimals = info ? info->decimals : 2;
  const Compared words{quantity(value, criterion.unit, decimals, lang),
                       quantity(threshold, criterion.unit, std::max(decimals, 3), lang)};
  const auto* number = std::get_if<double>(&value);
  if (!number || *number == threshold || words.value != words.threshold) return words;
  const std::string unit = " " + criterion.unit.in(lang);
  return {value_words(value, 6, lang) + unit, value_words(threshold, 6, lang) + unit};
}

}  // namespace

Text why_held(const Value& value, Held held, const Criterion& criterion, double threshold) {
  if (const auto* none = std::get_if<NotComputed>(&value)) {
    if (none->reason.empty()) return {"De uitkomst is niet berekend.", "It was not computed."};
    return none->reason;
  }
  const auto* range = std::get_if<Range>(&value);
  const bool met = held == Held::Met;
  const auto say = [&](Lang lang) {
    const Compared words = compared(value, criterion, threshold, lang);
    const std::string limit = words_of(criterion.threshold.comparison, words.threshold).in(lang);
    if (lang == Lang::Nl) {
      return range ? fmt::format("De uitkomst is {}; de drempel is {}.", words.value, limit)
                   : fmt::format("De uitkomst is {}; de drempel is {} en wordt {}gehaald.",
                                 words.value, limit, met ? "" : "niet ");
    }
    return range ? fmt::format("The result is {}; the threshold is {}.", words.value, limit)
                 : fmt::format("The result is {}; the threshold is {} and is {}met.", words.value,
                               limit, met ? "" : "not ");
  };
  Text reason{say(Lang::Nl), say(Lang::En)};
  if (range && !range->reason.empty()) {
    reason.nl += " " + range->reason.nl;
    reason.en += " " + range->reason.en;
  }
  return reason;
}

}  // namespace trefpunt
