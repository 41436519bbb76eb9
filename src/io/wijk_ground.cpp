// SPDX-License-Identifier: GPL-3.0-or-later
// Streets, open spaces and buildings of layers that are theirs.
#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/text.h"
#include "io/street_reader.h"
#include "io/wijk_draft.h"

namespace trefpunt {

namespace {

std::optional<Ground> ground_by_name(const std::string& layer) {
  const std::string name = column_key(layer);
  const std::pair<const char*, Ground> words[] = {
      {"water", Ground::Water},      {"onbegroeid", Ground::Other}, {"begroeid", Ground::Green},
      {"plantcover", Ground::Green}, {"plein", Ground::Square},     {"park", Ground::Park},
      {"speel", Ground::Playground}, {"groen", Ground::Green},      {"wegdeel", Ground::Other},
      {"landuse", Ground::Other},    {"road", Ground::Other}};
  for (const auto& [word, ground] : words) {
    if (name.find(word) != std::string::npos) return ground;
  }
  return std::nullopt;
}

}  // namespace

void add_streets(MappedLayer& layer, WijkDraft& draft) {
  std::vector<Street>& streets = WijkDraft::given(draft.streets);
  const WijkColumns columns = layer.columns();
  Unread unread;
  unread.ended =
      static_cast<int>(std::erase_if(layer.source.features, [&](const WijkFeature& feature) {
        return has_ended(columns, feature);
      }));
  LayerStreets found = streets_of(layer.source, layer.said_columns);
  layer.made("streets", static_cast<int>(found.streets.size()));
  std::ranges::move(found.streets, std::back_inserter(streets));
  unread.report(layer, {}, draft.findings);
}

void add_open_spaces(MappedLayer& layer, WijkDraft& draft) {
  std::vector<OpenSpace>& spaces = WijkDraft::given(draft.open_spaces);
  const WijkColumns columns = layer.columns();
  const std::optional<Ground> by_name = ground_by_name(layer.source.name);
  Unread unread;
  for (WijkFeature& feature : layer.source.features) {
    if (has_ended(columns, feature)) {
      ++unread.ended;
      continue;
    }
    std::optional<Ground> ground;
    std::string value;
    for (const int column : columns.all("ground")) {
      const std::string& text = layer.source.text(feature, column);
      if (text.empty() || fold(text) == "waardeonbekend") continue;
      if (value.empty()) value = text;
      ground = value_of(wijk_words().ground, fold(text));
      if (ground) {
        value = text;
        break;
      }
    }
    if (!ground && !value.empty()) ++unread.values[value];
    OpenSpace space;
    space.ground = ground.value_or(by_name.value_or(Ground::Other));
    space.name = columns.text(feature, "name");
    space.is_public = columns.yes_no(feature, "is_public");
    if (!space.is_public && fold(value) == "erf") space.is_public = false;  // around a building
    space.may_stay = columns.yes_no(feature, "may_stay");
    space.is_shared = columns.yes_no(feature, "is_shared");
    space.user_right = columns.yes_no(feature, "user_right");
    space.is_planned = columns.yes_no(feature, "planned").value_or(false);
    space.source_key = columns.text(feature, "key");
    for (Polygon& polygon : feature.polygons) {
      space.polygon = std::move(polygon);
      spaces.push_back(space);
      layer.made("open_spaces");
    }
  }
  unread.report(layer, {"Soort grond", "Kind of ground"}, draft.findings);
}

void add_footprints(MappedLayer& layer, WijkDraft& draft) {
  std::vector<Footprint>& footprints = WijkDraft::given(draft.footprints);
  const WijkColumns columns = layer.columns();
  Unread unread;
  for (WijkFeature& feature : layer.source.features) {
    if (has_ended(columns, feature)) {
      ++unread.ended;
      continue;
    }
    Footprint footprint;
    footprint.storeys = columns.number(feature, "storeys");
    footprint.floor_area_m2 = columns.number(feature, "floor_area");
    footprint.is_residential = columns.yes_no(feature, "residential");
    const std::string use = fold(columns.text(feature, "use"));
    if (!footprint.is_residential && !use.empty()) {
      footprint.is_residential = use.find("woon") != std::string::npos;
    }
    if (const auto year = columns.number(feature, "year_built"); year && *year > 0) {
      footprint.year_built = static_cast<int>(std::lround(*year));
    }
    footprint.source_key = columns.text(feature, "key");
    for (Polygon& polygon : feature.polygons) {
      footprint.polygon = std::move(polygon);
      footprints.push_back(footprint);
      footprint.floor_area_m2.reset();  // of all its parts together: said once
      layer.made("footprints");
    }
  }
  unread.report(layer, {}, draft.findings);
}

}  // namespace trefpunt
