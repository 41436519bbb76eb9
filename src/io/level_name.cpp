// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/level_name.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace trefpunt {

namespace {

constexpr double kHighest = 60;  // a larger number in a name is no level

template <std::size_t N>
bool is_one_of(const std::string& word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 7> kOrdinalEndings = {"e",  "ste", "de", "st",
                                                             "nd", "rd",  "th"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "verdieping-1" -> verdieping, 1; "plan_-1" -> plan, -1; "1og" -> 1, og.
std::vector<std::string> words_of(const std::string& name) {
  const std::string text = fold(name);
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c & 0x80) != 0;
    // A minus after a word is a hyphen: "verdieping-1" is the first floor.
    const bool minus = c == '-' && i + 1 < text.size() && is_digit(text[i + 1]) &&
                       (i == 0 || text[i - 1] == ' ' || text[i - 1] == '_' || text[i - 1] == '-');
    const bool comma =
        c == ',' && i > 0 && is_digit(text[i - 1]) && i + 1 < text.size() && is_digit(text[i + 1]);
    if (comma) {
      words.back() += c;
      continue;
    }
    if (!letter && !is_digit(c) && !minus) {
      if (!words.back().empty()) words.emplace_back();
      continue;
    }
    const bool changes = !words.back().empty() &&
                         is_digit(c) != (is_digit(words.back().back()) ||
                                         words.back().back() == ',' || words.back().back() == '-');
    if ((changes || minus) && !words.back().empty()) words.emplace_back();
    words.back() += c;
  }
  if (words.back().empty()) words.pop_back();
  // "1e verdieping", "2nd floor"
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (is_digit(words[i - 1].back()) && is_one_of(words[i], kOrdinalEndings)) {
      words.erase(words.begin() + static_cast<long>(i));
    }
  }
  return words;
}

constexpr std::array<std::string_view, 8> kGround = {"bg",       "gf", "begane",      "ground",
                                                     "parterre", "eg", "erdgeschoss", "g"};
constexpr std::array<std::string_view, 6> kBelow = {"kelder",        "souterrain", "basement",
                                                    "untergeschoss", "ug",         "cellar"};
constexpr std::array<std::string_view, 16> kStorey = {
    "verdieping", "verd",  "etage", "floor",    "level",        "niveau", "storey", "laag",
    "bouwlaag",   "story", "og",    "geschoss", "obergeschoss", "fl",     "peil",   "v"};
constexpr std::array<std::array<std::string_view, 4>, 6> kOrdinals = {{
    {"eerste", "first", "erstes", "erster"},
    {"tweede", "second", "zweites", "zweiter"},
    {"derde", "third", "drittes", "dritter"},
    {"vierde", "fourth", "viertes", "vierter"},
    {"vijfde", "fifth", "funftes", "funfter"},
    {"zesde", "sixth", "sechstes", "sechster"},
}};

std::optional<double> small_number(const std::string& word) {
  const std::optional<double> number = number_from_text(word);
  const std::size_t digits =
      std::min(word.find(','), word.size()) - (word.starts_with('-') ? 1 : 0);
  if (!number || digits > 2 || std::abs(*number) > kHighest) return std::nullopt;
  return number;
}

}  // namespace

std::optional<double> number_from_text(const std::string& text) {
  std::string plain = squeeze(text);
  std::replace(plain.begin(), plain.end(), ',', '.');
  const char* first = plain.data() + (plain.starts_with('+') ? 1 : 0);
  double value = 0;
  const auto [end, error] = std::from_chars(first, plain.data() + plain.size(), value);
  if (error != std::errc() || end != plain.data() + plain.size() || !std::isfinite(value)) {
    return std::nullopt;
  }
  return value;
}

std::optional<double> level_from_name(const std::string& name) {
  if (const auto number = number_from_text(name); number && std::abs(*number) <= kHighest) {
    return number;
  }
  std::string stem = name;
  if (const std::size_t dot = stem.find_last_of('.');
      dot != std::string::npos && dot > 0 && stem.size() - dot > 3) {
    stem = stem.substr(0, dot);  // ".dxf", ".json", ".geojson"
  }
  const std::vector<std::string> words = words_of(stem);
  // A number beside a word for storey says most, then a word, then a last number.
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool below = is_one_of(words[i], kBelow);
    if (!below && !is_one_of(words[i], kStorey)) continue;
    for (const std::size_t beside : {i + 1, i - 1}) {
      if (beside >= words.size()) continue;
      if (const auto number = small_number(words[beside])) return below ? -*number : *number;
    }
  }
  for (const std::string& word : words) {
    for (std::size_t k = 0; k < kOrdinals.size(); ++k) {
      if (is_one_of(word, kOrdinals[k])) return static_cast<double>(k + 1);
    }
  }
  for (const std::string& word : words) {
    if (is_one_of(word, kGround)) return 0;
    if (is_one_of(word, kBelow)) return -1;
  }
  if (!words.empty()) return small_number(words.back());
  return std::nullopt;
}

std::string name_of_level(double level) {
  if (level == 0) return "begane grond";
  if (level == -1) return "kelder";
  if (level < 0) return "kelder " + format_short(-level, 2, Lang::Nl);
  return "verdieping " + format_short(level, 2, Lang::Nl);
}

}  // namespace trefpunt
