// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/street_reader.h"

#include <algorithm>

#include "base/text.h"
#include "io/wijk_words.h"

namespace trefpunt {

namespace {

bool is_one_of(const std::string& text, std::initializer_list<const char*> words) {
  return std::ranges::any_of(words, [&](const char* word) { return text == word; });
}

bool may_walk(const WijkSourceLayer& layer, const WijkFeature& feature,
              const std::string& highway) {
  if (is_one_of(highway, {"motorway", "motorway_link", "trunk", "trunk_link", "construction",
                          "proposed", "abandoned", "razed", "raceway", "bus_guideway", "busway",
                          "platform", "bus_stop", "rest_area", "services", "elevator"})) {
    return false;
  }
  const std::string& foot = layer.text(feature, "foot");
  if (is_one_of(foot, {"no", "private", "use_sidepath"})) return false;
  if (!foot.empty()) return true;
  return !is_one_of(layer.text(feature, "access"), {"no", "private"});
}

// "2.5", "2,5 m"; nothing for feet and ranges.
std::optional<double> width_of(const std::string& text) {
  std::string plain = text;
  if (plain.ends_with("m")) plain.pop_back();
  const std::optional<double> width = number_of(squeeze(plain));
  return width && *width > 0 && *width < 200 ? width : std::nullopt;
}

std::optional<bool> stated(const std::string& text) {
  return is_one_of(text, {"limited"}) ? std::nullopt : yes_no_of(text);
}

bool is_set(const std::string& text) {
  return !text.empty() && !is_one_of(fold(text), {"no", "nee", "0", "false", "f"});
}

void add_lines(std::vector<Street>& streets, Street street, const std::vector<Line>& lines) {
  for (const Line& line : lines) {
    street.line = line;
    if (line.size() >= 2) streets.push_back(street);
  }
}

}  // namespace

LayerStreets streets_of(const WijkSourceLayer& layer,
                        const std::map<std::string, std::string>& said_columns) {
  LayerStreets found;
  const WijkColumns columns(layer, said_columns);
  for (const WijkFeature& feature : layer.features) {
    if (feature.lines.empty()) continue;
    const std::string& highway = layer.text(feature, "highway");
    if ((layer.is_tagged && highway.empty()) || !may_walk(layer, feature, highway)) {
      ++found.not_walkable;
      continue;
    }
    Street street;
    for (const int column : columns.all("street")) {
      const std::string kind = fold(layer.text(feature, column));
      if (const auto known = value_of(wijk_words().streets, kind)) {
        street.kind = *known;
        break;
      }
    }
    street.name = columns.text(feature, "name");
    street.width = width_of(columns.text(feature, "width"));
    street.wheelchair = stated(columns.text(feature, "wheelchair"));
    street.is_bridge = is_set(columns.text(feature, "bridge"));
    street.is_tunnel = is_set(columns.text(feature, "tunnel"));
    street.is_planned = columns.yes_no(feature, "planned").value_or(false);
    street.source_key = layer.is_tagged ? feature.id : columns.text(feature, "key");
    add_lines(found.streets, std::move(street), feature.lines);
  }
  return found;
}

}  // namespace trefpunt
