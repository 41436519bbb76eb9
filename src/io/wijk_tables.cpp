// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/wijk_tables.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "io/files.h"
#include "io/table.h"
#include "io/wijk_words.h"
#include "project/json.h"

namespace trefpunt {

namespace {

WijkSourceLayer empty_table(const WijkFile& file) {
  WijkSourceLayer table;
  table.file = file.name;
  table.name = file.name.substr(0, file.name.find('.'));
  table.is_table = true;
  return table;
}

Error no_rows(const std::string& name) {
  return {Code::BadInput,
          {"Deze tabel heeft geen rijen onder de kop.", "This table has no rows below its head."},
          name};
}

Result<WijkSourceLayer> read_csv(const WijkFile& file) {
  Result<std::vector<TableRow>> rows = read_table(file.path, kMostWijkRows);
  if (!rows) return rows.error();
  if (rows->size() < 2) return no_rows(file.name);
  WijkSourceLayer table = empty_table(file);
  std::vector<int> columns;
  for (const std::string& name : rows->front().cells) {
    columns.push_back(name.empty() ? -1 : table.add_column(name));
  }
  for (std::size_t r = 1; r < rows->size(); ++r) {
    TableRow& row = (*rows)[r];
    WijkFeature feature;
    feature.id = fmt::format("#{}", row.row);
    for (std::size_t i = 0; i < std::min(columns.size(), row.cells.size()); ++i) {
      if (columns[i] >= 0 && !row.cells[i].empty()) {
        feature.values.emplace_back(columns[i], std::move(row.cells[i]));
      }
    }
    table.features.push_back(std::move(feature));
  }
  return table;
}

Result<WijkSourceLayer> read_odata(const WijkFile& file) {
  Result<std::string> text = file.bytes ? Result<std::string>(*file.bytes) : read_file(file.path);
  if (!text) return text.error();
  const Result<nlohmann::json> root = parse_json(*text, file.name);
  if (!root) return root.error();
  if (!root->is_object() || !root->contains("value") || !(*root)["value"].is_array() ||
      (*root)["value"].empty()) {
    return no_rows(file.name);
  }
  WijkSourceLayer table = empty_table(file);
  for (const nlohmann::json& row : (*root)["value"]) {
    if (!row.is_object()) return no_rows(file.name);
    WijkFeature feature;
    feature.id = fmt::format("#{}", table.features.size() + 1);
    for (const auto& [key, value] : row.items()) {
      std::string cell = value.is_string()   ? squeeze(value.get<std::string>())
                         : value.is_number() ? value.dump()
                                             : "";
      if (!cell.empty()) feature.values.emplace_back(table.add_column(key), std::move(cell));
    }
    table.features.push_back(std::move(feature));
  }
  return table;
}

}  // namespace

Result<WijkSourceLayer> read_wijk_table(const WijkFile& file) {
  if (file.format == WijkFormat::TableJson) return read_odata(file);
  if (file.bytes) {
    return Error{Code::Unsupported,
                 {"Pak deze tabel eerst zelf uit.", "Unpack this table yourself first."},
                 file.name};
  }
  return read_csv(file);
}

Status place_rows(WijkSourceLayer& table, const std::string& stated,
                  const std::map<std::string, std::string>& said_columns) {
  const WijkColumns columns(table, said_columns);
  struct Pair {
    const char *x, *y, *crs;
  };
  for (const Pair& pair :
       {Pair{"rd_x", "rd_y", "EPSG:28992"}, Pair{"lon", "lat", "EPSG:4326"}, Pair{"x", "y", ""}}) {
    if (!columns.has(pair.x) || !columns.has(pair.y)) continue;
    table.crs = *pair.crs != '\0' ? pair.crs : stated;
    const bool has_other_way =
        (columns.has("postcode") && columns.has("house_number")) || columns.has("bag");
    if (table.crs.empty()) {
      if (has_other_way) continue;
      return Error{
          Code::BadInput,
          {"De kolommen x en y zeggen niet in welk stelsel ze staan. Noem ze rd_x en rd_y, "
           "of lon en lat, of noem het stelsel met --wijk-crs, bijvoorbeeld EPSG:28992.",
           "The columns x and y do not say which system they are in. Call them rd_x and "
           "rd_y, or lon and lat, or name the system with --wijk-crs, for instance "
           "EPSG:28992."},
          table.file};
    }
    for (WijkFeature& feature : table.features) {
      const auto x = columns.number(feature, pair.x), y = columns.number(feature, pair.y);
      if (x && y) feature.points = {{*x, *y}};
    }
    return Done{};
  }
  return Done{};
}

}  // namespace trefpunt
