// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/wijk_words.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/check.h"
#include "base/text.h"
#include "embedded/wijk_words_json.h"
#include "io/layer_map.h"

namespace trefpunt {

namespace {

using Json = nlohmann::json;

using Strings = std::map<std::string, std::string>;

template <typename Kind, typename FromId>
void take_values(const Strings& from, std::map<std::string, Kind, std::less<>>& to,
                 FromId from_id) {
  for (const auto& [word, id] : from) {
    if (id.empty()) continue;
    const std::optional<Kind> kind = from_id(id);
    TP_CHECK(kind.has_value());
    to[fold(word)] = *kind;
  }
}

template <typename Kind>
void take_own_words(const std::vector<Kind>& kinds, std::map<std::string, Kind, std::less<>>& to) {
  for (const Kind kind : kinds) {
    to.try_emplace(std::string(id_of(kind)), kind);
    to.try_emplace(fold(name_of(kind).nl), kind);
    to.try_emplace(fold(name_of(kind).en), kind);
  }
}

WijkWords parse() {
  const Json from = Json::parse(embedded::wijk_words_json);
  WijkWords words;
  words.columns = from["columns"].get<decltype(words.columns)>();
  for (const Json& rule : from["layers"]) words.layers.push_back({rule[0], rule[1], rule[2]});
  take_values(from["ground"].get<Strings>(), words.ground, ground_from_id);
  take_values(from["furnishings"].get<Strings>(), words.furnishings, furnishing_kind_from_id);
  take_values(from["places"].get<Strings>(), words.places, place_category_from_id);
  take_values(from["streets"].get<Strings>(), words.streets, street_kind_from_id);
  take_values(from["osm_places"].get<Strings>(), words.osm_places, place_category_from_id);
  take_values(from["osm_ground"].get<Strings>(), words.osm_ground, ground_from_id);
  take_values(from["osm_furnishings"].get<Strings>(), words.osm_furnishings,
              furnishing_kind_from_id);
  take_own_words(all_grounds(), words.ground);
  take_own_words(all_furnishing_kinds(), words.furnishings);
  take_own_words(all_place_categories(), words.places);
  take_own_words(all_street_kinds(), words.streets);
  return words;
}

}  // namespace

const WijkWords& wijk_words() {
  static const WijkWords words = parse();
  return words;
}

WijkColumns::WijkColumns(const WijkSourceLayer& layer,
                         const std::map<std::string, std::string>& said)
    : layer_(layer) {
  std::vector<std::string> keys;
  for (const std::string& column : layer.columns) keys.push_back(column_key(column));
  const auto add = [&](const std::string& role, const std::string& pattern) {
    std::vector<int>& columns = columns_[role];
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const int at = static_cast<int>(i);
      if (fits_pattern(pattern, keys[i]) && std::ranges::count(columns, at) == 0) {
        columns.push_back(at);
      }
    }
  };
  for (const auto& [role, column] : said) add(role, column_key(column));
  for (const auto& [role, names] : wijk_words().columns) {
    for (const std::string& name : names) add(role, name);
  }
}

const std::vector<int>& WijkColumns::all(std::string_view role) const {
  static const std::vector<int> kNone;
  const auto found = columns_.find(role);
  return found == columns_.end() ? kNone : found->second;
}

int WijkColumns::first(std::string_view role) const {
  const std::vector<int>& columns = all(role);
  return columns.empty() ? -1 : columns.front();
}

const std::string& WijkColumns::text(const WijkFeature& feature, std::string_view role) const {
  for (const int column : all(role)) {
    const std::string& value = layer_.text(feature, column);
    if (!value.empty()) return value;
  }
  return layer_.text(feature, -1);
}

std::optional<double> WijkColumns::number(const WijkFeature& feature, std::string_view role) const {
  return number_of(text(feature, role));
}

std::optional<bool> WijkColumns::yes_no(const WijkFeature& feature, std::string_view role) const {
  return yes_no_of(text(feature, role));
}

}  // namespace trefpunt
