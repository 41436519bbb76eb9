// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/wijk_attribution.h"

#include <algorithm>

#include "base/text.h"
#include "io/wijk_areas.h"
#include "io/wijk_crs.h"

namespace trefpunt {

namespace {

std::string join(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : "; ") + text;
  return all;
}

void add_once(std::vector<std::string>& texts, const std::string& text) {
  if (!text.empty() && std::ranges::count(texts, text) == 0) texts.push_back(text);
}

// Codes of municipalities end below 2000; drawings for practice use higher ones.
bool has_real_codes(const MappedLayer& layer) {
  const WijkColumns columns = layer.columns();
  for (const WijkFeature& feature : layer.source.features) {
    for (const int column : columns.all("code")) {
      const std::string& code = layer.source.text(feature, column);
      if (level_of_code(code)) return code.size() < 4 || code[2] == '0' || code[2] == '1';
    }
  }
  return false;
}

std::string recognised(const MappedLayer& layer) {
  const auto has = [&](const char* key) { return layer.source.column(key) >= 0; };
  switch (layer.mapping.meaning) {
    case WijkMeaning::Tags:
      return has("osm_id") || has("osmid") || has("_id") ? "© OpenStreetMap-bijdragers, ODbL 1.0"
                                                         : "";
    case WijkMeaning::Areas:
    case WijkMeaning::KeyFigures:
      return has_real_codes(layer) ? "CBS, Wijken en Buurten, CC BY 4.0" : "";
    case WijkMeaning::Loneliness:
      return has_real_codes(layer) ? "RIVM, GGD'en en CBS, tabel 50120NED, CC BY 4.0" : "";
    case WijkMeaning::Homes:
      return has("gebruiksdoel") && has("identificatie") ? "Kadaster, BAG, publiek domein" : "";
    case WijkMeaning::Footprints:
      if (has("identificatiebagpnd")) break;
      return has("identificatie") ? "Kadaster, BAG, publiek domein" : "";
    default:
      break;
  }
  const bool is_bgt = has("bronhouder") || has("bgt_functie") || has("plus_type") ||
                      has("bgt_fysiek_voorkomen") || has("bgt_fysiekvoorkomen");
  return is_bgt ? "Kadaster, BGT, CC0 1.0" : "";
}

}  // namespace

std::string attribution_of(const std::vector<MappedLayer>& layers, std::size_t first) {
  std::vector<std::string> stated, known;
  for (std::size_t i = first; i < layers.size(); ++i) {
    if (layers[i].mapping.meaning == WijkMeaning::Ignore) continue;
    add_once(stated, layers[i].source.stated_source);
    add_once(known, recognised(layers[i]));
  }
  return join(stated.empty() ? known : stated);
}

std::string crs_of(const std::vector<MappedLayer>& layers, std::size_t first) {
  std::vector<std::string> names;
  for (std::size_t i = first; i < layers.size(); ++i) {
    if (layers[i].source.crs.empty()) continue;
    const Result<StatedCrs> crs = stated_crs(layers[i].source.crs, {});
    if (crs) add_once(names, crs->name);
  }
  return join(names);
}

}  // namespace trefpunt
