// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/commands.h"

namespace trefpunt {

namespace {

using Json = nlohmann::ordered_json;

struct Count {
  const char* id;
  Text name;
  std::optional<std::size_t> things;  // none: nobody gave this layer
};

template <typename Thing>
std::optional<std::size_t> size_of(const WijkLayer<Thing>& layer) {
  return layer ? std::optional(layer->size()) : std::nullopt;
}

std::vector<Count> counts_of(const Wijk& wijk) {
  return {
      {"streets", {"straten en paden", "streets and paths"}, size_of(wijk.streets)},
      {"homes", {"woonadressen", "homes"}, size_of(wijk.homes)},
      {"places", {"plekken", "places"}, size_of(wijk.places)},
      {"furnishings",
       {"banken, haltes, toiletten", "benches, stops, toilets"},
       size_of(wijk.furnishings)},
      {"open_spaces", {"stukken open ruimte", "pieces of open space"}, size_of(wijk.open_spaces)},
      {"footprints", {"gebouwen", "buildings"}, size_of(wijk.footprints)},
      {"areas",
       {"buurten, wijken, gemeenten", "neighbourhoods, districts, municipalities"},
       size_of(wijk.areas)}};
}

Text name_of_count(const Wijk& wijk, const std::string& id) {
  for (const Count& count : counts_of(wijk)) {
    if (count.id == id) return count.name;
  }
  return {id, id};
}

std::vector<const Source*> sources_of(const Project& project) {
  std::vector<const Source*> sources;
  for (const Source& source : project.sources) {
    if (source.role == "wijk") sources.push_back(&source);
  }
  return sources;
}

}  // namespace

Json wijk_json(const Input& input) {
  const Wijk& wijk = *input.project.wijk;
  Json counts = Json::object(), layers = Json::array(), sources = Json::array();
  for (const Count& count : counts_of(wijk)) {
    counts[count.id] = count.things ? Json(*count.things) : Json(nullptr);
  }
  for (const LayerMapping& layer : input.wijk_layers) {
    Json columns = Json::object(), made = Json::object();
    for (const auto& [role, column] : layer.columns) columns[role] = column;
    for (const auto& [what, number] : layer.made) made[what] = number;
    layers.push_back({{"file", layer.file},
                      {"name", layer.layer},
                      {"meaning", id_of(layer.meaning)},
                      {"stated", layer.is_said},
                      {"count", layer.count},
                      {"made", made},
                      {"columns", columns}});
  }
  for (const Source* source : sources_of(input.project)) {
    sources.push_back({{"file", source->name},
                       {"crs", source->crs},
                       {"sha256", source->sha256},
                       {"attribution", source->attribution}});
  }
  const Box box = box_of(wijk);
  return {
      {"name", wijk.name},
      {"crs", wijk.crs.code},
      {"accuracy_m", wijk.crs.accuracy},
      {"box", box.empty() ? Json(nullptr) : Json({box.low.x, box.low.y, box.high.x, box.high.y})},
      {"counts", counts},
      {"layers", layers},
      {"sources", sources}};
}

void print_wijk(const Input& input, Lang lang) {
  if (!input.project.wijk) return;
  const Wijk& wijk = *input.project.wijk;
  const bool nl = lang == Lang::Nl;
  fmt::print("\nWijk {} ({}", wijk.name, wijk.crs.code);
  if (wijk.crs.accuracy > 0) {
    fmt::print(", {} {} m", nl ? "op" : "good to", format_short(wijk.crs.accuracy, 2, lang));
  }
  fmt::print(")\n");
  for (const Count& count : counts_of(wijk)) {
    fmt::print("  {:>8}  {}\n",
               count.things ? format_number(static_cast<double>(*count.things), 0, lang) : "–",
               count.name.in(lang));
  }
  std::string file;
  for (const LayerMapping& layer : input.wijk_layers) {
    if (layer.file != file) {
      file = layer.file;
      fmt::print("\n{} {}:\n", nl ? "Lagen van" : "Layers of", file);
    }
    fmt::print("  {:<28} {:>8}  {}\n", layer.layer, format_number(layer.count, 0, lang),
               name_of(layer.meaning).in(lang));
    std::string columns, made;
    for (const auto& [role, column] : layer.columns) {
      columns += fmt::format("{}{} = {}", columns.empty() ? "" : ", ", role, column);
    }
    for (const auto& [what, number] : layer.made) {
      made += fmt::format("{}{} {}", made.empty() ? "" : ", ", format_number(number, 0, lang),
                          name_of_count(wijk, what).in(lang));
    }
    if (!columns.empty()) fmt::print("      {}: {}\n", nl ? "kolommen" : "columns", columns);
    if (!made.empty()) fmt::print("      {}: {}\n", nl ? "geeft" : "gives", made);
  }
  for (const Source* source : sources_of(input.project)) {
    if (source->attribution.empty()) continue;
    fmt::print("{}{}: {}\n", nl ? "Bron van " : "Source of ", source->name, source->attribution);
  }
}

}  // namespace trefpunt
