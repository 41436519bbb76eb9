// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/wijk_meaning.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "io/layer_map.h"
#include "io/wijk_areas.h"
#include "io/wijk_words.h"
#include "project/json.h"

namespace trefpunt {

namespace {

struct Row {
  WijkMeaning meaning;
  const char* id;
  Text name;
  std::vector<const char*> roles;  // shown on the mapping sheet
};

const std::vector<Row>& rows() {
  static const std::vector<Row> list = {
      {WijkMeaning::Ignore, "ignore", {"niet gebruikt", "not used"}, {}},
      {WijkMeaning::Streets,
       "streets",
       {"straten en paden", "streets and paths"},
       {"street", "name", "width", "wheelchair", "bridge", "tunnel", "planned"}},
      {WijkMeaning::Homes,
       "homes",
       {"woningen", "homes"},
       {"use", "status", "dwelling_count", "residents", "postcode", "house_number", "planned"}},
      {WijkMeaning::Places,
       "places",
       {"plekken", "places"},
       {"name", "category", "area", "seats", "free_stay", "step_free", "user_groups", "plan_allows",
        "opening_hours", "planned"}},
      {WijkMeaning::Furnishings,
       "furnishings",
       {"banken, haltes, toiletten", "benches, stops, toilets"},
       {"furnishing", "backrest", "wheelchair"}},
      {WijkMeaning::OpenSpaces,
       "open_spaces",
       {"open ruimte", "open space"},
       {"ground", "name", "is_public", "may_stay", "is_shared", "user_right"}},
      {WijkMeaning::Footprints,
       "footprints",
       {"gebouwen", "buildings"},
       {"year_built", "storeys", "floor_area", "use"}},
      {WijkMeaning::Areas,
       "areas",
       {"buurten, wijken, gemeenten", "neighbourhoods, districts, municipalities"},
       {"code", "name", "year", "water", "inhabitants", "households", "dwellings",
        "percent_65_plus", "percent_single_households", "percent_low_income"}},
      {WijkMeaning::KeyFigures,
       "key_figures",
       {"kerncijfers per gebied", "key figures per area"},
       {"code", "year", "inhabitants", "households", "percent_65_plus", "count_65_plus"}},
      {WijkMeaning::Loneliness,
       "loneliness",
       {"eenzaamheid per gebied", "loneliness per area"},
       {"code", "period", "ages", "margin", "lonely", "severely_lonely", "emotionally_lonely",
        "socially_lonely"}},
      {WijkMeaning::Tags, "tags", {"volgens OpenStreetMap-tags", "by OpenStreetMap tags"}, {}},
      {WijkMeaning::Unknown, "unknown", {"niet herkend", "not recognised"}, {}},
  };
  return list;
}

const Row& row_of(WijkMeaning meaning) {
  return *std::ranges::find(rows(), meaning, &Row::meaning);
}

std::optional<WijkMeaning> meaning_from_id(std::string_view id) {
  for (const Row& row : rows()) {
    if (row.id == id && row.meaning != WijkMeaning::Unknown) return row.meaning;
  }
  return std::nullopt;
}

enum class ShapeOf { None, Points, Lines, Areas };

ShapeOf shape_of(const WijkSourceLayer& layer) {
  std::size_t points = 0, lines = 0, areas = 0;
  for (const WijkFeature& feature : layer.features) {
    points += !feature.points.empty();
    lines += !feature.lines.empty();
    areas += !feature.polygons.empty();
  }
  if (points + lines + areas == 0) return ShapeOf::None;
  return areas >= lines && areas >= points ? ShapeOf::Areas
         : lines >= points                 ? ShapeOf::Lines
                                           : ShapeOf::Points;
}

bool has_tags(const WijkSourceLayer& layer) {
  const auto has = [&](const char* key) { return layer.column(key) >= 0; };
  return has("highway") || has("amenity") || has("shop") || has("leisure") || has("landuse");
}

bool can_be_placed(const WijkColumns& columns) {
  return (columns.has("x") && columns.has("y")) || (columns.has("rd_x") && columns.has("rd_y")) ||
         (columns.has("lon") && columns.has("lat")) ||
         (columns.has("postcode") && columns.has("house_number")) || columns.has("bag");
}

WijkMeaning table_meaning(const WijkSourceLayer& layer, const WijkColumns& columns) {
  const bool has_codes = has_area_codes(layer, columns);
  if (columns.has("lonely") && has_codes) return WijkMeaning::Loneliness;
  if (columns.has("category") && can_be_placed(columns)) return WijkMeaning::Places;
  if (columns.has("furnishing") && can_be_placed(columns)) return WijkMeaning::Furnishings;
  const bool has_addresses = columns.has("house_number") || !has_codes;
  if ((columns.has("use") || columns.has("dwelling_count")) && has_addresses &&
      can_be_placed(columns)) {
    return WijkMeaning::Homes;
  }
  if (has_codes || (columns.has("code") && columns.has("inhabitants"))) {
    return WijkMeaning::KeyFigures;
  }
  return WijkMeaning::Unknown;
}

WijkMeaning recognised(const WijkSourceLayer& layer, const WijkColumns& columns) {
  const ShapeOf shape = shape_of(layer);
  if (layer.is_tagged) return WijkMeaning::Tags;
  if (shape == ShapeOf::None) return table_meaning(layer, columns);
  if (shape == ShapeOf::Areas && has_area_codes(layer, columns)) return WijkMeaning::Areas;
  if (has_tags(layer)) return WijkMeaning::Tags;
  const char* kind = shape == ShapeOf::Areas   ? "areas"
                     : shape == ShapeOf::Lines ? "lines"
                                               : "points";
  const std::string name = column_key(layer.name);
  for (const WijkWords::LayerRule& rule : wijk_words().layers) {
    if (rule.shape == kind && fits_pattern(rule.pattern, name)) {
      return meaning_from_id(rule.meaning).value_or(WijkMeaning::Unknown);
    }
  }
  if (shape == ShapeOf::Lines) return WijkMeaning::Streets;
  if (shape == ShapeOf::Areas) {
    if (columns.has("year_built")) return WijkMeaning::Footprints;
    return layer.column("bgt_functie") >= 0 || layer.column("bgt_fysiekvoorkomen") >= 0
               ? WijkMeaning::OpenSpaces
               : WijkMeaning::Unknown;
  }
  if (columns.has("use")) return WijkMeaning::Homes;
  if (layer.column("plus_type") >= 0) return WijkMeaning::Furnishings;
  return columns.has("category") && columns.has("name") ? WijkMeaning::Places
                                                        : WijkMeaning::Unknown;
}

}  // namespace

std::string_view id_of(WijkMeaning meaning) {
  return row_of(meaning).id;
}
const Text& name_of(WijkMeaning meaning) {
  return row_of(meaning).name;
}

Result<WijkMap> parse_wijk_map(const std::string& json, const std::string& name) {
  if (Result<nlohmann::json> parsed = parse_json(json, name); !parsed) return parsed.error();
  // Once more with the order of the keys kept: the first pattern that fits decides.
  const auto root = nlohmann::ordered_json::parse(json);
  const auto wrong = [&](std::string nl, std::string en) {
    return Error{Code::BadInput, {std::move(nl), std::move(en)}, name};
  };
  if (!root.is_object() || !root.contains("schema") || !root["schema"].is_number_integer()) {
    return wrong("Een lagenlijst is een object met \"schema\": 1.",
                 "A layer map is an object with \"schema\": 1.");
  }
  if (root["schema"] != 1) {
    return Error{Code::Newer,
                 {"Deze lagenlijst is voor een nieuwere versie van Trefpunt.",
                  "This layer map is for a newer version of Trefpunt."},
                 name};
  }
  WijkMap map;
  for (const auto& [key, part] : root.items()) {
    if (key == "schema") continue;
    if ((key != "layers" && key != "columns") || !part.is_object()) {
      return wrong(
          fmt::format("\"{}\" hoort hier niet: \"layers\" en \"columns\" zijn objecten.", key),
          fmt::format("\"{}\" does not belong here: \"layers\" and \"columns\" are objects.", key));
    }
    for (const auto& [left, right] : part.items()) {
      const std::string value = right.is_string() ? right.template get<std::string>() : "";
      if (key == "layers") {
        const std::optional<WijkMeaning> meaning = meaning_from_id(value);
        if (!meaning) {
          return wrong(
              fmt::format("\"{}\" krijgt een betekenis die niet bestaat: \"{}\".", left, value),
              fmt::format("\"{}\" gets a meaning that does not exist: \"{}\".", left, value));
        }
        map.layers.emplace_back(fold(left), *meaning);
      } else {
        if (!wijk_words().columns.contains(left) || value.empty()) {
          return wrong(fmt::format("\"{}\" is geen kolom die dit programma kent.", left),
                       fmt::format("\"{}\" is no column that this program knows.", left));
        }
        map.columns[left] = value;
      }
    }
  }
  return map;
}

LayerMapping mapping_of(const WijkSourceLayer& layer, const WijkMap& map) {
  const WijkColumns columns(layer, map.columns);
  LayerMapping mapping;
  mapping.file = layer.file;
  mapping.layer = layer.name;
  mapping.count = static_cast<int>(layer.features.size());
  const auto said = std::ranges::find_if(map.layers, [&](const auto& rule) {
    return fits_pattern(rule.first, fold(layer.name)) || fits_pattern(rule.first, fold(layer.file));
  });
  mapping.is_said = said != map.layers.end();
  mapping.meaning = mapping.is_said ? said->second : recognised(layer, columns);
  for (const char* role : row_of(mapping.meaning).roles) {
    const int column = columns.first(role);
    if (column >= 0) {
      mapping.columns.emplace_back(role, layer.columns[static_cast<std::size_t>(column)]);
    }
  }
  return mapping;
}

}  // namespace trefpunt
