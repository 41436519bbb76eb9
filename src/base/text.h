// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace trefpunt {

enum class Lang { Nl, En };

// A sentence for people, in both languages of the program.
struct Text {
  std::string nl;
  std::string en;

  const std::string& in(Lang lang) const { return lang == Lang::Nl ? nl : en; }
  bool empty() const { return nl.empty() && en.empty(); }
  bool operator==(const Text&) const = default;
};

// "1.234,5" in Dutch, "1,234.5" in English; `decimals` digits after the sign, trailing zeros kept.
std::string format_number(double value, int decimals, Lang lang);

// As format_number with at most `decimals` digits, trailing zeros dropped: "0,85", "30".
std::string format_short(double value, int decimals, Lang lang);

// "2026-11-05" -> "5 november 2026" / "5 November 2026"; anything else is returned as it is.
std::string format_date(std::string_view iso, Lang lang);

// Whether the text is a real calendar day written YYYY-MM-DD.
bool is_iso_date(std::string_view text);

// Lower case for Latin letters with accents folded ("Spreekkamer É" -> "spreekkamer e").
std::string fold(std::string_view utf8);

// Spaces at both ends off; inner runs of white space become one space.
std::string squeeze(std::string_view text);

}  // namespace trefpunt
