// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/uses.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "base/check.h"
#include "base/text.h"
#include "embedded/uses_json.h"
#include "project/json.h"

namespace trefpunt {

namespace {

// Folded, and every run of other signs than letters and digits is one space: "WC/MIVA" -> "wc
// miva".
std::string words_of(std::string_view text) {
  std::string out = fold(text);
  for (char& c : out) {
    const bool is_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (!is_word) c = ' ';
  }
  return squeeze(out);
}

const std::vector<std::pair<std::string, Use>>& dictionary() {
  static const std::vector<std::pair<std::string, Use>> entries = [] {
    std::vector<std::pair<std::string, Use>> list;
    const auto json = nlohmann::json::parse(embedded::uses_json, nullptr, false);
    TP_CHECK(json.is_object() && json.at("schema") == 1);
    for (const auto& [id, words] : json.at("uses").items()) {
      const std::optional<Use> use = use_from_id(id);
      TP_CHECK(use.has_value());
      for (const auto& word : words) {
        list.emplace_back(words_of(word.get<std::string>()), *use);
      }
    }
    return list;
  }();
  return entries;
}

constexpr std::size_t kShortest = 4;  // letters of a word that may be part of a longer one

bool is_plural_ending(std::string_view rest) {
  return rest == "s" || rest == "n" || rest == "en" || rest == "e" || rest == "es";
}

// How well a word of the dictionary fits the text, 0 for not. The last part of a Dutch or German
// compound says what the thing is ("huisartsenwachtkamer"), so it counts double.
std::size_t fit(const std::string& text, const std::string& word) {
  std::size_t best = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const std::size_t end = std::min(text.find(' ', at + word.size()), text.size());
    const std::string_view rest =
        std::string_view(text).substr(at + word.size(), end - at - word.size());
    const bool starts = at == 0 || text[at - 1] == ' ';
    const bool ends = rest.empty() || is_plural_ending(rest);
    if (starts && ends) best = std::max(best, 2 * word.size() + 1);
    if (word.size() < kShortest) continue;
    if (ends) best = std::max(best, 2 * word.size());
    if (starts && word.size() > kShortest) best = std::max(best, word.size());
  }
  return best;
}

}  // namespace

std::optional<Use> suggest_use(const std::string& name) {
  const std::string text = words_of(name);
  std::optional<Use> found;
  std::size_t best = 0;
  std::size_t best_at = 0;
  for (const auto& [word, use] : dictionary()) {
    const std::size_t score = fit(text, word);
    const std::size_t at = text.find(word);
    if (score > best || (score == best && score > 0 && at < best_at)) {
      best = score;
      best_at = at;
      found = use;
    }
  }
  return found;
}

std::optional<Use> UseMapping::find(const std::string& number, const std::string& name) const {
  if (const auto at = by_number.find(squeeze(number)); at != by_number.end()) return at->second;
  if (const auto at = by_name.find(fold(squeeze(name))); at != by_name.end()) return at->second;
  return std::nullopt;
}

namespace {

Error bad_entry(const std::string& file, std::size_t entry, Text sentence) {
  return {Code::BadInput, std::move(sentence), fmt::format("{}: spaces[{}]", file, entry)};
}

std::string known_uses() {
  std::string list;
  for (const Use use : all_uses()) list += (list.empty() ? "" : ", ") + std::string(id_of(use));
  return list;
}

}  // namespace

Result<UseMapping> parse_uses(const std::string& json, const std::string& name) {
  const Result<nlohmann::json> parsed = parse_json(json, name);
  if (!parsed) return parsed.error();
  const nlohmann::json& root = *parsed;
  if (!root.is_object() || !root.contains("spaces") || !root["spaces"].is_array()) {
    return Error{Code::BadInput,
                 {"Dit is geen lijst van gebruiken: verwacht {\"schema\":1,\"spaces\":[…]}.",
                  "This is no list of uses: expected {\"schema\":1,\"spaces\":[…]}."},
                 name};
  }
  if (root.value("schema", nlohmann::json(1)) != 1) {
    return Error{Code::Newer,
                 {"Dit bestand is van een nieuwere versie van het programma.",
                  "This file is from a newer version of the program."},
                 name};
  }
  UseMapping mapping;
  for (std::size_t i = 0; i < root["spaces"].size(); ++i) {
    const nlohmann::json& entry = root["spaces"][i];
    const auto text = [&](const char* key) {
      return entry.is_object() && entry.contains(key) && entry[key].is_string()
                 ? squeeze(entry[key].get<std::string>())
                 : std::string();
    };
    const std::string number = text("number"), space_name = text("name"), id = text("use");
    if ((number.empty() && space_name.empty()) || id.empty()) {
      return bad_entry(
          name, i,
          {"Noem \"number\" of \"name\" en \"use\", als tekst tussen aanhalingstekens.",
           "Give \"number\" or \"name\", and \"use\", as quoted text."});
    }
    const std::optional<Use> use = use_from_id(id);
    if (!use) {
      return bad_entry(
          name, i,
          {fmt::format("\"{}\" is geen bekend gebruik. Bekend zijn: {}.", id, known_uses()),
           fmt::format("\"{}\" is no known use. Known are: {}.", id, known_uses())});
    }
    const bool is_new = number.empty() ? mapping.by_name.try_emplace(fold(space_name), *use).second
                                       : mapping.by_number.try_emplace(number, *use).second;
    if (!is_new) {
      const std::string which = number.empty() ? space_name : number;
      return bad_entry(name, i,
                       {fmt::format("\"{}\" staat er twee keer in.", which),
                        fmt::format("\"{}\" is listed twice.", which)});
    }
  }
  return mapping;
}

}  // namespace trefpunt
