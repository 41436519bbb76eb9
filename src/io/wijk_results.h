// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "geom/shapes.h"

namespace trefpunt {

// Results of a wijk for QGIS: tables of anything that has a place, per buurt, street, home or
// place. Nothing here knows what a measure is.

// One value per row; what is missing is empty, and NULL in the file.
struct ResultColumn {
  std::string name;   // "buurtcode", "harmonic_400"; not "fid" or "geom", and none twice
  std::string label;  // what QGIS calls it; empty: the name
  std::variant<std::vector<std::optional<double>>, std::vector<std::optional<bool>>,
               std::vector<std::optional<std::string>>>
      values;
};

// By which column a layer is coloured: numbers in classes, words and yes or no each their own.
struct ResultStyle {
  std::string name;    // in the list of styles of QGIS
  std::string column;  // of the same table
  // Of the classes of a number, ascending, the lowest and the highest too; at most six. Empty: five
  // classes with as many rows each.
  std::vector<double> edges = {};
};

struct ResultTable {
  std::string name;  // "buurten"
  // One per row, each of the same kind; a row of several polygons is one feature.
  std::variant<std::vector<Point>, std::vector<Line>, std::vector<std::vector<Polygon>>> shapes;
  std::vector<ResultColumn> columns;
  std::vector<ResultStyle> styles;  // the first is what QGIS shows
};

// A GeoPackage with a layer per table, in `crs` (as WijkCrs::code), each with its styles. The same
// tables give the same file. Numbers that are not finite are bugs of the caller: what is unknown is
// empty. Errors: NotWritable.
Status save_wijk_results(const std::string& path, const std::string& crs,
                         const std::vector<ResultTable>& tables);

}  // namespace trefpunt
