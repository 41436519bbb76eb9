// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "io/sqlite.h"
#include "io/wijk_files.h"
#include "io/wijk_lists.h"
#include "io/wijk_reader.h"

namespace trefpunt {

namespace {

constexpr std::size_t kStart = 1 << 20;

std::string start_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string start(kStart, '\0');
  in.read(start.data(), static_cast<std::streamsize>(start.size()));
  start.resize(static_cast<std::size_t>(in.gcount()));
  return start;
}

bool has_any(const std::string& text, std::initializer_list<const char*> words) {
  return std::ranges::any_of(
      words, [&](const char* word) { return text.find(word) != std::string::npos; });
}

// A plan of rooms and walls is GeoJSON too: only what speaks of a neighbourhood counts.
bool is_wijk_geojson(const std::string& text) {
  if (has_any(text, {"\"indoor\"", "\"wall\"", "\"space\"", "\"storeys\""})) return false;
  return has_any(
      text, {"\"highway\"", "\"amenity\"", "\"shop\"", "\"leisure\"", "\"landuse\"", "\"building\"",
             "\"BU", "\"WK", "\"GM", "\"oorspronkelijkbouwjaar\"", "\"bouwjaar\"",
             "\"gebruiksdoel\"", "\"bgt_", "\"plus_type\"", "\"buurtcode\"", "\"categorie\""});
}

}  // namespace

bool looks_like_wijk(const std::string& path) {
  std::error_code failed;
  if (!std::filesystem::is_regular_file(path, failed)) return false;
  switch (wijk_format_of(start_of(path), path)) {
    case WijkFormat::GeoPackage: {
      Database database = Database::open(path);
      return database.has("gpkg_contents") && !database.has("meta", "schema_version");
    }
    case WijkFormat::GeoJson:
      return is_wijk_geojson(start_of(path));
    case WijkFormat::Table: {
      const Result<WijkSourceLayer> table =
          read_wijk_table({path, path, WijkFormat::Table, nullptr});
      return table && mapping_of(*table, {}).meaning != WijkMeaning::Unknown;
    }
    case WijkFormat::Unknown:
    case WijkFormat::TableJson:
      return false;
    default:
      return true;
  }
}

}  // namespace trefpunt
