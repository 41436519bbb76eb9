// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/check_entry.h"

#include <fmt/format.h>

#include <cmath>

#include "criteria/declared.h"

namespace trefpunt {

CheckEntry::CheckEntry(const std::string& file, const char* list, std::size_t place,
                       const std::string& criterion, std::optional<Error>& fault)
    : where_(fmt::format("{}: {} {}", file, list, place + 1)), fault_(&fault) {
  if (!criterion.empty()) where_ += " (" + criterion + ")";
}

void CheckEntry::fail(const Text& sentence, const char* key) {
  if (*fault_) return;
  *fault_ = Error{Code::BadInput, sentence, key ? where_ + ": " + key : where_};
}

const Criterion* CheckEntry::known(const Catalogue& catalogue, const std::string& criterion) {
  const Criterion* found = catalogue.find(criterion);
  if (!found) {
    fail({fmt::format("Het criterium ‘{}’ bestaat niet.", criterion),
          fmt::format("There is no criterion '{}'.", criterion)});
  } else if (is_rule(*found)) {
    fail({fmt::format("{} is een regel van het rapport. Het programma houdt die zelf aan.",
                      criterion),
          fmt::format("{} is a rule of the report. The program keeps it itself.", criterion)});
    return nullptr;
  }
  return found;
}

void CheckEntry::once(std::set<std::string>& seen, const std::string& name) {
  if (seen.insert(name).second) return;
  fail({fmt::format("Voor {} staat dit er al. Laat er een weg.", name),
        fmt::format("This already stands there for {}. Leave one out.", name)});
}

void CheckEntry::date(const std::string& text, const char* key) {
  if (is_blank(text) || is_iso_date(text)) return;
  fail(
      {fmt::format("‘{}’ is geen dag die bestaat. Schrijf jaar-maand-dag, zoals 2026-10-05.", text),
       fmt::format("'{}' is not a day that exists. Write year-month-day, as in 2026-10-05.", text)},
      key);
}

void CheckEntry::reason(const std::string& text, const char* key) {
  if (!is_blank(text)) return;
  fail({"De reden ontbreekt. Zonder reden telt dit niet.",
        "The reason is missing. Without a reason this does not count."},
       key);
}

void CheckEntry::finite(double value, const char* key) {
  if (std::isfinite(value)) return;
  fail({"De waarde is geen getal.", "The value is not a number."}, key);
}

void CheckEntry::word(const std::string& text, const char* key,
                      const std::set<std::string>& words) {
  if (is_blank(text) || words.contains(text)) return;
  fail({fmt::format("‘{}’ kan hier niet. Wel: {}.", text, fmt::join(words, ", ")),
        fmt::format("'{}' cannot stand here. What can: {}.", text, fmt::join(words, ", "))},
       key);
}

}  // namespace trefpunt
