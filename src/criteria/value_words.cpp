// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/value_words.h"

namespace trefpunt {

namespace {

// "deel van de kamers (0-1)" -> " van de kamers"; empty for other units.
std::string share_of(const Text& unit, Lang lang) {
  const std::string& words = unit.in(lang);
  const std::string_view start = lang == Lang::Nl ? "deel van " : "share of ";
  const std::size_t end = words.find(" (0-1)");
  if (words.rfind(start, 0) != 0 || end == std::string::npos) return "";
  return (lang == Lang::Nl ? " van " : " of ") + words.substr(start.size(), end - start.size());
}

// Bounds that read the same are one number to people.
std::string from_to(const std::string& low, const std::string& high, Lang lang) {
  if (low == high) return low;
  return low + (lang == Lang::Nl ? " tot " : " to ") + high;
}

}  // namespace

bool is_yes_no(const Text& unit) {
  return unit.nl.find("1 = ja, 0 = nee") != std::string::npos;
}

std::string quantity(const Value& value, const Text& unit, int decimals, Lang lang) {
  const double* number = std::get_if<double>(&value);
  const Range* range = std::get_if<Range>(&value);
  if (!number && !range) return value_words(value, decimals, lang);
  const std::string& words = unit.in(lang);
  if (is_yes_no(unit)) {
    const double met = number ? *number : -1;
    if (met == 1) return lang == Lang::Nl ? "ja" : "yes";
    if (met == 0) return lang == Lang::Nl ? "nee" : "no";
    return lang == Lang::Nl ? "niet te bepalen" : "cannot be determined";
  }
  const std::string of = share_of(unit, lang);
  if (of.empty()) return value_words(value, decimals, lang) + (words.empty() ? "" : " " + words);
  if (number) return percentage(*number, lang) + of;
  return from_to(percentage(range->low, lang), percentage(range->high, lang), lang) + of;
}

std::string percentage(double share, Lang lang) {
  const std::string rough = format_short(100 * share, 1, lang);
  const bool is_rounded_away = (rough == "100" && share != 1) || (rough == "0" && share != 0);
  return (is_rounded_away ? format_short(100 * share, 4, lang) : rough) + "%";
}

std::string value_words(const Value& value, int decimals, Lang lang) {
  if (const double* number = std::get_if<double>(&value)) {
    return format_short(*number, decimals, lang);
  }
  if (const Range* range = std::get_if<Range>(&value)) {
    return from_to(format_short(range->low, decimals, lang),
                   format_short(range->high, decimals, lang), lang);
  }
  if (std::holds_alternative<NotApplicable>(value)) {
    return lang == Lang::Nl ? "niet van toepassing" : "not applicable";
  }
  return lang == Lang::Nl ? "niet te bepalen" : "cannot be determined";
}

Text reason_of(const Value& value) {
  if (const auto* range = std::get_if<Range>(&value)) return range->reason;
  if (const auto* none = std::get_if<NotApplicable>(&value)) return none->reason;
  if (const auto* none = std::get_if<NotComputed>(&value)) return none->reason;
  return {};
}

}  // namespace trefpunt
