// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "geom/shapes.h"

namespace trefpunt {

// Lower case without accents, everything but letters and digits an underscore: "addr:street" and
// "ADDR_STREET" are one column.
std::string column_key(std::string_view name);

// One thing of a layer: its attributes as text (only those that it has), its geometry in parts.
// Points of a closed line repeat the first; rings turn as in geom/shapes.h, without that.
struct WijkFeature {
  std::string id;  // as the source names it: "way/123"; else its row, "#12"
  std::vector<std::pair<int, std::string>> values;
  std::vector<Point> points;
  std::vector<Line> lines;
  std::vector<Polygon> polygons;

  bool has_geometry() const { return !points.empty() || !lines.empty() || !polygons.empty(); }
};

// A layer or a table as it was read, before anyone asks what it means.
struct WijkSourceLayer {
  std::string file, name;
  std::string crs;                   // as the source states it; empty: it does not
  std::string stated_source;         // whose it is, in the file's own words; may be empty
  bool is_tagged = false;            // of OpenStreetMap: tags say what each thing is
  bool is_table = false;             // rows without geometry
  std::vector<std::string> columns;  // as written
  std::vector<WijkFeature> features;
  int without_geometry = 0;  // features that were left out

  // By column_key(); -1: there is no such column.
  int column(std::string_view key) const;
  int add_column(const std::string& name);
  // Empty when the column is -1 or the feature has no value in it.
  const std::string& text(const WijkFeature& feature, int column) const;
  const std::string& text(const WijkFeature& feature, std::string_view key) const {
    return text(feature, column(key));
  }

 private:
  std::unordered_map<std::string, int> index_;
};

// "wijk.gpkg: layer 'buurten'", or the file alone for one that has no layers.
std::string where_of(const WijkSourceLayer& layer);

// "1.234,5", "12,5", "12.5" (a point alone is a decimal point); nothing for "", "." and what is no
// number.
std::optional<double> number_of(const std::string& text);
// ja, yes, true, 1; nee, no, false, 0; nothing for the rest.
std::optional<bool> yes_no_of(const std::string& text);

}  // namespace trefpunt
