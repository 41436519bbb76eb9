// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/text.h"
#include "measure/value.h"

namespace trefpunt {

// How a value is said to people, the same in a judgement and in a report.

// "29,8 m", "92,3% van de kamers", "12,5 tot 18 m", "ja"; without a number its words.
std::string quantity(const Value& value, const Text& unit, int decimals, Lang lang);
bool is_yes_no(const Text& unit);  // "voorwaarde (1 = ja, 0 = nee)"

// "0,92", "12,5 tot 18", "niet te bepalen"; without the unit.
std::string value_words(const Value& value, int decimals, Lang lang);
std::string percentage(double share, Lang lang);  // "92,3%"; never rounded to all or nothing
Text reason_of(const Value& value);               // why there is no number, or no single one

}  // namespace trefpunt
