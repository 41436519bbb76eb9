// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/wijk_layer.h"
#include "wijk/ground.h"
#include "wijk/place.h"
#include "wijk/street.h"

namespace trefpunt {

// The built-in words (wijk_words.json): how the years and the deliveries name their columns, and
// what the values in them mean. All are compared folded (base/text.h).
struct WijkWords {
  // Roles with their names, the likeliest first; '*' stands for any run of characters.
  std::map<std::string, std::vector<std::string>, std::less<>> columns;
  struct LayerRule {
    std::string shape, pattern, meaning;  // shape: "points", "lines" or "areas"
  };
  std::vector<LayerRule> layers;
  std::map<std::string, Ground, std::less<>> ground;
  std::map<std::string, FurnishingKind, std::less<>> furnishings;
  std::map<std::string, PlaceCategory, std::less<>> places;
  std::map<std::string, StreetKind, std::less<>> streets;
  // "amenity=library"
  std::map<std::string, PlaceCategory, std::less<>> osm_places;
  std::map<std::string, Ground, std::less<>> osm_ground;
  std::map<std::string, FurnishingKind, std::less<>> osm_furnishings;
};
const WijkWords& wijk_words();

// The columns of one layer that have a role: `said` (role -> name) goes before the words.
class WijkColumns {
 public:
  WijkColumns(const WijkSourceLayer& layer, const std::map<std::string, std::string>& said);

  // All columns with the role, the likeliest first; or the likeliest alone, -1 when there is none.
  const std::vector<int>& all(std::string_view role) const;
  int first(std::string_view role) const;
  bool has(std::string_view role) const { return first(role) >= 0; }

  // The first value that is not empty among the columns of the role.
  const std::string& text(const WijkFeature& feature, std::string_view role) const;
  std::optional<double> number(const WijkFeature& feature, std::string_view role) const;
  std::optional<bool> yes_no(const WijkFeature& feature, std::string_view role) const;

 private:
  const WijkSourceLayer& layer_;
  std::map<std::string, std::vector<int>, std::less<>> columns_;
};

// What the value means: by the words, by our own id or by our own name in either language.
template <typename Kind>
std::optional<Kind> value_of(const std::map<std::string, Kind, std::less<>>& words,
                             const std::string& folded) {
  const auto found = words.find(folded);
  return found == words.end() ? std::nullopt : std::optional(found->second);
}

// The meaning of the first tag that has one: keys are tried in the order of `keys`.
template <typename Kind>
std::optional<Kind> tag_meaning(const WijkSourceLayer& layer, const WijkFeature& feature,
                                const std::map<std::string, Kind, std::less<>>& words,
                                std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    const std::string& value = layer.text(feature, key);
    if (value.empty()) continue;
    const auto found = words.find(key + ("=" + value));
    if (found != words.end()) return found->second;
  }
  return std::nullopt;
}

}  // namespace trefpunt
