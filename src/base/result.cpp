// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"

#include <utility>

namespace trefpunt {

std::string where_in(std::string_view where, Lang lang) {
  if (lang == Lang::En) return std::string(where);
  static constexpr std::pair<std::string_view, std::string_view> kWords[] = {
      {"row ", "rij "},
      {"layer ", "laag "},
      {"feature ", "object "},
      {"table ", "tabel "},
      {"line ", "regel "}};
  std::string said;
  for (std::size_t begin = 0; begin < where.size();) {
    std::size_t end = where.find(": ", begin);
    end = end == std::string_view::npos ? where.size() : end + 2;
    std::string_view part = where.substr(begin, end - begin);
    for (const auto& [english, dutch] : kWords) {
      if (!part.starts_with(english)) continue;
      said += dutch;
      part.remove_prefix(english.size());
      break;
    }
    said += part;
    begin = end;
  }
  return said;
}

std::string to_string(const Error& error, Lang lang) {
  const std::string& sentence = error.sentence.in(lang);
  return error.where.empty() ? sentence : where_in(error.where, lang) + ": " + sentence;
}

}  // namespace trefpunt
